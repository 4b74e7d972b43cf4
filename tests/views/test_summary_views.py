"""What stands under the summary's picture: never more than Telegram takes there, never more than eight lines (R11, R32)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.ids import ChatId, DepartmentCode
from domain.municipality import Channel, Department
from domain.regulation.terms import Holder
from domain.rhythm.days import Period
from domain.rhythm.figures import DayFigures, DepartmentFigures, Present, WorkItem
from domain.status import Status
from tests.views.cases import NOW, RUSSIAN, labels, municipality, read
from views.measure import UNDER_A_PHOTO, visible_len
from views.parts import Photo, Text
from views.rhythm import summary

OPEN = [status for status in Status if f"summary-status-{status.value}" in RUSSIAN]
LONG = "Управление <жилищно-коммунального> хозяйства и благоустройства 🏙"
MANY = 30
TOWN = replace(
    municipality(),
    channels=tuple(Channel(f"c{number}", f"{number} {LONG}") for number in range(MANY)),
    departments=tuple(
        Department(DepartmentCode(f"d{n}"), f"{n} {LONG}", ChatId(-n - 1)) for n in range(MANY)
    ),
)
FULL = DayFigures(
    Period(date(2026, 3, 2), NOW - timedelta(days=3), NOW),
    *(100_000, 100_000, 100_000, 100_000),
    channels={f"c{number}": 100_000 for number in range(MANY)},
    departments=tuple(DepartmentFigures(f"d{n}", *[100_000] * 4) for n in range(MANY)),
    present=Present(dict.fromkeys(OPEN, 100_000), 100_000, 100_000, ("2026-100000",) * 5),
)
ITEM = WorkItem(
    number="2026-100000",
    status="assigned",
    topic=None,
    address=LONG * 3,
    gist=LONG * 3,
    caution=None,
    urgent=True,
    department="d0",
    holder=Holder.DEPARTMENT,
    executor_name=LONG * 2,
    due_at=NOW,
    every=MANY,
)


def earlier(count):
    return [replace(FULL, period=replace(FULL.period, day=date(2026, 2, 1 + n))) for n in range(count)]


@pytest.mark.parametrize("count", [0, 1, 2, 13])
def test_a_full_day_late_and_for_somebody_else_leaves_out_what_can_be_spared(count):
    more = {"earlier": earlier(count), "late": NOW, "in_place_of": LONG * 3, "png": b"picture"}
    (part,) = summary.day(TOWN, RUSSIAN, FULL, **more)
    assert isinstance(part, Photo)
    lines = read(part).splitlines()
    assert len(lines) <= summary.LINES
    assert lines[0].startswith("Поступило 100000,")
    assert lines[1].startswith("Сводка за пн, 2 марта")
    assert any(line.startswith("Ждут вашего решения: 2026-100000") for line in lines)
    assert lines[-1].startswith("Сводка пришла вам")
    told = [line for line in lines if "февраля: поступило 100000" in line]
    assert bool(told) is bool(count)
    assert all(f", {count} февраля" in line for line in told[-1:]), "of many the last"


def test_of_many_days_that_were_not_told_the_last_are_and_how_many_there_are():
    quiet = DayFigures(FULL.period)
    (part,) = summary.day(TOWN, RUSSIAN, quiet, earlier=earlier(13))
    lines = read(part).splitlines()
    assert len(lines) == summary.LINES
    assert lines[2] == "Раньше, с опозданием, дней: 13, последние из них:"
    assert lines[-1].startswith("пт, 13 февраля")


@pytest.mark.parametrize("page", [0, 1])
def test_the_longest_lists_stand_under_a_picture_page_by_page(page):
    items = [ITEM] * summary.OVERDUE_PAGE
    (late,) = summary.overdue(TOWN, RUSSIAN, items, now=NOW, day=None, page=page)
    (every,) = summary.departments(TOWN, RUSSIAN, FULL, page=page)
    for part in (late, every):
        assert isinstance(part, Text)
        assert visible_len(part.html) <= UNDER_A_PHOTO
        assert labels(part)[-1] == ["‹ Сводка"]
        assert labels(part)[0][-1] == "›"
