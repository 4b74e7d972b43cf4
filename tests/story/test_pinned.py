"""On top of each staff chat stands what is so now: pinned without a sound, edited once a minute, never in the way."""

from dataclasses import replace

import pytest

from tests.city import running, sleeping_town
from tests.story.scenes import (
    LAMP,
    accepted,
    bot_in,
    card_in,
    decree,
    replies,
    written,
)

MINUTE = 61


@pytest.fixture
async def town(town):
    """A town whose groups let the bot pin."""
    return await trusting(town)


async def trusting(town):
    for group in (town.coordinators, town.leadership, town.zhkh, town.roads):
        group.promote_bot("can_pin_messages")
    await town.settle()
    return town


def on_top(chat):
    """What is pinned there: one message or none."""
    pinned = [message for message in chat.sent_by(chat.world.bot.user) if message.pinned]
    assert len(pinned) <= 1
    return pinned[0] if pinned else None


async def test_the_coordinators_see_how_many_wait_since_when_and_that_nothing_does(town):
    number = await written(town, LAMP)
    await town.wait(MINUTE)
    queue = on_top(town.coordinators)
    assert queue.text.startswith("Ждут направления: 1, первое — с 02.03 ")
    assert queue.silent
    await town.clicks(town.olga.in_(town.coordinators), "ЖКХ", on=card_in(town.coordinators, number))
    await town.wait(MINUTE)
    assert queue.text == "Очередь пуста"
    assert len(town.world.history.calls("pinChatMessage", town.coordinators.id)) == 1


async def test_a_department_sees_what_it_has_in_hand_and_who_has_it(town):
    waits = await written(town, by=town.boris)
    await town.wait(MINUTE)
    work = on_top(town.zhkh)
    number = await accepted(town)
    await town.wait(MINUTE)
    assert work.text.splitlines() == [
        "В работе: 2",
        f"{waits} · Водоснабжение · ул. Ленина, 5 · не принято, вернуть до 02.03 09:30",
        f"{number} · Водоснабжение · ул. Ленина, 5 · Петров И. С.",
    ]
    assert on_top(town.roads) is None


async def test_a_long_list_ends_with_how_many_more_there_are(town):
    for name in range(12):
        await written(town, by=town.world.user(f"Житель {name}"))
    await town.wait(2 * MINUTE)
    lines = on_top(town.zhkh).text.splitlines()
    assert lines[0] == "В работе: 12"
    assert lines[-1] == "и ещё 2"
    assert len(lines) == 12


async def test_the_leadership_sees_what_is_under_control_and_the_instruction_with_its_term(town):
    number = await accepted(town)
    await town.clicks(town.olga.in_(town.coordinators), "Срочно", on=card_in(town.coordinators, number))
    await town.wait(MINUTE)
    assert on_top(town.leadership) is None
    glava = town.glava.in_(town.leadership)
    await town.clicks(glava, "Взять на контроль", on=card_in(town.leadership, number))
    await replies(town, glava, card_in(town.leadership, number), "Разобраться до 05.03")
    await town.clicks(glava, "Передать как поручение")
    await town.wait(MINUTE)
    head, line = on_top(town.leadership).text.splitlines()
    assert head == "На контроле: 1"
    assert line.startswith(f"🔴 {number} · Водоснабжение · ул. Ленина, 5 — готовят ответ")
    assert line.endswith(" · контроль: Глебов Г. П. · поручение (Глебов Г. П.) до 05.03")


async def test_ten_changes_in_a_minute_are_one_edit_and_no_change_is_none(town):
    await written(town)
    await town.wait(MINUTE)
    work = on_top(town.zhkh)
    edits = len(town.world.history.calls("editMessageText", town.zhkh.id))
    for name in range(5):
        await accepted_by_petrov(town, town.world.user(f"Житель {name}"))
    await town.wait(MINUTE)
    await town.says(town.anna, "И подвал залило")
    await town.wait(MINUTE)
    mine = [
        call
        for call in town.world.history.calls("editMessageText", town.zhkh.id)[edits:]
        if int(call.params["message_id"]) == work.id
    ]
    assert len(mine) == 1
    assert work.text.startswith("В работе: 6")


async def accepted_by_petrov(town, person):
    number = await written(town, by=person)
    await town.clicks(town.petrov.in_(town.zhkh), "Принять", on=card_in(town.zhkh, number))


async def test_what_somebody_has_deleted_is_put_up_again_once(town):
    await written(town)
    await town.wait(MINUTE)
    await town.petrov.in_(town.zhkh).delete(on_top(town.zhkh))
    await written(town, by=town.boris)
    await town.wait(2 * MINUTE)
    assert on_top(town.zhkh).text.startswith("В работе: 2")
    assert len(town.world.history.calls("pinChatMessage", town.zhkh.id)) == 2


async def test_without_the_right_it_stands_unpinned_and_its_group_reads_once_that_a_person_can_pin_it(town):
    await town.admin.start()
    await town.settle()
    said = len(bot_in(town.admin.chat))
    town.zhkh.demote_bot()
    await written(town)
    await town.wait(MINUTE)
    await written(town, by=town.boris)
    await town.wait(MINUTE)
    assert on_top(town.zhkh) is None
    assert any(message.text.startswith("В работе: 2") for message in town.zhkh.visible)
    assert len(hints_in(town.zhkh)) == 1
    assert hints_in(town.zhkh)[0].silent
    assert len(bot_in(town.admin.chat)) == said, "no alarm: nothing is lost"
    assert len(town.world.history.calls("pinChatMessage", town.zhkh.id)) == 1
    town.zhkh.promote_bot("can_pin_messages")
    await town.settle()
    assert on_top(town.zhkh).text.startswith("В работе: 2")
    town.zhkh.demote_bot()
    await town.petrov.in_(town.zhkh).delete(on_top(town.zhkh))
    await written(town, by=town.world.user("Вера"))
    await town.wait(2 * MINUTE)
    assert len(hints_in(town.zhkh)) == 1


def hints_in(chat):
    return [message for message in chat.visible if "закрепите его сами" in message.text]


async def test_a_moved_group_gets_it_anew(town):
    await written(town)
    await town.wait(MINUTE)
    town.zhkh = town.zhkh.migrate()
    await town.wait(MINUTE)
    assert on_top(town.zhkh).text.startswith("В работе: 1")


async def test_a_department_that_went_elsewhere_takes_its_list_along(town):
    await written(town)
    await town.wait(MINUTE)
    left = on_top(town.zhkh)
    new = town.world.supergroup("ЖКХ, новая", town.petrov, admin=True)
    await decree(town, departments=lambda all_: (replace(all_[0], chat=new.id), *all_[1:]))
    await written(town, by=town.boris)
    await town.wait(MINUTE)
    assert on_top(new).text.startswith("В работе: 2")
    assert left.text.startswith("Здесь больше не ведётся")


async def test_a_restart_forgets_nothing(tmp_path):
    async with sleeping_town(tmp_path) as town:
        async with running(town):
            number = await written(await trusting(town))
        async with running(town):
            await town.wait(MINUTE)
            assert number in on_top(town.zhkh).text
        async with running(town):
            await accepted_by_petrov(town, town.boris)
            await town.wait(MINUTE)
            assert "Петров И. С." in on_top(town.zhkh).text
            assert len(town.world.history.calls("pinChatMessage", town.zhkh.id)) == 1
