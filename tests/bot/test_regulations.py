"""The table of what the regulations differ in, row by row, held against the profiles that come with the program."""

import pytest

from bot.production_calendar import regional_days
from bot.regulation_file import built_in
from domain.municipality import Category
from domain.regulation.regulation import BUILT_IN
from domain.regulation.terms import STARTS, Holder, Stage, Start, Unit
from domain.workdays import Roll

GROZNY, CHAIKOVSKY, KRASNOUFIMSK, FEDERAL = "grozny", "chaikovsky", "krasnoufimsk", "federal59"


def term(name, stage, category=Category.ORDINARY, *, urgent=False):
    return built_in(name).find_term(stage, category, urgent=urgent)


def said(name, stage, category=Category.ORDINARY, *, urgent=False):
    """How much, from when, and where it stands; None where the regulation sets no such term."""
    found = term(name, stage, category, urgent=urgent)
    return found and (found.span.count, found.span.unit.value, found.start.value, found.clause)


def provision(name, about):
    return next((one.says for one in built_in(name).provisions if one.about == about), None)


def test_row_intake_and_route():
    """R02, R20, R39."""
    assert said(GROZNY, Stage.ROUTE) == (1, "calendar_days", "detected", "алгоритм, п. 1")
    assert said(CHAIKOVSKY, Stage.ROUTE) == (2, "hours", "detected", "п. 2")
    assert said(KRASNOUFIMSK, Stage.ROUTE) == (30, "minutes", "read", "п. 10")
    assert said(FEDERAL, Stage.ROUTE) == (3, "calendar_days", "detected", "ст. 8 ч. 2")


def test_row_the_departments_answer():
    """R06, R21, R41, R42, R47."""
    assert said(GROZNY, Stage.DRAFT) == (10, "calendar_days", "assigned", "алгоритм, п. 3")
    assert said(CHAIKOVSKY, Stage.DRAFT) == (8, "hours", "assigned", "п. 3")
    assert said(KRASNOUFIMSK, Stage.DRAFT) == (6, "hours", "detected", "п. 12")
    assert said(KRASNOUFIMSK, Stage.DRAFT, Category.FAST_TRACK) == (6, "hours", "detected", "п. 12")
    assert said(KRASNOUFIMSK, Stage.DRAFT, urgent=True) == (3, "hours", "detected", "п. 12")
    assert said(KRASNOUFIMSK, Stage.FINAL) == (8, "calendar_days", "detected", "п. 12")
    assert said(KRASNOUFIMSK, Stage.PART) == (2, "hours", "assigned", "п. 17")
    assert said(FEDERAL, Stage.DRAFT) is None
    assert said(FEDERAL, Stage.FINAL) == (30, "calendar_days", "detected", "ст. 12 ч. 1")


def test_row_approval():
    """R44, R45; a profile without the stage keeps the press and has no term for it."""
    assert said(KRASNOUFIMSK, Stage.APPROVAL) == (30, "minutes", "submitted", "п. 14")
    assert said(KRASNOUFIMSK, Stage.REWORK) == (30, "minutes", "revised", "п. 15")
    for name in (GROZNY, CHAIKOVSKY, FEDERAL):
        assert said(name, Stage.APPROVAL) is None
        assert said(name, Stage.REWORK) is None
    assert provision(GROZNY, "Согласование") == "Срока нет; публикует администратор"
    assert provision(CHAIKOVSKY, "Согласование") == "Ответ идёт через Пресс-службу, срока нет"
    assert "подписывает" in provision(FEDERAL, "Согласование")


def test_row_publication():
    """R22, R46."""
    assert said(CHAIKOVSKY, Stage.PUBLICATION) == (2, "hours", "approved", "п. 4")
    assert said(KRASNOUFIMSK, Stage.PUBLICATION) == (30, "minutes", "approved", "п. 16")
    assert said(GROZNY, Stage.PUBLICATION) is said(FEDERAL, Stage.PUBLICATION) is None
    assert provision(GROZNY, "Размещение") == "Администратор, срока нет"


def test_row_return():
    """R40."""
    assert said(KRASNOUFIMSK, Stage.RETURN) == (30, "minutes", "assigned", "п. 11")
    assert said(FEDERAL, Stage.RETURN) == (7, "calendar_days", "assigned", "ст. 8 ч. 3")
    assert said(GROZNY, Stage.RETURN) is said(CHAIKOVSKY, Stage.RETURN) is None


def test_row_extension():
    """R07: thirty days in all; Krasnoufimsk knows an interim answer instead."""
    assert [built_in(name).extension and built_in(name).extension.days for name in BUILT_IN] == [
        None,
        None,
        30,
        30,
    ]
    assert "промежуточный" in provision(KRASNOUFIMSK, "Продление")


def test_row_the_base_of_hours():
    """R36, A3: hours are working hours of whoever acts; Grozny's and the federal days are calendar days."""
    units = {name: {one.span.unit for one in built_in(name).terms} for name in BUILT_IN}
    assert units[GROZNY] == units[FEDERAL] == {Unit.CALENDAR_DAYS}
    assert units[CHAIKOVSKY] == {Unit.HOURS}
    assert units[KRASNOUFIMSK] == {Unit.MINUTES, Unit.HOURS, Unit.CALENDAR_DAYS}
    assert term(KRASNOUFIMSK, Stage.DRAFT).holder is Holder.DEPARTMENT
    assert term(KRASNOUFIMSK, Stage.APPROVAL).holder is Holder.APPROVERS


def test_row_a_day_off_at_the_end():
    """R38, A12: the next working day; under 59-ФЗ the one before."""
    rolls = {
        name: {one.roll for one in built_in(name).terms if one.span.unit is Unit.CALENDAR_DAYS}
        for name in BUILT_IN
    }
    assert rolls == {KRASNOUFIMSK: {Roll.NEXT}, CHAIKOVSKY: set(), GROZNY: {Roll.NEXT}, FEDERAL: {Roll.PREV}}


@pytest.mark.parametrize(
    ("about", "says"),
    [
        ("Кто ведёт", ["Ведущий специалист", "Пресс-служба", "Оператор и администратор", None]),
        ("Первое лицо", ["Глава", "Глава городского округа", "Мэр", None]),
        ("Срочное", ["Признак повышенной важности", None, "Группа в мессенджере", None]),
        ("Отчёты", ["Специалист информирует Главу", "Скриншот", "Мэру в конце рабочего дня", "Ежемесячно"]),
        ("Исходы", ["Решено; промежуточный", "Решено; меры", "Рассмотрено положительно", "Поддержано"]),
        ("Природа", ["Сообщения, не обращения", "Обращения в социальных сетях", "Обращения, порядок", None]),
        ("Пояс", ["Asia/Yekaterinburg", "Asia/Yekaterinburg", "Europe/Moscow", None]),
        ("Региональные выходные", [None, None, "Ураза-байрам и Курбан-байрам", None]),
    ],
)
def test_rows_of_what_is_told_besides_the_terms(about, says):
    told = [provision(name, about) for name in BUILT_IN]
    for words, beginning in zip(told, says, strict=True):
        assert (words is None) if beginning is None else (words or "").startswith(beginning)


def test_row_regional_days_off():
    """A23: the decrees of the Chechen Republic are known by their dates."""
    assert any("Ураза" in reason for reason in regional_days("RU-CE").values())


def test_four_hours_are_no_contradiction():
    """R35, п. 8 пп. 3 and п. 12: three hours, and twice thirty minutes."""
    urgent = [
        term(KRASNOUFIMSK, stage, urgent=True).span
        for stage in (Stage.DRAFT, Stage.APPROVAL, Stage.PUBLICATION)
    ]
    assert [one.count for one in urgent] == [3, 30, 30]
    assert said(KRASNOUFIMSK, Stage.ANSWER, urgent=True) == (4, "hours", "detected", "п. 8 пп. 3")
    assert said(KRASNOUFIMSK, Stage.ANSWER) == (7, "hours", "detected", "п. 12, 14, 16")


def test_high_importance_lies_on_top_of_the_category():
    """R35: a fast-track matter of high importance has three hours for its draft, and eight days for its solution (R34)."""
    assert said(KRASNOUFIMSK, Stage.DRAFT, Category.FAST_TRACK, urgent=True)[0] == 3
    assert said(KRASNOUFIMSK, Stage.FINAL, Category.FAST_TRACK, urgent=True) == (
        8,
        "calendar_days",
        "detected",
        "п. 8 пп. 2, п. 12",
    )


@pytest.mark.parametrize("name", BUILT_IN)
def test_every_built_in_term_says_where_it_stands(name):
    regulation = built_in(name)
    assert regulation.title
    assert regulation.act
    for one in regulation.terms:
        assert one.clause
        assert one.start in STARTS[one.stage]


def test_the_reading_of_a2_is_a_term_of_its_own():
    """A2: unread for thirty minutes, the thirty minutes from the reading would never begin."""
    assert said(KRASNOUFIMSK, Stage.READ) == (30, "minutes", "detected", "к п. 10")
    assert term(KRASNOUFIMSK, Stage.ROUTE).start is Start.READ


def test_what_is_kept_besides_the_terms():
    """A7, A11, A18."""
    regulation = built_in(KRASNOUFIMSK)
    assert regulation.restart_on_reroute is False
    assert regulation.day_due == "closing"
    assert regulation.rework_alert == 2
    assert not any(built_in(name).pause_on_clarify for name in BUILT_IN), "A16: off"
