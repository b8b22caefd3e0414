import django.db.models.deletion
import modelcluster.fields
import wagtail.fields
from django.conf import settings
from django.db import migrations, models

import portal.news.models.bringing
from portal.base.migrating import CreateModels


class Migration(migrations.Migration):
    replaces = [
        ("news", "0001_initial"),
        ("news", "0002_initial"),
        ("news", "0003_home_layout"),
        ("news", "0004_capture_key"),
        ("news", "0005_editing"),
        ("news", "0006_standing_places"),
        ("news", "0007_home_arrangements"),
        ("news", "0008_article_moments"),
        ("news", "0009_listed"),
        ("news", "0010_list_what_is_up"),
        ("news", "0011_whose_lines"),
        ("news", "0012_bringing"),
        ("news", "0013_held_papers"),
    ]

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
                    name="Article",
                    fields=[
                        ("page_ptr", models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                        ("section", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="articles", to="news.section", verbose_name="chuyên mục")),
                        ("topic", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="articles", to="news.topic", verbose_name="chuyên đề")),
                        (
                            "genre",
                            models.CharField(
                                choices=[
                                    ("tin-ngan", "Tin ngắn"),
                                    ("tin-hoi-nghi", "Tin hội nghị"),
                                    ("anh-hoat-dong", "Ảnh hoạt động"),
                                    ("bai-phan-anh", "Bài phản ánh"),
                                    ("tuong-thuat", "Tường thuật, ghi nhanh"),
                                    ("phong-su-phong-van", "Phóng sự điều tra, phỏng vấn"),
                                    ("bai-chuyen-sau", "Bài viết chuyên sâu"),
                                ],
                                max_length=20,
                                verbose_name="thể loại",
                            ),
                        ),
                        ("notice", models.BooleanField(default=False, verbose_name="là thông báo")),
                        (
                            "kind",
                            models.CharField(choices=[("original", "Bài của nhà trường"), ("repost", "Đăng lại"), ("advertisement", "Quảng cáo cho đơn vị khác")], default="original", max_length=14, verbose_name="loại nội dung"),
                        ),
                        ("audience", models.CharField(choices=[("public", "Công khai"), ("internal", "Nội bộ")], default="public", max_length=10, verbose_name="ai đọc")),
                        ("summary", models.TextField(blank=True, max_length=600, verbose_name="tóm tắt")),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [("paragraph", 0), ("heading", 1), ("image", 4), ("gallery", 5), ("quote", 8), ("table", 13), ("document", 15), ("video", 18), ("notice", 20), ("links", 25)],
                                blank=True,
                                block_lookup={
                                    0: ("wagtail.blocks.RichTextBlock", (), {"label": "Đoạn văn", "template": "blocks/paragraph.html"}),
                                    1: ("wagtail.blocks.CharBlock", (), {"label": "Tiêu đề mục", "max_length": 200, "template": "blocks/heading.html"}),
                                    2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "ảnh"}),
                                    3: ("wagtail.blocks.CharBlock", (), {"label": "chú thích", "max_length": 400, "required": False}),
                                    4: ("wagtail.blocks.StructBlock", [[("picture", 2), ("caption", 3)]], {}),
                                    5: ("wagtail.blocks.ListBlock", (4,), {"label": "Bộ ảnh", "template": "blocks/gallery.html"}),
                                    6: ("wagtail.blocks.TextBlock", (), {"label": "lời trích"}),
                                    7: ("wagtail.blocks.CharBlock", (), {"label": "của ai", "max_length": 200, "required": False}),
                                    8: ("wagtail.blocks.StructBlock", [[("text", 6), ("source", 7)]], {}),
                                    9: ("wagtail.blocks.CharBlock", (), {"label": "tên bảng", "max_length": 200, "required": False}),
                                    10: ("wagtail.blocks.CharBlock", (), {"required": False}),
                                    11: ("wagtail.blocks.ListBlock", (10,), {}),
                                    12: ("wagtail.blocks.ListBlock", (11,), {"label": "các dòng, dòng đầu là tiêu đề"}),
                                    13: ("wagtail.blocks.StructBlock", [[("caption", 9), ("rows", 12)]], {}),
                                    14: ("wagtail.documents.blocks.DocumentChooserBlock", (), {"label": "tệp"}),
                                    15: ("wagtail.blocks.StructBlock", [[("document", 14)]], {}),
                                    16: ("wagtail.blocks.URLBlock", (), {"label": "địa chỉ video"}),
                                    17: ("wagtail.blocks.CharBlock", (), {"label": "tên video", "max_length": 200}),
                                    18: ("wagtail.blocks.StructBlock", [[("url", 16), ("title", 17)]], {}),
                                    19: ("wagtail.blocks.TextBlock", (), {"label": "nội dung"}),
                                    20: ("wagtail.blocks.StructBlock", [[("text", 19)]], {}),
                                    21: ("wagtail.blocks.CharBlock", (), {"label": "tên", "max_length": 200}),
                                    22: ("wagtail.blocks.CharBlock", (), {"label": "địa chỉ", "max_length": 500}),
                                    23: ("wagtail.blocks.CharBlock", (), {"label": "một câu giới thiệu", "max_length": 300, "required": False}),
                                    24: ("wagtail.blocks.StructBlock", [[("title", 21), ("url", 22), ("note", 23)]], {}),
                                    25: ("wagtail.blocks.ListBlock", (24,), {"label": "Liên kết", "template": "blocks/links.html"}),
                                },
                                verbose_name="nội dung",
                            ),
                        ),
                        ("source_name", models.CharField(blank=True, max_length=200, verbose_name="nguồn")),
                        ("source_author", models.CharField(blank=True, max_length=200, verbose_name="tác giả bài gốc")),
                        ("source_url", models.URLField(blank=True, max_length=500, verbose_name="địa chỉ bài gốc")),
                        ("source_published_at", models.DateTimeField(blank=True, null=True, verbose_name="nguồn đăng lúc")),
                        ("advertiser_name", models.CharField(blank=True, max_length=200, verbose_name="đơn vị được đăng tin")),
                        ("advertiser_contact", models.CharField(blank=True, max_length=300, verbose_name="liên hệ của đơn vị")),
                        ("plan_entry", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="plan.planentry", verbose_name="việc trong kế hoạch")),
                        ("event_start", models.DateTimeField(blank=True, null=True, verbose_name="diễn ra từ")),
                        ("event_end", models.DateTimeField(blank=True, null=True, verbose_name="diễn ra đến")),
                        ("opening_at", models.DateTimeField(blank=True, null=True, verbose_name="giờ khai mạc")),
                        ("place", models.CharField(blank=True, max_length=200, verbose_name="địa điểm")),
                        ("interviewee", models.CharField(blank=True, max_length=200, verbose_name="người được hỏi")),
                        ("consent", models.BooleanField(default=False, verbose_name="người trong ảnh, người được hỏi đã đồng ý")),
                        ("photographer", models.CharField(blank=True, max_length=120, verbose_name="ảnh")),
                        ("received_name", models.CharField(blank=True, max_length=120, verbose_name="nhận từ")),
                        ("received_unit", models.CharField(blank=True, max_length=200, verbose_name="đơn vị gửi")),
                        ("received_at", models.DateTimeField(blank=True, null=True, verbose_name="nhận lúc")),
                        ("received_original", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="files.attachment", verbose_name="bản gốc nhận được")),
                        ("urgent_template", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="news.urgenttemplate", verbose_name="mẫu thông báo khẩn")),
                        ("expires_at", models.DateTimeField(blank=True, null=True, verbose_name="hết hạn")),
                    ],
                    options={
                        "verbose_name": "bài",
                        "indexes": [
                            models.Index(condition=models.Q(("expires_at__isnull", False)), fields=["expires_at"], name="news_article_over"),
                            models.Index(condition=models.Q(("opening_at__isnull", False)), fields=["opening_at"], name="news_article_opens"),
                            models.Index(condition=models.Q(("event_start__isnull", False)), fields=["event_start"], name="news_article_begins"),
                            models.Index(condition=models.Q(("event_end__isnull", False)), fields=["event_end"], name="news_article_ends"),
                        ],
                    },
                    bases=("wagtailcore.page",),
                ),
                migrations.CreateModel(
                    name="ArticleIndex",
                    fields=[("page_ptr", models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL))],
                    options={"verbose_name": "kho bài"},
                    bases=("wagtailcore.page",),
                ),
                migrations.CreateModel(
                    name="Byline",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                        ("article", modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name="bylines", to="news.article")),
                        ("person", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="tác giả")),
                        ("share", models.PositiveSmallIntegerField(default=100, verbose_name="phần (%)")),
                    ],
                    options={"verbose_name": "tác giả", "ordering": ["sort_order"], "abstract": False, "indexes": [models.Index(fields=["article", "person"], name="news_byline_whose")]},
                ),
                migrations.CreateModel(
                    name="HomePage",
                    fields=[("page_ptr", models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL))],
                    options={"verbose_name": "trang chủ"},
                    bases=("wagtailcore.page",),
                ),
                migrations.CreateModel(
                    name="Section",
                    fields=[
                        ("intro", models.TextField(blank=True, verbose_name="lời giới thiệu")),
                        ("page_ptr", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, related_name="as_section", serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                        ("field", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to="people.field", verbose_name="lĩnh vực")),
                        ("audience", models.CharField(choices=[("public", "Công khai"), ("internal", "Nội bộ")], default="public", max_length=10, verbose_name="ai đọc")),
                        ("position", models.PositiveSmallIntegerField(default=100, verbose_name="thứ tự")),
                        ("shape", models.CharField(choices=[("news", "Tin, bài: mới nhất ở trên"), ("pages", "Trang: giới thiệu, hướng dẫn, xếp theo thứ tự")], default="news", max_length=5, verbose_name="dạng")),
                        ("language", models.CharField(choices=[("vi", "Tiếng Việt"), ("en", "Tiếng Anh")], default="vi", max_length=2, verbose_name="tiếng")),
                    ],
                    options={"verbose_name": "chuyên mục"},
                    bases=("wagtailcore.page",),
                ),
                migrations.CreateModel(
                    name="Topic",
                    fields=[
                        ("intro", models.TextField(blank=True, verbose_name="lời giới thiệu")),
                        ("page_ptr", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, related_name="as_topic", serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                    ],
                    options={"verbose_name": "chuyên đề"},
                    bases=("wagtailcore.page",),
                ),
                migrations.CreateModel(
                    name="UrgentTemplate",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("title", models.CharField(max_length=200, verbose_name="mẫu")),
                        ("text", models.TextField(verbose_name="lời mẫu")),
                        ("approved_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("approved_at", models.DateTimeField(null=True)),
                    ],
                    options={"verbose_name": "mẫu thông báo khẩn"},
                ),
                migrations.CreateModel(
                    name="HomeSlot",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("arrangement", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="slots", to="news.homearrangement")),
                        ("kind", models.CharField(choices=[("lead", "bài mở đầu"), ("pin", "bài ghim"), ("shown", "chuyên mục hiện"), ("hidden", "chuyên mục ẩn")], max_length=6)),
                        ("position", models.PositiveSmallIntegerField(verbose_name="thứ tự")),
                        ("page", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.WAGTAIL_PAGE_MODEL)),
                    ],
                    options={
                        "verbose_name": "chỗ trên trang chủ",
                        "ordering": ["kind", "position"],
                        "constraints": [
                            models.UniqueConstraint(fields=("arrangement", "kind", "position"), name="news_home_one_a_place"),
                            models.UniqueConstraint(fields=("arrangement", "page"), name="news_home_once_a_page"),
                            models.UniqueConstraint(condition=models.Q(("kind", "lead")), fields=("arrangement",), name="news_home_one_lead"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Sending",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("key", models.UUIDField()),
                        ("person", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("article", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="news.article")),
                        ("digest", models.CharField(max_length=64)),
                        ("hash", models.CharField(max_length=64)),
                        ("sent_at", models.DateTimeField()),
                    ],
                    options={"verbose_name": "lần gửi từ máy", "constraints": [models.UniqueConstraint(fields=("person", "key"), name="news_sent_once")]},
                ),
                migrations.CreateModel(
                    name="Editing",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("article", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="editings", to="news.article")),
                        ("person", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("since", models.DateTimeField(verbose_name="mở từ")),
                        ("seen_at", models.DateTimeField(db_index=True, verbose_name="thấy lần cuối")),
                        ("typed_at", models.DateTimeField(null=True, verbose_name="gõ lần cuối")),
                    ],
                    options={"verbose_name": "đang mở bài", "constraints": [models.UniqueConstraint(fields=("article", "person"), name="news_editing_once")]},
                ),
                migrations.CreateModel(
                    name="StandingPlace",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("key", models.CharField(max_length=40, verbose_name="chỗ")),
                        ("language", models.CharField(choices=[("vi", "Tiếng Việt"), ("en", "Tiếng Anh")], default="vi", max_length=2, verbose_name="tiếng")),
                        ("article", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="standings", to="news.article", verbose_name="trang")),
                        ("position", models.PositiveSmallIntegerField(default=0, verbose_name="thứ tự")),
                    ],
                    options={
                        "verbose_name": "chỗ đứng của trang",
                        "ordering": ["key", "language", "position"],
                        "constraints": [
                            models.UniqueConstraint(fields=("key", "language", "position"), name="news_place_one_a_position"),
                            models.UniqueConstraint(fields=("key", "language", "article"), name="news_place_each_page_once"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HomeArrangement",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("starts", models.DateTimeField(verbose_name="có hiệu lực từ")),
                        ("made_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="người sắp xếp")),
                        ("made_at", models.DateTimeField(verbose_name="sắp xếp lúc")),
                        ("cancelled_at", models.DateTimeField(null=True, verbose_name="hủy lúc")),
                    ],
                    options={
                        "verbose_name": "cách sắp xếp trang chủ",
                        "indexes": [models.Index(fields=["starts", "id"], name="news_home_starts")],
                        "constraints": [models.CheckConstraint(condition=models.Q(("starts__gte", models.F("made_at"))), name="news_home_not_in_the_past")],
                    },
                ),
                migrations.CreateModel(
                    name="Listed",
                    fields=[
                        ("article", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name="listed", serialize=False, to="news.article")),
                        ("up_at", models.DateTimeField(verbose_name="đăng lúc")),
                        ("month", models.PositiveIntegerField(verbose_name="tháng")),
                        ("section", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="news.section")),
                        ("topic", models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="news.topic")),
                        ("kind", models.CharField(max_length=20, verbose_name="loại")),
                        ("public", models.BooleanField(verbose_name="mọi người đọc được")),
                        ("until", models.DateTimeField(null=True, verbose_name="đến trước")),
                    ],
                    options={
                        "verbose_name": "chỗ trong danh sách",
                        "indexes": [
                            models.Index(fields=["up_at", "article"], name="news_listed_all"),
                            models.Index(fields=["section", "up_at", "article"], name="news_listed_section"),
                            models.Index(condition=models.Q(("topic__isnull", False)), fields=["topic", "up_at", "article"], name="news_listed_topic"),
                            models.Index(fields=["kind", "up_at", "article"], name="news_listed_kind"),
                            models.Index(fields=["section", "kind", "up_at", "article"], name="news_listed_chip"),
                            models.Index(fields=["until", "section", "topic", "public", "kind", "month"], name="news_listed_counts"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Bringing",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("person", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("begun_at", models.DateTimeField()),
                        ("asked", models.JSONField(default=dict)),
                    ],
                    options={"verbose_name": "lần nhập từ Word"},
                ),
                migrations.CreateModel(
                    name="Brought",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("bringing", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="papers", to="news.bringing")),
                        ("name", models.CharField(max_length=255, verbose_name="tên tệp")),
                        ("state", models.CharField(choices=[("held", "đang giữ"), ("waiting", "đang chờ đọc"), ("done", "đã thành bản nháp"), ("refused", "không nhận")], default="waiting", max_length=8)),
                        ("waiting", models.FileField(blank=True, storage=portal.news.models.bringing.Doorstep(), upload_to="cho-nhap/")),
                        ("tries", models.PositiveSmallIntegerField(default=0)),
                        ("refusal", models.TextField(blank=True)),
                        ("original", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="files.attachment")),
                        ("article", models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name="brought", to="news.article")),
                        ("changes", models.JSONField(default=list)),
                        ("lost", models.JSONField(default=list)),
                        ("other", models.JSONField(null=True)),
                        ("converted", models.BooleanField(default=False)),
                        ("hash", models.CharField(blank=True, max_length=64)),
                    ],
                    options={"verbose_name": "bài nhập từ Word", "ordering": ["pk"]},
                ),
            ]
        )
    ]
