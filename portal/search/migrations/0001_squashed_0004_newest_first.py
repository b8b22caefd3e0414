from importlib import import_module

from django.db import migrations, models

from portal.base.migrating import CreateModels

NEWEST = import_module("portal.search.migrations.0004_newest_first")


def apply(apps, schema_editor):
    """What the database keeps beside the rows, as the last of those replaced made it; here is nothing yet to drop first."""
    statements = {"sqlite": NEWEST.SQLITE, "postgresql": NEWEST.POSTGRESQL}[schema_editor.connection.vendor]
    for statement in statements:
        if not statement.startswith("ALTER TABLE search_entry DROP COLUMN"):
            schema_editor.execute(statement)


class Migration(migrations.Migration):
    replaces = [("search", "0001_initial"), ("search", "0002_full_text"), ("search", "0003_phrases"), ("search", "0004_newest_first")]

    dependencies = []

    operations = [
        CreateModels(
            operations=[
                migrations.CreateModel(
                    name="Entry",
                    fields=[
                        ("id", models.BigAutoField(primary_key=True, serialize=False)),
                        ("shelf", models.CharField(max_length=20)),
                        ("item", models.BigIntegerField()),
                        ("published_at", models.DateTimeField(null=True)),
                        ("year", models.SmallIntegerField(null=True)),
                        ("section", models.BigIntegerField(null=True)),
                        ("genre", models.CharField(max_length=20)),
                        ("kind", models.CharField(max_length=20)),
                        ("facts", models.TextField(default="")),
                        ("folded_title", models.TextField()),
                        ("exact_title", models.TextField()),
                        ("folded_text", models.TextField()),
                        ("exact_text", models.TextField()),
                    ],
                    options={"constraints": [models.UniqueConstraint(fields=("shelf", "item"), name="one_entry_a_thing")]},
                ),
                migrations.CreateModel(
                    name="Word", fields=[("exact", models.CharField(max_length=30, primary_key=True, serialize=False)), ("folded", models.CharField(db_index=True, max_length=30)), ("count", models.IntegerField())]
                ),
            ]
        ),
        migrations.RunPython(apply, migrations.RunPython.noop),
    ]
