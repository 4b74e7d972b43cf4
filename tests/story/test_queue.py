"""`/queue`: what waits, one after another in one message; and `/card`: any card where it is wanted."""

from dataclasses import replace

from domain.municipality import Role
from domain.notices import Priority
from tests.city import labels, running, sleeping_town
from tests.story.scenes import (
    BREATH,
    LAMP,
    accepted,
    ask_database,
    bot_in,
    card_in,
    cards_in,
    decree,
    written,
)

FENCE = "Сломан забор у школы"
SIGN = "Упал дорожный знак"


async def three_wait(town):
    """Three messages that no rule could send on, by three citizens."""
    return [
        await written(town, text, by=person)
        for text, person in ((LAMP, town.anna), (FENCE, town.boris), (SIGN, town.stranger))
    ]


def queue_in(chat):
    """The message that goes through the queue."""
    found = [message for message in bot_in(chat) if "Пропустить" in labels(message)]
    assert len(found) <= 1, "one message for the whole queue"
    return found[0] if found else None


async def open_queue(town, person=None, chat=None):
    person = person or town.olga.in_(chat or town.coordinators)
    await town.says(person, "/queue")
    await town.redraw()


async def test_the_queue_turns_before_other_edits(town):
    await three_wait(town)
    await open_queue(town)
    await town.clicks(town.olga.in_(town.coordinators), "Пропустить", on=queue_in(town.coordinators))
    edits = """SELECT DISTINCT priority FROM outbox JOIN cards ON cards.id = ref_id
        WHERE outbox.kind = 'card_edit' AND cards.kind"""
    assert ask_database(town, f"{edits} = 'queue'") == [(Priority.INTERACTIVE,)]
    assert ask_database(town, f"{edits} <> 'queue'") == [(Priority.EDIT,)]


async def test_the_queue_is_one_message_that_turns_to_the_next_by_each_press(town):
    first, second, third = await three_wait(town)
    await open_queue(town)
    queue = queue_in(town.coordinators)
    assert queue.text.startswith("Очередь: 1 из 3\nНе горит фонарь")
    assert queue.silent
    said = len(bot_in(town.coordinators))
    olga = town.olga.in_(town.coordinators)
    assert await town.clicks(olga, "ЖКХ", on=queue) == "Направлено: ЖКХ"
    assert queue.text.startswith("Очередь: 1 из 2\nСломан забор")
    await town.clicks(olga, "Дороги", on=queue)
    assert card_in(town.zhkh, first)
    assert card_in(town.roads, second)
    await town.clicks(olga, "Дороги", on=queue)
    assert queue.text == "Очередь пройдена: ничего больше не ждёт направления."
    assert not labels(queue)
    assert len(bot_in(town.coordinators)) == said, "three routed in three touches without a new message"
    assert third in card_in(town.roads, third).text


async def test_what_opens_in_the_queue_counts_as_read(town):
    first, second, _ = await three_wait(town)
    await open_queue(town)
    await town.clicks(town.olga.in_(town.coordinators), "Пропустить")
    assert ask_database(town, "SELECT number, read_by FROM appeals WHERE read_at IS NOT NULL") == [
        (first, "Кузнецова О. П."),
        (second, "Кузнецова О. П."),
    ]
    assert "Взято: Кузнецова О. П." in card_in(town.coordinators, second).text


async def test_skipping_goes_round_and_urgent_comes_first(town):
    first, second, third = await three_wait(town)
    olga = town.olga.in_(town.coordinators)
    await town.clicks(olga, "Срочно", on=card_in(town.coordinators, third))
    await open_queue(town)
    shown = []
    for _ in range(4):
        shown.append(queue_in(town.coordinators).text.splitlines()[-1])
        await town.clicks(olga, "Пропустить")
    assert shown == [third, first, second, third]


async def test_a_double_press_on_skip_skips_one(town):
    _, second, _ = await three_wait(town)
    await open_queue(town)
    olga = town.olga.in_(town.coordinators)
    await olga.click("Пропустить", on=queue_in(town.coordinators), twice=True)
    await town.redraw()
    assert queue_in(town.coordinators).text.endswith(second)


async def test_what_is_settled_elsewhere_leaves_the_queue_too(town):
    first, second, _ = await three_wait(town)
    await open_queue(town, town.olga)
    await town.clicks(town.olga.in_(town.coordinators), "ЖКХ", on=card_in(town.coordinators, first))
    queue = queue_in(town.olga.chat)
    assert queue.text.startswith("Очередь: 1 из 2")
    assert queue.text.endswith(second)
    assert not ask_database(town, "SELECT 1 FROM appeals WHERE number = ? AND read_at IS NOT NULL", second), (
        "nobody need have looked"
    )


async def test_a_second_command_moves_the_queue_to_the_end_and_closing_takes_it_away(town):
    await three_wait(town)
    await open_queue(town)
    await open_queue(town)
    queue = queue_in(town.coordinators)
    assert queue is bot_in(town.coordinators)[-1]
    await town.clicks(town.olga.in_(town.coordinators), "Закрыть", on=queue)
    assert queue_in(town.coordinators) is None


async def test_an_empty_queue_and_a_chat_without_right_are_told_in_one_line(town):
    await open_queue(town)
    assert bot_in(town.coordinators)[-1].text == "Очередь пуста: ничего не ждёт направления."
    await written(town, LAMP)
    await open_queue(town, town.petrov.in_(town.zhkh))
    assert "недоступно" in bot_in(town.zhkh)[-1].text
    assert queue_in(town.zhkh) is None


async def test_the_queue_goes_on_after_a_restart(tmp_path):
    async with sleeping_town(tmp_path) as town:
        async with running(town):
            _, second, _ = await three_wait(town)
            await open_queue(town)
        async with running(town):
            await town.clicks(town.olga.in_(town.coordinators), "ЖКХ", on=queue_in(town.coordinators))
            assert queue_in(town.coordinators).text.endswith(second)


async def test_a_card_comes_where_it_is_asked_for_and_the_old_one_points_to_it(town):
    number = await written(town, LAMP)
    former = card_in(town.coordinators, number)
    await three_wait(town)
    await town.says(town.olga.in_(town.coordinators), f"/card {int(number[-5:])}")
    await town.redraw()
    assert former.text == f"{number}: карточка ниже."
    card = bot_in(town.coordinators)[-1]
    assert cards_in(town.coordinators, number) == [card]
    await town.clicks(town.olga.in_(town.coordinators), "ЖКХ", on=card)
    assert "Направлено: Управление ЖКХ" in card.text


async def test_in_private_a_second_living_copy_stands_with_the_buttons_of_the_role(town):
    number = await written(town, LAMP)
    await town.says(town.olga, f"/card {number}")
    own = card_in(town.olga.chat, number)
    await town.clicks(town.olga, "ЖКХ", on=own)
    assert "Направлено" in own.text
    assert "Направлено" in card_in(town.coordinators, number).text
    await town.says(town.petrov, f"/card {number}")
    seen = card_in(town.petrov.chat, number)
    assert not labels(seen), "an executor acts in the department's chat"
    await town.clicks(town.petrov.in_(town.zhkh), "Принять", on=card_in(town.zhkh, number))
    assert "Принял Петров И. С." in seen.text


async def test_unknown_numbers_and_other_peoples_cards_are_one_line(town):
    number = await written(town)
    roads = town.dorogin.in_(town.roads)
    for words, answer in (
        ("/card", "Напишите номер: /card 2026-00042"),
        ("/card 2026-99999", "Сообщения 2026-99999 нет."),
        (f"/card {number}", f"Карточка {number} здесь вам недоступна."),
    ):
        await town.says(roads, words)
        assert bot_in(town.roads)[-1].text == answer
    await town.says(town.dorogin, f"/card {number}")
    assert bot_in(town.dorogin.chat)[-1].text == f"Карточка {number} здесь вам недоступна."


async def test_a_citizen_in_private_hears_of_the_citizens_commands_only(town):
    number = await written(town)
    await town.wait(BREATH)
    await town.says(town.boris, f"/card {number}")
    assert number not in bot_in(town.boris.chat)[-1].text
    assert "/status" in bot_in(town.boris.chat)[-1].text


async def test_whoever_has_left_the_staff_is_shown_nothing_more(town):
    number = await accepted(town)
    await town.says(town.sidorova, f"/card {number}")
    seen = card_in(town.sidorova.chat, number)
    before = seen.text
    staff = town.app.units.municipality.staff
    await decree(town, staff=tuple(one for one in staff if one.id != town.sidorova.id))
    await town.clicks(town.olga.in_(town.coordinators), "Срочно", on=card_in(town.coordinators, number))
    assert seen.text == before


async def test_an_observer_sees_every_card_in_private_and_can_press_nothing(town):
    staff = town.app.units.municipality.staff
    watching = tuple(
        replace(one, roles=frozenset({Role.OBSERVER})) if one.id == town.admin.id else one for one in staff
    )
    await decree(town, staff=watching)
    number = await written(town, LAMP)
    await town.says(town.admin, f"/card {number}")
    assert not labels(card_in(town.admin.chat, number))


async def test_a_command_in_a_group_is_answered_for_everybody(town):
    number = await written(town, LAMP)
    stranger = town.stranger.in_(town.zhkh)
    for words in ("/queue", f"/card {number}", "/card 2026-99999"):
        before = len(bot_in(town.zhkh))
        await town.says(stranger, words)
        assert [said.text for said in bot_in(town.zhkh)[before:]] == [
            "Это действие здесь вам недоступно: нужна другая роль или другой чат."
        ]
    hidden = town.olga.in_(town.coordinators, anonymous=True)
    for words in ("/queue", f"/card {number}"):
        before = len(bot_in(town.coordinators))
        await town.says(hidden, words)
        assert len(bot_in(town.coordinators)) == before + 1
        assert "от своего имени" in bot_in(town.coordinators)[-1].text
