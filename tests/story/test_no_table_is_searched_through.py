"""What a message needs on its way costs the same in the tenth year as on the first day: each row is found by an index."""

import re
import sqlite3

from storage import batches, connection
from tests.story.scenes import WATER

GROWING = "appeals|assignments|cards|citizen_messages|citizens|deadlines|drafts|inbox|instructions|journal|outbox|sent_messages"


async def test_from_the_message_to_its_card_nothing_looks_through_a_whole_table(town, monkeypatch):
    said = set()

    def run_all(asked, statements):
        said.update(sql for sql, _ in statements)
        return done(asked, statements)

    done = connection.run_all
    monkeypatch.setattr(connection, "run_all", run_all)
    monkeypatch.setattr(batches, "run_all", run_all)
    await town.says(town.anna, WATER)
    await town.says(town.anna, "И подвал залило")
    await town.clicks(town.petrov.in_(town.zhkh), "Принять")
    await town.wait(65)
    assert [plan for sql in said for plan in _slow(town.database, sql)] == []


def _slow(path, sql):
    database = sqlite3.connect(path)
    names = dict.fromkeys(re.findall(r":(\w+)", sql))
    try:
        plans = [row[3] for row in database.execute(f"EXPLAIN QUERY PLAN {sql}", names)]
    finally:
        database.close()
    return [(plan, sql) for plan in plans if re.fullmatch(rf"SCAN ({GROWING})", plan)]
