import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("approval", "0003_remark")]

    operations = [
        migrations.AlterField(
            model_name="approval",
            name="decided_by_pass",
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="approval", to="approval.pass"),
        ),
        migrations.AddField(
            model_name="approval",
            name="copied_from",
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="copies", to="approval.approval"),
        ),
        migrations.AddConstraint(
            model_name="approval",
            constraint=models.CheckConstraint(
                condition=models.Q(decided_by_pass=None) ^ models.Q(copied_from=None), name="approval_decided_once_or_copied"
            ),
        ),
    ]
