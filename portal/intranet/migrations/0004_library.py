from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("intranet", "0003_notices")]

    operations = []
