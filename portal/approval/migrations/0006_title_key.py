from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from portal.base.text import fold

A_BATCH = 500


def fill(apps: Apps, _: BaseDatabaseSchemaEditor) -> None:
    case = apps.get_model("approval", "Case")
    batch = []
    for one in case.objects.only("pk", "title").iterator(A_BATCH):
        one.title_key = fold(one.title)
        batch.append(one)
        if len(batch) == A_BATCH:
            case.objects.bulk_update(batch, ["title_key"])
            batch = []
    case.objects.bulk_update(batch, ["title_key"])


class Migration(migrations.Migration):
    dependencies = [("approval", "0005_found_by_index")]

    operations = [
        migrations.AddField(model_name="case", name="title_key", field=models.TextField(default="", editable=False)),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
