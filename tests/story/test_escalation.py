"""What is missed climbs: coordinators, the curator, the leadership; each hears of it once (R54-R56, A18, A21, A22)."""

import json
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.ids import UserId
from domain.municipality import Employee, Role
from tests.city import labels, running, sleeping_town
from tests.story.scenes import (
    LAMP,
    PITS,
    REPLY,
    WATER,
    accepted,
    approve,
    ask_database,
    bot_in,
    card_in,
    cards_in,
    decree,
    replies,
    submitted,
    written,
)

MOSCOW = ZoneInfo("Europe/Moscow")


def lists_in(chat):
    """Every list of what is missed that stands in the chat."""
    told = chat.sent_by(chat.world.bot.user)
    return [
        one
        for one in told
        if one.text.startswith(("❗ Просрочено", "❗ Не при", "❗ Не про", "✅ Просроченного"))
    ]


async def until(town, moment):
    """Let the town's clock run to this moment of 2026, all that is due happening there."""
    at = datetime.fromisoformat(f"2026-{moment}").replace(tzinfo=MOSCOW)
    await town.wait((at - town.world.clock.now()).total_seconds())


async def with_curator(town):
    """The mayor's deputy answers for the department of water, and has opened the bot."""
    deputy = town.world.user("Дарья З")
    await decree(
        town,
        departments=lambda every: tuple(
            replace(one, curator=UserId(deputy.id)) if one.code == "zhkh" else one for one in every
        ),
        staff=lambda every: (
            *every,
            Employee(UserId(deputy.id), "Зорина Дарья Олеговна", frozenset({Role.CURATOR})),
        ),
    )
    await deputy.start()
    await town.settle()
    return deputy


def told_of(town, number):
    """Levels and stages in the journal of the appeal, in the order in which they were told."""
    rows = ask_database(
        town,
        """SELECT after FROM journal JOIN appeals ON appeals.id = appeal_id
        WHERE action = 'escalate' AND number = ? ORDER BY journal.id""",
        number,
    )
    return [json.loads(after) for (after,) in rows]


async def test_r54_r55_a_missed_deadline_reaches_coordinators_then_curator_then_leadership(town):
    deputy = await with_curator(town)
    number = await accepted(town)
    await until(town, "03-02 16:00")
    assert lists_in(town.coordinators) == [], "exactly on time is in time (A22)"
    await until(town, "03-02 16:02")
    (told,) = lists_in(town.coordinators)
    assert told.text.splitlines() == [
        "❗ Просрочено: 1",
        f"{number} · Водоснабжение · ул. Ленина, 5 · ЖКХ, Петров И. С. · срок был 02.03 16:00",
    ]
    assert (labels(told), told.silent) == ([number], False)
    await until(town, "03-03 08:55")
    assert lists_in(deputy.chat) == []
    await until(town, "03-03 09:02")
    (curators,) = lists_in(deputy.chat)
    assert curators.text == told.text
    assert lists_in(town.leadership) == []
    await until(town, "03-03 11:02")
    (leaders,) = lists_in(town.leadership)
    assert leaders.text == told.text
    drafts = [entry for entry in told_of(town, number) if entry["stage"] == "draft"]
    assert [(entry["level"], entry["executor"]) for entry in drafts] == [
        ("coordinators", "Петров И. С."),
        ("curator", "Петров И. С."),
        ("leadership", "Петров И. С."),
    ]
    assert drafts[1]["told"] == "Зорина Дарья Олеговна"


async def test_r40_what_nobody_accepted_is_told_as_such_until_the_answer_itself_is_overdue(town):
    number = await written(town)
    await until(town, "03-02 09:32")
    (told,) = lists_in(town.coordinators)
    assert told.text.splitlines() == [
        "❗ Не принято в срок: 1",
        f"{number} · Водоснабжение · ул. Ленина, 5 · ЖКХ, не принято в срок · срок был 02.03 09:30",
    ]
    await until(town, "03-02 16:02")
    (told,) = lists_in(town.coordinators)
    assert told.text.splitlines()[:2] == [
        "❗ Просрочено: 1",
        f"{number} · Водоснабжение · ул. Ленина, 5 · ЖКХ · срок был 02.03 16:00",
    ]
    assert "просрочено 1" in await summary_now(town)


async def summary_now(town):
    """What `/report` tells the leader at this moment."""
    await town.says(town.glava.in_(town.leadership), "/report")
    return bot_in(town.leadership)[-1].text


async def test_a2_what_no_coordinator_has_read_is_told_as_such(town):
    number = await written(town, LAMP)
    await until(town, "03-02 09:32")
    (told,) = lists_in(town.coordinators)
    assert told.text.splitlines()[0] == "❗ Не прочитано в срок: 1"
    assert "координаторы, не прочитано в срок · срок был 02.03 09:30" in told.text
    await town.says(town.anna, "И ещё один рядом")
    await town.redraw()
    assert "не прочитано в срок, было до 09:30" in card_in(town.coordinators, number).text
    assert "просрочено 0" in await summary_now(town)


async def test_the_number_puts_up_the_card_and_the_leader_takes_it_under_control(town):
    number = await accepted(town)
    await until(town, "03-03 11:02")
    glava = town.glava.in_(town.leadership)
    await town.clicks(glava, number, on=lists_in(town.leadership)[-1])
    card = card_in(town.leadership, number)
    await town.clicks(glava, "Взять на контроль", on=card)
    assert "на контроле: Глебов" in card_in(town.leadership, number).text
    await town.clicks(town.olga.in_(town.coordinators), number, on=lists_in(town.coordinators)[-1])
    assert len(cards_in(town.coordinators, number)) == 1


async def test_a_list_says_what_is_missed_no_more_and_ends_with_a_kind_word(town):
    number = await accepted(town)
    await until(town, "03-03 08:30")
    await replies(town, town.petrov.in_(town.zhkh), card_in(town.zhkh, number), REPLY)
    await town.clicks(town.petrov.in_(town.zhkh), "Решено")
    await approve(town)
    await town.wait(100)
    (told,) = lists_in(town.coordinators)
    assert (told.text, labels(told)) == ("✅ Просроченного больше нет.", [])
    await town.wait(24 * 3600)
    assert lists_in(town.leadership) == []


async def test_a21_after_work_nothing_climbs_but_what_is_urgent(town):
    ordinary = await accepted(town)
    await until(town, "03-02 13:25")
    urgent = await written(town, PITS, by=town.boris)
    await town.clicks(town.olga.in_(town.coordinators), "Срочно", on=card_in(town.coordinators, urgent))
    await town.clicks(town.dorogin.in_(town.roads), "Принять", on=card_in(town.roads, urgent))
    await until(town, "03-02 17:20")
    assert lists_in(town.leadership) == []
    for moment in ("03-02 17:30", "03-03 07:59"):
        await until(town, moment)
        (leaders,) = lists_in(town.leadership)
        assert [line.split(" · ")[0] for line in leaders.text.splitlines()[1:]] == [f"🔴 {urgent}"]
    await until(town, "03-03 11:02")
    (leaders,) = lists_in(town.leadership)
    assert [line.split(" · ")[0] for line in leaders.text.splitlines()[1:]] == [f"🔴 {urgent}", ordinary]


async def test_r56_the_mayor_hears_too_of_what_was_brought_before_him(town):
    mayor = town.world.user("Мирон Г")
    await decree(
        town,
        staff=lambda every: (
            *every,
            Employee(UserId(mayor.id), "Миронов Мирон Миронович", frozenset({Role.MAYOR})),
        ),
    )
    await mayor.start()
    await town.settle()
    number, other = await accepted(town), await written(town, WATER, by=town.boris)
    olga = town.olga.in_(town.coordinators)
    await town.clicks(olga, "Главе", on=card_in(town.coordinators, number))
    await town.clicks(olga, "Отправить Главе", on=card_in(town.coordinators, number))
    await until(town, "03-03 11:04")
    (told,) = lists_in(mayor.chat)
    assert labels(told) == [number]
    assert labels(lists_in(town.leadership)[-1]) == [number, other]


async def test_without_a_curator_the_coordinators_read_that_nobody_was_told(town):
    await accepted(town)
    await until(town, "03-03 09:02")
    (told,) = lists_in(town.coordinators)
    assert "Куратору не сказано (ЖКХ): куратор отдела не назначен." in told.text


async def test_a_curator_who_blocked_the_bot_is_told_of_in_the_coordinators_list(town):
    deputy = await with_curator(town)
    await accepted(town)
    await deputy.block_bot()
    await until(town, "03-03 09:02")
    assert lists_in(deputy.chat) == []
    unreached = (
        "Куратору не сказано (ЖКХ; Зорина Д. О.): бот не может написать в личный чат. Узнало руководство."
    )
    for chat in (town.coordinators, town.leadership):
        (told,) = lists_in(chat)
        assert unreached in told.text
    again = await written(town, WATER, by=town.boris)
    await until(town, "03-03 17:01")
    await until(town, "03-04 09:02")
    assert again in lists_in(town.leadership)[-1].text, (
        "known to be closed, it goes one level up at once, too"
    )


async def test_a19_who_stands_in_for_the_curator_gets_the_list_and_may_put_up_the_card(town):
    deputy = await with_curator(town)
    await town.dorogin.start()
    await town.says(town.olga.in_(town.coordinators), "/duty Дорогин за Зорину до 30.11")
    number = await accepted(town)
    await until(town, "03-03 09:02")
    assert lists_in(deputy.chat) == []
    (told,) = lists_in(town.dorogin.chat)
    assert told.text.splitlines()[-1] == "Список пришёл вам, потому что вы замещаете: Зорина Д. О."
    await town.clicks(town.dorogin, number, on=told)
    assert cards_in(town.dorogin.chat, number)


async def test_after_downtime_one_message_a_level_and_after_a_restart_none_again(tmp_path):
    async with sleeping_town(tmp_path) as town:
        async with running(town):
            for name in ("Аба", "Ваб", "Габ"):
                await written(town, WATER, by=town.world.user(f"Житель {name}"))
        town.world.clock.set_to(datetime(2026, 3, 4, 10, 0, tzinfo=MOSCOW))
        async with running(town):
            await town.wait(61)
            for chat in (town.coordinators, town.leadership):
                (told,) = lists_in(chat)
                assert "Просрочено: 3" in told.text
            before = [one.id for one in lists_in(town.leadership)]
        async with running(town):
            await town.wait(121)
            assert [one.id for one in lists_in(town.leadership)] == before
            assert len(lists_in(town.coordinators)) == 1


async def test_five_calls_a_day_are_heard_by_the_leadership_and_the_list_grows_in_silence(town):
    numbers = [await accepted(town)]
    for minute in range(1, 7):
        await until(town, f"03-02 09:{minute * 3:02}")
        numbers.append(await written(town, WATER, by=town.world.user(f"Житель {minute}")))
    await until(town, "03-02 17:05")
    await until(town, "03-03 11:02")
    heard = set()
    for minute in range(2, 59, 1):
        await until(town, f"03-03 11:{minute:02}")
        heard |= {one.id for one in lists_in(town.leadership) if not one.silent}
    (told,) = lists_in(town.leadership)
    assert len(heard) == 5
    assert "Просрочено: 7" in told.text


async def test_a18_the_curator_hears_once_that_a_draft_came_back_twice(town):
    deputy = await with_curator(town)
    number = await submitted(town)
    galina, petrov = town.galina.in_(town.approvals), town.petrov.in_(town.zhkh)
    for reason in ("Укажите дату", "Назовите улицу", "Опять не то"):
        await town.clicks(galina, "На доработку", on=card_in(town.approvals, number))
        await replies(town, galina, bot_in(town.approvals)[-1], reason)
        told = [one for one in bot_in(deputy.chat) if "на доработку" in one.text]
        assert len(told) == (0 if reason == "Укажите дату" else 1)
        await replies(town, petrov, card_in(town.zhkh, number), f"{REPLY} {reason}")
        await town.clicks(petrov, "Решено")
    assert "2 раза" in told[0].text
    assert "Укажите дату" in told[0].text
    assert "Назовите улицу" in told[0].text
    await town.clicks(deputy, number, on=told[0])
    assert cards_in(deputy.chat, number)


async def test_what_two_departments_have_returned_is_told_with_all_reasons_and_its_card_comes_below(town):
    number = await written(town, LAMP)
    olga = town.olga.in_(town.coordinators)
    for department, seat, reason in (
        ("ЖКХ", town.petrov.in_(town.zhkh), "Фонари не наши"),
        ("Дороги", town.dorogin.in_(town.roads), "Это не дорога"),
    ):
        await town.clicks(olga, department, on=card_in(town.coordinators, number))
        await town.wait(61)
        chat = town.zhkh if department == "ЖКХ" else town.roads
        await town.clicks(seat, "Не наше", on=card_in(chat, number))
        await replies(town, seat, bot_in(chat)[-1], reason)
    told = bot_in(town.coordinators)[-1]
    assert "Возвращали уже дважды:" in told.text
    assert "ЖКХ: Фонари не наши" in told.text
    assert "Дороги: Это не дорога" in told.text
    await town.clicks(olga, number, on=told)
    assert card_in(town.coordinators, number).id > told.id
