"""Who stands in for whom, and who is on duty: a holiday of one person never silences a queue (A19)."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from domain.errors import DomainError, Forbidden, NobodyNamed, StintNotUnderstood
from domain.ids import ChatId, StintId, UserId
from domain.municipality import Employee, Municipality, Role
from domain.people import Actor, Hat
from domain.words.dates_in_words import read_day

PATIENCE: Final = timedelta(minutes=30)
"""Working time that the queue waits for a coordinator before others are told (A2)."""
_FAR: Final = timedelta(days=300)
"""A day without a year that lies farther ahead has passed two months ago at most: it may be meant so, or be a slip."""
_YEAR: Final = re.compile(r"\d{4}")
_NOT_LENT: Final = frozenset({Role.ADMIN})
"""Who stands in for an administrator does the work, and does not change the settings."""


@dataclass(frozen=True, slots=True)
class Stint:
    """Somebody acts for somebody else (`replaced_id`), or in a role (`role`), from one moment to another."""

    id: StintId
    user_id: UserId
    replaced_id: UserId | None
    role: Role | None
    since: datetime
    until: datetime
    set_by: str

    def covers(self, at: datetime) -> bool:
        """Whether it counts at this moment."""
        return self.since <= at < self.until


def with_stints(actor: Actor, municipality: Municipality, stints: Iterable[Stint]) -> Actor:
    """The actor with the rights of those whom he or she stands in for, as long as the staff still has them.

    A role that is lent holds for the departments of who lends it, and the own roles for the own departments alone.
    """
    replaced_people = list[Employee]()
    for stint in stints:
        if stint.role is not None:
            actor = actor.with_hat(Hat(frozenset({stint.role})))
        replaced = municipality.find_employee(stint.replaced_id) if stint.replaced_id else None
        if replaced is not None:
            actor = actor.with_hat(Hat(replaced.roles - _NOT_LENT, replaced.departments))
            replaced_people.append(replaced)
    return replace(
        actor,
        in_place_of=tuple(one.name for one in replaced_people),
        stands_for=frozenset(one.id for one in replaced_people),
    )


class StintFarAway(DomainError):
    """The day named has just passed and comes again next year: rights are not lent for a year by a slip."""

    code = "error-stint-far-away"

    def __init__(self, day: date) -> None:
        super().__init__(day)
        self.day = day

    @property
    def facts(self) -> Mapping[str, object]:
        """The day as it would be with its year."""
        return {"day": f"{self.day:%d.%m.%Y}"}


class StandsInForHimself(DomainError):
    """A substitute is another person."""

    code = "error-stands-in-for-himself"


class LendsToHimself(DomainError):
    """A coordinator takes no rights by the own word: another one, or an administrator, gives them."""

    code = "error-lends-to-himself"


def ensure_may_end(actor: Actor, chat: int, municipality: Municipality) -> None:
    """Administrators in private, coordinators in their chat too."""
    is_home = chat in (actor.user_id, municipality.chats.coordinators)
    if not is_home or not actor.roles & {Role.ADMIN, Role.COORDINATOR}:
        raise Forbidden


def ensure_may_set(actor: Actor, chat: int, municipality: Municipality, who: UserId) -> None:
    """The same; nobody but an administrator lends rights to himself."""
    ensure_may_end(actor, chat, municipality)
    if who == actor.user_id and Role.ADMIN not in actor.roles:
        raise LendsToHimself


def ensure_may_take_over(actor: Actor, chat: int, municipality: Municipality) -> None:
    """Whoever was told that the queue waits: approvers and administrators."""
    is_home = chat in (actor.user_id, municipality.chats.approvals)
    if not is_home or not actor.roles & {Role.APPROVER, Role.ADMIN}:
        raise Forbidden


@dataclass(frozen=True, slots=True)
class Order:
    """What was said: who, for whom (None: on duty in the own role), from when to when."""

    who: Employee
    whom: Employee | None
    since: datetime
    until: datetime


_GIVEN: Final = r"(?:\s+(?-i:[А-ЯЁA-Z])(?:\.|[\w-]+\b)|(?-i:[А-ЯЁA-Z])\.){0,2}"
_SENTENCE: Final = re.compile(
    rf"^\s*(?:дежурит\s+)?(?P<who>[\w-]+){_GIVEN}"
    rf"(?:\s+(?:за|вместо|замещает|заменяет|подменяет)\s+(?P<whom>[\w-]+){_GIVEN})?"
    r"\s*,?\s*(?P<when>(?:(?:с|со|до|по|на|в|во|сегодня|завтра|послезавтра)\b|\d).*|)$",
    re.IGNORECASE,
)
"""Given names and initials may stand after the family names; any other word is asked about, never passed over."""
_SPAN: Final = re.compile(r"^\s*с\s+(?P<since>.+?)\s+(?:по|до)\s+(?P<until>.+)$", re.IGNORECASE)


def read_order(words: str, *, staff: Sequence[Employee], now: datetime, tz: ZoneInfo) -> Order:
    """«Иванова за Петрова до 30.11», «Иванова с 24.11 по 28.11».

    Raises `NobodyNamed` where a name is nobody's or several people's, `StintNotUnderstood` where no day is named.
    """
    said = _SENTENCE.match(words)
    if said is None:
        _find(staff, _first_word(words))
        raise StintNotUnderstood
    who = _find(staff, said["who"])
    whom = _find(staff, said["whom"]) if said["whom"] else None
    if whom is not None and whom.id == who.id:
        raise StandsInForHimself
    since, until = _read_span(said["when"], now.astimezone(tz), tz)
    return Order(who, whom, since, until)


def _first_word(words: str) -> str:
    found = re.search(r"[\w-]+", words)
    return (found[0] if found else words.strip())[:40]


def _read_span(words: str, now: datetime, tz: ZoneInfo) -> tuple[datetime, datetime]:
    span = _SPAN.match(words)
    first = read_day(span["since"], now=now) if span else None
    last = read_day(span["until"] if span else words, now=now)
    if last is None or (span and first is None):
        raise StintNotUnderstood
    since = datetime.combine(first.day, first.hour or time(), tz) if first else now
    end = datetime.combine(last.day, time(), tz) + timedelta(days=1)
    until = datetime.combine(last.day, last.hour, tz) if last.hour else end
    if until <= max(since, now):
        raise StintNotUnderstood
    if until - now > _FAR and not _YEAR.search(words):
        raise StintFarAway(last.day)
    return since, until


def _find(staff: Sequence[Employee], word: str) -> Employee:
    found = [one for one in staff if _is_called(one, word)]
    exact = [one for one in found if _family(one) == _folded(word)]
    if len(exact or found) != 1:
        raise NobodyNamed(word)
    return (exact or found)[0]


def _is_called(employee: Employee, word: str) -> bool:
    """Whether a family name in some case may be this one: «за Петрова» names Петров, «за Петрову» Петрова."""
    stem = re.sub(r"(?:ий|ый|ой|ая|яя|[аяйь])$", "", _family(employee))
    return re.fullmatch(rf"{re.escape(stem)}\w{{0,3}}", _folded(word)) is not None


def _family(employee: Employee) -> str:
    return _folded(employee.name.split()[0])


def _folded(word: str) -> str:
    return word.lower().replace("ё", "е")


def end_of_day(now: datetime, tz: ZoneInfo) -> datetime:
    """The next midnight on the municipality's clocks."""
    return datetime.combine(now.astimezone(tz).date(), time(), tz) + timedelta(days=1)


def callers(municipality: Municipality) -> list[ChatId]:
    """Who is told that the queue waits: the approvers' chat, and each administrator in private."""
    admins = [ChatId(one.id) for one in municipality.list_employees(Role.ADMIN)]
    return [municipality.chats.approvals, *admins]
