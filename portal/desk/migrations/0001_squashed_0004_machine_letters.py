import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from portal.base.migrating import CreateModels


class Migration(migrations.Migration):
    replaces = [("desk", "0001_mail"), ("desk", "0002_letters_found"), ("desk", "0003_weekly_care"), ("desk", "0004_machine_letters")]

    dependencies = [migrations.swappable_dependency(settings.AUTH_USER_MODEL), ("wagtailcore", "0098_apitoken")]

    operations = [
        CreateModels(
            operations=[
                migrations.CreateModel(
                    name="Letter",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("person", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="letters", to=settings.AUTH_USER_MODEL)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("turn", "đến lượt"),
                                    ("opinion", "hỏi ý kiến"),
                                    ("answer", "tin về bài của mình"),
                                    ("nudge", "lời nhắc của đồng nghiệp"),
                                    ("reminder", "nhắc trước hạn"),
                                    ("escalation", "báo quá hạn"),
                                    ("digest", "thư tổng hợp"),
                                    ("care", "thư chăm sóc nội dung"),
                                    ("code", "mã xác nhận địa chỉ riêng"),
                                    ("call", "báo có việc tới địa chỉ riêng"),
                                    ("machine", "báo người giữ máy"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("key", models.CharField(max_length=120, verbose_name="về việc")),
                        ("page", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.WAGTAIL_PAGE_MODEL)),
                        ("task", models.BigIntegerField(db_index=True, null=True, verbose_name="lượt")),
                        ("hash", models.CharField(blank=True, max_length=64)),
                        ("line", models.BigIntegerField(null=True, verbose_name="dòng nhật ký")),
                        ("urgent", models.BooleanField(default=False, verbose_name="khẩn")),
                        ("made_at", models.DateTimeField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "chờ gửi"),
                                    ("held", "để dành cho thư tổng hợp"),
                                    ("sent", "đã gửi"),
                                    ("stale", "thôi gửi, việc đã khác"),
                                    ("foreign", "không gửi, địa chỉ ngoài tên miền trường"),
                                    ("failed", "không gửi được"),
                                ],
                                default="waiting",
                                max_length=10,
                            ),
                        ),
                        ("tries", models.PositiveSmallIntegerField(default=0)),
                        ("error", models.TextField(blank=True)),
                        ("sent_at", models.DateTimeField(null=True)),
                    ],
                    options={
                        "verbose_name": "thư",
                        "indexes": [
                            models.Index(fields=["state", "made_at"], name="desk_letter_state"),
                            models.Index(fields=["key"], name="desk_letter_key"),
                            models.Index(fields=["made_at"], name="desk_letter_made"),
                            models.Index(fields=["sent_at"], name="desk_letter_sent"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("person", "key"), name="desk_letter_once"),
                            models.CheckConstraint(condition=models.Q(models.Q(("state", "sent"), _negated=True), ("sent_at__isnull", False), _connector="OR"), name="desk_letter_sent_has_hour"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Link",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("token_hash", models.CharField(max_length=64, unique=True)),
                        ("letter", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="links", to="desk.letter")),
                        ("person", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("page", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.WAGTAIL_PAGE_MODEL)),
                        ("task", models.BigIntegerField()),
                        ("revision", models.BigIntegerField()),
                        ("hash", models.CharField(max_length=64)),
                        ("verb", models.CharField(max_length=20)),
                        ("office", models.CharField(max_length=20)),
                        ("acting_for", models.BigIntegerField(null=True)),
                        ("grant", models.BigIntegerField(null=True)),
                        ("rights_version", models.PositiveIntegerField()),
                        ("made_at", models.DateTimeField()),
                        ("expires_at", models.DateTimeField()),
                        ("used_at", models.DateTimeField(null=True)),
                        ("dead_at", models.DateTimeField(null=True)),
                        ("dead_because", models.CharField(blank=True, max_length=12)),
                    ],
                    options={
                        "verbose_name": "đường dẫn trong thư",
                        "indexes": [models.Index(fields=["person", "task"], name="desk_link_siblings"), models.Index(fields=["expires_at"], name="desk_link_over")],
                        "constraints": [models.CheckConstraint(condition=models.Q(("used_at", None), ("dead_at", None), _connector="OR"), name="desk_link_used_or_dead")],
                    },
                ),
                migrations.CreateModel(
                    name="MailWish",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("person", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="mail_wish", to=settings.AUTH_USER_MODEL)),
                        ("much", models.CharField(choices=[("every", "Mỗi lượt một thư, ngay khi đến lượt"), ("digest", "Mỗi sáng một thư tổng hợp"), ("urgent", "Chỉ việc khẩn và thư nhắc hạn")], default="every", max_length=8)),
                        ("private_address", models.EmailField(blank=True, max_length=254)),
                        ("confirmed_at", models.DateTimeField(null=True)),
                        ("code_hash", models.CharField(blank=True, max_length=64)),
                        ("code_until", models.DateTimeField(null=True)),
                        ("code_tries", models.PositiveSmallIntegerField(default=0)),
                    ],
                    options={"verbose_name": "cách nhận thư"},
                ),
            ]
        )
    ]
