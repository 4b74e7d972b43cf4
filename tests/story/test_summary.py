"""The day's summary: at the close of every working day, once, never in the night, and for whoever asks (R11, R32)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import cycle, islice
from zoneinfo import ZoneInfo

import pytest

from domain.ids import ChatId
from domain.municipality import CalendarException, DayKind, Role
from tests.city import labels, running, sleeping_town
from tests.story.scenes import (
    LAMP,
    PITS,
    accepted,
    answered,
    ask_database,
    bot_in,
    card_in,
    where,
    written,
)

MOSCOW = ZoneInfo("Europe/Moscow")
HOUR = 3600


def summaries(chat):
    """Every summary that stands in the chat, oldest first."""
    return [message for message in bot_in(chat) if "Сводка" in message.text]


async def until(town, moment):
    """Let the town's clock run to this moment of March 2026 (or another full date), all that is due happening there."""
    at = datetime.fromisoformat(moment).replace(tzinfo=MOSCOW)
    await town.wait((at - town.world.clock.now()).total_seconds())


async def asks(town, seat, words):
    """Somebody asks, after the pause that a private chat needs between two answers."""
    await town.says(seat, words)
    await town.redraw()


async def test_r11_at_the_close_of_the_day_the_leadership_reads_the_verdict_first(town):
    await answered(town)
    urgent = await written(town, PITS, by=town.boris)
    olga = town.olga.in_(town.coordinators)
    await town.clicks(olga, "Срочно", on=card_in(town.coordinators, urgent))
    await until(town, "2026-03-02 16:59")
    assert not summaries(town.leadership)
    await until(town, "2026-03-02 17:01")
    (told,) = summaries(town.leadership)
    assert told.text.splitlines() == [
        "Поступило 2, ответили 1, просрочено 1. Требует вас: 1.",
        "Сводка за пн, 2 марта, с выходными: с 27.02 17:00",
        "В работе 1: не приняты отделом 1, срочных 1",
        "Просрочено: Дороги 1",
        f"Ждут вашего решения: {urgent}",
    ]
    assert not told.silent
    assert not summaries(town.coordinators), "coordinators have the queue on top of their chat"


async def test_a_quiet_day_says_that_nothing_is_required(town):
    await until(town, "2026-03-02 17:01")
    (told,) = summaries(town.leadership)
    assert told.text.splitlines()[0] == ("Ничего не поступило, просроченных нет. От вас ничего не требуется.")
    assert labels(told) == []
    assert "photo" not in told.content, "where nothing is required there is nothing to look at"


async def test_the_mayor_and_those_named_for_it_read_it_in_private_and_a_closed_chat_keeps_no_old_one(
    tmp_path,
):
    def with_mayor(town):
        glava, olga = town.staff[5], town.staff[3]
        staff = (*town.staff[:5], replace(glava, roles=frozenset({Role.MAYOR})), *town.staff[6:])
        return replace(town, staff=staff, chats=replace(town.chats, summary_to=(ChatId(olga.id),)))

    async with sleeping_town(tmp_path, change=with_mayor) as town, running(town):
        await town.olga.start()
        await until(town, "2026-03-02 17:01")
        assert len(summaries(town.olga.chat)) == 1
        await town.glava.start()
        await town.settle()
        assert not summaries(town.glava.chat)
        await until(town, "2026-03-03 17:01")
        assert len(summaries(town.glava.chat)) == 1
        assert len(summaries(town.leadership)) == 2


async def test_a19_whoever_stands_in_for_the_mayor_reads_it_and_what_is_behind_it(tmp_path):
    def with_mayor(town):
        glava = replace(town.staff[5], roles=frozenset({Role.MAYOR}))
        return replace(town, staff=(*town.staff[:5], glava, *town.staff[6:]))

    async with sleeping_town(tmp_path, change=with_mayor) as town, running(town):
        for person in (town.glava, town.dorogin):
            await person.start()
        await accepted(town)
        await town.says(town.admin, "/duty Дорогин за Глебова до 04.03")
        await until(town, "2026-03-02 17:01")
        (told,) = summaries(town.dorogin.chat)
        assert told.text.splitlines()[-1] == "Сводка пришла вам, потому что вы замещаете: Глебов Г. П."
        assert not summaries(town.glava.chat)
        await town.clicks(town.dorogin, "Просроченные", on=told)
        assert told.text.startswith("Просрочено: 1")
        await town.dorogin.block_bot()
        await until(town, "2026-03-03 17:01")
        (instead,) = summaries(town.glava.chat)
        assert "Сводка за вт, 3 марта" in instead.text, (
            "whom the substitute cannot hear for reads it all the same"
        )
        assert "замещаете" not in instead.text


@where(
    calendar=lambda _: (
        CalendarException(date(2026, 3, 3), DayKind.SHORTENED, minutes=120),
        CalendarException(date(2026, 3, 4), DayKind.OFF),
        CalendarException(date(2026, 3, 7), DayKind.WORKING),
    )
)
async def test_a_shortened_day_closes_earlier_a_day_off_has_none_and_a_working_saturday_has_its_own(town):
    await until(town, "2026-03-03 14:59")
    assert len(summaries(town.leadership)) == 1
    await until(town, "2026-03-03 15:01")
    assert "Сводка за вт, 3 марта" in summaries(town.leadership)[-1].text
    await until(town, "2026-03-04 18:00")
    assert len(summaries(town.leadership)) == 2
    await written(town)
    await until(town, "2026-03-05 17:01")
    told = summaries(town.leadership)[-1].text
    assert "Поступило 1" in told
    assert "Сводка за чт, 5 марта, с выходными: с 03.03 15:00" in told
    await until(town, "2026-03-07 17:01")
    assert "Сводка за сб, 7 марта" in summaries(town.leadership)[-1].text


async def test_a_late_evening_leaves_it_to_the_next_opening_and_says_that_it_is_late(tmp_path):
    async with sleeping_town(tmp_path) as town:
        async with running(town):
            await accepted(town)
        await leap(town, "2026-03-02 23:00")
        async with running(town):
            await town.wait(HOUR)
            assert not summaries(town.leadership), "nobody is woken"
            await until(town, "2026-03-03 08:01")
            (told,) = summaries(town.leadership)
            assert "Сводка за пн, 2 марта" in told.text
            assert "С опозданием, 03.03 08:01" in told.text


async def leap(town, moment):
    """Time passes while the bot is down, or the machine sleeps, or somebody corrects its clock."""
    town.world.clock.set_to(datetime.fromisoformat(moment).replace(tzinfo=MOSCOW))


async def test_ten_minutes_late_is_in_time_and_after_days_away_the_earlier_ones_are_a_line_each(tmp_path):
    async with sleeping_town(tmp_path) as town:
        async with running(town):
            await written(town)
        await leap(town, "2026-03-02 17:10")
        async with running(town):
            await town.wait(1)
            assert "опоздан" not in summaries(town.leadership)[0].text
        await leap(town, "2026-03-05 17:30")
        async with running(town):
            await town.wait(1)
            (_, told) = summaries(town.leadership)
    assert "Сводка за чт, 5 марта" in told.text
    assert told.text.splitlines()[-3:] == [
        "Раньше, с опозданием:",
        "вт, 3 марта: поступило 0, ответили 0, просрочено 1",
        "ср, 4 марта: поступило 0, ответили 0, просрочено 1",
    ]


async def test_a_machine_that_slept_and_clocks_that_jump_both_ways_repeat_nothing(town):
    await until(town, "2026-03-02 17:01")
    await leap(town, "2026-03-01 12:00")
    await town.app.catch_up()
    await leap(town, "2026-03-02 16:00")
    await until(town, "2026-03-02 17:30")
    assert len(summaries(town.leadership)) == 1
    await leap(town, "2026-03-03 17:20")
    await town.app.catch_up()
    await town.settle()
    await leap(town, "2026-03-02 18:00")
    for moment in ("2026-03-03 09:00", "2026-03-03 17:01", "2026-03-04 17:01"):
        await until(town, moment)
    assert [day for (day,) in ask_database(town, "SELECT day FROM beats WHERE what = 'summary'")] == [
        "2026-03-02",
        "2026-03-03",
        "2026-03-04",
    ]
    assert len(summaries(town.leadership)) == 3


async def test_a_week_and_a_turn_of_the_year_in_fast_steps_with_restarts(tmp_path):
    """Every working day once, in its evening or late in the next working time; none in the night, none twice."""
    start, end = datetime(2026, 12, 24, 9, tzinfo=MOSCOW), datetime(2027, 1, 14, 9, tzinfo=MOSCOW)
    steps = cycle([2, 3, 4, 2, 3, 4, 2, 9])
    async with sleeping_town(tmp_path) as town:
        town.world.clock.set_to(start)
        while town.world.clock.now() < end:
            async with running(town):
                for hours in islice(steps, 7):
                    town.world.clock.set_to(min(town.world.clock.now() + timedelta(hours=hours), end))
                    await town.app.catch_up()
                    await town.settle()
            town.world.clock.set_to(town.world.clock.now() + timedelta(hours=next(steps)))
        told = summaries(town.leadership)
        days = [day for (day,) in ask_database(town, "SELECT day FROM beats WHERE what = 'summary'")]
    assert days == [
        *(f"2026-12-{day}" for day in (24, 25, 28, 29, 30)),
        *(f"2027-01-{day}" for day in (11, 12, 13)),
    ]
    said = " ".join(message.text for message in told)
    assert all(said.count(words) == 1 for words in ("24 декабря", "30 декабря", "11 января", "13 января"))
    for message in told:
        assert 8 <= datetime.fromtimestamp(message.date, UTC).astimezone(MOSCOW).hour < 20


# What is behind the verdict


async def test_r32_the_overdue_are_listed_with_numbers_and_the_way_back_is_there(town):
    numbers = [await written(town, by=town.world.user(f"Житель {name}")) for name in range(6)]
    await until(town, "2026-03-02 17:01")
    (told,) = summaries(town.leadership)
    assert labels(told) == ["Просроченные", "По отделам"]
    glava = town.glava.in_(town.leadership)
    await town.clicks(glava, "Просроченные", on=told)
    lines = told.text.splitlines()
    assert lines[0] == "Просрочено: 6, на 02.03 17:01"
    assert lines[1].startswith(f"{numbers[0]} · Водоснабжение · ул. Ленина, 5 · ЖКХ · срок был 02.03 16:00")
    assert labels(told) == ["›", "‹ Сводка"]
    await town.clicks(glava, "›", on=told)
    assert told.text.splitlines()[1].startswith(numbers[-1])
    await town.clicks(glava, "‹ Сводка", on=told)
    assert told.text.startswith("Поступило 6, ответили 0, просрочено 6.")
    await town.clicks(glava, "По отделам", on=told)
    assert told.text.splitlines()[1] == "ЖКХ: просрочено 6, получили 6, ответили 0, в работе 6"


async def test_report_tells_how_it_is_so_far_and_a_day_that_is_over(town):
    await written(town, LAMP)
    glava = town.glava.in_(town.leadership)
    await asks(town, glava, "/report")
    now = bot_in(town.leadership)[-1]
    assert now.text.startswith("Поступило 1, ответили 0, просрочено 0. От вас ничего не требуется.")
    assert "Сводка сейчас, 02.03 09:00: с 27.02 17:00" in now.text
    assert now.silent
    await until(town, "2026-03-03 09:00")
    await asks(town, glava, "/report вчера")
    assert "Сводка за пн, 2 марта" in bot_in(town.leadership)[-1].text
    for words, said in (
        ("/report 01.03", "01.03 не работали: всё, что пришло, вошло в сводку за 02.03."),
        ("/report завтра", "За какой день?"),
        ("/report когда-нибудь", "За какой день?"),
    ):
        await asks(town, glava, words)
        assert said in bot_in(town.leadership)[-1].text


async def test_r27_an_observer_asks_for_the_summary_in_private(tmp_path):
    def with_observer(town):
        return replace(
            town, staff=(*town.staff[:6], replace(town.staff[6], roles=frozenset({Role.OBSERVER})))
        )

    async with sleeping_town(tmp_path, change=with_observer) as town, running(town):
        await town.admin.start()
        await asks(town, town.admin, "/report")
        assert "Сводка сейчас" in bot_in(town.admin.chat)[-1].text


@pytest.mark.parametrize("who", ["olga", "galina", "admin", "glava"])
async def test_whoever_answers_for_the_whole_asks_in_private(town, who):
    person = getattr(town, who)
    await person.start()
    await asks(town, person, "/report")
    assert "Сводка сейчас" in bot_in(person.chat)[-1].text


async def test_an_executor_is_refused_a_citizen_hears_of_no_such_command_and_a_group_is_no_place_for_it(town):
    await town.petrov.start()
    await asks(town, town.petrov, "/report")
    assert "недоступно" in bot_in(town.petrov.chat)[-1].text
    await asks(town, town.anna, "/report")
    assert "водк" not in bot_in(town.anna.chat)[-1].text
    await asks(town, town.olga.in_(town.zhkh), "/report")
    assert "недоступно" in bot_in(town.zhkh)[-1].text


async def test_r66_a_block_head_reads_of_the_own_departments_alone(tmp_path):
    def with_block(town):
        head = replace(town.staff[6], roles=frozenset({Role.BLOCK_HEAD}), departments=frozenset({"roads"}))
        return replace(town, staff=(*town.staff[:6], head))

    async with sleeping_town(tmp_path, change=with_block) as town, running(town):
        await town.admin.start()
        await written(town)
        await written(town, PITS, by=town.boris)
        await asks(town, town.admin, "/report")
        told = bot_in(town.admin.chat)[-1]
        assert told.text.startswith("Поступило 1,")
        await town.clicks(town.admin, "По отделам", on=told)
        assert "Дороги" in told.text
        assert "ЖКХ" not in told.text
        await until(town, "2026-03-02 17:01")
        evening = summaries(town.admin.chat)[-1].text
        assert evening.startswith("Поступило 1, ответили 0, просрочено 1. Требует вас: 1."), "by itself, too"
        await until(town, "2026-03-10 08:01")
        assert ask_database(town, "SELECT paper, scope FROM paper_orders WHERE chat_id > 0") == [
            ("week", "roads")
        ]
