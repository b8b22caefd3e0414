from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("approval", "0010_as_it_came")]

    operations = [
        migrations.AddField(
            "historylist",
            "closed_because",
            models.TextField(blank=True, default="", verbose_name="vì sao khép, không đưa bài nào lên"),
            preserve_default=False,
        ),
    ]
