import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("approval", "0007_approval_entered"),
    ]

    operations = [
        migrations.AddField("case", "past", models.DateTimeField(null=True, verbose_name="đăng ở cổng cũ lúc")),
        migrations.AddIndex(
            "case",
            models.Index(fields=["state", "page"], condition=Q(past__isnull=False), name="approval_case_past"),
        ),
        migrations.CreateModel(
            "HistoryList",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=200, verbose_name="danh sách")),
                ("prepared_at", models.DateTimeField()),
                ("digest", models.CharField(max_length=64, verbose_name="mã danh sách")),
                ("decided_at", models.DateTimeField(null=True)),
                ("called_off_at", models.DateTimeField(null=True)),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "prepared_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(decided_at=None, decided_by=None)
                        | Q(decided_at__isnull=False, decided_by__isnull=False, called_off_at=None),
                        name="approval_list_decided_by_somebody",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            "HistoryItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("hash", models.CharField(max_length=64)),
                ("past", models.DateTimeField()),
                ("left_out", models.TextField(blank=True, verbose_name="vì sao không đưa lên")),
                (
                    "list",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="items", to="approval.historylist"
                    ),
                ),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="wagtailcore.page"
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="wagtailcore.revision"
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [models.UniqueConstraint(fields=["list", "page"], name="approval_once_a_list")],
            },
        ),
        migrations.AddField(
            "approval",
            "listed",
            models.OneToOneField(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="approval",
                to="approval.historyitem",
            ),
        ),
        migrations.RemoveConstraint("approval", "approval_decided_once_or_copied"),
        migrations.AddConstraint(
            "approval",
            models.CheckConstraint(
                condition=Q(decided_by_pass__isnull=False, copied_from=None, listed=None)
                | Q(decided_by_pass=None, copied_from__isnull=False, listed=None)
                | Q(decided_by_pass=None, copied_from=None, listed__isnull=False),
                name="approval_decided_copied_or_listed",
            ),
        ),
    ]  # fmt: skip
