import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import portal.base.migrating


class Migration(migrations.Migration):
    dependencies = [
        ("pupils", "0002_consents"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        portal.base.migrating.CreateModels(
            operations=[
                migrations.CreateModel(
                    name="Declaration",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("sha256", models.CharField(max_length=64)),
                        ("seen", models.CharField(choices=[("nobody", "Không nhận ra ai"), ("adults", "Chỉ có người lớn"), ("wide", "Tập thể rộng, không nêu riêng em nào"), ("classes", "Nhận ra học sinh của lớp"), ("pupils", "Nhận ra riêng từng em")], max_length=8, verbose_name="ai trong ảnh")),
                        ("at", models.DateTimeField(verbose_name="khai lúc")),
                        ("ended_at", models.DateTimeField(null=True, verbose_name="khai lại lúc")),
                        ("absent", models.ManyToManyField(related_name="+", to="pupils.pupil", verbose_name="các em của lớp không có trong ảnh")),
                        ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                        ("classes", models.ManyToManyField(related_name="+", to="pupils.schoolclass", verbose_name="lớp")),
                        ("pupils", models.ManyToManyField(related_name="pictured", to="pupils.pupil", verbose_name="các em nhận ra được")),
                    ],
                    options={
                        "verbose_name": "khai ai trong ảnh",
                        "indexes": [models.Index(condition=models.Q(("ended_at", None)), fields=["seen", "id"], name="pupils_declared")],
                        "constraints": [models.UniqueConstraint(condition=models.Q(("ended_at", None)), fields=("sha256",), name="pupils_one_word_of_a_picture")],
                    },
                ),
                migrations.CreateModel(
                    name="Withheld",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("sha256", models.CharField(max_length=64)),
                        ("at", models.DateTimeField(verbose_name="ẩn lúc")),
                        ("places", models.JSONField(default=list, verbose_name="nơi hiện ảnh")),
                        ("lifted_at", models.DateTimeField(null=True, verbose_name="hiện lại lúc")),
                        ("settled_at", models.DateTimeField(null=True, verbose_name="khép lúc")),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="đã làm gì")),
                        ("declaration", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="pupils.declaration")),
                        ("settled_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        "verbose_name": "ảnh bị rút đồng ý",
                        "ordering": ["-at", "-id"],
                        "constraints": [models.UniqueConstraint(condition=models.Q(("lifted_at", None)), fields=("sha256",), name="pupils_withheld_once")],
                    },
                ),
            ]
        )
    ]
