"""A tick looks along the open deadlines in the order of their ends: what is not near costs it nothing."""

from datetime import UTC, datetime, timedelta

from storage.database import open_database
from storage.reminders import NEARING, list_nearing
from storage.schema import migrate

NOW = datetime(2026, 3, 2, 8, tzinfo=UTC)


async def test_what_is_near_is_found_by_the_index_of_open_deadlines(tmp_path):
    database = await open_database(tmp_path / "town.sqlite3")
    try:
        await migrate(database)
        names = dict.fromkeys(("now", "until", "closings"), "[]")
        plan = await database.reader.run([(f"EXPLAIN QUERY PLAN {NEARING}", names)])
        said = [row["detail"] for row in plan]
        assert any("deadlines USING INDEX deadlines_due (due_at>" in line for line in said), said
        assert await list_nearing(database.reader, NOW, NOW + timedelta(hours=1), [NOW]) == []
    finally:
        await database.close()
