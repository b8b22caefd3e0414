import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import portal.base.fields
from portal.base.migrating import CreateModels


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0002_documents"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations: list[migrations.operations.base.Operation] = [
        CreateModels(
            operations=[
                migrations.CreateModel(
                    name="Procedure",
                    fields=[
                        ("page_ptr", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, related_name="as_procedure", serialize=False, to="wagtailcore.page")),
                        ("who", portal.base.fields.LineField(blank=True, max_length=300, verbose_name="dành cho")),
                        ("intro", models.TextField(blank=True, verbose_name="tóm tắt")),
                        ("dossier", models.TextField(blank=True, verbose_name="hồ sơ")),
                        ("steps", models.TextField(blank=True, verbose_name="các bước")),
                        ("place", portal.base.fields.LineField(blank=True, max_length=200, verbose_name="nơi nộp")),
                        ("hours", portal.base.fields.LineField(blank=True, max_length=200, verbose_name="giờ tiếp nhận")),
                        ("days", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="thời hạn")),
                        ("fee", models.PositiveIntegerField(blank=True, null=True, verbose_name="lệ phí")),
                        ("fee_note", portal.base.fields.LineField(blank=True, max_length=300, verbose_name="ghi chú lệ phí")),
                        ("outcome", portal.base.fields.LineField(blank=True, max_length=300, verbose_name="kết quả")),
                        ("basis", models.TextField(blank=True, verbose_name="căn cứ pháp lý")),
                        ("starts", models.DateField(blank=True, null=True, verbose_name="áp dụng từ")),
                        ("ends", models.DateField(blank=True, null=True, verbose_name="hết áp dụng từ")),
                        ("form_title", portal.base.fields.LineField(blank=True, max_length=200, verbose_name="tên mẫu đơn")),
                        ("form_to", portal.base.fields.LineField(blank=True, max_length=200, verbose_name="kính gửi")),
                        ("form_lines", models.TextField(blank=True, verbose_name="nội dung mẫu đơn")),
                        ("form_signer", portal.base.fields.LineField(blank=True, max_length=100, verbose_name="người ký đơn")),
                        ("papers", models.JSONField(blank=True, default=list, verbose_name="tệp")),
                    ],
                    options={
                        "verbose_name": "thủ tục",
                        "constraints": [models.CheckConstraint(condition=models.Q(("ends", None), ("starts", None), ("ends__gt", models.F("starts")), _connector="OR"), name="records_procedure_days")],
                    },
                    bases=("wagtailcore.page",),
                ),
            ],
        ),
    ]
