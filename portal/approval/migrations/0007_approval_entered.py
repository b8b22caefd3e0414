from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("approval", "0006_title_key")]

    operations = [
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["state", "touched_at", "id"], name="approval_case_state"),
        ),
        migrations.RemoveIndex(model_name="approval", name="approval_approval_at"),
        migrations.AddIndex(
            model_name="approval",
            index=models.Index(
                models.Case(models.When(copied_from=None, then="at"), default="effective_from"), name="approval_entered"
            ),
        ),
    ]
