import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import portal.base.migrating


class Migration(migrations.Migration):
    dependencies = [
        ("pupils", "0005_erasing"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        portal.base.migrating.CreateModels(
            operations=[
                migrations.CreateModel(
                    name="Praised",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("hidden_at", models.DateTimeField(null=True, verbose_name="ẩn lúc")),
                        ("page", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.WAGTAIL_PAGE_MODEL)),
                        ("pupil", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="praised", to="pupils.pupil")),
                        ("room", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="pupils.schoolclass")),
                    ],
                    options={
                        "verbose_name": "em trong bảng khen đang đăng",
                        "constraints": [models.UniqueConstraint(fields=("page", "pupil", "room"), name="pupils_praised_once")],
                    },
                ),
                migrations.CreateModel(
                    name="PraiseHidden",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("at", models.DateTimeField(verbose_name="ẩn lúc")),
                        ("lifted_at", models.DateTimeField(null=True, verbose_name="hiện lại lúc")),
                        ("settled_at", models.DateTimeField(null=True, verbose_name="khép lúc")),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="đã làm gì")),
                        ("page", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.WAGTAIL_PAGE_MODEL)),
                        ("pupil", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="pupils.pupil")),
                        ("room", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="pupils.schoolclass")),
                        ("settled_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        "verbose_name": "dòng khen bị rút đồng ý",
                        "ordering": ["-at", "-id"],
                        "constraints": [models.UniqueConstraint(condition=models.Q(("lifted_at", None)), fields=("page", "pupil", "room"), name="pupils_praise_hidden_once")],
                    },
                ),
            ]
        )
    ]
