"""Why a deadline is when it is, in words that a clerk follows with a finger: in an alert, and at length in private."""

from datetime import date, datetime, timedelta
from typing import Final

from domain.explaining import DaysOff, Explanation, Worked
from domain.municipality import Municipality
from domain.regulation.terms import Stage, Term
from locales.texts import Html, Texts, join_html
from views.errors import TOAST_LIMIT
from views.measure import one_line, shorten
from views.moments import zone
from views.parts import Text

_ROWS: Final = 12
"""Days listed one by one, and runs of days off; of a longer term the others are counted."""
_REASON_ROOM: Final = 80
_ACT_ROOM: Final = 300


def in_short(municipality: Municipality, texts: Texts, found: Explanation) -> str:
    """Clause and arithmetic in at most 200 characters; what does not fit is what is told at length."""
    tz = zone(municipality)
    said = _rule_in_short(texts, found, _time(found.since.astimezone(tz)), _time(found.stands.astimezone(tz)))
    for since, until in found.pauses[-1:]:
        said = texts.plain(
            "why-alert-paused",
            said=said,
            since=_time(since.astimezone(tz)),
            until=_time(until.astimezone(tz)),
        )
    off = ", ".join(_dates(one) for one in found.days_off)
    if not off:
        return shorten(said, TOAST_LIMIT)
    return shorten(texts.plain("why-alert-off", said=said, days=off), TOAST_LIMIT)


def _rule_in_short(texts: Texts, found: Explanation, since: str, until: str) -> str:
    """Of a promise the day that an answer named, which is no regulation's (spec 2.7)."""
    if found.stage is Stage.PROMISE:
        return texts.plain("why-alert-promise", day=_promised(texts, found), since=since, until=until)
    clause, start = one_line(found.term.clause, 40), _start(texts, found.term)
    return texts.plain(
        "why-alert", span=_span(texts, found.term), clause=clause, start=start, since=since, until=until
    )


def at_length(municipality: Municipality, texts: Texts, found: Explanation, number: str) -> Text:
    """Every interval that was counted, every day that was not, and why."""
    tz = zone(municipality)
    lines = [
        texts("why-title", number=number),
        _rule(texts, found),
        _since(texts, found, municipality),
        texts("why-hours", whose=_whose(municipality, found)),
        *_counted(texts, found),
        *_not_counted(texts, found),
        *_paused(texts, found, municipality),
        *_extended(texts, found, municipality),
        *_rolled(texts, found),
        texts("why-until", until=_day_and_time(texts, found.due.astimezone(tz))),
        *_other(texts, found, municipality),
        *([texts("why-kept", until=_day_and_time(texts, found.kept.astimezone(tz)))] if found.kept else []),
    ]
    return Text(join_html("\n", lines))


def _since(texts: Texts, found: Explanation, municipality: Municipality) -> Html:
    since = _day_and_time(texts, found.since.astimezone(zone(municipality)))
    if found.stage is Stage.PROMISE:
        return texts("why-since-promise", day=_promised(texts, found), since=since)
    return texts("why-since", start=_start(texts, found.term), since=since)


def _promised(texts: Texts, found: Explanation) -> str:
    day = found.rolled_from or found.last_day
    return _day(texts, day) if day else ""


def _rule(texts: Texts, found: Explanation) -> Html:
    if found.stage is Stage.PROMISE:
        return texts("why-rule-promise")
    return texts(
        "why-rule",
        stage=_stage(texts, found.stage),
        span=_span(texts, found.term),
        clause=one_line(found.term.clause, 80),
        act=one_line(found.act, _ACT_ROOM),
    )


def _whose(municipality: Municipality, found: Explanation) -> str:
    department = municipality.find_department(found.department or "")
    return one_line(department.name if department else municipality.name, _REASON_ROOM)


def _counted(texts: Texts, found: Explanation) -> list[Html]:
    if not found.worked:
        return []
    lines = [_worked(texts, one) for one in found.worked[:_ROWS]]
    left = len(found.worked) - _ROWS
    more = [texts("why-more-days", count=left)] if left > 0 else []
    return [texts("why-counted"), *lines, *more]


def _worked(texts: Texts, one: Worked) -> Html:
    times = ", ".join(f"{start:%H:%M}–{_end(end, one.day)}" for start, end in one.intervals)
    return texts("why-day", day=_day(texts, one.day), times=times, length=_length(texts, one.length))


def _end(end: datetime, day: date) -> str:
    return "24:00" if end.date() > day else f"{end:%H:%M}"


def _not_counted(texts: Texts, found: Explanation) -> list[Html]:
    if not found.days_off:
        return []
    lines = [
        texts("why-off", days=_dates(one), why=one.why.value, reason=one_line(one.reason, _REASON_ROOM))
        for one in found.days_off[:_ROWS]
    ]
    left = len(found.days_off) - _ROWS
    more = [texts("why-more-off", count=left)] if left > 0 else []
    return [texts("why-not-counted"), *lines, *more]


def _paused(texts: Texts, found: Explanation, municipality: Municipality) -> list[Html]:
    """A16: the last questions, where there were many."""
    tz = zone(municipality)
    return [
        texts(
            "why-paused",
            since=_day_and_time(texts, since.astimezone(tz)),
            until=_day_and_time(texts, until.astimezone(tz)),
        )
        for since, until in found.pauses[-_ROWS:]
    ]


def _rolled(texts: Texts, found: Explanation) -> list[Html]:
    if found.rolled_from is None or found.last_day is None:
        return []
    return [texts("why-rolled", day=_day(texts, found.rolled_from), to=_day(texts, found.last_day))]


def _extended(texts: Texts, found: Explanation, municipality: Municipality) -> list[Html]:
    """R07."""
    if not found.extended_days or found.at_first is None:
        return []
    before = _day_and_time(texts, found.at_first.astimezone(zone(municipality)))
    return [texts("why-extended", days=found.extended_days, until=before)]


def _other(texts: Texts, found: Explanation, municipality: Municipality) -> list[Html]:
    """R47, A9: the smaller of two."""
    if found.other is None:
        return []
    due = found.other.due.astimezone(zone(municipality))
    span, clause = _span(texts, found.other.term), one_line(found.other.term.clause, 80)
    return [texts("why-other", span=span, clause=clause, until=_day_and_time(texts, due))]


def _stage(texts: Texts, stage: Stage) -> str:
    return texts.plain("regulation-stage", stage=stage.value)


def _span(texts: Texts, term: Term) -> str:
    return texts.plain("regulation-span", unit=term.span.unit.value, count=term.span.count)


def _start(texts: Texts, term: Term) -> str:
    return texts.plain("regulation-start", start=term.start.value)


def _length(texts: Texts, length: timedelta) -> str:
    minutes = round(length / timedelta(minutes=1))
    return texts.plain("why-length", hours=minutes // 60, minutes=minutes % 60)


def _dates(one: DaysOff) -> str:
    return f"{one.first:%d.%m}" if one.first == one.last else f"{one.first:%d.%m}–{one.last:%d.%m}"


def _day(texts: Texts, day: date) -> str:
    return f"{texts.plain(f'day-{day.weekday()}')} {day:%d.%m}"


def _time(at: datetime) -> str:
    return f"{at:%d.%m %H:%M}"


def _day_and_time(texts: Texts, at: datetime) -> str:
    return f"{_day(texts, at.date())} {at:%H:%M}"
