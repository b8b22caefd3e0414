import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from portal.base.migrating import CreateModels


class Migration(migrations.Migration):
    dependencies = [
        ("pupils", "0004_results"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        CreateModels(
            operations=[
                migrations.CreateModel(
                    name="Erasure",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("ground", models.CharField(choices=[("asked", "Gia đình hoặc chính người ấy yêu cầu xóa"), ("left", "Đã thôi học, không còn lý do giữ trên cổng"), ("wrong", "Nhập nhầm, không phải học sinh của trường")], max_length=8, verbose_name="lý do")),
                        ("paper", models.CharField(max_length=120, verbose_name="số đơn")),
                        ("state", models.CharField(choices=[("asked", "chờ Hiệu trưởng"), ("done", "đã xóa"), ("declined", "Hiệu trưởng không đồng ý"), ("taken_back", "đã rút đề nghị")], default="asked", max_length=10)),
                        ("asked_at", models.DateTimeField(verbose_name="đề nghị lúc")),
                        ("reached", models.BigIntegerField(null=True, verbose_name="đã đọc tới tệp")),
                        ("searched_at", models.DateTimeField(null=True, verbose_name="tìm xong lúc")),
                        ("unread", models.PositiveIntegerField(default=0, verbose_name="tệp không đọc được chữ")),
                        ("decided_at", models.DateTimeField(null=True, verbose_name="quyết định lúc")),
                        ("answer", models.CharField(blank=True, max_length=300, verbose_name="vì sao không")),
                        ("digest", models.CharField(blank=True, db_index=True, max_length=64)),
                        ("marks", models.JSONField(default=list)),
                        ("names", models.JSONField(default=list)),
                        ("replaced", models.JSONField(default=dict)),
                        ("left", models.JSONField(default=list)),
                        ("repeated_at", models.DateTimeField(null=True, verbose_name="làm lại sau khôi phục lúc")),
                        ("account", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("asked_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("decided_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("pupil", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="erasures", to="pupils.pupil")),
                    ],
                    options={
                        "verbose_name": "xóa thông tin cá nhân",
                        "ordering": ["-asked_at", "-id"],
                        "constraints": [
                            models.UniqueConstraint(condition=models.Q(("state", "asked")), fields=("pupil",), name="pupils_erasure_asked_once"),
                            models.UniqueConstraint(condition=models.Q(("state", "asked")), fields=("account",), name="pupils_erasure_account_once"),
                            models.UniqueConstraint(condition=models.Q(("digest", ""), _negated=True), fields=("digest",), name="pupils_erasure_done_once"),
                            models.CheckConstraint(condition=models.Q(("decided_by", None), models.Q(("state", "done"), _negated=True), models.Q(("decided_by", models.F("asked_by")), _negated=True), _connector="OR"), name="pupils_erasure_two_people"),
                            models.CheckConstraint(condition=models.Q(("state", "done"), models.Q(("account__isnull", False), ("pupil", None)), models.Q(("account", None), ("pupil__isnull", False)), _connector="OR"), name="pupils_erasure_of_one"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ErasurePlace",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("kind", models.CharField(max_length=60)),
                        ("item", models.BigIntegerField()),
                        ("settled_at", models.DateTimeField(null=True, verbose_name="khép lúc")),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="đã làm gì")),
                        ("erasure", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="places", to="pupils.erasure")),
                        ("settled_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        "verbose_name": "nơi còn tên",
                        "ordering": ["id"],
                        "constraints": [models.UniqueConstraint(fields=("erasure", "kind", "item"), name="pupils_place_once")],
                    },
                ),
            ]
        )
    ]
