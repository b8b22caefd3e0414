from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("files", "0001_squashed_0006_guarded")]
    operations = [
        migrations.AddField(
            model_name="picture",
            name="withheld_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="không cho người ngoài xem từ"),
        ),
    ]
