from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("base", "0002_school_look")]

    operations = [
        migrations.AddIndex(
            model_name="journalentry", index=models.Index(fields=["actor_id", "verb"], name="base_journal_deeds")
        ),
    ]
