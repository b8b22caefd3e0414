import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from portal.base.migrating import CreateModels


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0003_procedures"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations: list[migrations.operations.base.Operation] = [
        CreateModels(
            operations=[
                migrations.CreateModel(
                    name="Disclosure",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                related_name="as_disclosure",
                                serialize=False,
                                to=settings.WAGTAIL_PAGE_MODEL,
                            ),
                        ),
                        ("circular", models.CharField(max_length=20, verbose_name="thông tư")),
                        ("code", models.CharField(max_length=6, verbose_name="mục")),
                        ("year", models.PositiveSmallIntegerField(verbose_name="năm học")),
                        ("words", models.TextField(blank=True, verbose_name="lời")),
                        ("tables", models.JSONField(blank=True, default=list, verbose_name="bảng")),
                        ("papers", models.JSONField(blank=True, default=list, verbose_name="tệp")),
                        (
                            "change",
                            models.CharField(blank=True, max_length=300, verbose_name="thay đổi so với bản trước"),
                        ),
                    ],
                    options={
                        "verbose_name": "mục công khai",
                        "indexes": [models.Index(fields=["circular", "year"], name="records_disclosure_year")],
                        "constraints": [
                            models.UniqueConstraint(fields=("year", "code"), name="records_disclosure_once")
                        ],
                    },
                    bases=("wagtailcore.page",),
                ),
                migrations.CreateModel(
                    name="DisclosureChange",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("changed_on", models.DateField(verbose_name="ngày thay đổi")),
                        ("what", models.CharField(max_length=300, verbose_name="nội dung thay đổi")),
                        ("told_at", models.DateTimeField()),
                        (
                            "page",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="changes",
                                to="records.disclosure",
                            ),
                        ),
                        (
                            "told_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "thay đổi nội dung công khai",
                        "ordering": ["changed_on", "id"],
                    },
                ),
                migrations.CreateModel(
                    name="DisclosurePosting",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("hash", models.CharField(max_length=64, verbose_name="mã bản")),
                        ("version", models.PositiveSmallIntegerField(verbose_name="bản")),
                        ("place", models.CharField(max_length=200, verbose_name="nơi niêm yết")),
                        ("posted_on", models.DateField(verbose_name="ngày niêm yết")),
                        ("until", models.DateField(verbose_name="treo đến hết ngày")),
                        ("witnesses", models.JSONField(default=list, verbose_name="người chứng kiến")),
                        ("removed_on", models.DateField(null=True, verbose_name="ngày gỡ")),
                        (
                            "page",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="postings",
                                to="records.disclosure",
                            ),
                        ),
                        (
                            "posted_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "removed_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "niêm yết",
                        "ordering": ["-posted_on", "-id"],
                    },
                ),
                migrations.CreateModel(
                    name="DisclosureCharge",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField(verbose_name="năm học")),
                        ("code", models.CharField(max_length=6, verbose_name="mục")),
                        ("starts", models.DateTimeField()),
                        ("ends", models.DateTimeField(null=True)),
                        (
                            "named_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người phụ trách",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "phân công mục công khai",
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ends", None)),
                                fields=("year", "code"),
                                name="records_charge_one_now",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DisclosureSeal",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("until", models.DateTimeField(verbose_name="các bản đăng đến lúc")),
                        (
                            "page",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="seal",
                                to="records.disclosure",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "niêm phong",
                    },
                ),
            ],
        ),
    ]
