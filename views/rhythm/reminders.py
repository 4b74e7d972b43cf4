"""What is overdue and what ends today, for whoever has to act: who, what and until when, a number a button."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardMarkup

from domain.causes.causes import Measure
from domain.municipality import Municipality
from domain.rhythm.spots import DueItem, Waiting, WaitingFor
from domain.words.names import short_name
from locales.texts import Html, Texts, join_html
from views.buttons import button, in_rows, keyboard
from views.callbacks import AppealAction, AppealCallback
from views.cards.people import mention
from views.cards.pinned import what
from views.causes.messages import late_lines
from views.measure import one_line
from views.moments import moment, until, zone
from views.parts import Part, Text
from views.rhythm.lines import department_name, in_one_line, missed_counts

LISTED: Final = 10
"""Lines of a digest; of the rest it says how many there are."""
MEASURES: Final = 5
"""Late measures that a digest names."""
_WHAT_ROOM: Final = 90
_ACROSS: Final = 3


StandIns = Mapping[int, int]
"""Who is away, each with who stands in."""


@dataclass(frozen=True, slots=True)
class DigestFacts:
    """What a digest tells: of which slot, up to when it looks, the items that were found, what waits without a term,
    and measures of road maps that are late.
    """

    slot: datetime
    until: datetime
    items: tuple[DueItem, ...]
    is_late: bool = False
    stand_ins: StandIns = field(default_factory=dict)
    waiting: tuple[Waiting, ...] = ()
    measures: tuple[Measure, ...] = ()


def digest(municipality: Municipality, texts: Texts, facts: DigestFacts, *, now: datetime) -> list[Part]:
    """The overdue first; nothing where nothing is due and nothing waits."""
    lines = [
        *_dues(facts, municipality, texts, now),
        *_waiting(facts.waiting, texts, now, zone(municipality)),
        *late_lines(texts, municipality, facts.measures, MEASURES),
    ]
    return [Text(join_html("\n", lines), _keyboard(_list_named(facts)))] if lines else []


def _dues(facts: DigestFacts, municipality: Municipality, texts: Texts, now: datetime) -> Iterator[Html]:
    if not facts.items:
        return
    yield from _head(facts, municipality, texts, now)
    yield from _lines(facts.items, municipality, texts, now, facts.stand_ins)
    if facts.items[0].every > len(facts.items):
        yield texts("pinned-more", count=facts.items[0].every - len(facts.items))


def _waiting(waiting: Sequence[Waiting], texts: Texts, now: datetime, tz: ZoneInfo) -> Iterator[Html]:
    """What nobody has pressed on since an earlier day, where no term reminds of it."""
    for matter in WaitingFor:
        those = [one for one in waiting if one.what is matter]
        if those:
            since = moment(those[0].since, now, tz)
            yield texts(f"digest-waiting-{matter.value}", count=len(those), moment=since)


def _list_named(facts: DigestFacts) -> list[DueItem | Waiting]:
    """Those that have a button: each once, as many as there are lines."""
    due = {item.appeal_id for item in facts.items}
    named: list[DueItem | Waiting] = [*facts.items]
    return [*named, *(one for one in facts.waiting if one.appeal_id not in due)][:LISTED]


def nudge(
    municipality: Municipality, texts: Texts, items: Sequence[DueItem], stand_ins: StandIns, *, now: datetime
) -> list[Part]:
    """What ends soon, a line each; nothing where it is done by now."""
    if not items:
        return []
    listed = items[:LISTED]
    more = [texts("pinned-more", count=len(items) - LISTED)] if len(items) > LISTED else []
    lines = [texts("nudge-head"), *_lines(listed, municipality, texts, now, stand_ins), *more]
    return [Text(join_html("\n", lines), _keyboard(listed) if len(items) > 1 else None)]


def _head(facts: DigestFacts, municipality: Municipality, texts: Texts, now: datetime) -> Iterator[Html]:
    tz, first = zone(municipality), facts.items[0]
    counts = missed_counts(texts, overdue=first.overdue, unaccepted=first.unaccepted, unread=first.unread)
    due = first.every - first.overdue - first.unaccepted - first.unread - first.ahead
    if due:
        counts.append(texts.plain("digest-due", count=due, until=until(facts.until, now, tz, texts)))
    if first.ahead:
        counts.append(texts.plain("digest-ahead", count=first.ahead))
    yield texts("digest-head", counts=in_one_line(counts))
    if facts.is_late:
        yield texts("digest-late", slot=moment(facts.slot, now, tz))


def _lines(
    items: Sequence[DueItem], municipality: Municipality, texts: Texts, now: datetime, stand_ins: StandIns
) -> Iterator[Html]:
    tz = zone(municipality)
    for item in items:
        is_over = item.due_at < now
        yield texts(
            "digest-overdue-line" if is_over else "digest-due-line",
            urgent="yes" if item.urgent else "no",
            number=item.number,
            what=one_line(what(item, municipality, texts), _WHAT_ROOM),
            todo=texts.plain(f"digest-todo-{item.stage.value}"),
            who=_who(item, municipality, texts, stand_ins),
            moment=moment(item.due_at, now, tz) if is_over else until(item.due_at, now, tz, texts),
        )


def _who(item: DueItem, municipality: Municipality, texts: Texts, stand_ins: StandIns) -> Html | str:
    """Whoever has accepted it, or stands in for that person, by a mention; else those whose work it is."""
    if item.executor_id is not None:
        substitute = municipality.find_employee(stand_ins.get(item.executor_id, 0))
        name = item.executor_name or ""
        if substitute is None:
            return mention(item.executor_id, name, texts)
        shown = texts.plain("stands-in", name=short_name(substitute.name), whom=name)
        return mention(substitute.id, shown, texts)
    if item.department is not None:
        return department_name(item.department, municipality)
    return texts.plain("digest-approvers" if item.for_approvers else "work-coordinators")


def _keyboard(items: Sequence[DueItem | Waiting]) -> InlineKeyboardMarkup | None:
    buttons = [
        button(item.number, AppealCallback(action=AppealAction.BELOW, appeal=item.appeal_id))
        for item in items
    ]
    return keyboard(in_rows(buttons, _ACROSS))
