import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q

from portal.base.migrating import CreateModels

PURPOSES = [
    ("group", "Ảnh tập thể"), ("portrait", "Ảnh cá nhân"), ("praise", "Họ tên và thành tích"), ("video", "Video"),
    ("work", "Sản phẩm của em"),
]  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [
        ("pupils", "0001_initial"),
        ("files", "0001_squashed_0006_guarded"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        CreateModels(
            operations=[
                migrations.CreateModel(
                    name="Consent",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("year", models.PositiveSmallIntegerField(verbose_name="năm học")),
                        ("purpose", models.CharField(choices=PURPOSES, max_length=12, verbose_name="mục")),
                        ("granted", models.BooleanField(verbose_name="đồng ý")),
                        ("withdrawn", models.BooleanField(default=False, verbose_name="đã rút")),
                        ("by_parent", models.BooleanField(default=False, verbose_name="cha mẹ ký")),
                        ("by_child", models.BooleanField(default=False, verbose_name="em ký")),
                        ("by_family", models.BooleanField(default=False, verbose_name="gia đình tự rút trên cổng")),
                        ("paper", models.CharField(blank=True, max_length=200, verbose_name="căn cứ")),
                        ("starts", models.DateTimeField(verbose_name="từ lúc")),
                        ("ends", models.DateTimeField(blank=True, null=True, verbose_name="đến trước lúc")),
                        ("file", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="files.attachment")),
                        ("pupil", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="consents", to="pupils.pupil")),
                        ("recorded_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="người ghi")),
                    ],
                    options={
                        "verbose_name": "sự đồng ý",
                        "constraints": [
                            models.UniqueConstraint(condition=Q(("ends", None)), fields=("pupil", "year", "purpose"), name="pupils_one_answer_stands"),
                            models.CheckConstraint(condition=Q(("granted", False), ("by_parent", True), _connector="OR"), name="pupils_consent_is_signed"),
                            models.CheckConstraint(condition=Q(("ends", None), ("ends__gte", F("starts")), _connector="OR"), name="pupils_consent_ends_after"),
                        ],
                    },
                ),
            ]
        )
    ]  # fmt: skip
