"""The paper for the head's meeting: what it names is what is late, and what nobody has decided (R65)."""

import asyncio
import json
import sqlite3
from contextlib import closing
from datetime import date

from bot.papers.meeting import write_meeting
from bot.papers.orders import Order, Stretch
from bot.setup_texts import russian
from tests.city import settings_for
from tests.story.scenes import card_in, replies
from tests.story.test_escalation import until
from tests.story.test_leadership import ORDER, urgent
from tests.story.test_promises_to_citizens import promised

WEEK = Stretch(date(2026, 3, 9), date(2026, 3, 15))
_ROAD = """INSERT INTO causes (topic, words, noted_by_id, noted_by, noted_at, state)
VALUES ('pits', 'Изношено покрытие', 1, 'К.', '2026-03-02T06:00:00Z', 'open'), ('water', 'Старые трубы', 1, 'К.', '2026-03-02T06:00:00Z', 'open');
INSERT INTO measures (cause_id, words, noted_by_id, noted_by, noted_at, due, department, state, moves)
VALUES (1, 'Заключить договор', 1, 'К.', '2026-03-02T06:00:00Z', '2026-03-12', 'roads', 'open', 0);"""


async def test_r65_the_meeting_reads_what_is_late_with_numbers_and_what_it_has_to_decide(town, tmp_path):
    promise = await promised(town)
    number = await urgent(town, by=town.boris)
    glava = town.glava.in_(town.leadership)
    await replies(town, glava, card_in(town.leadership, number), ORDER)
    await town.clicks(glava, "Завтра")
    with closing(sqlite3.connect(town.database)) as database:
        database.executescript(_ROAD)
    await until(town, "03-14T10:00")
    told = await asyncio.to_thread(paper, town, tmp_path)
    assert [(one["number"], one["department"]) for one in told["overdue_list"]] == [
        (number, "zhkh"),
        (promise, "zhkh"),
    ]
    assert [one["due_at"][:10] for one in told["instructions"]] == ["2026-03-03"]
    assert [(one["number"], one["due_on"]) for one in told["promises"]] == [(promise, "2026-03-13")]
    assert (told["overdue"], told["terms"]["overdue"]) == (2, 1), "a promise is no answer"
    text = (tmp_path / "meeting.txt").read_text(encoding="utf-8")
    assert f"1. Обещания жителям, которые не выполнены в срок: {promise}." in text
    assert f"2. Поручения, которые не исполнены в срок: {number}." in text
    assert "3. Просроченные обращения: Управление ЖКХ – 2." in text
    assert "4. Меры, срок которых прошёл: «Заключить договор» (Отдел дорог)." in text
    assert "5. Первопричины, против которых нет мер: Водоснабжение – «Старые трубы»." in text
    assert f"Исполнено ли поручение к 03.03.2026 ({number})?" in text
    roads = await asyncio.to_thread(paper, town, tmp_path, "roads")
    assert (roads["overdue_list"], roads["instructions"], roads["promises"]) == ([], [], [])
    assert [one["measure"] for one in roads["road_map"]] == ["Заключить договор"]
    text = (tmp_path / "meeting.txt").read_text(encoding="utf-8")
    assert "Почему мера «Заключить договор» не выполнена к 12.03.2026?" in text
    assert "Управление ЖКХ" not in text


def paper(town, folder, *departments):
    """The figures; the words stand in a file."""
    settings, said = settings_for(town.address, town.world, town.database), []
    order = Order(out=folder / "meeting.txt", as_json=True, departments=departments)
    write_meeting(settings, WEEK, order, russian(), now=town.world.clock.now(), say=said.append)
    return json.loads(said[0])
