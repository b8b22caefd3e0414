import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from portal.base.migrating import CreateModels


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0001_initial"),
        ("people", "0001_squashed_0003_vietnamese_order"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations: list[migrations.operations.base.Operation] = [
        CreateModels(
            operations=[
                migrations.CreateModel(
                    name="RegisterBook",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("kind", models.CharField(max_length=6, verbose_name="loại")),
                        ("year", models.PositiveSmallIntegerField(verbose_name="năm")),
                        ("last", models.PositiveIntegerField(default=0, verbose_name="số cuối")),
                    ],
                    options={
                        "verbose_name": "sổ văn bản",
                        "constraints": [models.UniqueConstraint(fields=("kind", "year"), name="records_book_once")],
                    },
                ),
                migrations.CreateModel(
                    name="RegisterLine",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("book", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="lines", to="records.registerbook")),
                        ("number", models.PositiveIntegerField(verbose_name="số")),
                        ("symbol", models.CharField(max_length=60, verbose_name="số, ký hiệu")),
                        ("summary", models.CharField(max_length=500, verbose_name="trích yếu")),
                        ("issued", models.DateField(verbose_name="ngày văn bản")),
                        ("signer", models.CharField(blank=True, max_length=120, verbose_name="người ký")),
                        ("to", models.CharField(blank=True, max_length=300, verbose_name="nơi nhận")),
                        ("taken_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("taken_at", models.DateTimeField(verbose_name="cấp lúc")),
                        ("cancelled_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("cancelled_at", models.DateTimeField(null=True, verbose_name="hủy lúc")),
                        ("reason", models.CharField(blank=True, max_length=500, verbose_name="lý do hủy")),
                    ],
                    options={
                        "verbose_name": "số văn bản",
                        "ordering": ["-issued", "-number"],
                        "constraints": [models.UniqueConstraint(fields=("book", "number"), name="records_number_once"), models.CheckConstraint(condition=models.Q(("number__gte", 1)), name="records_number_from_one"), models.CheckConstraint(condition=models.Q(models.Q(("cancelled_at", None), ("cancelled_by", None), ("reason", "")), models.Q(("cancelled_at__isnull", False), ("cancelled_by__isnull", False), models.Q(("reason", ""), _negated=True)), _connector="OR"), name="records_number_cancelled_why")],
                    },
                ),
                migrations.CreateModel(
                    name="FileWords",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("sha256", models.CharField(max_length=64, unique=True)),
                        ("text", models.TextField(blank=True)),
                        ("scanned", models.BooleanField(default=False, verbose_name="bản quét")),
                        ("by_ocr", models.BooleanField(default=False, verbose_name="đọc bằng nhận dạng chữ")),
                        ("unread", models.CharField(blank=True, max_length=200, verbose_name="vì sao không đọc được")),
                        ("at", models.DateTimeField()),
                    ],
                    options={
                        "verbose_name": "chữ trong tệp",
                    },
                ),
                migrations.CreateModel(
                    name="Document",
                    fields=[
                        ("page_ptr", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, related_name="as_document", serialize=False, to="wagtailcore.page")),
                        ("kind", models.CharField(blank=True, max_length=6, verbose_name="loại")),
                        ("symbol", models.CharField(blank=True, max_length=60, verbose_name="số, ký hiệu")),
                        ("origin", models.CharField(choices=[("truong", "Nhà trường"), ("cap-tren", "Cấp trên")], default="truong", max_length=10, verbose_name="của")),
                        ("issuer", models.CharField(blank=True, max_length=200, verbose_name="cơ quan ban hành")),
                        ("issued", models.DateField(blank=True, null=True, verbose_name="ngày ban hành")),
                        ("starts", models.DateField(blank=True, null=True, verbose_name="có hiệu lực từ")),
                        ("ends", models.DateField(blank=True, null=True, verbose_name="hết hiệu lực từ")),
                        ("signer", models.CharField(blank=True, max_length=120, verbose_name="người ký")),
                        ("signer_post", models.CharField(blank=True, max_length=120, verbose_name="chức vụ người ký")),
                        ("field", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.field", verbose_name="lĩnh vực")),
                        ("intro", models.TextField(blank=True, verbose_name="tóm tắt")),
                        ("grounds", models.TextField(blank=True, verbose_name="căn cứ")),
                        ("body", models.TextField(blank=True, verbose_name="toàn văn")),
                        ("recipients", models.TextField(blank=True, verbose_name="nơi nhận")),
                        ("papers", models.JSONField(blank=True, default=list, verbose_name="tệp")),
                        ("relations", models.JSONField(blank=True, default=list, verbose_name="thay thế, sửa đổi")),
                        ("line", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="documents", to="records.registerline")),
                    ],
                    options={
                        "verbose_name": "văn bản",
                        "indexes": [models.Index(fields=["issued"], name="records_document_issued"), models.Index(fields=["kind", "issued"], name="records_document_kind")],
                    },
                    bases=("wagtailcore.page",),
                ),
                migrations.CreateModel(
                    name="DocumentLink",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("source", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="does", to="records.document")),
                        ("target", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="undergoes", to="records.document")),
                        ("relation", models.CharField(choices=[("thay", "Thay thế"), ("sua", "Sửa đổi, bổ sung")], max_length=4, verbose_name="việc")),
                    ],
                    options={
                        "verbose_name": "quan hệ giữa văn bản",
                        "constraints": [models.UniqueConstraint(fields=("source", "target"), name="records_link_once")],
                    },
                ),
                migrations.CreateModel(
                    name="DocumentWords",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("document", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name="found_by", to="records.document")),
                        ("whole", models.BooleanField(default=False, verbose_name="đã đọc các tệp")),
                        ("exact", models.TextField()),
                        ("folded", models.TextField()),
                    ],
                    options={
                        "verbose_name": "chữ tìm văn bản",
                        "indexes": [models.Index(condition=models.Q(("whole", False)), fields=["document"], name="records_words_waiting")],
                    },
                ),
            ],
        ),
    ]
