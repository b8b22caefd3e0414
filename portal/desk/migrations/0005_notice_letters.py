from django.db import migrations, models

KINDS = [
    ("turn", "đến lượt"), ("opinion", "hỏi ý kiến"), ("answer", "tin về bài của mình"), ("nudge", "lời nhắc của đồng nghiệp"),
    ("reminder", "nhắc trước hạn"), ("escalation", "báo quá hạn"), ("digest", "thư tổng hợp"), ("care", "thư chăm sóc nội dung"),
    ("code", "mã xác nhận địa chỉ riêng"), ("call", "báo có việc tới địa chỉ riêng"), ("machine", "báo người giữ máy"),
    ("notice", "thông báo nội bộ mới"),
]  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("desk", "0004_machine_letters")]
    operations = [
        migrations.AlterField(model_name="letter", name="kind", field=models.CharField(choices=KINDS, max_length=12)),
    ]
