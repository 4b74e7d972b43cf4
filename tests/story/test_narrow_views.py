"""Whoever answers for a part sees that part alone, whichever way it is looked at (R27, R66)."""

from dataclasses import replace

import pytest

from domain.ids import DepartmentCode
from domain.municipality import Role
from tests.story.scenes import PITS, REPLY, WATER, ask_database, bot_in, card_in, cards_in, replies, written


def with_a_block_head(municipality):
    """Romanov's block is the roads."""
    staff = tuple(
        replace(one, roles=frozenset({Role.BLOCK_HEAD}), departments=frozenset({DepartmentCode("roads")}))
        if one.name.startswith("Романов")
        else one
        for one in municipality.staff
    )
    return replace(municipality, staff=staff)


@pytest.mark.parametrize("town", [with_a_block_head], indirect=True)
async def test_r66_a_card_is_shown_no_more_once_it_is_in_nobodys_part_of_the_reader(town):
    head, olga = town.admin, town.olga.in_(town.coordinators)
    await head.start()
    foreign, own = await written(town), await written(town, PITS, by=town.boris)
    for number in (foreign, own):
        await town.says(head, f"/card {number}")
    assert not cards_in(head.chat, foreign)
    card = card_in(head.chat, own)
    assert "машины бьются" in card.text
    before = ask_database(town, "SELECT count(*) FROM appeals")
    await replies(town, head, card, REPLY)
    assert ask_database(town, "SELECT count(*) FROM appeals") == before, "words to a card are no citizen's"
    await town.clicks(olga, "Ещё…", on=card_in(town.coordinators, own))
    await town.clicks(olga, "ЖКХ", on=card_in(town.coordinators, own))
    await town.redraw()
    assert "теперь не в вашей части" in card.text
    assert "машины бьются" not in card.text
    await town.says(head, f"/card {own}")
    assert "машины бьются" not in bot_in(head.chat)[-1].text


@pytest.mark.parametrize("town", [with_a_block_head], indirect=True)
async def test_r66_who_answers_for_one_of_several_departments_sees_what_they_work_on_together(town):
    head, olga = town.admin, town.olga.in_(town.coordinators)
    await head.start()
    number = await written(town, WATER)
    await town.clicks(olga, "Несколько", on=card_in(town.coordinators, number))
    await town.clicks(olga, "Дороги", on=card_in(town.coordinators, number))
    await town.clicks(olga, "Отправить 2", on=card_in(town.coordinators, number))
    await town.says(head, f"/card {number}")
    assert "во дворе вода" in card_in(head.chat, number).text
