import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from portal.base.migrating import CreateModels


class Migration(migrations.Migration):
    dependencies = [
        ("approval", "0001_squashed_0012_review_lists"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        CreateModels(
            operations=[
                migrations.CreateModel(
                    name="FileFindings",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("sha256", models.CharField(max_length=64, unique=True)),
                        ("version", models.PositiveSmallIntegerField()),
                        ("found", models.JSONField(default=list)),
                        ("unread", models.CharField(blank=True, max_length=300, verbose_name="vì sao không đọc được")),
                        ("at", models.DateTimeField()),
                    ],
                ),
                migrations.CreateModel(
                    name="DataAnswer",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("hash", models.CharField(max_length=64)),
                        ("key", models.CharField(max_length=90)),
                        ("at", models.DateTimeField()),
                        ("reason", models.TextField(verbose_name="lý do")),
                        ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("case", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="data_answers", to="approval.case")),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [models.UniqueConstraint(fields=("case", "hash", "key"), name="approval_one_answer_a_finding")],
                    },
                ),
            ],
        ),
    ]
