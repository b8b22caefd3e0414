import django.db.models.deletion
import django.db.models.fields.json
import django.db.models.functions.comparison
from django.conf import settings
from django.db import migrations, models

from portal.base.migrating import CreateModels


class Migration(migrations.Migration):
    replaces = [
        ("approval", "0001_initial"),
        ("approval", "0002_initial"),
        ("approval", "0003_remark"),
        ("approval", "0004_copied_approval"),
        ("approval", "0005_found_by_index"),
        ("approval", "0006_title_key"),
        ("approval", "0007_approval_entered"),
        ("approval", "0008_history"),
        ("approval", "0009_title_order"),
        ("approval", "0010_as_it_came"),
        ("approval", "0011_closed_because"),
        ("approval", "0012_review_lists"),
    ]

    dependencies = [
        ("people", "0001_squashed_0003_vietnamese_order"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("wagtailcore", "0098_apitoken"),
        # Those of the libraries first: while they are at it there are no models of ours to render again.
        ("mfa", "0003_authenticator_type_uniq"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
        ("wagtailsearch", "0010_add_text_fields"),
        ("wagtailusers", "0015_userprofile_keyboard_shortcuts"),
    ]

    operations = [
        CreateModels(
            operations=[
                migrations.CreateModel(
                    name="Approval",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        (
                            "office",
                            models.CharField(
                                choices=[
                                    ("principal", "Hiệu trưởng"),
                                    ("vice_principal", "Phó Hiệu trưởng"),
                                    ("head", "Trưởng ban"),
                                    ("acting_head", "Phụ trách Ban"),
                                    ("deputy", "Phó Trưởng ban"),
                                    ("member", "Ủy viên"),
                                    ("secretary", "Thư ký"),
                                    ("sysadmin", "Quản trị viên hệ thống"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("acting_for", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("grant", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.delegation")),
                        ("number", models.CharField(blank=True, max_length=60, verbose_name="số giấy")),
                        ("at", models.DateTimeField()),
                        ("revision", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="wagtailcore.revision")),
                        ("hash", models.CharField(max_length=64)),
                        ("clause", models.CharField(max_length=80)),
                        ("page", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="approvals", to=settings.WAGTAIL_PAGE_MODEL)),
                        ("decided_by_pass", models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="approval", to="approval.pass")),
                        ("copied_from", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="copies", to="approval.approval")),
                        ("listed", models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="approval", to="approval.historyitem")),
                        ("row", models.PositiveSmallIntegerField()),
                        ("effective_from", models.DateTimeField()),
                        ("went_live_at", models.DateTimeField(null=True)),
                        ("revoked_at", models.DateTimeField(null=True)),
                    ],
                    options={
                        "indexes": [models.Index(models.Case(models.When(copied_from=None, then="at"), default="effective_from"), name="approval_entered")],
                        "constraints": [
                            models.UniqueConstraint(condition=models.Q(("revoked_at", None), ("went_live_at__isnull", False)), fields=("page",), name="approval_one_live_a_page"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("copied_from", None), ("decided_by_pass__isnull", False), ("listed", None)),
                                    models.Q(("copied_from__isnull", False), ("decided_by_pass", None), ("listed", None)),
                                    models.Q(("copied_from", None), ("decided_by_pass", None), ("listed__isnull", False)),
                                    _connector="OR",
                                ),
                                name="approval_decided_copied_or_listed",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Case",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("page", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="case", to=settings.WAGTAIL_PAGE_MODEL)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "đang viết"),
                                    ("in_review", "đang xem xét"),
                                    ("sent_back", "trả lại để sửa"),
                                    ("refused", "từ chối"),
                                    ("approved", "đã duyệt, chờ giờ đăng"),
                                    ("published", "đã đăng"),
                                    ("withdrawn", "đã gỡ"),
                                ],
                                db_index=True,
                                default="draft",
                                max_length=12,
                                verbose_name="trạng thái",
                            ),
                        ),
                        ("creator", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("title", models.CharField(max_length=255)),
                        ("title_key", models.TextField(default="", editable=False)),
                        ("title_order", models.BinaryField(default=b"")),
                        ("correcting", models.BooleanField(default=False, verbose_name="đính chính")),
                        ("publish_at", models.DateTimeField(null=True, verbose_name="giờ đăng")),
                        ("revision", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="wagtailcore.revision")),
                        ("hash", models.CharField(max_length=64)),
                        ("facts", models.JSONField(default=dict)),
                        (
                            "in_field",
                            models.GeneratedField(
                                db_persist=True,
                                expression=django.db.models.functions.comparison.NullIf(
                                    django.db.models.functions.comparison.Cast(django.db.models.fields.json.KeyTextTransform("field", "facts"), models.BigIntegerField()), models.Value(0)
                                ),
                                output_field=models.BigIntegerField(null=True),
                            ),
                        ),
                        ("authors", models.JSONField(default=list)),
                        ("live_row", models.PositiveSmallIntegerField(null=True, verbose_name="tuyến của bản đang đăng")),
                        ("published_at", models.DateTimeField(db_index=True, null=True, verbose_name="đăng lúc")),
                        ("corrected_at", models.DateTimeField(null=True, verbose_name="sửa lúc")),
                        ("touched_at", models.DateTimeField(verbose_name="thay đổi lúc")),
                        ("past", models.DateTimeField(null=True, verbose_name="đăng ở cổng cũ lúc")),
                        ("past_hash", models.CharField(default="", editable=False, max_length=64)),
                    ],
                    options={
                        "verbose_name": "hồ sơ duyệt",
                        "indexes": [
                            models.Index(fields=["touched_at", "id"], name="approval_case_touched"),
                            models.Index(fields=["creator", "touched_at"], name="approval_case_creator"),
                            models.Index(fields=["in_field", "touched_at"], name="approval_case_field"),
                            models.Index(fields=["title"], name="approval_case_title"),
                            models.Index(condition=models.Q(("correcting", True)), fields=["page"], name="approval_case_correcting"),
                            models.Index(fields=["state", "touched_at", "id"], name="approval_case_state"),
                            models.Index(condition=models.Q(("past__isnull", False)), fields=["state", "page"], name="approval_case_past"),
                            models.Index(fields=["title_order", "id"], name="approval_case_order"),
                        ],
                        "constraints": [models.CheckConstraint(condition=models.Q(models.Q(("state", "published"), _negated=True), ("published_at__isnull", False), _connector="OR"), name="approval_published_has_hour")],
                    },
                ),
                migrations.CreateModel(
                    name="Opinion",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("passage", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="opinions", to="approval.passage")),
                        ("asked_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("asked_at", models.DateTimeField()),
                        ("question", models.TextField()),
                        ("to", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="opinions_owed", to=settings.AUTH_USER_MODEL)),
                        ("answer", models.TextField(blank=True)),
                        ("answered_at", models.DateTimeField(null=True)),
                        ("hash", models.CharField(max_length=64)),
                    ],
                ),
                migrations.CreateModel(
                    name="Pass",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        (
                            "office",
                            models.CharField(
                                choices=[
                                    ("principal", "Hiệu trưởng"),
                                    ("vice_principal", "Phó Hiệu trưởng"),
                                    ("head", "Trưởng ban"),
                                    ("acting_head", "Phụ trách Ban"),
                                    ("deputy", "Phó Trưởng ban"),
                                    ("member", "Ủy viên"),
                                    ("secretary", "Thư ký"),
                                    ("sysadmin", "Quản trị viên hệ thống"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("acting_for", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("grant", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.delegation")),
                        ("number", models.CharField(blank=True, max_length=60, verbose_name="số giấy")),
                        ("at", models.DateTimeField()),
                        ("revision", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="wagtailcore.revision")),
                        ("hash", models.CharField(max_length=64)),
                        ("clause", models.CharField(max_length=80)),
                        ("passage", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="passes", to="approval.passage")),
                        ("kind", models.CharField(choices=[("member", "member"), ("secretary", "secretary"), ("leader", "leader")], max_length=10, verbose_name="bước")),
                        ("verb", models.CharField(max_length=20)),
                        ("row", models.PositiveSmallIntegerField()),
                        ("facts", models.JSONField()),
                        ("covers", models.JSONField(default=list)),
                        ("ground", models.CharField(blank=True, max_length=20)),
                        ("reason", models.TextField(blank=True)),
                        ("dropped_at", models.DateTimeField(null=True)),
                    ],
                    options={"ordering": ["id"], "constraints": [models.UniqueConstraint(condition=models.Q(("dropped_at", None)), fields=("passage", "kind"), name="approval_one_pass_a_step")]},
                ),
                migrations.CreateModel(
                    name="Passage",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("case", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="passages", to="approval.case")),
                        ("submitted_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("submitted_at", models.DateTimeField()),
                        ("facts_confirmed_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("closed_at", models.DateTimeField(null=True)),
                        ("outcome", models.CharField(blank=True, max_length=12)),
                    ],
                    options={"constraints": [models.UniqueConstraint(condition=models.Q(("closed_at", None)), fields=("case",), name="approval_one_open_passage")]},
                ),
                migrations.CreateModel(
                    name="Vouch",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("case", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="vouches", to="approval.case")),
                        ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("at", models.DateTimeField()),
                        ("revision", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="wagtailcore.revision")),
                        ("hash", models.CharField(max_length=64)),
                    ],
                    options={"constraints": [models.UniqueConstraint(fields=("case", "by", "hash"), name="approval_vouch_once")]},
                ),
                migrations.CreateModel(
                    name="Remark",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("case", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="remarks", to="approval.case")),
                        ("passage", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="remarks", to="approval.passage")),
                        ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("at", models.DateTimeField()),
                        ("revision", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="wagtailcore.revision")),
                        ("hash", models.CharField(max_length=64)),
                        ("quote", models.CharField(blank=True, max_length=300, verbose_name="câu được nhận xét")),
                        ("text", models.TextField(verbose_name="nhận xét")),
                        ("settled_at", models.DateTimeField(null=True, verbose_name="khép lúc")),
                        ("settled_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(models.Q(("settled_at", None), ("settled_by", None)), models.Q(("settled_at__isnull", False), ("settled_by__isnull", False)), _connector="OR"),
                                name="approval_remark_settled_by_somebody",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoryList",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("title", models.CharField(max_length=200, verbose_name="danh sách")),
                        ("prepared_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("prepared_at", models.DateTimeField()),
                        ("digest", models.CharField(max_length=64, verbose_name="mã danh sách")),
                        ("decided_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("decided_at", models.DateTimeField(null=True)),
                        ("called_off_at", models.DateTimeField(null=True)),
                        ("closed_because", models.TextField(blank=True, verbose_name="vì sao khép, không đưa bài nào lên")),
                    ],
                    options={
                        "ordering": ["-id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(models.Q(("decided_at", None), ("decided_by", None)), models.Q(("called_off_at", None), ("decided_at__isnull", False), ("decided_by__isnull", False)), _connector="OR"),
                                name="approval_list_decided_by_somebody",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoryItem",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("list", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="items", to="approval.historylist")),
                        ("page", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.WAGTAIL_PAGE_MODEL)),
                        ("revision", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="wagtailcore.revision")),
                        ("hash", models.CharField(max_length=64)),
                        ("past", models.DateTimeField()),
                        ("mended", models.BooleanField(default=False, verbose_name="đã sửa sau khi chuyển")),
                        ("left_out", models.TextField(blank=True, verbose_name="vì sao không đưa lên")),
                    ],
                    options={"ordering": ["id"], "constraints": [models.UniqueConstraint(fields=("list", "page"), name="approval_once_a_list")]},
                ),
                migrations.CreateModel(
                    name="ReviewList",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("title", models.CharField(max_length=200, verbose_name="danh sách")),
                        ("prepared_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("prepared_at", models.DateTimeField()),
                        ("digest", models.CharField(max_length=64, verbose_name="mã danh sách")),
                        ("decided_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("decided_at", models.DateTimeField(null=True)),
                        ("called_off_at", models.DateTimeField(null=True)),
                    ],
                    options={
                        "ordering": ["-id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(models.Q(("decided_at", None), ("decided_by", None)), models.Q(("called_off_at", None), ("decided_at__isnull", False), ("decided_by__isnull", False)), _connector="OR"),
                                name="approval_review_list_decided",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReviewItem",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("list", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="items", to="approval.reviewlist")),
                        ("page", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.WAGTAIL_PAGE_MODEL)),
                        ("task", models.BigIntegerField()),
                        ("revision", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="wagtailcore.revision")),
                        ("hash", models.CharField(max_length=64)),
                        ("left_out", models.TextField(blank=True, verbose_name="vì sao để lại")),
                        ("approval", models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="in_list", to="approval.approval")),
                    ],
                    options={"ordering": ["id"], "constraints": [models.UniqueConstraint(fields=("list", "page"), name="approval_once_a_review_list")]},
                ),
            ]
        )
    ]
