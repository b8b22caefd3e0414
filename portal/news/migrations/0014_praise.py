import wagtail.fields
from django.db import migrations


class Migration(migrations.Migration):
    """One more kind of block: only the state knows, no column changes (SQLite would make the whole table anew)."""

    dependencies = [("news", "0001_squashed_0013_held_papers")]
    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    model_name="article",
                    name="body",
                    field=wagtail.fields.StreamField(
                        [
                            ("paragraph", 0),
                            ("heading", 1),
                            ("image", 4),
                            ("gallery", 5),
                            ("quote", 8),
                            ("table", 13),
                            ("document", 15),
                            ("video", 18),
                            ("notice", 20),
                            ("links", 25),
                            ("praise", 33),
                        ],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {"label": "Đoạn văn", "template": "blocks/paragraph.html"},
                            ),
                            1: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Tiêu đề mục", "max_length": 200, "template": "blocks/heading.html"},
                            ),
                            2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "ảnh"}),
                            3: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "chú thích", "max_length": 400, "required": False},
                            ),
                            4: ("wagtail.blocks.StructBlock", [[("picture", 2), ("caption", 3)]], {}),
                            5: (
                                "wagtail.blocks.ListBlock",
                                (4,),
                                {"label": "Bộ ảnh", "template": "blocks/gallery.html"},
                            ),
                            6: ("wagtail.blocks.TextBlock", (), {"label": "lời trích"}),
                            7: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "của ai", "max_length": 200, "required": False},
                            ),
                            8: ("wagtail.blocks.StructBlock", [[("text", 6), ("source", 7)]], {}),
                            9: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "tên bảng", "max_length": 200, "required": False},
                            ),
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
                            23: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "một câu giới thiệu", "max_length": 300, "required": False},
                            ),
                            24: ("wagtail.blocks.StructBlock", [[("title", 21), ("url", 22), ("note", 23)]], {}),
                            25: (
                                "wagtail.blocks.ListBlock",
                                (24,),
                                {"label": "Liên kết", "template": "blocks/links.html"},
                            ),
                            26: ("wagtail.blocks.IntegerBlock", (), {"label": "số của em", "required": False}),
                            27: ("wagtail.blocks.IntegerBlock", (), {"label": "số của lớp", "required": False}),
                            28: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "người lớn", "max_length": 200, "required": False},
                            ),
                            29: ("wagtail.blocks.CharBlock", (), {"label": "là", "max_length": 40, "required": False}),
                            30: ("wagtail.blocks.CharBlock", (), {"label": "danh hiệu", "max_length": 200}),
                            31: (
                                "wagtail.blocks.StructBlock",
                                [[("pupil", 26), ("room", 27), ("adult", 28), ("post", 29), ("award", 30)]],
                                {},
                            ),
                            32: ("wagtail.blocks.ListBlock", (31,), {"label": "các dòng"}),
                            33: ("wagtail.blocks.StructBlock", [[("caption", 9), ("rows", 32)]], {}),
                        },
                        verbose_name="nội dung",
                    ),
                ),
            ]
        )
    ]
