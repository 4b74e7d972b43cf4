"""Several reasons at once for a shorter term: each row of the regulation is still kept, and of two terms the earlier counts."""

from dataclasses import replace
from datetime import date

import pytest

from domain.assignments import Assignment
from domain.deadlines import compare
from domain.ids import AppealId
from domain.municipality import Category
from domain.regulation.terms import Stage
from domain.status import Status
from tests.domain.test_deadlines import MONDAY, ROADS, at, due, kept, reckoning_of, routed, running

FAST = {"category": Category.FAST_TRACK}
URGENT = {"urgent": True}
REPEAT = {"repeat_of": AppealId(7)}
EIGHT_DAYS = at("2026-03-10T17:00")


@pytest.mark.parametrize("more", [{}, REPEAT], ids=["first", "repeat"])
@pytest.mark.parametrize(
    ("fields", "draft", "answer", "clause"),
    [
        ({}, "16:00", "17:00", "п. 12"),
        (FAST, "16:00", "17:00", "п. 8 пп. 2, п. 12"),
        (URGENT, "12:00", "14:00", "п. 12"),
        (FAST | URGENT, "12:00", "14:00", "п. 8 пп. 2, п. 12"),
    ],
    ids=["ordinary", "fast track", "high importance", "both"],
)
def test_high_importance_lies_on_top_of_either_category_also_of_a_repeat(fields, draft, answer, clause, more):
    """R34, R35, R48: the first reaction is the sooner, the solution has its eight days."""
    found = running(routed(**fields, **more))
    assert found[Stage.DRAFT].due_at == at(f"2026-03-02T{draft}")
    assert found[Stage.ANSWER].due_at == at(f"2026-03-02T{answer}")
    assert (found[Stage.FINAL].due_at, found[Stage.FINAL].clause) == (EIGHT_DAYS, clause)


def test_several_executors_of_what_is_fast_and_urgent_have_the_smaller_of_both_terms():
    """A9, R35, R47: three hours from the detection, two from the routing."""
    lead = routed(assigned="2026-03-02T09:30", **FAST, **URGENT)
    part = Assignment(AppealId(1), ROADS, at("2026-03-02T09:30"), "")
    assert due(lead, Stage.DRAFT, [part]) == at("2026-03-02T11:30")
    late = replace(lead, assigned_at=at("2026-03-02T11:00"))
    assert due(late, Stage.DRAFT, [part]) == at("2026-03-02T12:00")


def interim(until, **fields):
    said = {"status": Status.IN_PROGRESS, "interim_at": at("2026-03-02T12:00"), **fields}
    return routed(committed_until=until, committed_at=at("2026-03-02T12:00"), **said)


@pytest.mark.parametrize(
    ("until", "day", "clause"),
    [
        (date(2026, 3, 5), "2026-03-05", "п. 20 абз. 2"),
        (date(2026, 3, 8), "2026-03-10", "п. 8 пп. 2, п. 12"),
        (date(2026, 3, 20), "2026-03-10", "п. 8 пп. 2, п. 12"),
    ],
    ids=["sooner", "a day off goes on to the next working day", "later"],
)
@pytest.mark.parametrize("more", [{}, URGENT, REPEAT], ids=["plain", "high importance", "repeat"])
def test_the_named_day_and_the_eight_days_both_hold(until, day, clause, more):
    """R42, R51: Krasnoufimsk No. 83, п. 12, п. 20 абз. 2."""
    found = running(interim(until, **FAST, **more))
    assert set(found) == {Stage.FINAL}
    assert (found[Stage.FINAL].due_at, found[Stage.FINAL].clause) == (at(f"{day}T17:00"), clause)


def test_another_category_changes_the_clause_and_keeps_the_day_that_was_named():
    """A17, R51: what the citizen was told holds whatever the appeal is called afterwards."""
    fast, ordinary = interim(date(2026, 3, 5), **FAST), interim(date(2026, 3, 5))
    assert due(ordinary, Stage.FINAL) == due(fast, Stage.FINAL) == at("2026-03-05T17:00")


def test_raised_after_the_interim_answer_nothing_that_was_done_is_demanded_again():
    """A17, R35: the reaction was in time; the final term stays."""
    raised = interim(date(2026, 3, 5), **FAST, **URGENT)
    assert set(running(raised)) == {Stage.FINAL}


def test_made_fast_track_the_eight_days_stand_and_the_journal_has_the_other_clause():
    """A17, R34."""
    ordinary, fast = routed(), routed(**FAST)
    old = [kept(one) for one in reckoning_of().list_deadlines(ordinary)]
    ((before, after),) = compare(old, reckoning_of().list_deadlines(fast), at(MONDAY)).moved
    assert (before.due_at, before.clause) == (EIGHT_DAYS, "п. 12")
    assert (after.due_at, after.clause) == (EIGHT_DAYS, "п. 8 пп. 2, п. 12")
