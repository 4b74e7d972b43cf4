"""What holds for every calendar, term and zone, with a walk over quarters of an hour as the judge."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.municipality import Weekday
from domain.workdays import Roll, WorkCalendar
from domain.worktime.hours import DayHours

STEP = timedelta(minutes=15)
ZONES = ["Europe/Moscow", "Europe/Berlin", "America/Santiago", "Australia/Lord_Howe", "Asia/Kathmandu"]
FIRST = datetime(2026, 1, 1, tzinfo=UTC)


@st.composite
def day_hours(draw: st.DrawFn, least: int = 0) -> DayHours:
    """Whole hours, so that no bound lies within the hour that clocks show twice."""
    bounds = sorted(draw(st.sets(st.integers(0, 24), min_size=2 * least, max_size=6)))
    return tuple((start * 60, end * 60) for start, end in zip(bounds[::2], bounds[1::2], strict=False))


dates = st.dates(date(2026, 1, 1), date(2026, 12, 31))


@st.composite
def calendars(draw: st.DrawFn) -> WorkCalendar:
    week = [draw(day_hours()) for _ in range(6)]
    return WorkCalendar(
        tz=ZoneInfo(draw(st.sampled_from(ZONES))),
        week=(*week, draw(day_hours(least=1))),
        holidays=draw(st.frozensets(dates, max_size=20)),
        extra_working_days=draw(st.dictionaries(dates, st.none() | st.sampled_from(Weekday), max_size=5)),
        shortened=draw(st.dictionaries(dates, st.sampled_from([60, 120, 600]), max_size=5)),
        overrides=draw(st.dictionaries(dates, day_hours(), max_size=5)),
    )


moments = st.integers(0, 365 * 96).map(lambda steps: FIRST + steps * STEP)
terms = st.integers(0, 400).map(lambda steps: steps * STEP)
exact_moments = st.integers(0, 510 * 86400 * 10**6).map(lambda micros: FIRST + timedelta(microseconds=micros))
exact_terms = st.timedeltas(timedelta(0), timedelta(days=40))
pauses = st.lists(st.tuples(exact_moments, st.timedeltas(timedelta(0), timedelta(days=20))), max_size=4).map(
    lambda drawn: [(start, start + length) for start, length in drawn]
)


def works(calendar: WorkCalendar, moment: datetime) -> bool:
    local = moment.astimezone(calendar.tz)
    minute = local.hour * 60 + local.minute
    return any(start <= minute < end for start, end in calendar.hours_of(local.date()))


def due_by_walking(calendar: WorkCalendar, moment: datetime, term: timedelta) -> datetime:
    while term:
        term -= STEP if works(calendar, moment) else timedelta(0)
        moment += STEP
    return moment


@settings(max_examples=150, deadline=None)
@given(calendars(), moments, terms)
def test_a_term_ends_where_a_walk_over_the_clock_ends(
    calendar: WorkCalendar, start: datetime, term: timedelta
) -> None:
    assert calendar.add(start, term) == due_by_walking(calendar, start, term)


@settings(max_examples=150, deadline=None)
@given(calendars(), moments)
def test_work_goes_on_when_local_clocks_say_so(calendar: WorkCalendar, moment: datetime) -> None:
    assert calendar.is_open(moment) == works(calendar, moment)
    assert (calendar.next_opening(moment) == moment) == works(calendar, moment)
    assert calendar.is_open(calendar.next_opening(moment))


@settings(deadline=None)
@given(calendars(), exact_moments, exact_terms, pauses)
def test_the_time_between_start_and_due_is_the_term(calendar, start, term, paused) -> None:
    assert calendar.between(start, calendar.add(start, term, paused), paused) == term


@settings(deadline=None)
@given(calendars(), exact_moments, exact_terms, exact_terms, pauses)
def test_a_term_may_be_split(calendar, start, one, other, paused) -> None:
    split = calendar.add(calendar.add(start, one, paused), other, paused)
    assert split == calendar.add(start, one + other, paused)


@settings(deadline=None)
@given(calendars(), exact_moments, exact_terms, exact_terms, pauses)
def test_a_later_start_or_a_longer_term_is_never_due_earlier(calendar, start, more, term, paused) -> None:
    due = calendar.add(start, term, paused)
    assert calendar.add(start + more, term, paused) >= due
    assert calendar.add(start, term + more, paused) >= due


@settings(deadline=None)
@given(calendars(), exact_moments, exact_terms)
def test_going_back_is_the_latest_moment_from_which_the_term_is_left(calendar, end, term) -> None:
    start = calendar.subtract(end, term)
    assert calendar.between(start, end) == term
    assert calendar.between(start + timedelta.resolution, end) < term or not term
    assert calendar.add(start, term) <= end


@settings(deadline=None)
@given(calendars(), exact_moments, exact_moments, pauses)
def test_time_between_is_the_sum_of_the_intervals(calendar, one, other, paused) -> None:
    found = list(calendar.intervals(one, other, paused))
    lengths = [end.astimezone(UTC) - start.astimezone(UTC) for start, end in found]
    assert all(length > timedelta(0) for length in lengths)
    assert sum(lengths, timedelta(0)) == max(calendar.between(one, other, paused), timedelta(0))


@settings(deadline=None)
@given(calendars(), exact_moments, st.integers(1, 40), pauses)
def test_working_days_between_undo_business_days(calendar, start, count, paused) -> None:
    due = calendar.business_days(start, count, paused)
    assert calendar.working_days_between(start, due, paused) == count
    assert calendar.is_working_day(calendar.due_on(due))
    assert calendar.closing(calendar.due_on(due)) == due


@settings(deadline=None)
@given(calendars(), exact_moments, st.integers(0, 60), pauses)
def test_calendar_days_between_undo_calendar_days(calendar, start, count, paused) -> None:
    due = calendar.calendar_days(start, count, Roll.NONE, paused)
    assert calendar.calendar_days_between(start, due, paused) == count


@settings(deadline=None)
@given(calendars(), exact_moments, st.integers(0, 60))
def test_rolling_leads_to_the_nearest_working_day(calendar, start, count) -> None:
    day = calendar.date_of(start) + timedelta(days=count)
    after = calendar.due_on(calendar.calendar_days(start, count, Roll.NEXT))
    before = calendar.due_on(calendar.calendar_days(start, count, Roll.PREV))
    assert before <= day <= after
    between = [before + timedelta(days=step) for step in range((after - before).days + 1)]
    assert {it for it in between if calendar.is_working_day(it)} == {before, after}
