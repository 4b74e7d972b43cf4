"""What matters most goes first, and nobody is told ten times what can be told once (guarantees 13-15)."""

from datetime import timedelta

from domain.ids import DepartmentCode, TopicCode
from domain.municipality import Topic
from tests.city import labels
from tests.story.scenes import BREATH, WATER, accepted, bot_in, card_in, number_in, where, written

GAS = "Пахнет газом в подъезде, ул. Мира, 3"


def gas_is_urgent(topics):
    gas = Topic(TopicCode("gas"), "Газ", DepartmentCode("zhkh"), urgent=True, words=("газ",))
    return (*topics, gas)


def refused(town):
    return [call for call in town.world.history.calls() if call.status == 429]


async def crowd_writes(town, count=200):
    people = [town.world.user(f"Житель {number}") for number in range(count)]
    for person in people:
        await person.send(WATER)
    await town.settle()


@where(topics=gas_is_urgent)
async def test_urgent_overtakes_two_hundred_waiting_cards(town):
    await crowd_writes(town)
    waiting = 200 - len(bot_in(town.zhkh))
    assert waiting > 180
    begun = town.world.clock.now()
    await town.says(town.anna, GAS)
    number = number_in(bot_in(town.anna.chat)[0])
    await town.world.clock.advance(1)
    assert card_in(town.leadership, number).text.startswith("🔴 Газ")
    await town.world.clock.advance(2)
    assert card_in(town.zhkh, number)
    assert town.world.clock.now() - begun <= timedelta(seconds=3.5)
    assert not refused(town)


async def test_telegram_never_has_to_refuse(town):
    await crowd_writes(town, 60)
    for _ in range(4):
        await town.wait(60)
    assert not refused(town)
    assert len(bot_in(town.zhkh)) == len(bot_in(town.coordinators)) == 60


async def test_ten_changes_in_two_seconds_are_two_edits_and_the_last_state_wins(town):
    number = await accepted(town)
    await town.wait(61)
    before = len(town.world.history.calls("editMessageText", town.coordinators.id))
    for change in range(10):
        await town.anna.send(f"и ещё беда {change}")
        await town.world.clock.advance(0.2)
    await town.wait(5)
    edits = len(town.world.history.calls("editMessageText", town.coordinators.id)) - before
    assert edits <= 2
    card = card_in(town.coordinators, number)
    assert "и ещё беда 9" in card.text
    assert labels(card)[:3] == ["Ещё…", "Несколько", "Срочно"]


async def test_a_card_shows_a_single_change_within_the_second(town):
    number = await written(town)
    await town.wait(BREATH)
    await town.petrov.in_(town.zhkh).click("Принять")
    await town.settle()
    await town.world.clock.advance(0.5)
    assert "Принял Петров И. С." in card_in(town.zhkh, number).text


async def test_what_is_pinned_costs_a_group_one_operation_a_minute_and_comes_after_the_cards(town):
    town.zhkh.promote_bot("can_pin_messages")
    await crowd_writes(town, 40)
    for _ in range(5):
        await town.wait(60)
    assert len(bot_in(town.zhkh)) == 40
    work = next(message for message in town.zhkh.sent_by(town.world.bot.user) if message.pinned)
    assert work.text.startswith("В работе: 40")
    assert work.id > card_in(town.zhkh, "2026-00018").id, "the first minute belongs to the cards"
    edits = town.world.history.calls("editMessageText", town.zhkh.id)
    assert len([call for call in edits if int(call.params["message_id"]) == work.id]) <= 5
    assert not refused(town)
