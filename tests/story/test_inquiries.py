"""Requests to other bodies: noted on the card, counted in the month in which they left (R80)."""

import asyncio
import json
from datetime import UTC, date, datetime

from bot.papers.month import write_month
from bot.papers.orders import Order
from bot.setup_texts import russian
from domain.municipality import Body
from tests.city import labels, settings_for
from tests.story.scenes import LAMP, WATER, ask_database, bot_in, card_in, replies, where, written


async def menu(town, number):
    """The card, opened at `Запрос в…`."""
    olga, card = town.olga.in_(town.coordinators), card_in(town.coordinators, number)
    await town.clicks(olga, "Ещё…", on=card)
    await town.clicks(olga, "Запрос в…", on=card)
    return card


@where(bodies=(Body("gji", "Жилищная инспекция"), Body("rpn", "Роспотребнадзор")))
async def test_r80_requests_to_other_bodies_are_pressed_shown_taken_off_and_counted(town):
    olga = town.olga.in_(town.coordinators)
    number = await written(town, WATER)
    card = await menu(town, number)
    assert {"Жилищная инспекция", "Роспотребнадзор"} <= set(labels(card)), "the directory is a press away"
    await town.clicks(olga, "Другой орган…", on=card)
    await replies(town, olga, bot_in(town.coordinators)[-1], "Роспотребнадзор")
    await town.redraw()
    assert "запросы: Роспотребнадзор (02.03)" in card.text
    other = await written(town, LAMP, by=town.boris)
    await town.clicks(olga, "Взять", on=card_in(town.coordinators, other))
    card = await menu(town, other)
    assert labels(card).count("Роспотребнадзор") == 1
    assert await town.clicks(olga, "Роспотребнадзор", on=card) == "Запрос записан: Роспотребнадзор"
    card = await menu(town, other)
    assert "уже записан" in await town.clicks(olga, "Роспотребнадзор", on=card)
    assert "🗑 Роспотребнадзор" in labels(card)
    assert await asyncio.to_thread(march, town) == (2, 2)
    assert await town.clicks(olga, "🗑 Роспотребнадзор", on=card) == "Запрос убран: Роспотребнадзор"
    assert "запросы" not in card.text
    assert ask_database(town, "SELECT requests FROM appeals ORDER BY id") == [(1,), (0,)]
    assert (
        ask_database(town, "SELECT reason FROM journal WHERE action = 'inquire'")
        == [("Роспотребнадзор",)] * 3
    )
    assert await asyncio.to_thread(march, town) == (1, 1)
    card = await menu(town, other)
    assert await town.clicks(olga, "Жилищная инспекция", on=card) == "Запрос записан: Жилищная инспекция"


def march(town):
    """Requests and outgoing papers of the month."""
    settings, said = settings_for(town.address, town.world, town.database), []
    now = datetime(2026, 3, 2, 9, tzinfo=UTC)
    write_month(settings, date(2026, 3, 1), Order(None, as_json=True), russian(), now=now, say=said.append)
    told = json.loads(said[0])
    return told["requests"], told["outgoing"]
