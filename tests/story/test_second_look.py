"""What a citizen writes while the answer is on approval: the approver must hear of it before the answer leaves."""

from tests.story.scenes import WATER, approve, bot_in, card_in, replies, submitted
from tests.story.test_sounds import at, heard


def calls_for(town, number):
    return [one for one in bot_in(town.approvals) if f"{number}: житель" in one.text]


async def test_an_addition_sounds_once_for_a_version_and_hangs_under_its_card(town):
    number = await submitted(town)
    await town.says(town.anna, "И подвал залило")
    await town.says(town.anna, "И свет погас")
    await town.redraw()
    [call] = calls_for(town, number)
    assert call.text.startswith(f"➕ {number}: житель дополнил сообщение, а ответ уже согласуют.")
    assert call.reply_to == card_in(town.approvals, number)
    assert not call.silent
    assert "И свет погас" in card_in(town.approvals, number).text


async def test_an_edit_that_changes_the_sense_sounds_and_a_comma_does_not(town):
    number = await submitted(town)
    first = town.anna.chat.sent_by(town.anna)[0]
    await town.anna.edit(first, f"{WATER}!")
    await town.wait(6)
    assert not calls_for(town, number)
    await town.anna.edit(first, "Прорвало трубу на ул. Мира, 9, есть пострадавшие")
    await town.wait(6)
    [call] = calls_for(town, number)
    assert call.text.startswith(f"✏️ {number}: житель изменил сообщение")


async def test_the_next_version_may_call_again(town):
    number = await submitted(town)
    await town.says(town.anna, "И подвал залило")
    petrov = town.petrov.in_(town.zhkh)
    await replies(
        town, petrov, card_in(town.zhkh, number), "Добрый день! Трубу заменили, подвал осушим завтра."
    )
    await town.clicks(petrov, "Решено")
    await town.says(town.anna, "И свет погас")
    assert len(calls_for(town, number)) == 2


async def test_while_the_undo_time_runs_there_is_still_time_to_hear(town):
    number = await submitted(town)
    await approve(town)
    await town.says(town.anna, "И подвал залило")
    assert len(calls_for(town, number)) == 1
    await town.wait(31)
    await town.says(town.anna, "И свет погас")
    assert len(calls_for(town, number)) == 1


async def test_at_night_it_makes_no_sound(town):
    number = await submitted(town)
    before = len(heard(town, town.approvals))
    at(town, "2026-03-02T20:00")
    await town.says(town.anna, "И подвал залило")
    assert calls_for(town, number)
    assert len(heard(town, town.approvals)) == before
