from django.db import migrations, models

from portal.base.migrating import CreateModels


class Migration(migrations.Migration):
    replaces = [("base", "0001_initial"), ("base", "0002_school_look"), ("base", "0003_journal_deeds"), ("base", "0004_journal_kind")]

    dependencies = []

    operations = [
        CreateModels(
            operations=[
                migrations.CreateModel(
                    name="ClockShift",
                    fields=[("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")), ("offset", models.DurationField()), ("frozen_at", models.DateTimeField(null=True))],
                ),
                migrations.CreateModel(
                    name="Cursor",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("listener", models.CharField(max_length=60, unique=True)),
                        ("position", models.BigIntegerField(default=0)),
                    ],
                ),
                migrations.CreateModel(name="Epoch", fields=[("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")), ("value", models.BigIntegerField(default=0))]),
                migrations.CreateModel(
                    name="JournalEntry",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("at", models.DateTimeField(db_index=True, verbose_name="lúc (giờ nghiệp vụ)")),
                        ("wall", models.DateTimeField(auto_now_add=True, verbose_name="lúc (giờ máy)")),
                        ("verb", models.CharField(db_index=True, max_length=60, verbose_name="việc")),
                        ("subject_type", models.CharField(blank=True, max_length=60)),
                        ("subject_id", models.BigIntegerField(null=True)),
                        ("actor_id", models.BigIntegerField(db_index=True, null=True, verbose_name="người làm")),
                        ("acting_for_id", models.BigIntegerField(null=True, verbose_name="thay mặt")),
                        ("office", models.CharField(blank=True, max_length=40, verbose_name="chức danh")),
                        ("channel", models.CharField(blank=True, max_length=20, verbose_name="kênh")),
                        ("revision_id", models.BigIntegerField(null=True, verbose_name="bản")),
                        ("hash", models.CharField(blank=True, max_length=64, verbose_name="mã bản")),
                        ("rule", models.CharField(blank=True, max_length=40, verbose_name="quy tắc")),
                        ("clause", models.CharField(blank=True, max_length=60, verbose_name="điều khoản")),
                        ("reason", models.TextField(blank=True, verbose_name="lý do")),
                        ("data", models.JSONField(default=dict)),
                    ],
                    options={
                        "verbose_name": "dòng nhật ký",
                        "indexes": [
                            models.Index(fields=["subject_type", "subject_id", "id"], name="base_journal_subject"),
                            models.Index(fields=["actor_id", "verb"], name="base_journal_deeds"),
                            models.Index(fields=["subject_type", "id"], name="base_journal_kind"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Parameter",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("name", models.CharField(max_length=80)),
                        ("value", models.CharField(max_length=200)),
                        ("clause", models.CharField(max_length=60)),
                        ("valid_from", models.DateField()),
                    ],
                    options={"constraints": [models.UniqueConstraint(fields=("name", "valid_from"), name="base_parameter_once_a_day")]},
                ),
                migrations.CreateModel(
                    name="School",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("name", models.CharField(max_length=200, verbose_name="tên trường")),
                        ("initials", models.CharField(max_length=6, verbose_name="chữ trên huy hiệu")),
                        ("ward", models.CharField(blank=True, max_length=200, verbose_name="địa bàn")),
                        ("address", models.CharField(blank=True, max_length=300, verbose_name="địa chỉ")),
                        ("phone", models.CharField(blank=True, max_length=40, verbose_name="điện thoại")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="thư điện tử")),
                        ("hours", models.CharField(blank=True, max_length=200, verbose_name="giờ làm việc")),
                        ("ink", models.CharField(default="#3b2a8c", max_length=7, verbose_name="màu mực")),
                        ("phuong", models.CharField(default="#c8202f", max_length=7, verbose_name="màu phượng")),
                        ("crest", models.BigIntegerField(null=True, verbose_name="ảnh huy hiệu")),
                        ("header", models.BigIntegerField(null=True, verbose_name="ảnh đầu trang")),
                        ("domain", models.CharField(max_length=200, verbose_name="tên miền chính thức")),
                        ("is_demo", models.BooleanField(default=False, verbose_name="trường mẫu")),
                    ],
                    options={"verbose_name": "nhà trường", "constraints": [models.CheckConstraint(condition=models.Q(("pk", 1)), name="base_school_is_one")]},
                ),
                migrations.CreateModel(
                    name="Task",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("name", models.CharField(max_length=80)),
                        ("arguments", models.JSONField(default=dict)),
                        ("state", models.CharField(choices=[("ready", "Ready"), ("done", "Done"), ("failed", "Failed")], default="ready", max_length=10)),
                        ("run_after", models.DateTimeField(db_index=True)),
                        ("leased_until", models.DateTimeField(null=True)),
                        ("attempts", models.PositiveSmallIntegerField(default=0)),
                        ("error", models.TextField(blank=True)),
                        ("finished_at", models.DateTimeField(null=True)),
                    ],
                    options={"indexes": [models.Index(fields=["state", "run_after"], name="base_task_due")]},
                ),
                migrations.CreateModel(
                    name="SchoolLook",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("values", models.JSONField()),
                        ("before", models.JSONField()),
                        ("state", models.CharField(choices=[("prepared", "đang chờ"), ("in_force", "đã đưa vào dùng"), ("declined", "không dùng"), ("replaced", "được thay bằng bản sau")], default="prepared", max_length=10)),
                        ("prepared_by", models.BigIntegerField()),
                        ("prepared_at", models.DateTimeField()),
                        ("decided_by", models.BigIntegerField(null=True)),
                        ("decided_at", models.DateTimeField(null=True)),
                        ("reason", models.CharField(blank=True, max_length=500)),
                    ],
                    options={
                        "verbose_name": "bộ mặt nhà trường",
                        "constraints": [
                            models.UniqueConstraint(condition=models.Q(("state", "prepared")), fields=("state",), name="base_look_one_waits"),
                            models.CheckConstraint(condition=models.Q(("decided_by", None), models.Q(("decided_by", models.F("prepared_by")), _negated=True), _connector="OR"), name="base_look_two_people"),
                        ],
                    },
                ),
            ]
        )
    ]
