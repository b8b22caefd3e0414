import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from portal.base.migrating import CreateModels


class Migration(migrations.Migration):
    dependencies = [
        ("pupils", "0003_pictures"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        CreateModels(
            operations=[
                migrations.CreateModel(
                    name="LookupTry",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("key", models.CharField(max_length=64)),
                        ("since", models.DateTimeField(db_index=True)),
                        ("many", models.PositiveIntegerField(default=0)),
                        ("shut", models.BooleanField(default=False)),
                    ],
                    options={
                        "verbose_name": "số lần thử tra cứu",
                        "constraints": [models.UniqueConstraint(fields=("key", "since"), name="pupils_try_once_a_quarter")],
                    },
                ),
                migrations.CreateModel(
                    name="ResultLayout",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("signature", models.CharField(max_length=64, unique=True)),
                        ("columns", models.JSONField()),
                        ("kept_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("kept_at", models.DateTimeField()),
                    ],
                    options={
                        "verbose_name": "mẫu bảng điểm",
                    },
                ),
                migrations.CreateModel(
                    name="ResultPeriod",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("year", models.PositiveSmallIntegerField(verbose_name="năm học")),
                        ("term", models.PositiveSmallIntegerField(choices=[(1, "Học kỳ I"), (2, "Học kỳ II"), (3, "Cả năm")], verbose_name="học kỳ")),
                        ("opens", models.DateTimeField(null=True, verbose_name="mở lúc")),
                        ("closes", models.DateTimeField(null=True, verbose_name="đóng lúc")),
                        ("erased_at", models.DateTimeField(null=True, verbose_name="đã xóa điểm lúc")),
                    ],
                    options={
                        "verbose_name": "đợt kết quả",
                        "ordering": ["-year", "-term"],
                        "constraints": [models.UniqueConstraint(fields=("year", "term"), name="pupils_period_once"), models.CheckConstraint(condition=models.Q(models.Q(("closes", None), ("opens", None)), ("closes__gt", models.F("opens")), _connector="OR"), name="pupils_period_opens_first")],
                    },
                ),
                migrations.CreateModel(
                    name="ResultImport",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("period", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="imports", to="pupils.resultperiod")),
                        ("name", models.CharField(blank=True, max_length=120, verbose_name="tệp")),
                        ("state", models.CharField(choices=[("staged", "đang xem thử"), ("running", "đang nhập"), ("done", "đã nhập"), ("undone", "đã hoàn tác"), ("dropped", "đã bỏ")], default="staged", max_length=8)),
                        ("sheets", models.JSONField(default=list)),
                        ("rows", models.JSONField(default=list)),
                        ("many", models.PositiveIntegerField(default=0)),
                        ("taken", models.PositiveIntegerField(default=0)),
                        ("left_out", models.PositiveIntegerField(default=0)),
                        ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("at", models.DateTimeField()),
                    ],
                    options={
                        "verbose_name": "lần nhập kết quả",
                        "ordering": ["-id"],
                    },
                ),
                migrations.CreateModel(
                    name="Result",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("period", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="results", to="pupils.resultperiod")),
                        ("pupil", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="results", to="pupils.pupil")),
                        ("school_class", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="pupils.schoolclass")),
                        ("brought", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="results", to="pupils.resultimport")),
                        ("current", models.BooleanField(default=False)),
                        ("marks", models.JSONField(default=dict)),
                        ("study", models.CharField(blank=True, max_length=1, verbose_name="học tập")),
                        ("conduct", models.CharField(blank=True, max_length=1, verbose_name="rèn luyện")),
                        ("award", models.CharField(blank=True, max_length=60, verbose_name="danh hiệu")),
                        ("absent", models.CharField(blank=True, max_length=12, verbose_name="số buổi nghỉ")),
                    ],
                    options={
                        "verbose_name": "kết quả của học sinh",
                        "constraints": [models.UniqueConstraint(fields=("brought", "pupil"), name="pupils_result_once_an_import"), models.UniqueConstraint(condition=models.Q(("current", True)), fields=("period", "pupil"), name="pupils_result_one_current")],
                    },
                ),
                migrations.CreateModel(
                    name="ResultSlip",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("period", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="slips", to="pupils.resultperiod")),
                        ("pupil", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="pupils.pupil")),
                        ("digest", models.CharField(max_length=64, unique=True)),
                        ("made_at", models.DateTimeField()),
                        ("used_at", models.DateTimeField(null=True)),
                    ],
                    options={
                        "verbose_name": "phiếu tra cứu",
                        "constraints": [models.UniqueConstraint(fields=("period", "pupil"), name="pupils_slip_one_a_period")],
                    },
                ),
            ]
        )
    ]
