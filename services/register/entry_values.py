"""What a field of an entry becomes: by a button, which names a value, or by words, which are read."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime, time
from typing import Final
from zoneinfo import ZoneInfo

from domain.errors import NotFound
from domain.ids import AppealId
from domain.register.entry import MOST_QUESTIONS, WAYS, Entry, EntryField
from domain.register.entry_errors import ValueNotUnderstood
from domain.register.guessing import answers_there
from domain.register.marks import ApplicantKind
from domain.ways import Way
from domain.words.dates_in_words import Toward, read_day
from services.ports import UnitOfWork

_LONGEST: Final = 150
"""Characters of a value in words: more is a story."""
NONE: Final = frozenset({"-", "–", "—"})
"""What empties a field."""
_HOUR: Final = re.compile(r"\b(\d{1,2}):(\d\d)\b")


async def set_by_button(uow: UnitOfWork, entry: Entry, field: EntryField, value: str) -> None:
    """A value that a button carries; raises `NotFound` for one that no button offers."""
    if field is EntryField.SENDER:
        entry.forwarded_from = await _sender(uow, value)
    elif field is EntryField.CHANNEL:
        _set_channel(uow, entry, value)
    else:
        try:
            _BY_BUTTON[field](entry, value)
        except (KeyError, ValueError):
            raise NotFound from None


async def _sender(uow: UnitOfWork, value: str) -> str:
    if not value:
        return ""
    if not value.isdecimal():
        raise NotFound
    return (await uow.appeals.get(AppealId(int(value)))).forwarded_from or ""


def _set_channel(uow: UnitOfWork, entry: Entry, code: str) -> None:
    channel = uow.municipality.find_channel(code)
    if channel is None:
        raise NotFound
    entry.channel = channel.code
    entry.guess_way(answers_there=answers_there(channel))


def _set_way(entry: Entry, value: str) -> None:
    way = Way(value)
    if way not in WAYS:
        raise ValueError(value)
    entry.way, entry.is_way_chosen = way, True


def _set_kind(entry: Entry, value: str) -> None:
    entry.applicant_kind = ApplicantKind(value)


def _set_questions(entry: Entry, value: str) -> None:
    count = int(value)
    if not 1 <= count <= MOST_QUESTIONS:
        raise ValueError(value)
    entry.questions = count


def _set_collective(entry: Entry, value: str) -> None:
    entry.collective = {"yes": True, "no": False}[value]


def _set_formal(entry: Entry, value: str) -> None:
    entry.formal = {"yes": True, "no": False}[value]


_BY_BUTTON: Final[Mapping[EntryField, Callable[[Entry, str], None]]] = {
    EntryField.WAY: _set_way,
    EntryField.KIND: _set_kind,
    EntryField.QUESTIONS: _set_questions,
    EntryField.COLLECTIVE: _set_collective,
    EntryField.FORMAL: _set_formal,
}


def set_by_words(uow: UnitOfWork, entry: Entry, field: EntryField, words: str, now: datetime) -> None:
    """A value in words, a lone dash for none; raises `ValueNotUnderstood`, and the question stays open."""
    said = " ".join(words.split())
    if not said or len(said) > _LONGEST:
        raise ValueNotUnderstood(field.value)
    value = "" if said in NONE else said
    match field:
        case EntryField.RECEIVED:
            entry.received = _read_moment(value, now, ZoneInfo(uow.municipality.timezone)) if value else None
        case EntryField.CONTACT:
            entry.contact = value
            entry.guess_way(answers_there=answers_there(uow.municipality.find_channel(entry.channel)))
        case EntryField.APPLICANT:
            entry.applicant = value
        case EntryField.ADDRESS:
            entry.address = value
        case EntryField.SENDER:
            entry.forwarded_from = value
        case EntryField.EXTERNAL:
            entry.external_number = value.lstrip("№ ")
        case _:
            raise NotFound


def _read_moment(words: str, now: datetime, tz: ZoneInfo) -> datetime:
    """«вчера 15:00», «27.01», «10:20»: a moment of the past; a day without an hour counts from its beginning."""
    local = now.astimezone(tz)
    hour = _HOUR.search(words)
    rest = _HOUR.sub(" ", words).strip(" ,")
    found = read_day(rest, now=local.replace(tzinfo=None), toward=Toward.PAST) if rest else None
    if (found is None and (rest or not hour)) or (hour and (int(hour[1]) > 23 or int(hour[2]) > 59)):
        raise ValueNotUnderstood(EntryField.RECEIVED.value)
    day = found.day if found else local.date()
    at = datetime.combine(day, time(int(hour[1]), int(hour[2])) if hour else time(0), tzinfo=tz)
    if at > now or at.year < now.year - 1:
        raise ValueNotUnderstood(EntryField.RECEIVED.value)
    return at
