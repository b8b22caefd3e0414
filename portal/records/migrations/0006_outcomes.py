from django.conf import settings
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0005_figures"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations: list[migrations.operations.base.Operation] = []
