from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("files", "0002_initial")]

    operations = [
        migrations.AddField("exposure", "until", models.DateTimeField(null=True, verbose_name="đến trước")),
    ]
