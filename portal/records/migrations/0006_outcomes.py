import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from portal.base.migrating import CreateModels


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0005_figures"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations: list[migrations.operations.base.Operation] = [
        CreateModels(
            operations=[
                migrations.CreateModel(
                    name="Outcome",
                    fields=[
                        ("page_ptr", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, related_name="as_outcome", serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                        ("year", models.PositiveSmallIntegerField(verbose_name="năm học")),
                        ("term", models.CharField(choices=[("hoc-ky-1", "Học kỳ I"), ("hoc-ky-2", "Học kỳ II"), ("ca-nam", "Cả năm")], max_length=8, verbose_name="học kỳ")),
                        ("note", models.TextField(blank=True, max_length=2000, verbose_name="lời nhà trường")),
                        ("counts", models.JSONField(blank=True, default=list, verbose_name="số liệu")),
                    ],
                    options={
                        "verbose_name": "kết quả giáo dục",
                        "constraints": [models.UniqueConstraint(fields=("year", "term"), name="records_outcome_once")],
                    },
                    bases=("wagtailcore.page",),
                ),
            ],
        ),
    ]
