import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("news", "0002_initial"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.CreateModel(
            name="HomeSlot",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(choices=[("lead", "bài mở đầu"), ("pin", "bài ghim"), ("shown", "chuyên mục hiện"), ("hidden", "chuyên mục ẩn")], max_length=6)),
                ("position", models.PositiveSmallIntegerField(verbose_name="thứ tự")),
                ("page", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="wagtailcore.page")),
            ],
            options={
                "verbose_name": "chỗ trên trang chủ",
                "ordering": ["kind", "position"],
                "constraints": [
                    models.UniqueConstraint(fields=("kind", "position"), name="news_home_one_a_place"),
                    models.UniqueConstraint(condition=models.Q(("kind", "lead")), fields=("kind",), name="news_home_one_lead"),
                ],
            },
        ),
    ]
