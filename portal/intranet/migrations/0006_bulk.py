from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("intranet", "0005_timetable")]

    operations = []
