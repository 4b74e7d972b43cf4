"""Which deadlines run for an appeal, and until when: each reading of the regulations (A1-A23) has a test of its own."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.reckoning import reckon
from domain.appeal import Appeal
from domain.assignments import Assignment, AssignmentState
from domain.deadlines import KeptDeadline, Reckoning, compare, moved
from domain.ids import AppealId, ChatId, CitizenId, DepartmentCode
from domain.municipality import CalendarException, Category, Chats, DayKind, Department, Municipality, Weekday
from domain.regulation.due import due_at
from domain.regulation.terms import DayDue, Holder, Stage
from domain.status import Status
from domain.term_marks import Wait
from domain.workdays import Roll
from domain.worktime.errors import CalendarDataMissing
from tests.domain.people import an_actor

ZONE = ZoneInfo("Asia/Yekaterinburg")
ZHKH, DUTY, ROADS = (DepartmentCode(code) for code in ("zhkh", "duty", "roads"))
TOWN = Municipality(
    name="Красноуфимск",
    timezone="Asia/Yekaterinburg",
    regulation="krasnoufimsk",
    hours=dict.fromkeys(list(Weekday)[:5], ("08:00-12:00", "13:00-17:00")),
    chats=Chats(ChatId(-1), ChatId(-1), ChatId(-1)),
    departments=(
        Department(ZHKH, "ЖКХ", ChatId(-10)),
        Department(ROADS, "Дороги", ChatId(-11)),
        Department(DUTY, "Служба", ChatId(-12), hours=dict.fromkeys(Weekday, ("00:00-06:00", "22:00-24:00"))),
    ),
)
MONDAY = "2026-03-02T09:00"
ANYBODY = an_actor(user_id=301)


def at(moment):
    return datetime.fromisoformat(moment).replace(tzinfo=ZONE)


def an_appeal(detected=MONDAY, **fields):
    when = at(detected)
    given = {"status": Status.REGISTERED, "id": AppealId(1), **fields}
    return Appeal("2026-00042", CitizenId(1), when, when, **given)


def routed(detected=MONDAY, department=ZHKH, assigned=None, **fields):
    given = {"status": Status.ASSIGNED, "assigned_at": at(assigned or detected), "read_at": at(detected)}
    return an_appeal(detected, department=department, **{**given, **fields})


def running(appeal, parts=(), *, regulation="krasnoufimsk", **changes):
    """Stage to deadline; a stage that several departments have is keyed with its department too."""
    reckoning = reckoning_of(regulation, **changes)
    return {one.stage: one for one in reckoning.list_deadlines(appeal, parts)}


def reckoning_of(regulation="krasnoufimsk", **changes) -> Reckoning:
    return reckon(replace(TOWN, regulation=regulation, **changes))


def due(appeal, stage, parts=(), **changes):
    found = running(appeal, parts, **changes).get(stage)
    return found and found.due_at


def test_detection_is_the_moment_at_which_the_message_came():
    """A1: not that of registration, of reading or of routing."""
    appeal = routed(assigned="2026-03-02T10:30")
    assert running(appeal)[Stage.DRAFT].started_at == at(MONDAY)
    assert due(appeal, Stage.DRAFT) == at("2026-03-02T16:00")


def test_unread_for_thirty_minutes_the_coordinators_are_late():
    """A2, R39: the thirty minutes of п. 10 begin with the reading; until then the reading itself is awaited."""
    unread = running(an_appeal())
    assert unread[Stage.READ].due_at == at("2026-03-02T09:30")
    assert Stage.ROUTE not in unread
    read = running(an_appeal(read_at=at("2026-03-02T09:20")))
    assert read[Stage.ROUTE].due_at == at("2026-03-02T09:50")
    assert Stage.READ not in read


@pytest.mark.parametrize(
    ("detected", "until"),
    [
        ("2026-03-02T09:00", "2026-03-02T16:00"),
        ("2026-03-02T14:50", "2026-03-03T11:50"),
        ("2026-03-02T23:15", "2026-03-03T15:00"),
        ("2026-03-07T12:00", "2026-03-10T15:00"),
    ],
    ids=["morning", "afternoon", "night", "a weekend before a holiday"],
)
def test_six_hours_are_working_hours(detected, until):
    """A3, A4, R36, R37, R41: without nights, days off and lunch."""
    assert due(routed(detected), Stage.DRAFT) == at(until)


def test_everybody_goes_by_the_own_calendar():
    """A5: a department by its own, the coordinators by the town's."""
    deadlines = running(routed(department=DUTY))
    assert deadlines[Stage.DRAFT].due_at == at("2026-03-03T04:00")
    assert deadlines[Stage.ANSWER].due_at == at("2026-03-02T17:00")


def test_the_draft_is_due_at_approval_and_the_answer_later():
    """A6, R35, R43: seven hours to the publication, four for what is of high importance."""
    assert due(routed(), Stage.ANSWER) == at("2026-03-02T17:00")
    assert due(routed(urgent=True), Stage.DRAFT) == at("2026-03-02T12:00")
    assert due(routed(urgent=True), Stage.ANSWER) == at("2026-03-02T14:00")


def test_another_department_does_not_begin_anew():
    """A7: unless the profile says so."""
    again = routed(department=ROADS, assigned="2026-03-02T15:00")
    assert due(again, Stage.DRAFT) == at("2026-03-02T16:00")
    reckoning = reckoning_of()
    anew = replace(reckoning, regulation=replace(reckoning.regulation, restart_on_reroute=True))
    assert {one.stage: one.due_at for one in anew.list_deadlines(again)}[Stage.DRAFT] == at(
        "2026-03-03T12:00"
    )


def test_a_return_counts_from_the_moment_at_which_the_department_got_it():
    """A8, R40."""
    appeal = routed(assigned="2026-03-02T11:45")
    assert due(appeal, Stage.RETURN) == at("2026-03-02T13:15")
    assert due(replace(appeal, status=Status.IN_PROGRESS), Stage.RETURN) is None


def a_part(assigned, state=AssignmentState.ASSIGNED):
    return Assignment(AppealId(1), ROADS, at(assigned), "", state=state)


@pytest.mark.parametrize(
    ("assigned", "urgent", "until"),
    [
        ("2026-03-02T10:00", False, "2026-03-02T12:00"),
        ("2026-03-02T15:30", False, "2026-03-02T16:00"),
        ("2026-03-02T11:30", True, "2026-03-02T12:00"),
    ],
    ids=["two hours", "the six hours end sooner", "the three hours end sooner"],
)
def test_of_several_executors_each_has_the_smaller_term(assigned, urgent, until):
    """A9, R47: two hours, or what is left of п. 12."""
    appeal, part = routed(assigned=assigned, urgent=urgent), a_part(assigned)
    assert due(appeal, Stage.PART, [part]) == at(until)
    assert due(appeal, Stage.DRAFT, [part]) == at(until)
    assert running(appeal, [part])[Stage.PART].department == ROADS


def test_what_is_given_is_awaited_no_more():
    """R47."""
    appeal = routed()
    assert due(appeal, Stage.PART, [a_part(MONDAY, AssignmentState.GIVEN)]) is None


def test_eight_days_are_calendar_days_after_the_day_of_detection():
    """A10, A11, R34, R42: day 0 is that of the detection; the last one ends with its work."""
    assert due(routed("2026-03-03T09:00"), Stage.FINAL) == at("2026-03-11T17:00")
    assert due(routed("2026-03-03T23:59", category=Category.FAST_TRACK), Stage.FINAL) == at(
        "2026-03-11T17:00"
    )


@pytest.mark.parametrize(
    ("day_due", "until"),
    [
        (DayDue.CLOSING, "2026-03-11T17:00"),
        (DayDue.MIDNIGHT, "2026-03-11T23:59:59"),
        (DayDue.SAME_HOUR, "2026-03-11T09:00"),
    ],
)
def test_at_which_hour_the_last_day_ends(day_due, until):
    """A11: as the profile says."""
    reckoning = reckoning_of()
    term = reckoning.regulation.find_term(Stage.FINAL, Category.ORDINARY, urgent=False)
    assert due_at(term, at("2026-03-03T09:00"), reckoning.town, day_due) == at(until)


def test_a_last_day_that_is_off():
    """A12, R38: the next working day; under 59-ФЗ the one before, but never before it began."""
    assert due(routed("2026-02-28T12:00"), Stage.FINAL) == at("2026-03-10T17:00")
    appeal = an_appeal("2026-02-05T12:00")
    assert due(appeal, Stage.FINAL, regulation="federal59") == at("2026-03-06T17:00")
    assert due(an_appeal("2026-12-30T18:00"), Stage.ROUTE, regulation="federal59") == at("2027-01-11T17:00")


def test_a_working_saturday_and_a_shortened_day():
    """A13: both for hours and for the end of a day."""
    shortened = CalendarException(date(2026, 3, 11), DayKind.SHORTENED)
    saturday = CalendarException(date(2026, 3, 7), DayKind.WORKING)
    assert due(routed("2026-03-03T09:00"), Stage.FINAL, calendar=(shortened,)) == at("2026-03-11T16:00")
    assert due(routed("2026-03-06T14:00"), Stage.DRAFT, calendar=(saturday,)) == at("2026-03-07T11:00")


def test_used_up_exactly_at_closing_it_is_due_at_closing():
    """A14: today, not tomorrow at eight."""
    assert due(routed("2026-03-02T10:00"), Stage.DRAFT) == at("2026-03-02T17:00")


def test_not_confirmed_has_the_six_hours_of_every_answer():
    """A15, R52: from the moment of detection, with or without a finding."""
    assert due(routed(), Stage.DRAFT) == at("2026-03-02T16:00")


def test_a_question_to_the_citizen_keeps_the_first_term_and_stops_no_clock():
    """A16, R42: the eight days go on."""
    asked = routed(
        status=Status.IN_PROGRESS, submitted_at=at(MONDAY), interim_at=at(MONDAY), question_waits=True
    )
    assert set(running(asked)) == {Stage.FINAL}
    assert due(asked, Stage.FINAL) == due(routed(), Stage.FINAL)


def test_where_the_profile_says_so_a_question_stops_the_clocks_until_the_answer():
    """A16: two working hours of asking move hours by two, and days by those that it lasted wholly."""
    waited = (
        Wait(at("2026-03-02T11:00"), at("2026-03-02T14:00")),
        Wait(at("2026-03-03T15:00"), at("2026-03-05T09:00")),
    )
    asked = replace(routed(status=Status.IN_PROGRESS, interim_at=at(MONDAY)), waited=waited[:1])
    stopping = replace(reckoning_of().regulation, pause_on_clarify=True)
    reckoning = replace(reckoning_of(), regulation=stopping)

    def due_of(appeal, stage):
        return {one.stage: one.due_at for one in reckoning.list_deadlines(appeal)}.get(stage)

    assert due_of(replace(asked, interim_at=None), Stage.DRAFT) == at("2026-03-03T09:00")
    assert due_of(asked, Stage.FINAL) == due(routed(), Stage.FINAL), "no whole day"
    assert due_of(replace(asked, waited=waited), Stage.FINAL) == at("2026-03-11T17:00"), (
        "the 4th does not count"
    )
    waiting = replace(asked, question_waits=True, asked_at=at("2026-03-03T15:00"))
    assert due_of(waiting, Stage.FINAL) is None, "it stands"
    assert due_of(replace(waiting, asked_at=at("2026-03-20T15:00")), Stage.FINAL), "what was over stays so"
    sent = replace(waiting, status=Status.ON_APPROVAL, submitted_at=at("2026-03-03T16:00"))
    assert due_of(sent, Stage.APPROVAL), "approving does not wait for the citizen"


def test_an_interim_answer_is_no_answer_where_the_profile_does_not_know_it():
    """R06: the ten days of Grozny go on."""
    said = routed(status=Status.IN_PROGRESS, interim_at=at(MONDAY))
    assert due(said, Stage.DRAFT, regulation="grozny") == at("2026-03-12T17:00")


def kept(deadline, **fields):
    return KeptDeadline(
        1,
        AppealId(1),
        deadline.stage,
        deadline.holder,
        deadline.department,
        deadline.started_at,
        deadline.started_at,
        deadline.due_at,
        deadline.clause,
        **fields,
    )


def draft_after(before, after, now):
    """Where the draft's deadline goes when the appeal becomes another one."""
    old = [kept(one) for one in reckoning_of().list_deadlines(before)]
    new = reckoning_of().list_deadlines(after)
    (found,) = [one for _, one in compare(old, new, at(now)).moved if one.stage is Stage.DRAFT]
    return found.due_at


def test_raised_to_high_importance_it_is_late_from_the_raising_on():
    """A17: three hours from the detection; where they are over, not backdated."""
    ordinary, urgent = routed(), routed(urgent=True)
    assert draft_after(ordinary, urgent, "2026-03-02T10:00") == at("2026-03-02T12:00")
    assert draft_after(ordinary, urgent, "2026-03-02T15:00") == at("2026-03-02T15:00")
    assert moved(at("2026-03-02T11:00"), at("2026-03-02T10:00"), at("2026-03-02T15:00")) == at(
        "2026-03-02T11:00"
    )


def test_each_revision_has_its_thirty_minutes():
    """A18, R45: without limit."""
    revised = routed(status=Status.IN_PROGRESS, revisions=3, revised_at=at("2026-03-02T16:45"))
    assert set(running(revised)) == {Stage.REWORK, Stage.ANSWER, Stage.FINAL}
    assert due(revised, Stage.REWORK) == at("2026-03-03T08:15")


def test_terms_are_those_of_a_role_and_not_of_a_person():
    """A19: no deadline names anybody."""
    holders = {one.stage: one.holder for one in reckoning_of().regulation.terms}
    assert holders[Stage.ROUTE] is Holder.COORDINATORS
    assert holders[Stage.APPROVAL] is Holder.APPROVERS


def test_what_gets_no_answer_has_no_deadline():
    """A20, R53."""
    assert running(an_appeal(status=Status.CLOSED)) == {}


def test_exactly_on_time_is_in_time_and_seconds_count():
    """A22."""
    draft = running(routed("2026-03-02T09:00:30"))[Stage.DRAFT]
    assert draft.due_at == at("2026-03-02T16:00:30")
    assert not draft.is_over(at("2026-03-02T16:00:30"))
    assert draft.is_over(at("2026-03-02T16:00:30.000001"))


def test_a_day_off_entered_afterwards_moves_what_is_open():
    """A23: later at will, and nobody is made late by a day that becomes a working day."""
    off = CalendarException(date(2026, 3, 3), DayKind.OFF)
    appeal = routed("2026-03-02T14:50")
    assert due(appeal, Stage.DRAFT, calendar=(off,)) == at("2026-03-04T11:50")
    old = [kept(one) for one in reckoning_of(calendar=(off,)).list_deadlines(appeal)]
    back = compare(old, reckoning_of().list_deadlines(appeal), at("2026-03-03T15:00"))
    assert {one.due_at for _, one in back.moved if one.stage is Stage.DRAFT} == {at("2026-03-03T15:00")}


def test_a_term_that_cannot_be_computed_names_the_calendar():
    draft = running(routed("2027-12-31T16:00"))[Stage.DRAFT]
    assert draft.due_at is None
    assert isinstance(draft.trouble, CalendarDataMissing)
    assert draft.trouble.facts == {"calendar": "Красноуфимск", "year": "2028"}
    assert not draft.is_over(at("2029-01-01T00:00"))


def test_the_way_through_approval():
    """R44, R46: thirty minutes each, and the absolute limit beside them."""
    submitted = routed(status=Status.ON_APPROVAL, submitted_at=at("2026-03-02T11:50"))
    assert set(running(submitted)) == {Stage.APPROVAL, Stage.ANSWER, Stage.FINAL}
    assert due(submitted, Stage.APPROVAL) == at("2026-03-02T13:20")
    approved = routed(status=Status.APPROVED, approved_at=at("2026-03-02T11:50"))
    assert due(approved, Stage.PUBLICATION) == at("2026-03-02T13:20")


def test_grozny_counts_days():
    """R02, R06."""
    assert due(an_appeal(), Stage.ROUTE, regulation="grozny") == at("2026-03-03T17:00")
    assert due(routed(), Stage.DRAFT, regulation="grozny") == at("2026-03-12T17:00")


def test_chaikovsky_counts_a_chain_of_twelve_hours():
    """R20, R21, R22."""
    assert due(an_appeal(), Stage.ROUTE, regulation="chaikovsky") == at("2026-03-02T11:00")
    assert due(routed(assigned="2026-03-02T11:00"), Stage.DRAFT, regulation="chaikovsky") == at(
        "2026-03-03T11:00"
    )
    approved = routed(status=Status.APPROVED, approved_at=at("2026-03-03T11:00"))
    assert due(approved, Stage.PUBLICATION, regulation="chaikovsky") == at("2026-03-03T14:00")
    assert due(an_appeal(), Stage.FINAL, regulation="chaikovsky") == at("2026-03-03T14:00")


def test_what_came_back_counts_from_its_return():
    """R39: the coordinators have thirty minutes again."""
    back = an_appeal(read_at=at(MONDAY), returned_at=at("2026-03-02T10:10"))
    assert due(back, Stage.ROUTE) == at("2026-03-02T10:40")


def test_a_repeat_has_the_terms_of_every_message():
    """R48: those of п. 10-16."""
    assert running(routed(repeat_of=AppealId(7))) == running(routed())


def test_a_roll_backwards_is_only_taken_where_the_profile_says_so():
    """A12."""
    rolls = {one.roll for one in reckoning_of("federal59").regulation.terms}
    assert rolls == {Roll.PREV}
