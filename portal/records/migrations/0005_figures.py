import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from portal.base.migrating import CreateModels


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0004_disclosures"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations: list[migrations.operations.base.Operation] = [
        CreateModels(
            operations=[
                migrations.CreateModel(
                    name="FigureSheet",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("year", models.PositiveSmallIntegerField(verbose_name="năm học")),
                        ("code", models.CharField(max_length=6, verbose_name="mục")),
                        ("cells", models.JSONField(default=dict, verbose_name="số liệu")),
                        ("at", models.DateTimeField(verbose_name="lưu lúc")),
                        ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        "verbose_name": "mẫu số liệu",
                        "constraints": [models.UniqueConstraint(fields=("year", "code"), name="records_figures_once")],
                    },
                ),
            ],
        ),
    ]
