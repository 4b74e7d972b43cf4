"""/calendar: what is unusual in the coming months, and the days that a decree changes (A13, A23)."""

from datetime import date

import pytest

from domain.municipality import DayKind, Weekday
from tests.bot.other_years import bring_years_until
from tests.city import labels, running, sleeping_town
from tests.story.empty import answers, page
from tests.story.scenes import ask_database, bot_in, card_in, where, written


async def opened(town, seat=None):
    seat = seat or town.admin
    await town.says(seat, "/calendar")
    await town.redraw()
    return bot_in(seat._seat().chat)[-1]


def own_days(town):
    return {one.date: one for one in town.app.units.municipality.calendar}


async def test_the_coming_half_year_is_shown_with_how_far_it_is_known(town):
    shown = await opened(town)
    assert "сб 07.03.2026 – пн 09.03.2026: нерабочие дни" in shown.text
    assert "чт 30.04.2026: короче обычного, 08:00–12:00, 13:00–16:00" in shown.text
    assert "известен до 31.12.2027" in shown.text
    assert "2027 год взят из одного источника" in shown.text
    assert "14.03.2026" not in shown.text, "an ordinary weekend is nothing unusual"


async def test_a_day_off_in_words_moves_terms_and_can_be_taken_back(town):
    shown = await opened(town)
    await answers(town, town.admin, "Выходной", "3 марта, Радоница")
    assert page(town.admin) is shown
    assert "вт 03.03.2026: нерабочий день (Радоница)" in shown.text
    assert own_days(town)[date(2026, 3, 3)].kind is DayKind.OFF
    assert ask_database(town, "SELECT count(*) FROM journal WHERE action = 'settings'") != [(0,)]
    assert not town.app._in_force.rules.opens_at(town.world.clock.now())
    await town.wait(24 * 3600)
    assert town.app._in_force.rules.opens_at(town.world.clock.now()).date() == date(2026, 3, 4)
    await town.clicks(town.admin, "🗑 вт 03.03.2026 (Радоница)", on=page(town.admin))
    assert own_days(town) == {}
    assert town.app._in_force.rules.opens_at(town.world.clock.now()) is None


@pytest.mark.parametrize(
    ("caption", "words", "kept"),
    [
        ("Выходной", "19–21 марта Ураза-байрам", [(19, "off", None), (20, "off", None), (21, "off", None)]),
        ("Рабочий", "07.03 как в пятницу, перенос с 9 марта", [(7, "working", Weekday.FRI)]),
        ("Короткий", "6 марта на полчаса, перед праздником", [(6, "shortened", None)]),
    ],
)
async def test_days_are_written_as_people_write_them(town, caption, words, kept):
    await opened(town)
    await answers(town, town.admin, caption, words)
    days = [(one.date.day, one.kind.value, one.hours) for one in own_days(town).values()]
    assert days == kept
    if caption == "Короткий":
        assert own_days(town)[date(2026, 3, 6)].minutes == 30


@pytest.mark.parametrize(
    ("caption", "words", "said"),
    [
        ("Выходной", "Радоница", "Непонятно, какой день"),
        ("Выходной", "3 и 4 марта", "Непонятно, какой день"),
        ("Выходной", "31 апреля", "Непонятно, какой день"),
        ("Рабочий", "07.03 как в воскресенье", "нет рабочих часов"),
        ("Короткий", "8 марта", "и так нерабочий день"),
    ],
)
async def test_what_is_not_clear_changes_nothing(town, caption, words, said):
    await opened(town)
    await answers(town, town.admin, caption, words)
    assert said in bot_in(town.admin.chat)[-1].text
    assert own_days(town) == {}


async def test_a_newer_word_for_the_same_day_counts(town):
    await opened(town)
    await answers(town, town.admin, "Выходной", "3 марта")
    await town.clicks(town.admin, "Короткий", on=page(town.admin))
    await town.says(town.admin, "3 марта, учения", reply_to=bot_in(town.admin.chat)[-1])
    await town.redraw()
    assert own_days(town)[date(2026, 3, 3)].kind is DayKind.SHORTENED


async def test_coordinators_read_it_without_buttons(town):
    shown = await opened(town, town.olga.in_(town.coordinators))
    assert "Рабочий календарь" in shown.text
    assert labels(shown) == []


async def test_it_is_nobody_elses(town):
    assert "недоступно" in (await opened(town, town.petrov)).text
    assert "Рабочий календарь" not in (await opened(town, town.anna)).text


@where(region="RU-CE")
async def test_days_off_of_the_region_stand_in_it_and_what_is_not_known_is_said(town):
    shown = await opened(town)
    assert "чт 19.03.2026 – вс 22.03.2026: нерабочие дни (Ураза)" in shown.text
    assert "Выходные региона RU-CE известны до 21.03.2026" in shown.text
    await town.wait(30 * 24 * 3600)
    assert "Ближайшие выходные региона RU-CE неизвестны" in (await opened(town)).text


# Where the data end


def warnings(town):
    return [one.text for one in bot_in(town.admin.chat) if "Производственного календаря" in one.text]


async def test_the_administrator_is_warned_once_a_week_by_day_through_restarts(tmp_path, monkeypatch):
    monkeypatch.setattr("bot.rules.known_until", lambda _: date(2025, 12, 31))
    async with sleeping_town(tmp_path) as town:
        async with running(town):
            await town.admin.start()
            await town.wait(120)
            assert len(warnings(town)) == 1
            assert "на 2026 год" in warnings(town)[0]
        async with running(town):
            await town.wait(120)
            await town.wait(6 * 24 * 3600)
            assert len(warnings(town)) == 1, "Sunday of the same week"
            await town.wait(17 * 3600)
            assert len(warnings(town)) == 1, "Monday begins with a night"
            await town.wait(12 * 3600)
            assert len(warnings(town)) == 1, "and is a day off"
            await town.wait(24 * 3600)
            assert len(warnings(town)) == 2


async def test_while_the_year_is_known_nobody_is_warned(town):
    await town.admin.start()
    await town.wait(3 * 24 * 3600)
    assert warnings(town) == []


# A year that the program does not know, declared known


@pytest.fixture
async def unknowing(tmp_path, monkeypatch):
    """A town whose program ends with 2025, in March 2026."""
    bring_years_until(monkeypatch, 2025)
    async with sleeping_town(tmp_path) as town, running(town):
        await town.admin.start()
        yield town


async def test_a_year_is_declared_known_and_terms_appear_on_the_cards(unknowing):
    town = unknowing
    await town.wait(120)
    assert "/calendar 2026" in warnings(town)[0], "the warning names the remedy"
    number = await written(town)
    assert "не посчитать" in card_in(town.zhkh, number).text
    await opened(town, town.admin)
    assert "Календаря на 2026 год нет" in page(town.admin).text
    await town.clicks(town.admin, "Объявить 2026 год", on=page(town.admin))
    await town.wait(5)
    shown = page(town.admin).text
    assert "2026 год объявлен известным вручную" in shown
    assert "Пока не внесено ничего" in shown
    assert "сб 07.03.2026 – пн 09.03.2026: нерабочие дни" in shown
    assert "ср 04.11.2026: нерабочий день" in shown, "what stands is listed to the end of the year"
    assert "до 16:02" in card_in(town.zhkh, number).text
    await town.wait(8 * 24 * 3600)
    assert len(warnings(town)) == 1, "and nobody is warned any more"
    await answers(town, town.admin, "Выходной", "31 декабря, перенос с 3 января")
    assert "Внесён 1 день" in page(town.admin).text


async def test_a_year_by_command_and_taken_back(unknowing):
    town = unknowing
    for year in ("2026", "2027"):
        await town.says(town.admin, f"/calendar {year}")
        await town.redraw()
    assert town.app.units.municipality.calendar_years == (2026, 2027)
    await town.clicks(town.admin, "🗑 2027 год", on=page(town.admin))
    assert town.app.units.municipality.calendar_years == (2026,)
    assert not any("🗑 2026" in one for one in labels(page(town.admin))), "the year that runs stays"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("2027", "2027 год в программе уже есть"),
        ("2029", "сначала объявите 2028"),
        ("2015", "впишите число не меньше 2016"),
        ("28", "четырьмя цифрами"),
    ],
)
async def test_a_year_that_cannot_be_declared_changes_nothing(town, words, said):
    await town.says(town.admin, f"/calendar {words}")
    assert said in bot_in(town.admin.chat)[-1].text
    assert town.app.units.municipality.calendar_years == ()


async def test_a_year_is_the_administrators_in_private(town):
    await town.says(town.olga.in_(town.coordinators), "/calendar 2028")
    assert "только администратор" in bot_in(town.coordinators)[-1].text
    await town.says(town.anna, "/calendar 2028")
    assert town.app.units.municipality.calendar_years == ()
