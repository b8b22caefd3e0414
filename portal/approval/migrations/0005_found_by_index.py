from django.db import migrations, models
from django.db.models.fields.json import KT
from django.db.models.functions import Cast, NullIf


class Migration(migrations.Migration):
    dependencies = [("approval", "0004_copied_approval")]

    operations = [
        migrations.AddField(
            model_name="case",
            name="in_field",
            field=models.GeneratedField(
                db_persist=True,
                expression=NullIf(Cast(KT("facts__field"), models.BigIntegerField()), models.Value(0)),
                output_field=models.BigIntegerField(null=True),
            ),
        ),
        migrations.AddIndex(model_name="approval", index=models.Index(fields=["at"], name="approval_approval_at")),
        *(
            migrations.AddIndex(model_name="case", index=index)
            for index in (
                models.Index(fields=["touched_at", "id"], name="approval_case_touched"),
                models.Index(fields=["creator", "touched_at"], name="approval_case_creator"),
                models.Index(fields=["in_field", "touched_at"], name="approval_case_field"),
                models.Index(fields=["title"], name="approval_case_title"),
                models.Index(condition=models.Q(correcting=True), fields=["page"], name="approval_case_correcting"),
            )
        ),
    ]
