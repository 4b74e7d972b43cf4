"""Figures that only the program's own way through the house can give."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from domain.municipality import Category, Chats, Department, DepartmentKind, Municipality
from domain.register.paper_rows import PaperRow
from domain.register.rows import Executor
from reports.period import OutcomeWords, count_period
from reports.timeliness import judge_times

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
TOWN = Municipality("Примерск", "Europe/Moscow", "krasnoufimsk", {}, Chats(-1, -1, -1))


def matter(**facts):
    """One appeal, two days old, of which nothing is known but what is told here."""
    unknown = dict.fromkeys(("answered", "ended", "reacted", "due", "topic", "outcome", "solved", "rating"))
    empty = {"channel": "telegram", "address": "", "territory": "", "forwarded_from": "", "executors": ()}
    never = dict.fromkeys(("collective", "formal", "urgent", "is_repeat"), False)
    none = dict.fromkeys(("requests", "returns", "revisions"), 0)
    told = {"received": NOW - timedelta(days=2), "category": Category.ORDINARY}
    return PaperRow(**(unknown | empty | never | none | told | facts))


def test_r14_reaction_is_the_mean_of_those_of_which_it_is_known():
    rows = [matter(reacted=NOW - timedelta(days=days)) for days in (1, 2)] + [matter()]
    named = OutcomeWords((), str, "", str)
    figures = count_period(TOWN, rows, named, lambda row: row.due, NOW)
    assert (figures.reacted, figures.mean_reaction) == (2, Decimal("0.5"))


def test_r05_questions_are_told_by_the_kind_of_executor():
    kinds = {
        "zhkh": DepartmentKind.DIVISION,
        "bus": DepartmentKind.ENTERPRISE,
        "roads": DepartmentKind.DIVISION,
    }
    departments = tuple(Department(code, code, -1, kind=kind) for code, kind in kinds.items())
    town = replace(TOWN, departments=departments)
    rows = [matter(executors=(Executor("zhkh", 2), Executor("bus"))), matter(executors=(Executor("roads"),))]
    named = OutcomeWords((), str, "", lambda kind: kind.value)
    figures = count_period(town, rows, named, lambda row: row.due, NOW)
    assert [(one.name, one.count) for one in figures.executors] == [("division", 3), ("enterprise", 1)]


def test_what_is_not_due_yet_is_neither_in_time_nor_late():
    due = {"due": NOW}
    times = judge_times([matter(**due), matter(answered=NOW, **due)], lambda row: row.due, NOW)
    assert (times.waiting, times.in_time, times.is_all) == (1, 1, False)


def test_one_of_many_that_is_late_keeps_the_share_below_a_hundred():
    """Rounded it would be 100 (R79)."""
    rows = [matter(answered=NOW, due=NOW)] * 9999 + [matter(answered=NOW, due=NOW - timedelta(seconds=1))]
    times = judge_times(rows, lambda row: row.due, NOW)
    assert (times.percent, times.is_all) == (Decimal("99.9"), False)
