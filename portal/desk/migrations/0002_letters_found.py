from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("desk", "0001_mail")]

    operations = [
        migrations.AddIndex(model_name="letter", index=models.Index(fields=["key"], name="desk_letter_key")),
        migrations.AddIndex(model_name="letter", index=models.Index(fields=["made_at"], name="desk_letter_made")),
        migrations.AddIndex(model_name="letter", index=models.Index(fields=["sent_at"], name="desk_letter_sent")),
        migrations.AddIndex(model_name="link", index=models.Index(fields=["expires_at"], name="desk_link_over")),
    ]
