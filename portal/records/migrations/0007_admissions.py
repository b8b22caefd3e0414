import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from portal.base.migrating import CreateModels


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0006_outcomes"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations: list[migrations.operations.base.Operation] = [
        CreateModels(
            operations=[
                migrations.CreateModel(
                    name="AdmissionSeason",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                related_name="as_admission_season",
                                serialize=False,
                                to="wagtailcore.page",
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField(verbose_name="năm học")),
                        ("intro", models.TextField(blank=True, verbose_name="tóm tắt")),
                        ("who", models.TextField(blank=True, verbose_name="đối tượng, điều kiện")),
                        ("method", models.CharField(blank=True, max_length=300, verbose_name="hình thức")),
                        ("quota", models.TextField(blank=True, verbose_name="chỉ tiêu")),
                        ("dossier", models.TextField(blank=True, verbose_name="hồ sơ")),
                        ("plan", models.TextField(blank=True, verbose_name="kế hoạch")),
                        ("place", models.CharField(blank=True, max_length=200, verbose_name="nơi tiếp nhận")),
                        ("hours", models.CharField(blank=True, max_length=200, verbose_name="giờ tiếp nhận")),
                        ("contact", models.CharField(blank=True, max_length=300, verbose_name="liên hệ")),
                        ("basis", models.TextField(blank=True, verbose_name="căn cứ pháp lý")),
                        (
                            "way",
                            models.CharField(
                                choices=[
                                    ("form", "Điền đơn ngay trên cổng này"),
                                    ("link", "Qua trang tuyển sinh của Sở, thành phố"),
                                    ("office", "Nộp tại trường"),
                                ],
                                default="office",
                                max_length=8,
                                verbose_name="cách đăng ký",
                            ),
                        ),
                        ("link", models.CharField(blank=True, max_length=300, verbose_name="trang đăng ký")),
                        ("opens", models.DateTimeField(blank=True, null=True, verbose_name="mở nhận đơn")),
                        ("closes", models.DateTimeField(blank=True, null=True, verbose_name="đóng nhận đơn")),
                        ("consent", models.TextField(blank=True, verbose_name="gia đình đồng ý")),
                        ("papers", models.JSONField(blank=True, default=list, verbose_name="tệp")),
                    ],
                    options={
                        "verbose_name": "đợt tuyển sinh",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("opens", None),
                                    ("closes", None),
                                    ("closes__gt", models.F("opens")),
                                    _connector="OR",
                                ),
                                name="records_season_opens_first",
                            )
                        ],
                    },
                    bases=("wagtailcore.page",),
                ),
                migrations.CreateModel(
                    name="Application",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("key", models.CharField(max_length=40)),
                        ("digest", models.CharField(max_length=64, unique=True)),
                        ("received_at", models.DateTimeField(verbose_name="nhận lúc")),
                        ("child", models.CharField(max_length=120, verbose_name="họ và tên em")),
                        ("born", models.DateField(verbose_name="ngày sinh")),
                        (
                            "sex",
                            models.CharField(
                                choices=[("nu", "Nữ"), ("nam", "Nam")], max_length=3, verbose_name="nữ, nam"
                            ),
                        ),
                        ("school", models.CharField(blank=True, max_length=200, verbose_name="trường đang học")),
                        ("area", models.CharField(blank=True, max_length=200, verbose_name="nơi cư trú")),
                        ("guardian", models.CharField(max_length=120, verbose_name="cha, mẹ, người giám hộ")),
                        ("relation", models.CharField(max_length=40, verbose_name="quan hệ")),
                        ("phone", models.CharField(max_length=20, verbose_name="điện thoại")),
                        ("email", models.CharField(blank=True, max_length=200, verbose_name="thư điện tử")),
                        ("address", models.CharField(max_length=300, verbose_name="nơi ở")),
                        ("note", models.TextField(blank=True, verbose_name="ghi chú")),
                        ("agreed", models.CharField(max_length=64)),
                        (
                            "papers",
                            models.CharField(
                                choices=[
                                    ("moi", "Mới nhận"),
                                    ("du", "Đã nhận đủ giấy tờ"),
                                    ("thieu", "Còn thiếu giấy tờ"),
                                ],
                                default="moi",
                                max_length=5,
                                verbose_name="giấy tờ",
                            ),
                        ),
                        ("lacking", models.TextField(blank=True, verbose_name="còn thiếu")),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[("trung", "Trúng tuyển"), ("khong", "Không trúng tuyển")],
                                max_length=5,
                                verbose_name="kết quả",
                            ),
                        ),
                        ("reason", models.TextField(blank=True, verbose_name="lý do")),
                        (
                            "season",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="applications",
                                to="records.admissionseason",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "hồ sơ dự tuyển",
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(fields=("season", "key"), name="records_application_once")
                        ],
                        "indexes": [
                            models.Index(fields=["season", "papers", "outcome"], name="records_application_stands")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ApplicationPaper",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=120, verbose_name="tệp")),
                        ("kind", models.CharField(max_length=5)),
                        ("size", models.PositiveIntegerField()),
                        ("sha256", models.CharField(max_length=64)),
                        ("scan", models.CharField(max_length=12)),
                        ("sent_at", models.DateTimeField()),
                        ("content", models.BinaryField()),
                        (
                            "application",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="files",
                                to="records.application",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "giấy tờ dự tuyển",
                        "ordering": ["id"],
                    },
                ),
                migrations.CreateModel(
                    name="ApplicationStep",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("act", models.CharField(max_length=8)),
                        ("words", models.TextField(blank=True)),
                        ("at", models.DateTimeField()),
                        (
                            "application",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="steps",
                                to="records.application",
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "việc đã làm với hồ sơ",
                        "ordering": ["id"],
                    },
                ),
                migrations.CreateModel(
                    name="AdmissionRun",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("shows", models.DateTimeField(null=True, verbose_name="báo kết quả lúc")),
                        ("until", models.DateTimeField(null=True, verbose_name="thôi tra cứu lúc")),
                        ("erased_at", models.DateTimeField(null=True, verbose_name="đã xóa lúc")),
                        ("erased", models.JSONField(default=dict)),
                        (
                            "season",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="run",
                                to="records.admissionseason",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "kết quả tuyển sinh",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("shows", None), ("until", None)),
                                    ("until__gt", models.F("shows")),
                                    _connector="OR",
                                ),
                                name="records_results_show_first",
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
