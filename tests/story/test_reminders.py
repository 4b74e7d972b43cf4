"""Reminders: digests in their slots, one a chat, and between them only what is urgent or nearly over (R32, A2, A21)."""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import cycle, islice

from domain.municipality import CalendarException, DayKind
from tests.city import HOURS, labels, running, sleeping_town
from tests.story.scenes import (
    LAMP,
    PITS,
    REPLY,
    accepted,
    answered,
    ask_database,
    bot_in,
    card_in,
    decree,
    replies,
    submitted,
    where,
    written,
)
from tests.story.test_by_hand import handed_out
from tests.story.test_summary import MOSCOW, leap, until


def digests(chat):
    """The digests that stand in a chat."""
    heads = ("Просрочено", "Не принято", "Не прочитано", "Истекают до")
    return [one for one in bot_in(chat) if one.text.startswith(heads)]


def nudges(chat):
    """What was said between the slots."""
    return [one for one in bot_in(chat) if one.text.startswith("⏳ Срок близко")]


async def test_r32_a_slot_names_what_is_overdue_and_what_ends_today_and_who_has_it(town):
    number = await accepted(town)
    late = await written(town, by=town.boris)
    await until(town, "2026-03-02 10:59")
    assert not digests(town.zhkh)
    await until(town, "2026-03-02 11:00:30")
    (told,) = digests(town.zhkh)
    assert told.text.splitlines() == [
        "Не принято в срок: 1, истекают до 17:00: 1",
        f"{late} · Водоснабжение · ул. Ленина, 5 · принять или вернуть: ЖКХ, срок был 09:30",
        f"{number} · Водоснабжение · ул. Ленина, 5 · подготовить ответ: Петров И. С., до 16:00",
    ]
    assert labels(told) == [late, number]
    assert not digests(town.coordinators)
    assert not digests(town.roads)
    assert not digests(town.approvals)


async def test_a19_who_stands_in_is_named_with_the_one_who_is_away(town):
    number = await accepted(town)
    await town.says(town.olga.in_(town.coordinators), "/duty Сидорова за Петрова до 30.11")
    await until(town, "2026-03-02 11:00:30")
    (told,) = digests(town.zhkh)
    assert "подготовить ответ: Сидорова М. И. (замещает: Петров И. С.), до 16:00" in told.text
    assert number in told.text


async def test_a_digest_replaces_the_last_one_and_is_heard_only_where_something_new_is_overdue(town):
    await accepted(town)
    await until(town, "2026-03-02 11:01")
    (first,) = digests(town.zhkh)
    assert not first.silent
    await until(town, "2026-03-02 14:01")
    (second,) = digests(town.zhkh)
    assert second.id != first.id
    assert second.silent
    await until(town, "2026-03-03 08:01")
    (third,) = digests(town.zhkh)
    assert third.text.startswith("Просрочено: 1")
    assert not third.silent


async def test_when_all_is_done_the_digest_goes(town):
    number = await accepted(town)
    await until(town, "2026-03-02 11:01")
    assert digests(town.zhkh)
    await town.says(town.anna, "/withdraw")
    await town.clicks(town.anna, number)
    await until(town, "2026-03-02 14:01")
    assert not digests(town.zhkh)


@where(calendar=lambda _: tuple(CalendarException(date(2026, 3, day), DayKind.OFF) for day in range(3, 13)))
async def test_after_long_holidays_the_digest_before_them_is_still_replaced(town):
    """What was sent is forgotten after a week, and New Year's holidays are longer than that."""
    town.zhkh.promote_bot("can_delete_messages")
    await accepted(town)
    await until(town, "2026-03-02 11:01")
    (before,) = digests(town.zhkh)
    await until(town, "2026-03-12 12:00")
    await town.app._prune()
    await until(town, "2026-03-13 08:01")
    (after,) = digests(town.zhkh)
    assert after.id != before.id


async def test_a_number_brings_the_card_to_the_end_of_the_chat_for_whoever_works_there(town):
    number = await accepted(town)
    await until(town, "2026-03-02 11:01")
    (told,) = digests(town.zhkh)
    assert "недоступ" in await town.clicks(town.stranger.in_(town.zhkh), number, on=told)
    assert card_in(town.zhkh, number).id < told.id
    await town.clicks(town.petrov.in_(town.zhkh), number, on=told)
    assert card_in(town.zhkh, number).id > told.id
    assert "Написать ответ" in labels(card_in(town.zhkh, number))


async def test_each_is_reminded_of_the_own_step(town):
    """What waits to be read, to be approved and to be sent has its own chat."""
    await submitted(town)
    await town.says(town.boris, LAMP)
    await until(town, "2026-03-02 11:01")
    (read,) = digests(town.coordinators)
    assert read.text.startswith("Не прочитано в срок: 1")
    assert "прочитать: координаторы, срок был 09:3" in read.text
    (approval,) = digests(town.approvals)
    assert "согласовать: согласующие, срок был 09:30" in approval.text
    assert not digests(town.zhkh)


@where(
    calendar=lambda _: (
        CalendarException(date(2026, 3, 3), DayKind.SHORTENED, minutes=120),
        CalendarException(date(2026, 3, 4), DayKind.OFF),
    )
)
async def test_a_shortened_day_has_its_last_slot_earlier_and_a_day_off_has_none(town):
    await accepted(town)
    await until(town, "2026-03-03 14:01")
    (told,) = digests(town.zhkh)
    await until(town, "2026-03-04 18:00")
    assert digests(town.zhkh) == [told]
    await until(town, "2026-03-05 08:01")
    assert digests(town.zhkh) != [told]


@where(
    departments=lambda departments: (
        replace(departments[0], hours=dict.fromkeys(HOURS, ("10:00-16:00",))),
        departments[1],
    )
)
async def test_a_department_with_hours_of_its_own_has_slots_of_its_own(town):
    await accepted(town)
    await written(town, PITS, by=town.boris)
    await until(town, "2026-03-03 08:01")
    assert digests(town.roads)
    assert not digests(town.zhkh)
    await until(town, "2026-03-03 10:01")
    assert digests(town.zhkh)


async def test_after_downtime_the_last_slot_alone_is_caught_up_and_says_that_it_is_late(tmp_path):
    async with sleeping_town(tmp_path) as town:
        async with running(town):
            await accepted(town)
        await leap(town, "2026-03-02 15:20")
        async with running(town):
            await town.wait(1)
            (told,) = digests(town.zhkh)
            assert told.text.splitlines()[1] == "Напоминание за 14:00, с опозданием"
        async with running(town):
            await town.wait(60)
            assert len(digests(town.zhkh)) == 1
        await leap(town, "2026-03-02 11:05")
        async with running(town):
            await town.wait(60)
            assert digests(town.zhkh) == [told], "a clock that goes back repeats nothing"
        await leap(town, "2026-03-02 20:00")
        async with running(town):
            await town.wait(60)
            assert digests(town.zhkh) == [told], "nobody is woken"


# Between the slots


async def test_a21_half_an_hour_before_the_end_who_accepted_it_is_told_under_the_card_once(town):
    number = await accepted(town)
    await until(town, "2026-03-02 14:01")
    await until(town, "2026-03-02 15:29")
    assert not nudges(town.zhkh)
    await until(town, "2026-03-02 15:31")
    (told,) = nudges(town.zhkh)
    assert (
        f"{number} · Водоснабжение · ул. Ленина, 5 · подготовить ответ: Петров И. С., до 16:00" in told.text
    )
    assert told.reply_to.id == card_in(town.zhkh, number).id
    assert not told.silent
    await town.wait(120)
    assert len(nudges(town.zhkh)) == 1


async def test_a_term_of_half_an_hour_is_told_of_at_its_half(town):
    """R40: nobody has accepted it."""
    await written(town)
    await until(town, "2026-03-02 09:14")
    assert not nudges(town.zhkh)
    await until(town, "2026-03-02 09:16")
    assert "принять или вернуть: ЖКХ, до 09:30" in nudges(town.zhkh)[0].text


async def test_a2_what_nobody_reads_is_told_to_the_coordinators_all_of_it_together(town):
    for person in (town.anna, town.boris, town.world.user("Вера")):
        await town.says(person, LAMP)
    await until(town, "2026-03-02 09:17")
    (told,) = nudges(town.coordinators)
    assert told.text.count("прочитать: координаторы") == 3
    assert len(labels(told)) == 3


async def test_what_is_done_in_time_is_not_told_of(town):
    await answered(town)
    await until(town, "2026-03-02 16:59")
    assert not nudges(town.zhkh)
    assert not nudges(town.approvals)


async def test_a21_what_is_urgent_is_told_of_at_any_hour_and_all_else_waits_for_the_morning(tmp_path):
    async with sleeping_town(tmp_path) as town:
        async with running(town):
            await until(town, "2026-03-02 16:40")
            urgent, ordinary = await written(town), await written(town, by=town.boris)
            olga = town.olga.in_(town.coordinators)
            await town.clicks(olga, "Срочно", on=card_in(town.coordinators, urgent))
        await leap(town, "2026-03-02 20:00")
        async with running(town):
            await town.wait(60)
            (told,) = nudges(town.zhkh)
            assert urgent in told.text
            assert not told.silent
            await until(town, "2026-03-03 08:01")
            assert ordinary in nudges(town.zhkh)[-1].text


async def test_a_term_that_moves_is_told_of_anew(town):
    """A23."""
    await accepted(town)
    await until(town, "2026-03-02 15:31")
    assert len(nudges(town.zhkh)) == 1
    await decree(town, calendar=(CalendarException(date(2026, 3, 2), DayKind.OFF),))
    await until(town, "2026-03-03 14:29")
    assert len(nudges(town.zhkh)) == 1
    await until(town, "2026-03-03 14:31")
    assert "до 15:00" in nudges(town.zhkh)[1].text


async def test_a_week_at_high_speed_with_restarts_each_slot_once_and_none_at_night(tmp_path):
    """Guarantee 24."""
    end = datetime(2026, 3, 9, 9, tzinfo=MOSCOW)
    steps = cycle([20, 45, 15, 90, 35, 10, 240])
    async with sleeping_town(tmp_path) as town:
        async with running(town):
            await accepted(town)
            await town.says(town.boris, LAMP)
        while town.world.clock.now() < end:
            async with running(town):
                for minutes in islice(steps, 20):
                    town.world.clock.set_to(min(town.world.clock.now() + timedelta(minutes=minutes), end))
                    await town.app.catch_up()
                    await town.settle()
        rows = ask_database(town, "SELECT what, day, chat_id, told_at FROM beats WHERE what LIKE 'digest%'")
        sent = ask_database(town, "SELECT kind, sent_at FROM sent_messages WHERE kind IN ('digest', 'nudge')")
    assert len(rows) > 40
    assert max(Counter((what, day, chat) for what, day, chat, _ in rows).values()) == 1
    for _, at in sent:
        local = datetime.fromisoformat(at).astimezone(MOSCOW)
        assert local.weekday() < 5
        assert 8 <= local.hour < 17
    assert sum(kind == "digest" for kind, _ in sent) >= 5 * 2 * 3


@where(regulation="grozny")
async def test_drafts_and_calls_without_a_term_are_named_from_the_next_morning_on(town):
    """Grozny sets no term for approval and sending (алг. 5): whoever is in the way is reminded all the same (R32)."""
    number, _ = await handed_out(town, "Звонок")
    draft = await written(town, by=town.boris)
    petrov = town.petrov.in_(town.zhkh)
    await replies(town, petrov, card_in(town.zhkh, draft), REPLY)
    await town.clicks(petrov, "Решено")
    await until(town, "2026-03-02 16:00:30")
    assert not waiting(town.approvals)
    await until(town, "2026-03-03 08:00:30")
    (told,) = waiting(town.approvals)
    assert told.text == "Ждут согласования: 1, дольше всех с 02.03 09:00"
    assert labels(told) == [draft]
    (told,) = waiting(town.coordinators)
    assert told.text == "Согласованы, но не отправлены: 1, дольше всех с 02.03 09:00"
    assert labels(told) == [number]
    await town.clicks(town.olga.in_(town.coordinators), "Дозвонились", on=card_in(town.coordinators, number))
    await until(town, "2026-03-03 11:00:30")
    assert not waiting(town.coordinators)
    assert len(waiting(town.approvals)) == 1


def waiting(chat):
    """What a digest says of what waits without a term."""
    return [one for one in bot_in(chat) if "дольше всех с" in one.text]
