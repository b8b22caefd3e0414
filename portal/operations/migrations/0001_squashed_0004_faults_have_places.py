import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from portal.base.migrating import CreateModels


class Migration(migrations.Migration):
    replaces = [("operations", "0001_care"), ("operations", "0002_moving"), ("operations", "0003_places"), ("operations", "0004_faults_have_places")]

    dependencies = [("files", "0001_squashed_0006_guarded"), ("people", "0001_squashed_0003_vietnamese_order"), migrations.swappable_dependency(settings.AUTH_USER_MODEL), ("wagtailcore", "0098_apitoken")]

    operations = [
        CreateModels(
            operations=[
                migrations.CreateModel(
                    name="Round",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("asked_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("asked_at", models.DateTimeField(db_index=True, verbose_name="lúc")),
                        ("state", models.CharField(choices=[("open", "đang rà"), ("done", "xong")], default="open", max_length=4)),
                        ("finished_at", models.DateTimeField(null=True)),
                        ("alive_at", models.DateTimeField(null=True)),
                        ("position", models.CharField(blank=True, max_length=500)),
                        ("stage", models.CharField(blank=True, max_length=10)),
                        ("reached", models.CharField(blank=True, max_length=500)),
                        ("counts", models.JSONField(default=dict)),
                    ],
                    options={"verbose_name": "lần rà soát", "constraints": [models.UniqueConstraint(condition=models.Q(("state", "open")), fields=("state",), name="operations_one_round_open")]},
                ),
                migrations.CreateModel(
                    name="OutLink",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("path", models.CharField(db_index=True, max_length=500)),
                        ("title", models.CharField(blank=True, max_length=255)),
                        ("url", models.CharField(max_length=2000)),
                        ("url_key", models.CharField(db_index=True, max_length=64)),
                        ("host", models.CharField(db_index=True, max_length=255)),
                        ("asked_at", models.DateTimeField(db_index=True, null=True)),
                        ("status", models.PositiveSmallIntegerField(null=True)),
                        ("note", models.CharField(blank=True, max_length=200)),
                        ("failing_since", models.DateTimeField(null=True)),
                    ],
                    options={"constraints": [models.UniqueConstraint(fields=("path", "url_key"), name="operations_outlink_once_a_page")]},
                ),
                migrations.CreateModel(
                    name="KnownDomain",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("domain", models.CharField(max_length=200, verbose_name="tên miền")),
                        ("reason", models.CharField(max_length=200, verbose_name="của ai, vì sao")),
                        ("added_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("added_at", models.DateTimeField()),
                        ("ended_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("ended_at", models.DateTimeField(null=True)),
                    ],
                    options={"verbose_name": "tên miền quen", "constraints": [models.UniqueConstraint(condition=models.Q(("ended_at", None)), fields=("domain",), name="operations_domain_once")]},
                ),
                migrations.CreateModel(
                    name="Finding",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("key", models.CharField(max_length=64)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("injected", "Chữ lạ, dấu hiệu bị chèn quảng cáo cờ bạc"),
                                    ("hidden", "Liên kết bị giấu"),
                                    ("cloaked", "Máy tìm kiếm thấy khác bạn đọc"),
                                    ("strange", "Mã lạ trong trang"),
                                    ("lookalike", "Tên miền na ná tên miền nhà trường"),
                                    ("expired", "Đã quá ngày vẫn hiện"),
                                    ("broken_inside", "Liên kết trong cổng bị hỏng"),
                                    ("broken_outside", "Liên kết ra ngoài bị hỏng"),
                                    ("foreign", "Dẫn tới tên miền chưa có trong danh sách"),
                                    ("no_alt", "Ảnh thiếu mô tả"),
                                    ("stale", "Chuyên mục lâu chưa có bài mới"),
                                    ("unused", "Tệp không bài nào dùng"),
                                ],
                                max_length=14,
                                verbose_name="loại",
                            ),
                        ),
                        ("what", models.TextField(verbose_name="lỗi gì")),
                        ("uploader", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("since", models.DateTimeField(verbose_name="từ")),
                        ("seen_at", models.DateTimeField(verbose_name="thấy lần cuối")),
                        ("state", models.CharField(choices=[("open", "còn lỗi"), ("mended", "đã khắc phục"), ("waived", "để nguyên, có lý do")], default="open", max_length=6, verbose_name="tình trạng")),
                        ("closed_at", models.DateTimeField(null=True, verbose_name="khép lúc")),
                        ("closed_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="ai khắc phục")),
                        ("how", models.CharField(blank=True, max_length=500, verbose_name="cách khắc phục")),
                    ],
                    options={
                        "verbose_name": "lỗi nội dung",
                        "indexes": [
                            models.Index(fields=["state", "kind", "id"], name="operations_fault_listed"),
                            models.Index(fields=["since"], name="operations_fault_since"),
                            models.Index(fields=["closed_at"], name="operations_fault_closed"),
                            models.Index(fields=["key"], name="operations_fault_key"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(condition=models.Q(("state", "open")), fields=("key",), name="operations_fault_open_once"),
                            models.CheckConstraint(
                                condition=models.Q(models.Q(("closed_at", None), ("state", "open")), models.Q(models.Q(("state", "open"), _negated=True), ("closed_at__isnull", False)), _connector="OR"),
                                name="operations_fault_closed_with_hour",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Moving",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("source", models.CharField(max_length=60, verbose_name="mã cổng cũ")),
                        ("name", models.CharField(max_length=120, verbose_name="cổng cũ")),
                        ("kind", models.CharField(max_length=10, verbose_name="loại kho")),
                        ("archive", models.CharField(max_length=255, verbose_name="kho")),
                        ("sha256", models.CharField(max_length=64)),
                        ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("began_at", models.DateTimeField(verbose_name="bắt đầu lúc")),
                        ("alive_at", models.DateTimeField(verbose_name="còn chạy lúc")),
                        ("ended_at", models.DateTimeField(null=True, verbose_name="xong lúc")),
                        ("total", models.PositiveIntegerField(verbose_name="số bài trong kho")),
                        ("looked_at", models.PositiveIntegerField(default=0, verbose_name="đã xem")),
                    ],
                    options={"verbose_name": "lần chuyển", "ordering": ["-id"]},
                ),
                migrations.CreateModel(
                    name="Moved",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("source", models.CharField(max_length=60)),
                        ("source_id", models.CharField(max_length=255)),
                        ("moving", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="texts", to="operations.moving")),
                        ("state", models.CharField(choices=[("done", "đã chuyển"), ("failed", "chưa chuyển được")], max_length=6, verbose_name="tình trạng")),
                        ("page", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.WAGTAIL_PAGE_MODEL)),
                        ("digest", models.CharField(max_length=64)),
                        ("title", models.CharField(max_length=255, verbose_name="bài")),
                        ("address", models.CharField(max_length=500, verbose_name="địa chỉ cũ")),
                        ("past", models.DateTimeField(null=True, verbose_name="ngày đăng cũ")),
                        ("fonts", models.JSONField(default=list, verbose_name="phông cũ")),
                        ("notes", models.JSONField(default=list, verbose_name="cần xem lại")),
                        ("noted", models.BooleanField(default=False)),
                    ],
                    options={
                        "verbose_name": "bài cũ",
                        "indexes": [models.Index(fields=["state", "id"], name="operations_moved_state"), models.Index(condition=models.Q(("noted", True)), fields=["id"], name="operations_moved_noted")],
                        "constraints": [
                            models.UniqueConstraint(fields=("source", "source_id"), name="operations_moved_once"),
                            models.CheckConstraint(condition=models.Q(models.Q(("page", None), ("state", "failed")), models.Q(("page__isnull", False), ("state", "done")), _connector="OR"), name="operations_moved_page"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OldAddress",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("key", models.CharField(max_length=400, unique=True, verbose_name="địa chỉ cũ")),
                        ("page", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.WAGTAIL_PAGE_MODEL)),
                        ("attachment", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="files.attachment")),
                    ],
                    options={"verbose_name": "địa chỉ cũ", "constraints": [models.CheckConstraint(condition=models.Q(("page", None), ("attachment", None), _connector="XOR"), name="operations_address_of_one")]},
                ),
                migrations.CreateModel(
                    name="Place",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("finding", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="places", to="operations.finding")),
                        ("path", models.CharField(max_length=500, verbose_name="ở đâu")),
                        ("title", models.CharField(blank=True, max_length=255, verbose_name="tên trang")),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="nói thêm")),
                        ("page", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.WAGTAIL_PAGE_MODEL)),
                        ("field", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.field")),
                        ("since", models.DateTimeField(verbose_name="từ")),
                        ("gone_at", models.DateTimeField(null=True, verbose_name="hết lúc")),
                        ("gone_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        "verbose_name": "chỗ có lỗi",
                        "indexes": [models.Index(fields=["path", "gone_at"], name="operations_place_path")],
                        "constraints": [models.UniqueConstraint(fields=("finding", "path"), name="operations_place_once_a_fault")],
                    },
                ),
            ]
        )
    ]
