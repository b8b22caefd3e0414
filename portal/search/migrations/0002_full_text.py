"""Full-text search by the database's own means: FTS5 kept by triggers on SQLite, a generated tsvector on PostgreSQL.

A later migration that rebuilds `search_entry` on SQLite must make the triggers anew (`apply` below does) and reindex.
"""

from django.db import migrations

SQLITE = (
    """CREATE VIRTUAL TABLE search_words USING fts5(folded_text, content='search_entry', content_rowid='page_id',
       tokenize="unicode61 remove_diacritics 0")""",
    """CREATE TRIGGER search_entry_added AFTER INSERT ON search_entry BEGIN
       INSERT INTO search_words(rowid, folded_text) VALUES (new.page_id, new.folded_text); END""",
    """CREATE TRIGGER search_entry_removed AFTER DELETE ON search_entry BEGIN
       INSERT INTO search_words(search_words, rowid, folded_text) VALUES ('delete', old.page_id, old.folded_text); END""",
    """CREATE TRIGGER search_entry_changed AFTER UPDATE ON search_entry BEGIN
       INSERT INTO search_words(search_words, rowid, folded_text) VALUES ('delete', old.page_id, old.folded_text);
       INSERT INTO search_words(rowid, folded_text) VALUES (new.page_id, new.folded_text); END""",
    "INSERT INTO search_words(search_words) VALUES ('rebuild')",
)
POSTGRESQL = (
    """ALTER TABLE search_entry ADD COLUMN words tsvector
       GENERATED ALWAYS AS (to_tsvector('pg_catalog.simple', folded_text)) STORED""",
    "CREATE INDEX search_entry_words ON search_entry USING gin (words)",
)
UNDO = {
    "sqlite": (
        "DROP TRIGGER search_entry_added", "DROP TRIGGER search_entry_removed", "DROP TRIGGER search_entry_changed",
        "DROP TABLE search_words",
    ),
    "postgresql": ("ALTER TABLE search_entry DROP COLUMN words",),
}  # fmt: skip


def apply(apps, schema_editor):
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def undo(apps, schema_editor):
    for statement in UNDO[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [
        migrations.RemoveField("entry", "title"),
        migrations.RemoveField("entry", "text"),
        migrations.RemoveField("entry", "audience"),
        migrations.RemoveField("entry", "section_id"),
        migrations.RemoveField("entry", "genre"),
        migrations.RunPython(apply, undo),
    ]
