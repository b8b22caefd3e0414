"""The index by the hour: a thing's number rises with its hour, each column has a full-text index of its own, and what a
search can be narrowed to stands in them as words; pairs of neighbours on PostgreSQL, where phrases are slow without.

A later migration that rebuilds `search_entry` on SQLite must make the triggers anew. The worker fills the index again, hearing
the journal from its beginning; `manage.py reindex` does it at once.
"""

from django.db import migrations, models

TITLES, TEXTS = ("folded_title", "exact_title"), ("folded_text", "exact_text")
COLUMNS = (*TITLES, *TEXTS)
TOKENS = "tokenize=\"unicode61 remove_diacritics 0\", content=''"


def _triggers(name, prefixes):
    """One column's own table of words; it keeps no text, so what is taken out must be said again."""
    new, old = (f"({row}.id, {row}.{name} || ' ' || {row}.facts)" for row in ("new", "old"))
    add = f"INSERT INTO search_{name}(rowid, words) VALUES {new};"
    drop = f"INSERT INTO search_{name}(search_{name}, rowid, words) VALUES ('delete', {old[1:]};"
    return (
        f"CREATE VIRTUAL TABLE search_{name} USING fts5(words, {TOKENS}{prefixes})",
        f"CREATE TRIGGER search_{name}_added AFTER INSERT ON search_entry BEGIN {add} END",
        f"CREATE TRIGGER search_{name}_removed AFTER DELETE ON search_entry BEGIN {drop} END",
        f"""CREATE TRIGGER search_{name}_changed AFTER UPDATE OF id, {name}, facts ON search_entry
            BEGIN {drop} {add} END""",
    )


SQLITE = (
    *(statement for name in TITLES for statement in _triggers(name, ", prefix='1 2 3'")),
    *(statement for name in TEXTS for statement in _triggers(name, "")),
)
NARROWED = "array_to_tsvector(string_to_array(facts, ' '))"
PAIRS = """CREATE FUNCTION search_pairs(words text, facts text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT array_to_tsvector(array_agg(pair)) FROM (
        SELECT one || '_' || other AS pair
        FROM (SELECT string_to_array(words, ' ') AS cut) AS whole,
             unnest(cut[:cardinality(cut) - 1], cut[2:]) AS two(one, other)
        WHERE one <> 'ǃ' AND other <> 'ǃ' AND length(one) <= 30 AND length(other) <= 30
        UNION ALL SELECT unnest(string_to_array(facts, ' '))
    ) AS pairs $$"""
# The planner takes a word that stands in most texts for cheap to look up in each of them; it is not, so the ways it may
# choose from are said here. `near` are the pairs of a phrase: two words need no more, of several the order is looked up.
NEWEST = """CREATE FUNCTION search_newest(
        name text, said text, near text, other text, also text, narrowed text, low bigint, below bigint, most integer)
    RETURNS SETOF bigint LANGUAGE plpgsql STABLE
    SET enable_seqscan TO off SET enable_indexscan TO off SET client_min_messages TO warning AS $$
    DECLARE sought tsquery := to_tsquery('pg_catalog.simple', said); condition text := name || '_words @@ ($1 && $2)';
    BEGIN
        IF numnode(sought) = 0 THEN RETURN; END IF;
        IF near <> '' THEN
            condition := 'search_pairs(' || name || ', facts) @@ ($3 && $2)';
            IF numnode(near::tsquery) > 1 THEN condition := condition || ' AND ' || name || '_words @@ $1'; END IF;
        END IF;
        IF also <> '' THEN
            condition := condition || ' AND ' || other || '_words @@ to_tsquery(''pg_catalog.simple'', $7)';
        END IF;
        RETURN QUERY EXECUTE 'SELECT id FROM search_entry WHERE ' || condition
            || ' AND id >= $4 AND id < $5 ORDER BY id DESC LIMIT $6'
            USING sought, narrowed::tsquery, near::tsquery, low, below, most, also;
    END $$"""
POSTGRESQL = (
    *(
        statement
        for name in COLUMNS
        for statement in (
            f"ALTER TABLE search_entry DROP COLUMN {name}_words",  # its index goes with it
            f"""ALTER TABLE search_entry ADD COLUMN {name}_words tsvector
                GENERATED ALWAYS AS (to_tsvector('pg_catalog.simple', {name}) || {NARROWED}) STORED""",
            f"ALTER TABLE search_entry ALTER COLUMN {name}_words SET STORAGE EXTERNAL",  # read far oftener than written
            f"CREATE INDEX search_entry_{name} ON search_entry USING gin ({name}_words)",
        )
    ),
    PAIRS,
    *(
        statement
        for name in TEXTS
        for statement in (
            f"CREATE INDEX search_entry_{name}_pairs ON search_entry USING gin (search_pairs({name}, facts))",
            f"ALTER INDEX search_entry_{name}_pairs ALTER COLUMN 1 SET STATISTICS 0",  # nobody plans by them
        )
    ),
    NEWEST,
)
OLD = {
    "sqlite": (
        "DROP TRIGGER search_entry_added", "DROP TRIGGER search_entry_removed", "DROP TRIGGER search_entry_changed",
        "DROP TABLE search_words",
    ),
    "postgresql": (),
}  # fmt: skip


def empty(apps, schema_editor):
    for statement in OLD[schema_editor.connection.vendor]:
        schema_editor.execute(statement)
    for name in ("Entry", "Word"):
        apps.get_model("search", name).objects.all().delete()


def apply(apps, schema_editor):
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def hear_again(apps, schema_editor):
    apps.get_model("base", "Cursor").objects.filter(listener="search").delete()


class Migration(migrations.Migration):
    dependencies = [("search", "0003_phrases")]

    operations = [
        migrations.RunPython(empty, migrations.RunPython.noop),
        migrations.AddField("entry", "facts", models.TextField(default="")),
        migrations.AlterField("entry", "id", models.BigAutoField(primary_key=True, serialize=False)),
        migrations.RunPython(apply, migrations.RunPython.noop),
        migrations.RunPython(hear_again, migrations.RunPython.noop),
    ]
