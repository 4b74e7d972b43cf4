"""Thirty minutes to return what is not theirs, in working time (R40, Krasnoufimsk No. 83, п. 11)."""

import json

from tests.story.scenes import ask_database, bot_in, card_in, decree, where, written

READY = "Не наша территория"


async def returns(town, number):
    petrov = town.petrov.in_(town.zhkh)
    await town.clicks(petrov, "Не наше", on=card_in(town.zhkh, number))
    await town.clicks(petrov, READY)


def marks(town):
    """Whether the journal says that a return was late, one after another."""
    rows = ask_database(town, "SELECT after FROM journal WHERE action = 'return' ORDER BY id")
    return [json.loads(after).get("returned_late", 0) for (after,) in rows]


async def test_until_it_is_accepted_the_card_says_how_long_it_may_be_returned(town):
    number = await written(town)
    assert "Не ваше? Верните до 09:30" in card_in(town.zhkh, number).text
    assert "Верните" not in card_in(town.coordinators, number).text
    await town.clicks(town.petrov.in_(town.zhkh), "Принять")
    assert "Верните" not in card_in(town.zhkh, number).text


async def test_a_return_in_time_has_no_mark(town):
    number = await written(town)
    await town.wait(29 * 60)
    await returns(town, number)
    assert f"↩️ {number} вернули (Петров И. С.): {READY}" in bot_in(town.coordinators)[-1].text
    assert marks(town) == [0]


async def test_a_late_return_is_possible_and_marked_for_all_to_see(town):
    number = await written(town)
    await town.wait(31 * 60)
    await returns(town, number)
    told = bot_in(town.coordinators)[-1].text
    assert f"↩️ {number} вернули позже срока, он был до 09:30 (Петров И. С.): {READY}" in told
    assert f"Возвращено позже срока: {READY}" in card_in(town.coordinators, number).text
    assert f"Возвращено позже срока: {READY}" in card_in(town.zhkh, number).text
    assert marks(town) == [1]


async def test_every_assignment_has_a_term_of_its_own(town):
    number = await written(town)
    await town.wait(45 * 60)
    await returns(town, number)
    await town.clicks(town.olga.in_(town.coordinators), "ЖКХ", on=card_in(town.coordinators, number))
    card = card_in(town.zhkh, number)
    assert "Не ваше? Верните до 10:15" in card.text
    assert "Возвращено" not in card.text
    await returns(town, number)
    assert marks(town) == [1, 0]
    terms = ask_database(town, "SELECT substr(return_by, 1, 16) FROM assignments ORDER BY id")
    assert terms == [("2026-03-02T06:30",), ("2026-03-02T07:15",)]


async def test_a_card_drawn_when_the_term_is_over_says_so(town):
    number = await written(town)
    await town.wait(31 * 60)
    await town.says(town.anna, "И ещё течёт в подъезде")
    await town.redraw()
    assert "Срок возврата был до 09:30, вернуть ещё можно" in card_in(town.zhkh, number).text


@where(regulation=lambda _: "grozny")
async def test_another_regulation_sets_no_such_term(town):
    number = await written(town)
    assert "Верните" not in card_in(town.zhkh, number).text
    await decree(town, regulation="krasnoufimsk")
    assert "Верните" not in card_in(town.zhkh, number).text
    later = await written(town, by=town.boris)
    assert "Не ваше? Верните до 09:30" in card_in(town.zhkh, later).text
