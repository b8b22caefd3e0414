import uuid
from importlib import import_module

import django.db.models.deletion
import django.db.models.functions.comparison
from django.conf import settings
from django.db import migrations, models

from portal.base.migrating import CreateModels

LIBRARY = import_module("portal.intranet.migrations.0004_library")  # what a school begins with


class Migration(migrations.Migration):
    replaces = [("intranet", "0001_initial"), ("intranet", "0002_week"), ("intranet", "0003_notices"), ("intranet", "0004_library"), ("intranet", "0005_timetable"), ("intranet", "0006_bulk")]

    dependencies = [
        ("files", "0001_squashed_0006_guarded"),
        ("people", "0001_squashed_0003_vietnamese_order"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("plan", "0001_squashed_0002_assignments_and_budgets"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        CreateModels(
            operations=[
                migrations.CreateModel(
                    name="IntranetIndex",
                    fields=[("page_ptr", models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL))],
                    options={"verbose_name": "nhánh nội bộ"},
                    bases=("wagtailcore.page",),
                ),
                migrations.CreateModel(
                    name="Entry",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("week", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="entries", to="intranet.week", verbose_name="tuần")),
                        ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("sequence", models.PositiveIntegerField(default=0, editable=False)),
                        ("day", models.DateField(verbose_name="ngày")),
                        ("part", models.CharField(choices=[("sang", "Sáng"), ("chieu", "Chiều"), ("toi", "Tối")], max_length=5, verbose_name="buổi")),
                        ("starts", models.TimeField(blank=True, null=True, verbose_name="từ giờ")),
                        ("ends", models.TimeField(blank=True, null=True, verbose_name="đến giờ")),
                        ("content", models.CharField(max_length=300, verbose_name="nội dung")),
                        ("attendees", models.CharField(blank=True, max_length=300, verbose_name="thành phần")),
                        ("everyone", models.BooleanField(default=False, verbose_name="toàn trường")),
                        ("lead", models.CharField(blank=True, max_length=200, verbose_name="chủ trì")),
                        ("place", models.CharField(blank=True, max_length=120, verbose_name="địa điểm")),
                        ("preparation", models.CharField(blank=True, max_length=300, verbose_name="chuẩn bị")),
                        ("plan_entry", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="plan.planentry", verbose_name="việc trong kế hoạch")),
                        ("repeat", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="entries", to="intranet.repeat")),
                        ("cancelled_at", models.DateTimeField(null=True, verbose_name="hủy lúc")),
                        ("changed_at", models.DateTimeField(null=True, verbose_name="thay đổi lúc")),
                        ("units", models.ManyToManyField(blank=True, related_name="+", to="people.unit", verbose_name="tổ, đơn vị")),
                        ("people", models.ManyToManyField(blank=True, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="người dự")),
                        ("leads", models.ManyToManyField(blank=True, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="người chủ trì")),
                    ],
                    options={
                        "verbose_name": "việc trong tuần",
                        "ordering": ["day", "starts", "id"],
                        "indexes": [models.Index(fields=["day"], name="intranet_entry_day")],
                        "constraints": [models.CheckConstraint(condition=models.Q(("ends", None), models.Q(("ends__gt", models.F("starts")), ("starts__isnull", False)), _connector="OR"), name="intranet_entry_ends_after_start")],
                    },
                ),
                migrations.CreateModel(
                    name="EntryChange",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("entry", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="changes", to="intranet.entry")),
                        ("verb", models.CharField(choices=[("add", "thêm"), ("change", "đổi"), ("cancel", "hủy")], max_length=10)),
                        ("before", models.JSONField(default=dict)),
                        ("after", models.JSONField(default=dict)),
                        ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("at", models.DateTimeField()),
                        ("reason", models.CharField(blank=True, max_length=200, verbose_name="vì sao")),
                    ],
                    options={"verbose_name": "thay đổi lịch", "ordering": ["id"]},
                ),
                migrations.CreateModel(
                    name="Repeat",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("starts_on", models.DateField(verbose_name="từ tuần")),
                        ("ends_on", models.DateField(null=True, verbose_name="đến hết ngày")),
                        ("every", models.PositiveSmallIntegerField(default=1, verbose_name="mỗi mấy tuần")),
                        ("made_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("made_at", models.DateTimeField()),
                    ],
                    options={
                        "verbose_name": "việc lặp lại",
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("every__in", (1, 2, 4))), name="intranet_repeat_every"),
                            models.CheckConstraint(condition=models.Q(("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"), name="intranet_repeat_ends_after_start"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Week",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("monday", models.DateField(unique=True, verbose_name="từ thứ Hai")),
                        ("note", models.TextField(blank=True, max_length=1000, verbose_name="lưu ý chung")),
                        ("begun_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("begun_at", models.DateTimeField()),
                        ("posted_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="người đăng")),
                        ("posted_at", models.DateTimeField(null=True, verbose_name="đăng lúc")),
                        ("changed_at", models.DateTimeField(null=True, verbose_name="sửa lúc")),
                    ],
                    options={
                        "verbose_name": "lịch công tác tuần",
                        "ordering": ["-monday"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(models.Q(("posted_at", None), ("posted_by", None)), models.Q(("posted_at__isnull", False), ("posted_by__isnull", False)), _connector="OR"), name="intranet_week_posted_by_somebody"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Duty",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("week", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="duties", to="intranet.week")),
                        ("kind", models.CharField(choices=[("bgh", "Trực Ban giám hiệu"), ("lop", "Lớp trực tuần"), ("bao-ve", "Bảo vệ"), ("khac", "Trực khác")], max_length=10, verbose_name="việc trực")),
                        ("day", models.DateField(blank=True, null=True, verbose_name="ngày")),
                        ("who", models.CharField(max_length=200, verbose_name="ai trực")),
                        ("person", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    ],
                    options={"verbose_name": "trực", "ordering": ["kind", "day", "id"]},
                ),
                migrations.CreateModel(
                    name="WeekPoster",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("starts", models.DateTimeField(verbose_name="từ")),
                        ("ends", models.DateTimeField(blank=True, null=True, verbose_name="đến trước")),
                        ("person", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="người được giao")),
                        ("answers", models.BooleanField(default=False, verbose_name="chịu trách nhiệm đăng đúng hạn")),
                        ("named_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="người giao")),
                    ],
                    options={
                        "verbose_name": "người đăng lịch công tác",
                        "abstract": False,
                        "constraints": [models.CheckConstraint(condition=models.Q(("ends", None), ("ends__gt", models.F("starts")), _connector="OR"), name="intranet_weekposter_ends_after_start")],
                    },
                ),
                migrations.CreateModel(
                    name="CalendarKey",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("person", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("hash", models.CharField(max_length=64, unique=True)),
                        ("made_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("made_at", models.DateTimeField()),
                        ("revoked_at", models.DateTimeField(null=True)),
                    ],
                    options={
                        "verbose_name": "địa chỉ lịch",
                        "constraints": [models.UniqueConstraint(django.db.models.functions.comparison.Coalesce("person", 0), condition=models.Q(("revoked_at", None)), name="intranet_one_calendar_each")],
                    },
                ),
                migrations.CreateModel(
                    name="InternalNotice",
                    fields=[
                        ("page_ptr", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, related_name="as_notice", serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                        ("intro", models.TextField(blank=True, verbose_name="nội dung")),
                        ("sort", models.CharField(choices=[("thong-bao", "Thông báo"), ("ke-hoach", "Kế hoạch năm của cổng"), ("huong-dan", "Tài liệu hướng dẫn")], default="thong-bao", max_length=10, verbose_name="loại")),
                        ("to_everyone", models.BooleanField(default=False, verbose_name="toàn trường")),
                        ("to_offices", models.JSONField(blank=True, default=list, verbose_name="chức danh")),
                        ("to_units", models.JSONField(blank=True, default=list, verbose_name="đơn vị")),
                        ("to_people", models.JSONField(blank=True, default=list, verbose_name="từng người")),
                        ("acknowledge_by", models.DateField(blank=True, null=True, verbose_name="xác nhận đã đọc trước khi hết ngày")),
                        ("papers", models.JSONField(blank=True, default=list, verbose_name="tệp kèm theo")),
                    ],
                    options={"verbose_name": "thông báo nội bộ"},
                    bases=("wagtailcore.page",),
                ),
                migrations.CreateModel(
                    name="UpNotice",
                    fields=[
                        ("notice", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name="up", serialize=False, to="intranet.internalnotice")),
                        ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("first_up", models.DateTimeField()),
                        ("up_at", models.DateTimeField()),
                        ("hash", models.CharField(max_length=64)),
                        ("sort", models.CharField(max_length=10)),
                        ("acknowledge_by", models.DateField(null=True)),
                        ("year", models.PositiveSmallIntegerField(verbose_name="năm học")),
                    ],
                    options={
                        "verbose_name": "thông báo đang đăng",
                        "ordering": ["-up_at", "-pk"],
                        "indexes": [models.Index(fields=["year", "up_at"], name="intranet_notice_year"), models.Index(fields=["acknowledge_by"], name="intranet_notice_due")],
                    },
                ),
                migrations.CreateModel(
                    name="NoticeAddress",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("up", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="addresses", to="intranet.upnotice")),
                        ("office", models.CharField(blank=True, max_length=20)),
                        ("unit", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.unit")),
                        ("person", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        "verbose_name": "người nhận thông báo",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(models.Q(("person", None), ("unit", None)), models.Q(("office", ""), models.Q(("unit", None), ("person", None), _connector="OR")), _connector="OR"),
                                name="intranet_address_of_one_sort",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Confirmation",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("notice", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="confirmations", to="intranet.internalnotice")),
                        ("person", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("hash", models.CharField(max_length=64)),
                        ("at", models.DateTimeField()),
                    ],
                    options={"verbose_name": "xác nhận đã đọc", "constraints": [models.UniqueConstraint(fields=("notice", "person", "hash"), name="intranet_confirmed_once")]},
                ),
                migrations.CreateModel(
                    name="NoticePaper",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("notice", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="carried", to="intranet.internalnotice")),
                        ("attachment", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="files.attachment")),
                    ],
                    options={"verbose_name": "tệp của thông báo", "constraints": [models.UniqueConstraint(fields=("notice", "attachment"), name="intranet_paper_once")]},
                ),
                migrations.CreateModel(
                    name="Reminding",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("notice", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="remindings", to="intranet.internalnotice")),
                        ("mark", models.CharField(max_length=40)),
                        ("by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("at", models.DateTimeField()),
                    ],
                    options={"verbose_name": "lần nhắc đọc", "constraints": [models.UniqueConstraint(fields=("notice", "mark"), name="intranet_reminded_once")]},
                ),
                migrations.CreateModel(
                    name="Subject",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("title", models.CharField(max_length=80, unique=True, verbose_name="môn học")),
                        ("slug", models.SlugField(max_length=80, unique=True)),
                        ("position", models.PositiveSmallIntegerField(default=100)),
                    ],
                    options={"verbose_name": "môn học", "ordering": ["position", "slug"]},
                ),
                migrations.CreateModel(
                    name="TextbookSeries",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("title", models.CharField(max_length=120, unique=True, verbose_name="bộ sách")),
                        ("slug", models.SlugField(max_length=120, unique=True)),
                        ("position", models.PositiveSmallIntegerField(default=100)),
                    ],
                    options={"verbose_name": "bộ sách", "ordering": ["position", "slug"]},
                ),
                migrations.CreateModel(
                    name="LibraryItem",
                    fields=[
                        ("page_ptr", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, related_name="as_library_item", serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                        ("intro", models.TextField(blank=True, verbose_name="giới thiệu")),
                        (
                            "sort",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("giao-an", "Kế hoạch bài dạy"),
                                    ("bai-giang", "Bài giảng trình chiếu"),
                                    ("phieu", "Phiếu học tập"),
                                    ("de", "Đề kiểm tra"),
                                    ("tu-lieu", "Tư liệu ảnh, âm thanh, video"),
                                    ("skkn", "Sáng kiến kinh nghiệm"),
                                    ("khac", "Tài liệu khác"),
                                ],
                                max_length=10,
                                verbose_name="loại",
                            ),
                        ),
                        ("grade", models.PositiveSmallIntegerField(blank=True, choices=[(6, "Khối 6"), (7, "Khối 7"), (8, "Khối 8"), (9, "Khối 9"), (0, "Chung")], null=True, verbose_name="khối")),
                        ("subject", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="intranet.subject", verbose_name="môn")),
                        ("series", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="intranet.textbookseries", verbose_name="bộ sách")),
                        ("year", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="năm học")),
                        ("unit", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.unit", verbose_name="tổ")),
                        ("lesson", models.CharField(blank=True, max_length=200, verbose_name="bài, chủ đề")),
                        (
                            "licence",
                            models.CharField(
                                choices=[
                                    ("dung-sua", "Đồng nghiệp trong trường dùng và sửa lại, ghi tên người soạn"),
                                    ("dung-nguyen", "Đồng nghiệp trong trường dùng nguyên văn, không sửa"),
                                    ("nguon-ngoai", "Tài liệu của người khác, dùng theo điều kiện của nguồn"),
                                ],
                                default="dung-sua",
                                max_length=12,
                                verbose_name="quyền sử dụng",
                            ),
                        ),
                        ("source", models.CharField(blank=True, max_length=300, verbose_name="nguồn")),
                        ("papers", models.JSONField(blank=True, default=list, verbose_name="tệp")),
                        ("copied_from", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="copies", to="intranet.libraryitem")),
                        ("copied_words", models.CharField(blank=True, editable=False, max_length=64)),
                    ],
                    options={"verbose_name": "học liệu", "indexes": [models.Index(fields=["year", "grade", "subject"], name="intranet_library_year"), models.Index(fields=["subject", "grade"], name="intranet_library_subject")]},
                    bases=("wagtailcore.page",),
                ),
                migrations.CreateModel(
                    name="SharedDraft",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("item", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name="shared", to="intranet.libraryitem")),
                        ("unit", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.unit")),
                        ("at", models.DateTimeField()),
                    ],
                    options={"verbose_name": "bản nháp chia sẻ trong tổ"},
                ),
                migrations.CreateModel(
                    name="Downloads",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("item", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="downloads", to="intranet.libraryitem")),
                        ("month", models.DateField()),
                        ("count", models.PositiveIntegerField(default=0)),
                    ],
                    options={"verbose_name": "lượt tải", "ordering": ["-month"], "constraints": [models.UniqueConstraint(fields=("item", "month"), name="intranet_library_month_once")]},
                ),
                migrations.CreateModel(
                    name="LibraryOpinion",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("item", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="opinions", to="intranet.libraryitem")),
                        ("hash", models.CharField(max_length=64)),
                        ("unit", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.unit")),
                        ("asked_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("asked_at", models.DateTimeField()),
                        ("by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("said_at", models.DateTimeField(null=True)),
                        ("favourable", models.BooleanField(null=True)),
                        ("words", models.TextField(blank=True, max_length=2000)),
                        ("dropped_at", models.DateTimeField(null=True)),
                    ],
                    options={
                        "verbose_name": "ý kiến tổ trưởng",
                        "ordering": ["id"],
                        "indexes": [models.Index(condition=models.Q(("dropped_at", None), ("said_at", None)), fields=["unit", "asked_at"], name="intranet_library_asked")],
                        "constraints": [
                            models.UniqueConstraint(condition=models.Q(("dropped_at", None), ("said_at", None)), fields=("item",), name="intranet_library_asked_once"),
                            models.CheckConstraint(
                                condition=models.Q(models.Q(("by", None), ("favourable", None), ("said_at", None)), models.Q(("by__isnull", False), ("favourable__isnull", False), ("said_at__isnull", False)), _connector="OR"),
                                name="intranet_library_said_by_somebody",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LibraryPaper",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("item", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="carried", to="intranet.libraryitem")),
                        ("attachment", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="files.attachment")),
                        ("shown", models.BooleanField(default=False)),
                    ],
                    options={"verbose_name": "tệp của học liệu", "constraints": [models.UniqueConstraint(fields=("item", "attachment"), name="intranet_library_paper_once")]},
                ),
                migrations.CreateModel(
                    name="Rating",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("item", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="ratings", to="intranet.libraryitem")),
                        ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("stars", models.PositiveSmallIntegerField(choices=[(5, "5 – rất tốt"), (4, "4 – tốt"), (3, "3 – dùng được"), (2, "2 – cần sửa nhiều"), (1, "1 – không nên dùng")], verbose_name="mức")),
                        ("reason", models.TextField(max_length=1000, verbose_name="vì sao")),
                        ("at", models.DateTimeField()),
                        ("hash", models.CharField(max_length=64)),
                    ],
                    options={
                        "verbose_name": "đánh giá",
                        "ordering": ["-at", "-pk"],
                        "constraints": [models.UniqueConstraint(fields=("item", "by"), name="intranet_library_rated_once"), models.CheckConstraint(condition=models.Q(("stars__range", (1, 5))), name="intranet_library_stars")],
                    },
                ),
                migrations.CreateModel(
                    name="Timetable",
                    fields=[
                        ("page_ptr", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, related_name="as_timetable", serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                        ("intro", models.TextField(blank=True, max_length=1000, verbose_name="ghi chú cho người đọc")),
                        ("starts", models.DateField(blank=True, null=True, verbose_name="áp dụng từ ngày")),
                        ("lessons", models.JSONField(blank=True, default=list, verbose_name="các tiết")),
                        ("unread", models.JSONField(blank=True, default=list, verbose_name="ô không đọc được")),
                        ("source", models.CharField(blank=True, max_length=200, verbose_name="nhập từ tệp")),
                        ("source_sha256", models.CharField(blank=True, max_length=64)),
                    ],
                    options={"verbose_name": "thời khóa biểu"},
                ),
                migrations.CreateModel(
                    name="TimetableReading",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("at", models.DateTimeField()),
                        ("name", models.CharField(max_length=200, verbose_name="tệp")),
                        ("sha256", models.CharField(max_length=64)),
                        ("starts", models.DateField(null=True)),
                        ("lessons", models.JSONField(default=list)),
                        ("unread", models.JSONField(default=list)),
                    ],
                    options={"verbose_name": "tệp thời khóa biểu đã đọc"},
                ),
                migrations.CreateModel(
                    name="OwnClass",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("person", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="own_classes", to=settings.AUTH_USER_MODEL)),
                        ("school_class", models.CharField(max_length=12, verbose_name="lớp")),
                    ],
                    options={"verbose_name": "lớp của tôi", "constraints": [models.UniqueConstraint(fields=("person", "school_class"), name="intranet_own_class_once")]},
                ),
                migrations.CreateModel(
                    name="TimetableLesson",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("timetable", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="rows", to="intranet.timetable")),
                        ("school_class", models.CharField(max_length=12, verbose_name="lớp")),
                        ("class_slug", models.CharField(max_length=12)),
                        ("day", models.PositiveSmallIntegerField(verbose_name="thứ")),
                        ("session", models.CharField(choices=[("sang", "Sáng"), ("chieu", "Chiều")], max_length=5, verbose_name="buổi")),
                        ("period", models.PositiveSmallIntegerField(verbose_name="tiết")),
                        ("subject", models.CharField(max_length=80, verbose_name="môn")),
                        ("teacher", models.CharField(blank=True, max_length=80, verbose_name="giáo viên")),
                        ("room", models.CharField(blank=True, max_length=60, verbose_name="phòng")),
                        ("person", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        "verbose_name": "tiết học",
                        "ordering": ["day", "session", "period", "id"],
                        "indexes": [models.Index(fields=["timetable", "class_slug"], name="intranet_lesson_class"), models.Index(fields=["timetable", "person"], name="intranet_lesson_person")],
                    },
                ),
                migrations.CreateModel(
                    name="PaperPreview",
                    fields=[
                        ("of", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name="preview", serialize=False, to="files.attachment")),
                        ("pdf", models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="preview_of", to="files.attachment")),
                        ("asked_at", models.DateTimeField()),
                        ("told", models.CharField(blank=True, max_length=200)),
                    ],
                    options={"verbose_name": "bản xem trước"},
                ),
                migrations.CreateModel(
                    name="Tray",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("begun_at", models.DateTimeField()),
                        ("common", models.JSONField(default=dict)),
                        ("closed_at", models.DateTimeField(null=True)),
                    ],
                    options={"verbose_name": "lượt gửi nhiều tệp", "constraints": [models.UniqueConstraint(condition=models.Q(("closed_at", None)), fields=("by",), name="intranet_one_open_tray")]},
                ),
                migrations.CreateModel(
                    name="TrayFile",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("tray", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="files", to="intranet.tray")),
                        ("name", models.CharField(max_length=255, verbose_name="tên tệp")),
                        ("size", models.PositiveBigIntegerField()),
                        ("sha256", models.CharField(max_length=64)),
                        ("attachment", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="files.attachment")),
                        ("told", models.TextField(blank=True)),
                        ("title", models.CharField(blank=True, max_length=255, verbose_name="tên học liệu")),
                        ("lesson", models.CharField(blank=True, max_length=200, verbose_name="bài, chủ đề")),
                        (
                            "sort",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("giao-an", "Kế hoạch bài dạy"),
                                    ("bai-giang", "Bài giảng trình chiếu"),
                                    ("phieu", "Phiếu học tập"),
                                    ("de", "Đề kiểm tra"),
                                    ("tu-lieu", "Tư liệu ảnh, âm thanh, video"),
                                    ("skkn", "Sáng kiến kinh nghiệm"),
                                    ("khac", "Tài liệu khác"),
                                ],
                                max_length=10,
                                verbose_name="loại",
                            ),
                        ),
                        ("grade", models.PositiveSmallIntegerField(blank=True, choices=[(6, "Khối 6"), (7, "Khối 7"), (8, "Khối 8"), (9, "Khối 9"), (0, "Chung")], null=True, verbose_name="khối")),
                        ("subject", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="intranet.subject", verbose_name="môn")),
                        ("item", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="intranet.libraryitem")),
                    ],
                    options={"verbose_name": "tệp trong lượt gửi", "ordering": ["id"], "constraints": [models.UniqueConstraint(fields=("tray", "sha256"), name="intranet_tray_file_once")]},
                ),
            ]
        ),
        migrations.RunPython(LIBRARY.plant, migrations.RunPython.noop),
    ]
