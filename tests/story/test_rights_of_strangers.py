"""Forged presses, words of whoever is nobody here, and what only some may see (guarantees 22, 28)."""

from dataclasses import replace

import pytest

from domain.municipality import Members
from sandbox.model import ANONYMOUS
from tests.story.scenes import (
    REPLY,
    answered,
    ask_database,
    bot_in,
    card_in,
    replies,
    submitted,
    where,
    written,
)
from tests.story.stage import KEPT, snapshot

FORGED = [
    "",
    "a",
    "a:accept",
    "a:accept:0",
    "a:accept:-1",
    "a:accept:999999",
    "a:accept:99999999999999999999999999",
    "a:accept:1:1",
    "a:destroy:1",
    "a:accept:один",
    "r:1:nowhere:0",
    "r:1:zhkh:77",
    "d:approve:999999",
    "d:undo:99999999999999999999999999",
    "o:1:unknown",
    "o:99999:solved",
    "q:return:1:99",
    "q:return:999999:0",
    "q:revise:1:-1",
    "w:999999:text",
    "x:999999",
    "s:999999:no",
    "m:new:999999",
    "g:1:9",
    "l:xx",
    "yg:home:",
    "yg:person:999999999999999999999999",
    "ys:open:::",
    "ys:role:1:admin:00000000",
    "yw:name::",
    "yi:admin:",
    "yb:bind:coordinators:",
    "yb:move:department:zhkh",
    "yq:ask:1",
    "yq:grant:1",
    "yq:grant:99999999999999999999999999",
    "я" * 32,
    "\x00\x00",
    "'; DROP TABLE appeals; --",
]


async def test_forged_data_is_answered_and_harmless(stage):
    town = stage.town
    before, alarms = snapshot(town), len(bot_in(town.admin.chat))
    seats = [
        (town.petrov, town.petrov.in_(town.zhkh)),
        (town.olga, town.olga.in_(town.coordinators)),
        (town.galina, town.galina.in_(town.approvals)),
        (town.stranger, town.stranger),
    ]
    for person, seat in seats:
        message = bot_in(seat._seat().chat)[0]
        for data in FORGED:
            await seat.press_data(message, data)
            await town.settle()
            assert person.toast, f"{data!r} was not answered"
            assert person.toast.text, f"{data!r} was answered with nothing"
    assert snapshot(town) == before
    assert len(bot_in(town.admin.chat)) == alarms, "a forger does not wake the administrator"
    assert ask_database(town, "SELECT count(*) FROM inbox WHERE state = 'set_aside'") == [(0,)]


async def test_a_rating_that_no_button_offers_is_not_taken(town):
    await answered(town)
    await town.clicks(town.anna, "Да, решено")
    for rating in ("0", "6", "-5", "100"):
        await town.anna.press_data(bot_in(town.anna.chat)[-1], f"g:1:{rating}")
        await town.settle()
        assert town.anna.toast.text
    assert ask_database(town, "SELECT rating FROM appeals") == [(None,)]


WITHOUT_WORDS_OF_THE_BOT = KEPT.replace("outbox ", "")
TOLD = {
    "an anonymous administrator": "Напишите от своего имени",
    "a channel": "Напишите от своего имени",
    "a stranger": "Работаете здесь?",
}
"""Who can't be known is told so; who is not known yet is shown the way in."""
MASKS = {
    "an anonymous administrator": lambda town: town.petrov.in_(town.zhkh, anonymous=True),
    "a channel": lambda town: town.petrov.in_(town.zhkh, as_channel=town.world.channel("Канал", town.petrov)),
    "another bot": lambda town: town.world.user("Робот", is_bot=True).in_(town.zhkh),
    "a stranger": lambda town: town.stranger.in_(town.zhkh),
}


@pytest.mark.parametrize("mask", MASKS)
async def test_words_of_whoever_is_nobody_here_are_no_draft(town, mask):
    number = await written(town)
    town.zhkh.promote_bot()
    before, said = snapshot(town, WITHOUT_WORDS_OF_THE_BOT), len(bot_in(town.zhkh))
    await replies(town, MASKS[mask](town), card_in(town.zhkh, number), REPLY)
    assert snapshot(town, WITHOUT_WORDS_OF_THE_BOT) == before
    told = [message.text for message in bot_in(town.zhkh)[said:]]
    assert (TOLD[mask] in " ".join(told)) if mask in TOLD else told == []


def trusting(departments):
    """Whoever writes in the chat of the department of water works for it."""
    return (replace(departments[0], members=Members.CHAT), *departments[1:])


@where(departments=trusting)
async def test_a_department_may_trust_whoever_is_in_its_chat(town):
    number = await written(town)
    await replies(town, town.stranger.in_(town.zhkh), card_in(town.zhkh, number), REPLY)
    assert "Принял Прохожий Ж." in card_in(town.zhkh, number).text
    assert await town.clicks(town.stranger.in_(town.zhkh), "Решено") == "Отправлено на согласование."


@where(departments=trusting)
@pytest.mark.parametrize("mask", [name for name in MASKS if name != "a stranger"])
async def test_whoever_hides_or_is_a_bot_is_not_trusted_even_there(town, mask):
    number = await written(town)
    town.zhkh.promote_bot()
    before = snapshot(town, WITHOUT_WORDS_OF_THE_BOT)
    await replies(town, MASKS[mask](town), card_in(town.zhkh, number), REPLY)
    assert snapshot(town, WITHOUT_WORDS_OF_THE_BOT) == before


async def test_an_anonymous_administrator_presses_under_the_own_id(town):
    number = await written(town)
    town.zhkh.make_anonymous(town.petrov)
    await town.clicks(town.petrov.in_(town.zhkh), "Принять")
    assert "Принял Петров И. С." in card_in(town.zhkh, number).text
    assert ask_database(town, "SELECT count(*) FROM appeals WHERE executor_id = ?", ANONYMOUS.id) == [(0,)]


@pytest.mark.parametrize("who", ["dorogin", "olga", "galina"])
async def test_words_of_other_staff_in_reply_are_refused_in_words(town, who):
    number = await written(town)
    await replies(town, getattr(town, who).in_(town.zhkh), card_in(town.zhkh, number), REPLY)
    assert "недоступно" in bot_in(town.zhkh)[-1].text
    assert ask_database(town, "SELECT count(*) FROM drafts") == [(0,)]
    assert ask_database(town, "SELECT status FROM appeals") == [("assigned",)]


@pytest.mark.parametrize("who", ["petrov", "olga", "stranger", "glava"])
async def test_words_in_reply_to_a_draft_are_the_approvers_alone(town, who):
    number = await submitted(town)
    before = snapshot(town, "appeals drafts prompts")
    await replies(town, getattr(town, who).in_(town.approvals), card_in(town.approvals, number), "Не то")
    assert snapshot(town, "appeals drafts prompts") == before


async def with_phone(town):
    """Anna has sent her phone with her message."""
    number = await written(town)
    await town.anna.send_contact("+79161234567")
    await town.redraw()
    return number


async def test_the_phone_is_shown_to_the_presser_alone_and_the_journal_knows_who_looked(town):
    number = await with_phone(town)
    assert await town.clicks(town.petrov.in_(town.zhkh), "Телефон") == "+79161234567"
    assert not [message for message in bot_in(town.zhkh) if "1234567" in message.text]
    looked = ask_database(town, "SELECT actor_name FROM journal WHERE action = 'reveal_phone'")
    assert looked == [("Петров Иван Сергеевич",)]
    assert "+7 ··· ·· 67" in card_in(town.zhkh, number).text


@pytest.mark.parametrize("who", ["stranger", "dorogin", "glava", "admin"])
async def test_nobody_else_sees_the_phone(town, who):
    number = await with_phone(town)
    person = getattr(town, who)
    data = card_in(town.zhkh, number).button("Телефон")["callback_data"]
    await person.start()
    for seat, chat in ((person.in_(town.zhkh), town.zhkh), (person, person.chat)):
        await seat.press_data(bot_in(chat)[0], data)
        await town.settle()
        assert "недоступно" in person.toast.text
