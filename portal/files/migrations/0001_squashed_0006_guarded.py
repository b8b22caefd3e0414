import django.db.models.deletion
import modelsearch.index
import taggit.managers
import wagtail.images.models
import wagtail.models.media
from django.conf import settings
from django.db import migrations, models

import portal.files.models
from portal.base.migrating import CreateModels


class Migration(migrations.Migration):
    replaces = [("files", "0001_initial"), ("files", "0002_initial"), ("files", "0003_exposure_until"), ("files", "0004_named_files"), ("files", "0005_unscanned"), ("files", "0006_guarded")]

    dependencies = [migrations.swappable_dependency(settings.AUTH_USER_MODEL), ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"), ("wagtailcore", "0098_apitoken")]

    operations = [
        CreateModels(
            operations=[
                migrations.CreateModel(
                    name="Exposure",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("picture", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="exposures", to="files.picture")),
                        ("attachment", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="exposures", to="files.attachment")),
                        ("holder_type", models.CharField(max_length=60)),
                        ("holder_id", models.BigIntegerField()),
                        ("audience", models.CharField(choices=[("public", "Public"), ("internal", "Internal")], max_length=10)),
                        ("until", models.DateTimeField(null=True, verbose_name="đến trước")),
                    ],
                    options={
                        "indexes": [models.Index(fields=["holder_type", "holder_id"], name="files_exposure_holder")],
                        "constraints": [models.CheckConstraint(condition=models.Q(("picture", None), ("attachment", None), _connector="XOR"), name="files_exposure_of_one_file")],
                    },
                ),
                migrations.CreateModel(
                    name="Picture",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("collection", models.ForeignKey(default=wagtail.models.media.get_root_collection_id, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="wagtailcore.collection", verbose_name="collection")),
                        ("title", models.CharField(max_length=255, verbose_name="title")),
                        ("description", models.CharField(blank=True, default="", max_length=255, verbose_name="description")),
                        ("width", models.IntegerField(editable=False, verbose_name="width")),
                        ("height", models.IntegerField(editable=False, verbose_name="height")),
                        ("created_at", models.DateTimeField(auto_now_add=True, db_index=True, verbose_name="created at")),
                        ("uploaded_by_user", models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, to=settings.AUTH_USER_MODEL, verbose_name="uploaded by user")),
                        ("focal_point_x", models.PositiveIntegerField(blank=True, null=True)),
                        ("focal_point_y", models.PositiveIntegerField(blank=True, null=True)),
                        ("focal_point_width", models.PositiveIntegerField(blank=True, null=True)),
                        ("focal_point_height", models.PositiveIntegerField(blank=True, null=True)),
                        ("file_size", models.PositiveIntegerField(editable=False, null=True)),
                        ("file_hash", models.CharField(blank=True, db_index=True, editable=False, max_length=40)),
                        ("sha256", models.CharField(db_index=True, editable=False, max_length=64)),
                        (
                            "scan",
                            models.CharField(
                                choices=[("pending", "chờ quét"), ("clean", "sạch"), ("infected", "có mã độc"), ("not_scanned", "chưa quét (nhà trường chưa cài trình quét)")], default="pending", editable=False, max_length=12
                            ),
                        ),
                        ("scanned_at", models.DateTimeField(editable=False, null=True)),
                        ("scan_note", models.CharField(blank=True, editable=False, max_length=200)),
                        ("file", models.ImageField(height_field="height", storage=portal.files.models.PrivateStorage(), upload_to="anh/", verbose_name="tệp", width_field="width")),
                        ("alt", models.CharField(blank=True, max_length=300, verbose_name="mô tả cho người không nhìn thấy ảnh")),
                        ("credit", models.CharField(blank=True, max_length=120, verbose_name="người chụp")),
                        ("tags", taggit.managers.TaggableManager(blank=True, help_text=None, through="taggit.TaggedItem", to="taggit.Tag", verbose_name="tags")),
                    ],
                    options={"verbose_name": "ảnh", "abstract": False, "indexes": [models.Index(fields=["scan", "id"], name="files_picture_scan")]},
                    bases=(wagtail.images.models.ImageFileMixin, modelsearch.index.Indexed, models.Model),
                ),
                migrations.CreateModel(
                    name="PictureRendition",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("filter_spec", models.CharField(db_index=True, max_length=255)),
                        ("width", models.IntegerField(editable=False)),
                        ("height", models.IntegerField(editable=False)),
                        ("focal_point_key", models.CharField(blank=True, default="", editable=False, max_length=16)),
                        ("image", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="renditions", to="files.picture")),
                        ("file", models.ImageField(height_field="height", storage=portal.files.models.PrivateStorage(), upload_to="anh/ban/", width_field="width")),
                    ],
                    options={"unique_together": {("image", "filter_spec", "focal_point_key")}},
                    bases=(wagtail.images.models.ImageFileMixin, models.Model),
                ),
                migrations.CreateModel(
                    name="Attachment",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("collection", models.ForeignKey(default=wagtail.models.media.get_root_collection_id, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="wagtailcore.collection", verbose_name="collection")),
                        ("title", models.CharField(max_length=255, verbose_name="title")),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created at")),
                        ("uploaded_by_user", models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, to=settings.AUTH_USER_MODEL, verbose_name="uploaded by user")),
                        ("file_size", models.PositiveBigIntegerField(editable=False, null=True)),
                        ("file_hash", models.CharField(blank=True, editable=False, max_length=40)),
                        ("sha256", models.CharField(db_index=True, editable=False, max_length=64)),
                        (
                            "scan",
                            models.CharField(
                                choices=[("pending", "chờ quét"), ("clean", "sạch"), ("infected", "có mã độc"), ("not_scanned", "chưa quét (nhà trường chưa cài trình quét)")], default="pending", editable=False, max_length=12
                            ),
                        ),
                        ("scanned_at", models.DateTimeField(editable=False, null=True)),
                        ("scan_note", models.CharField(blank=True, editable=False, max_length=200)),
                        ("file", models.FileField(storage=portal.files.models.PrivateStorage(), upload_to="tep/", verbose_name="tệp")),
                        ("kind", models.CharField(editable=False, max_length=10, verbose_name="loại")),
                        ("guarded", models.BooleanField(default=False, editable=False, verbose_name="chỉ mở khi phòng giữ tệp cho phép")),
                        ("tags", taggit.managers.TaggableManager(blank=True, help_text=None, through="taggit.TaggedItem", to="taggit.Tag", verbose_name="tags")),
                    ],
                    options={"verbose_name": "tệp đính kèm", "verbose_name_plural": "documents", "abstract": False, "indexes": [models.Index(fields=["scan", "id"], name="files_attachment_scan")]},
                    bases=(modelsearch.index.Indexed, models.Model),
                ),
            ]
        )
    ]
