import django.contrib.auth.models
import django.contrib.auth.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import portal.base.ordering
from portal.base.migrating import CreateModels


class Migration(migrations.Migration):
    replaces = [("people", "0001_initial"), ("people", "0002_personnel_proposals"), ("people", "0003_vietnamese_order")]

    dependencies = [("auth", "0012_alter_user_first_name_max_length")]

    operations = [
        CreateModels(
            operations=[
                migrations.CreateModel(
                    name="Decision",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("number", models.CharField(max_length=60, unique=True, verbose_name="số quyết định")),
                        ("signed_on", models.DateField(verbose_name="ngày ký")),
                        ("signer", models.CharField(max_length=120, verbose_name="người ký")),
                        ("subject", models.CharField(max_length=300, verbose_name="trích yếu")),
                    ],
                    options={"verbose_name": "quyết định"},
                ),
                migrations.CreateModel(
                    name="Field",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("title", models.CharField(max_length=120, unique=True, verbose_name="lĩnh vực")),
                        ("slug", models.SlugField(max_length=120, unique=True)),
                    ],
                    options={"verbose_name": "lĩnh vực", "ordering": [models.OrderBy(portal.base.ordering.Ordered(models.F("title")))]},
                ),
                migrations.CreateModel(
                    name="Unit",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("title", models.CharField(max_length=120, unique=True, verbose_name="đơn vị")),
                        ("slug", models.SlugField(max_length=120, unique=True)),
                    ],
                    options={"verbose_name": "đơn vị", "ordering": [models.OrderBy(portal.base.ordering.Ordered(models.F("title")))]},
                ),
                migrations.CreateModel(
                    name="Person",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("password", models.CharField(max_length=128, verbose_name="password")),
                        ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                        ("is_superuser", models.BooleanField(default=False, help_text="Designates that this user has all permissions without explicitly assigning them.", verbose_name="superuser status")),
                        (
                            "username",
                            models.CharField(
                                error_messages={"unique": "A user with that username already exists."},
                                help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                                max_length=150,
                                unique=True,
                                validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
                                verbose_name="username",
                            ),
                        ),
                        ("first_name", models.CharField(blank=True, max_length=150, verbose_name="first name")),
                        ("last_name", models.CharField(blank=True, max_length=150, verbose_name="last name")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="email address")),
                        ("is_staff", models.BooleanField(default=False, help_text="Designates whether the user can log into this admin site.", verbose_name="staff status")),
                        ("is_active", models.BooleanField(default=True, help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.", verbose_name="active")),
                        ("date_joined", models.DateTimeField(default=django.utils.timezone.now, verbose_name="date joined")),
                        ("full_name", models.CharField(max_length=120, verbose_name="họ và tên")),
                        (
                            "kind",
                            models.CharField(
                                choices=[("staff", "Cán bộ, giáo viên, nhân viên"), ("collaborator", "Cộng tác viên"), ("parent", "Cha mẹ học sinh"), ("pupil", "Học sinh"), ("reader", "Bạn đọc")],
                                default="reader",
                                max_length=20,
                                verbose_name="là",
                            ),
                        ),
                        ("phone", models.CharField(blank=True, max_length=30, verbose_name="điện thoại")),
                        ("rights_version", models.PositiveIntegerField(default=0)),
                        (
                            "groups",
                            models.ManyToManyField(
                                blank=True,
                                help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                                related_name="user_set",
                                related_query_name="user",
                                to="auth.group",
                                verbose_name="groups",
                            ),
                        ),
                        (
                            "user_permissions",
                            models.ManyToManyField(blank=True, help_text="Specific permissions for this user.", related_name="user_set", related_query_name="user", to="auth.permission", verbose_name="user permissions"),
                        ),
                    ],
                    options={"verbose_name": "người dùng", "verbose_name_plural": "người dùng"},
                    managers=[("objects", django.contrib.auth.models.UserManager())],
                ),
                migrations.CreateModel(
                    name="CollaboratorProposal",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("field", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="proposals", to="people.field", verbose_name="lĩnh vực")),
                        ("full_name", models.CharField(max_length=120, verbose_name="họ và tên")),
                        ("email", models.EmailField(max_length=254, verbose_name="thư điện tử")),
                        ("username", models.SlugField(max_length=60, verbose_name="tên đăng nhập")),
                        ("note", models.TextField(blank=True, verbose_name="vì sao chọn")),
                        ("state", models.CharField(choices=[("proposed", "chờ Trưởng ban"), ("accepted", "đã mở tài khoản"), ("declined", "không đồng ý")], default="proposed", max_length=10)),
                        ("proposed_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("proposed_at", models.DateTimeField()),
                        ("decided_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("decided_at", models.DateTimeField(null=True)),
                        ("reason", models.TextField(blank=True)),
                    ],
                    options={"verbose_name": "đề xuất cộng tác viên"},
                ),
                migrations.CreateModel(
                    name="Token",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("person", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="tokens", to=settings.AUTH_USER_MODEL)),
                        ("hash", models.CharField(max_length=64, unique=True)),
                        ("label", models.CharField(blank=True, max_length=80, verbose_name="tên gọi")),
                        ("may_decide", models.BooleanField(default=False, verbose_name="được quyết định")),
                        ("made_at", models.DateTimeField()),
                        ("expires_at", models.DateTimeField(verbose_name="hết hạn")),
                        ("revoked_at", models.DateTimeField(null=True)),
                        ("rights_version", models.PositiveIntegerField()),
                    ],
                    options={"verbose_name": "mã truy cập"},
                ),
                migrations.CreateModel(
                    name="Absence",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("starts", models.DateTimeField(verbose_name="từ")),
                        ("ends", models.DateTimeField(blank=True, null=True, verbose_name="đến trước")),
                        ("person", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="absences", to=settings.AUTH_USER_MODEL, verbose_name="người vắng")),
                        ("substitute", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="substitutions", to=settings.AUTH_USER_MODEL, verbose_name="người làm thay")),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="lý do")),
                        ("marked_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        "verbose_name": "vắng mặt",
                        "abstract": False,
                        "constraints": [models.CheckConstraint(condition=models.Q(("ends", None), ("ends__gt", models.F("starts")), _connector="OR"), name="people_absence_ends_after_start")],
                    },
                ),
                migrations.CreateModel(
                    name="Appointment",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("starts", models.DateTimeField(verbose_name="từ")),
                        ("ends", models.DateTimeField(blank=True, null=True, verbose_name="đến trước")),
                        ("person", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="appointments", to=settings.AUTH_USER_MODEL, verbose_name="người")),
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
                                verbose_name="chức danh",
                            ),
                        ),
                        ("decision", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="appointments", to="people.decision", verbose_name="quyết định")),
                        ("ended_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.decision", verbose_name="thôi theo")),
                    ],
                    options={
                        "verbose_name": "bổ nhiệm",
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("ends", None), ("ends__gt", models.F("starts")), _connector="OR"), name="people_appointment_ends_after_start"),
                            models.CheckConstraint(condition=models.Q(models.Q(("office", "acting_head"), _negated=True), ("ends__isnull", False), _connector="OR"), name="people_acting_head_has_end"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Delegation",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("starts", models.DateTimeField(verbose_name="từ")),
                        ("ends", models.DateTimeField(blank=True, null=True, verbose_name="đến trước")),
                        ("delegator", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="given_delegations", to=settings.AUTH_USER_MODEL, verbose_name="người ủy nhiệm")),
                        ("delegate", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="delegations", to=settings.AUTH_USER_MODEL, verbose_name="người được ủy nhiệm")),
                        ("number", models.CharField(max_length=60, verbose_name="số giấy ủy nhiệm")),
                        ("revoked_at", models.DateTimeField(blank=True, null=True, verbose_name="thu hồi lúc")),
                        ("revoked_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("fields", models.ManyToManyField(to="people.field", verbose_name="lĩnh vực")),
                    ],
                    options={
                        "verbose_name": "ủy nhiệm",
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("ends", None), ("ends__gt", models.F("starts")), _connector="OR"), name="people_delegation_ends_after_start"),
                            models.CheckConstraint(condition=models.Q(("ends__isnull", False)), name="people_delegation_has_end"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CollaboratorPost",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("starts", models.DateTimeField(verbose_name="từ")),
                        ("ends", models.DateTimeField(blank=True, null=True, verbose_name="đến trước")),
                        ("field", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="collaborators", to="people.field", verbose_name="lĩnh vực")),
                        ("person", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="collaborator_posts", to=settings.AUTH_USER_MODEL, verbose_name="cộng tác viên")),
                    ],
                    options={
                        "verbose_name": "cộng tác viên của lĩnh vực",
                        "abstract": False,
                        "constraints": [models.CheckConstraint(condition=models.Q(("ends", None), ("ends__gt", models.F("starts")), _connector="OR"), name="people_collaboratorpost_ends_after_start")],
                    },
                ),
                migrations.CreateModel(
                    name="FieldAssignment",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("starts", models.DateTimeField(verbose_name="từ")),
                        ("ends", models.DateTimeField(blank=True, null=True, verbose_name="đến trước")),
                        ("field", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="assignments", to="people.field", verbose_name="lĩnh vực")),
                        ("person", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="field_assignments", to=settings.AUTH_USER_MODEL, verbose_name="ủy viên")),
                        ("assigned_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="người phân công")),
                    ],
                    options={
                        "verbose_name": "phân công lĩnh vực",
                        "abstract": False,
                        "constraints": [models.CheckConstraint(condition=models.Q(("ends", None), ("ends__gt", models.F("starts")), _connector="OR"), name="people_fieldassignment_ends_after_start")],
                    },
                ),
                migrations.CreateModel(
                    name="Suspension",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("starts", models.DateTimeField(verbose_name="từ")),
                        ("ends", models.DateTimeField(blank=True, null=True, verbose_name="đến trước")),
                        ("person", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="suspensions", to=settings.AUTH_USER_MODEL, verbose_name="người bị tạm dừng")),
                        ("reason", models.TextField(verbose_name="lý do")),
                        ("decided_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("lifted_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        "verbose_name": "tạm dừng quyền",
                        "abstract": False,
                        "constraints": [models.CheckConstraint(condition=models.Q(("ends", None), ("ends__gt", models.F("starts")), _connector="OR"), name="people_suspension_ends_after_start")],
                    },
                ),
                migrations.CreateModel(
                    name="UnitPost",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("starts", models.DateTimeField(verbose_name="từ")),
                        ("ends", models.DateTimeField(blank=True, null=True, verbose_name="đến trước")),
                        ("unit", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="posts", to="people.unit", verbose_name="đơn vị")),
                        ("person", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="unit_posts", to=settings.AUTH_USER_MODEL, verbose_name="người")),
                        ("leads", models.BooleanField(default=False, verbose_name="phụ trách")),
                    ],
                    options={
                        "verbose_name": "người của đơn vị",
                        "abstract": False,
                        "constraints": [models.CheckConstraint(condition=models.Q(("ends", None), ("ends__gt", models.F("starts")), _connector="OR"), name="people_unitpost_ends_after_start")],
                    },
                ),
                migrations.CreateModel(
                    name="PersonnelProposal",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("change", models.CharField(choices=[("appoint", "Bổ nhiệm"), ("release", "Thôi giữ chức")], max_length=10, verbose_name="việc")),
                        ("person", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="người")),
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
                                verbose_name="chức danh",
                            ),
                        ),
                        ("note", models.TextField(verbose_name="lý do đề xuất")),
                        ("proposed_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="người đề xuất")),
                        (
                            "proposed_as",
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
                                verbose_name="với chức danh",
                            ),
                        ),
                        ("proposed_at", models.DateTimeField(verbose_name="đề xuất lúc")),
                        ("state", models.CharField(choices=[("proposed", "chờ Hiệu trưởng"), ("accepted", "đã có quyết định"), ("declined", "không đồng ý"), ("taken_back", "đã rút")], default="proposed", max_length=10)),
                        ("answered_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("answered_at", models.DateTimeField(null=True)),
                        ("answer", models.TextField(blank=True, verbose_name="trả lời")),
                        ("decision", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="answers", to="people.decision", verbose_name="quyết định")),
                    ],
                    options={
                        "verbose_name": "đề xuất nhân sự",
                        "constraints": [
                            models.UniqueConstraint(condition=models.Q(("state", "proposed")), fields=("person", "office", "change"), name="people_one_open_proposal"),
                            models.CheckConstraint(condition=models.Q(models.Q(("state", "accepted"), _negated=True), ("decision__isnull", False), _connector="OR"), name="people_accepted_has_decision"),
                        ],
                    },
                ),
            ]
        )
    ]
