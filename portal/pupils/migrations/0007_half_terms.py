from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("pupils", "0006_praise")]

    operations = [
        migrations.AlterField(
            model_name="resultperiod",
            name="term",
            field=models.PositiveSmallIntegerField(
                choices=[
                    (1, "Học kỳ I"),
                    (2, "Học kỳ II"),
                    (3, "Cả năm"),
                    (4, "Giữa học kỳ I"),
                    (5, "Giữa học kỳ II"),
                ],
                verbose_name="học kỳ",
            ),
        ),
    ]
