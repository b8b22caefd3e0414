from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("files", "0004_named_files")]
    operations = [
        migrations.AddIndex(
            model_name="attachment", index=models.Index(fields=["scan", "id"], name="files_attachment_scan")
        ),
        migrations.AddIndex(model_name="picture", index=models.Index(fields=["scan", "id"], name="files_picture_scan")),
    ]
