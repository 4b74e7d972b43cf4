"""The act of what was erased of people's data (152-ФЗ, ст. 21)."""

import json
import re
import sqlite3

from tests.bot.register_town import clerk

__all__ = ["clerk"]

DAYS = ("--from", "2026-03-01", "--to", "2026-03-31")
ACTS = (
    ("request", 7, 1, '["2026-00001", "2026-00004"]', 5, 2, "2026-03-02T06:00:00.000000Z"),
    ("term", 8, 0, '["2026-00002"]', 1, 0, "2026-03-31T18:59:59.000000Z"),
    ("term", 9, 0, '["2026-00003"]', 1, 0, "2026-03-31T19:00:00.000000Z"),
)


def test_the_act_tells_what_was_erased_when_and_why_and_names_nobody(clerk):
    assert clerk.imports([{"Поступило": "2026-03-02", "Канал": "paper", "Заявитель": "Иванова Анна"}]) == 0
    connection = sqlite3.connect(next(clerk.folder.glob("**/*.sqlite3")))
    with connection:
        connection.executemany(
            """INSERT INTO erasures (cause, citizen_id, is_whole, numbers, messages, files, erased_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)""",
            ACTS,
        )
    connection.close()
    assert clerk.run("report", "erased", *DAYS, "--out", "act.txt", "--format", "json") == 0, clerk.complained
    told = json.loads(clerk.said)
    assert (told["people"], told["messages"], told["files"]) == (2, 6, 2), "April has begun in the town"
    text = (clerk.folder / "act.txt").read_text(encoding="utf-8")
    line = r"^02\.03\.2026 11:00 +7 +всё о человеке +2026-00001, 2026-00004 +5 +2 +по просьбе$"
    assert re.search(line, text, re.MULTILINE)
    assert "Иванова" not in text


def test_days_on_which_nothing_was_erased(clerk):
    assert clerk.imports([{"Поступило": "2026-03-02", "Канал": "paper"}]) == 0
    assert clerk.run("report", "erased", *DAYS, "--out", "act.txt") == 0
    assert "не уничтожались" in (clerk.folder / "act.txt").read_text(encoding="utf-8")
