import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from portal.base.migrating import CreateModels


class Migration(migrations.Migration):
    replaces = [("plan", "0001_initial"), ("plan", "0002_assignments_and_budgets")]

    dependencies = [("people", "0001_squashed_0003_vietnamese_order"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations = [
        CreateModels(
            operations=[
                migrations.CreateModel(
                    name="ActivityPlan",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("title", models.CharField(max_length=200, verbose_name="kế hoạch")),
                        ("starts", models.DateField(verbose_name="từ ngày")),
                        ("ends", models.DateField(verbose_name="đến hết ngày")),
                        ("made_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("confirmed_at", models.DateTimeField(null=True, verbose_name="Trưởng ban xác nhận lúc")),
                        ("confirmed_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    ],
                    options={"verbose_name": "kế hoạch hoạt động", "constraints": [models.CheckConstraint(condition=models.Q(("ends__gte", models.F("starts"))), name="plan_ends_after_start")]},
                ),
                migrations.CreateModel(
                    name="PlanEntry",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("plan", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="entries", to="plan.activityplan", verbose_name="kế hoạch")),
                        ("title", models.CharField(max_length=250, verbose_name="hoạt động")),
                        ("section_slug", models.SlugField(blank=True, max_length=200, verbose_name="chuyên mục")),
                        ("starts", models.DateField(verbose_name="từ ngày")),
                        ("ends", models.DateField(verbose_name="đến hết ngày")),
                        ("standing", models.BooleanField(default=False, verbose_name="việc thường xuyên")),
                        ("cancelled_at", models.DateTimeField(null=True)),
                    ],
                    options={"verbose_name": "việc trong kế hoạch", "ordering": ["starts", "id"], "constraints": [models.CheckConstraint(condition=models.Q(("ends__gte", models.F("starts"))), name="plan_entry_ends_after_start")]},
                ),
                migrations.CreateModel(
                    name="Assignment",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("entry", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="assignments", to="plan.planentry", verbose_name="việc trong kế hoạch")),
                        ("section_slug", models.SlugField(blank=True, max_length=200, verbose_name="chuyên mục")),
                        ("genre", models.CharField(blank=True, max_length=20, verbose_name="thể loại")),
                        ("person", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="người viết")),
                        ("unit", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.unit", verbose_name="tổ, đơn vị")),
                        ("due_at", models.DateTimeField(null=True, verbose_name="hạn nộp")),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="dặn thêm")),
                        ("made_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("made_at", models.DateTimeField(verbose_name="giao lúc")),
                        ("cancelled_at", models.DateTimeField(null=True, verbose_name="thôi giao lúc")),
                    ],
                    options={
                        "verbose_name": "bài được giao",
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(models.Q(("person__isnull", False), ("unit", None)), models.Q(("person", None), ("unit__isnull", False)), _connector="OR"), name="plan_assignment_one_asked")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SectionBudget",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("section_slug", models.SlugField(max_length=200, verbose_name="chuyên mục")),
                        ("days", models.PositiveSmallIntegerField(verbose_name="số ngày")),
                        ("valid_from", models.DateField(verbose_name="từ ngày")),
                        ("set_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("set_at", models.DateTimeField()),
                    ],
                    options={
                        "verbose_name": "hạn làm mới chuyên mục",
                        "constraints": [
                            models.UniqueConstraint(fields=("section_slug", "valid_from"), name="plan_budget_once_a_day"),
                            models.CheckConstraint(condition=models.Q(("days__lte", 366)), name="plan_budget_within_a_year"),
                        ],
                    },
                ),
            ]
        )
    ]
