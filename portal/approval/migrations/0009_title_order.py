from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from portal.base.text import sort_bytes

A_BATCH = 500


def fill(apps: Apps, _: BaseDatabaseSchemaEditor) -> None:
    case = apps.get_model("approval", "Case")
    batch = []
    for one in case.objects.only("pk", "title").iterator(A_BATCH):
        one.title_order = sort_bytes(one.title)
        batch.append(one)
        if len(batch) == A_BATCH:
            case.objects.bulk_update(batch, ["title_order"])
            batch = []
    case.objects.bulk_update(batch, ["title_order"])


class Migration(migrations.Migration):
    dependencies = [("approval", "0008_history")]

    operations = [
        migrations.AddField("case", "title_order", models.BinaryField(default=b"", editable=False)),
        migrations.AddIndex("case", models.Index(fields=["title_order", "id"], name="approval_case_order")),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
