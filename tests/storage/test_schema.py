"""Every step once, wholly or not at all."""

import sqlite3

import pytest

from storage.database import open_database
from storage.schema import (
    BrokenMigration,
    Migration,
    SchemaTooNew,
    apply,
    list_migrations,
    migrate,
    split_statements,
)

ONE = Migration(1, "CREATE TABLE people (id INTEGER PRIMARY KEY);")
TWO = Migration(
    2,
    "CREATE TABLE letters (person INTEGER REFERENCES people (id)); INSERT INTO people VALUES (1);",
)


@pytest.fixture
def connection(tmp_path):
    opened = sqlite3.connect(tmp_path / "schema.sqlite3", isolation_level=None)
    opened.execute("PRAGMA foreign_keys = ON")
    yield opened
    opened.close()


def tables(connection):
    return [
        name
        for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    ]


def version(connection):
    return connection.execute("PRAGMA user_version").fetchone()[0]


async def test_an_empty_file_becomes_the_present_schema(tmp_path):
    database = await open_database(tmp_path / "new.sqlite3")
    assert await migrate(database) == list_migrations()[-1].version
    rows = await database.reader.run(
        [("SELECT name FROM sqlite_schema WHERE name IN ('inbox', 'outbox')", {})]
    )
    assert len(rows) == 2
    await database.close()


def test_the_steps_are_numbered_without_gaps():
    assert [migration.version for migration in list_migrations()] == list(
        range(1, len(list_migrations()) + 1)
    )


def test_only_what_is_missing_is_applied(connection):
    apply(connection, [ONE])
    assert apply(connection, [ONE, TWO]) == 2
    assert apply(connection, [ONE, TWO]) == 2
    assert tables(connection) == ["letters", "people"]
    assert connection.execute("SELECT count(*) FROM people").fetchone()[0] == 1


def test_a_newer_schema_is_refused_untouched(connection):
    apply(connection, [ONE, TWO])
    with pytest.raises(SchemaTooNew) as refusal:
        apply(connection, [ONE])
    assert (refusal.value.found, refusal.value.known) == (2, 1)
    assert version(connection) == 2


def test_a_step_that_fails_midway_leaves_nothing_and_can_be_repeated(connection):
    broken = Migration(2, "CREATE TABLE letters (id INTEGER); INSERT INTO nowhere VALUES (1);")
    with pytest.raises(sqlite3.OperationalError):
        apply(connection, [ONE, broken])
    assert (version(connection), tables(connection)) == (1, ["people"])
    assert connection.execute("PRAGMA foreign_keys").fetchone()[0] == 1
    assert apply(connection, [ONE, TWO]) == 2


def test_a_table_can_be_rebuilt_though_others_refer_to_it(connection):
    rebuild = Migration(
        3,
        "CREATE TABLE people_new (id INTEGER PRIMARY KEY, name TEXT); INSERT INTO people_new (id) SELECT id FROM people;"
        "DROP TABLE people; ALTER TABLE people_new RENAME TO people;",
    )
    apply(connection, [ONE, TWO])
    connection.execute("INSERT INTO letters VALUES (1)")
    assert apply(connection, [ONE, TWO, rebuild]) == 3
    assert connection.execute("SELECT person, name FROM letters JOIN people ON id = person").fetchall() == [
        (1, None)
    ]


def test_rows_that_would_refer_to_nothing_stop_the_step(connection):
    apply(connection, [ONE, TWO])
    connection.execute("INSERT INTO letters VALUES (1)")
    with pytest.raises(BrokenMigration):
        apply(connection, [ONE, TWO, Migration(3, "DELETE FROM people;")])
    assert version(connection) == 2


def test_semicolons_split_only_statements():
    script = """
    -- one; two
    INSERT INTO t VALUES ('a;b'); /* c; d */ SELECT 1;
    CREATE TRIGGER g AFTER INSERT ON t BEGIN DELETE FROM t; SELECT 2; END;
    -- the end; really
    """
    statements = [statement.splitlines()[-1].strip() for statement in split_statements(script)]
    assert statements == [
        "INSERT INTO t VALUES ('a;b');",
        "/* c; d */ SELECT 1;",
        "CREATE TRIGGER g AFTER INSERT ON t BEGIN DELETE FROM t; SELECT 2; END;",
    ]


def test_a_script_cut_short_is_refused():
    with pytest.raises(BrokenMigration):
        list(split_statements("SELECT 1; CREATE TABLE half (id"))
