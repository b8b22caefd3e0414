"""The index anew: several shelves, phrases, titles and markings each in a column of their own, and the words themselves.

FTS5 kept by triggers on SQLite, generated tsvectors on PostgreSQL. A later migration that rebuilds `search_entry` on SQLite
must make the triggers anew. The index is filled again by the worker, which hears the journal from its beginning.
"""

from django.db import migrations, models

COLUMNS = ("folded_title", "exact_title", "folded_text", "exact_text")
_NEW, _OLD = ", ".join(f"new.{name}" for name in COLUMNS), ", ".join(f"old.{name}" for name in COLUMNS)
_ADD = f"INSERT INTO search_words(rowid, {', '.join(COLUMNS)}) VALUES (new.id, {_NEW});"
_DROP = f"INSERT INTO search_words(search_words, rowid, {', '.join(COLUMNS)}) VALUES ('delete', old.id, {_OLD});"
SQLITE = (
    f"""CREATE VIRTUAL TABLE search_words USING fts5({', '.join(COLUMNS)}, content='search_entry', content_rowid='id',
        tokenize="unicode61 remove_diacritics 0", prefix='2 3')""",
    f"CREATE TRIGGER search_entry_added AFTER INSERT ON search_entry BEGIN {_ADD} END",
    f"CREATE TRIGGER search_entry_removed AFTER DELETE ON search_entry BEGIN {_DROP} END",
    f"CREATE TRIGGER search_entry_changed AFTER UPDATE ON search_entry BEGIN {_DROP} {_ADD} END",
)
POSTGRESQL = tuple(
    statement
    for name in COLUMNS
    for statement in (
        f"""ALTER TABLE search_entry ADD COLUMN {name}_words tsvector
            GENERATED ALWAYS AS (to_tsvector('pg_catalog.simple', {name})) STORED""",
        f"ALTER TABLE search_entry ALTER COLUMN {name}_words SET STORAGE EXTERNAL",  # read far oftener than written
        f"CREATE INDEX search_entry_{name} ON search_entry USING gin ({name}_words)",
    )
)
OLD = {
    "sqlite": ("DROP TABLE search_words",),  # its triggers go with the table they hang on
    "postgresql": (),
}


def drop(apps, schema_editor):
    for statement in OLD[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def apply(apps, schema_editor):
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def hear_again(apps, schema_editor):
    apps.get_model("base", "Cursor").objects.filter(listener="search").delete()


class Migration(migrations.Migration):
    dependencies = [("search", "0002_full_text"), ("base", "0001_initial")]

    operations = [
        migrations.DeleteModel("Entry"),
        migrations.RunPython(drop, migrations.RunPython.noop),
        migrations.CreateModel(
            "Entry",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("shelf", models.CharField(max_length=20)),
                ("item", models.BigIntegerField()),
                ("published_at", models.DateTimeField(null=True)),
                ("year", models.SmallIntegerField(null=True)),
                ("section", models.BigIntegerField(null=True)),
                ("genre", models.CharField(max_length=20)),
                ("kind", models.CharField(max_length=20)),
                ("folded_title", models.TextField()),
                ("exact_title", models.TextField()),
                ("folded_text", models.TextField()),
                ("exact_text", models.TextField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("shelf", "item"), name="one_entry_a_thing")],
            },
        ),
        migrations.CreateModel(
            "Word",
            [
                ("exact", models.CharField(max_length=30, primary_key=True, serialize=False)),
                ("folded", models.CharField(db_index=True, max_length=30)),
                ("count", models.IntegerField()),
            ],
        ),
        migrations.RunPython(apply, migrations.RunPython.noop),
        migrations.RunPython(hear_again, migrations.RunPython.noop),
    ]
