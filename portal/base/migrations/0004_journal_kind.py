from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("base", "0003_journal_deeds")]

    operations = [
        migrations.AddIndex(
            model_name="journalentry", index=models.Index(fields=["subject_type", "id"], name="base_journal_kind")
        ),
    ]
