"""What a citizen's message is: a new appeal, a part of one, or something to ask about. Pure; the order is the rule."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from domain.appeal import Appeal
from domain.ids import AppealId, DepartmentCode
from domain.messages import ContentKind, Held, IncomingMessage
from domain.words.text import utf16_len

QUIET_SECONDS = 3
"""Silence after which a message that may have more parts is routed."""
LONGEST_SETTLING_SECONDS = 15
"""However it goes on, it is routed then."""
SPLIT_LENGTH = 4000
"""From this many UTF-16 units on, a client has probably split a longer text."""
ANSWER_REMEMBERED = timedelta(days=30)
"""So long after an answer a message is first asked about, and «не решено» opens the appeal again."""
QUESTION_PATIENCE = timedelta(minutes=15)
"""After this without a press, what was asked about is registered as a new appeal."""


class Verdict(StrEnum):
    """What to do with the message."""

    REFUSE = "refuse"
    REGISTER = "register"
    JOIN = "join"
    ADD = "add"
    HOLD = "hold"
    GREET = "greet"
    REACT = "react"
    TELL = "tell"


@dataclass(frozen=True, slots=True)
class Decision:
    """The verdict, with the appeal it concerns and the reason for holding."""

    verdict: Verdict
    appeal: AppealId | None = None
    held: Held | None = None


@dataclass(frozen=True, slots=True)
class Earlier:
    """Where earlier items of the same album went."""

    appeal: AppealId | None
    held: Held | None


@dataclass(frozen=True, slots=True)
class Pending:
    """A question to the citizen about an earlier message that is still without an answer."""

    held: Held
    about: AppealId | None
    due_at: datetime | None


@dataclass(frozen=True, slots=True)
class Situation:
    """All that the decision rests on; `appeals` are the open and the lately answered ones, newest first.

    `last_words` tells when the citizen last wrote to an appeal; `replied_to` is the appeal of the message
    replied to; `department` the one that a sure rule names for these words.
    """

    message: IncomingMessage
    now: datetime
    appeals: Sequence[Appeal] = ()
    last_words: dict[AppealId, datetime] | None = None
    earlier: Earlier | None = None
    replied_to: Appeal | None = None
    pending: Pending | None = None
    wants_new: bool = False
    consent_missing: bool = False
    barred: bool = False
    is_greeting: bool = False
    is_thanks: bool = False
    asks_how_it_stands: bool = False
    department: DepartmentCode | None = None
    gather_seconds: int = 60
    per_hour: int = 30


def decide(situation: Situation) -> Decision:
    """Decide what the message is (`spec`: the life of an appeal, intake)."""
    if situation.message.kind is ContentKind.UNSUPPORTED:
        return Decision(Verdict.REFUSE)
    if situation.earlier is not None:
        return _with_its_album(situation.earlier)
    if situation.barred or situation.consent_missing:
        return _of_barred(situation) if situation.barred else Decision(Verdict.HOLD, held=Held.CONSENT)
    if situation.wants_new:
        return _as_new(situation)
    if situation.pending is not None and situation.replied_to is None:
        return Decision(Verdict.HOLD, situation.pending.about, situation.pending.held)
    return _as_part(situation) or _as_new(situation)


def _of_barred(situation: Situation) -> Decision:
    """Whoever is blocked may still answer what the staff has asked; all else is kept."""
    asked = (appeal for appeal in situation.appeals if appeal.is_open and appeal.question_waits)
    target = situation.replied_to or next(asked, None)
    if target is not None and target.is_open and target.question_waits:
        return Decision(Verdict.ADD, target.id)
    return Decision(Verdict.HOLD, held=Held.BARRED)


def _with_its_album(earlier: Earlier) -> Decision:
    if earlier.appeal is not None:
        return Decision(Verdict.JOIN, earlier.appeal)
    return Decision(Verdict.HOLD, held=earlier.held) if earlier.held else Decision(Verdict.REACT)


def _as_part(situation: Situation) -> Decision | None:
    target = situation.replied_to or _likely_target(situation.appeals)
    if target is None:
        return None
    if situation.is_thanks:
        return Decision(Verdict.REACT, target.id)
    return _while_open(situation, target) if target.is_open else _after_answer(situation, target)


def _while_open(situation: Situation, target: Appeal) -> Decision:
    if target.question_waits:
        return Decision(Verdict.ADD, target.id)
    if _is_gathering(situation, target):
        return Decision(Verdict.JOIN, target.id)
    if situation.asks_how_it_stands:
        return Decision(Verdict.TELL, target.id)
    if situation.replied_to is None and _differs(situation, target):
        return Decision(Verdict.HOLD, target.id, Held.TOPIC)
    return Decision(Verdict.JOIN if _follows_addition(situation, target) else Verdict.ADD, target.id)


def _likely_target(appeals: Sequence[Appeal]) -> Appeal | None:
    waiting = next((appeal for appeal in appeals if appeal.is_open and appeal.question_waits), None)
    latest_open = next((appeal for appeal in appeals if appeal.is_open), None)
    return waiting or latest_open or next(iter(appeals), None)


def _after_answer(situation: Situation, answered: Appeal) -> Decision | None:
    told_at = answered.kept_at or answered.answered_at
    if told_at is None or situation.now - told_at > ANSWER_REMEMBERED:
        return None
    if situation.is_greeting or situation.message.kind is ContentKind.STICKER:
        return Decision(Verdict.REACT, answered.id)
    if situation.asks_how_it_stands:
        return Decision(Verdict.TELL, answered.id)
    return Decision(Verdict.HOLD, answered.id, Held.AFTER_ANSWER)


def _is_gathering(situation: Situation, target: Appeal) -> bool:
    """The message itself is still being written: that begins with its number and is not prolonged by what joins it.

    What a press has opened again has no words of its own yet: the first are acknowledged.
    """
    return target.id in (situation.last_words or {}) and situation.now <= _gathered_at(situation, target)


def _follows_addition(situation: Situation, target: Appeal) -> bool:
    """An addition in several goes is acknowledged once."""
    last = (situation.last_words or {}).get(target.id)
    if last is None or last <= _gathered_at(situation, target):
        return False
    return situation.now - last <= timedelta(seconds=situation.gather_seconds)


def _gathered_at(situation: Situation, target: Appeal) -> datetime:
    return target.registered_at + timedelta(seconds=situation.gather_seconds)


def _differs(situation: Situation, target: Appeal) -> bool:
    return None not in (situation.department, target.department) and situation.department != target.department


def _as_new(situation: Situation) -> Decision:
    says_nothing = situation.message.kind is ContentKind.STICKER
    if situation.is_greeting or situation.is_thanks or says_nothing:
        return Decision(Verdict.GREET)
    if hour_is_full(situation.appeals, situation.per_hour, situation.now):
        return Decision(Verdict.HOLD, held=Held.LIMIT)
    return Decision(Verdict.REGISTER)


def hour_is_full(appeals: Sequence[Appeal], per_hour: int, now: datetime) -> bool:
    """Whether the citizen has registered as many appeals within the hour as the municipality takes."""
    return sum(appeal.registered_at > now - timedelta(hours=1) for appeal in appeals) >= per_hour


def room_again_at(appeals: Sequence[Appeal], per_hour: int, now: datetime, *, waiting: int = 0) -> datetime:
    """When there is room for one more, `waiting` messages being before it: an hour after what fills the place."""
    recent = sorted(a.registered_at for a in appeals if a.registered_at > now - timedelta(hours=1))
    place = len(recent) - per_hour + waiting
    if not recent or place < 0:
        return now
    rounds, place = divmod(place, len(recent))
    return recent[place] + timedelta(hours=1 + rounds)


def may_have_more(message: IncomingMessage) -> bool:
    """Whether more parts of the same message are likely: an album's item, a forward, a text a client has split."""
    return (
        message.media_group_id is not None
        or message.forwarded_from is not None
        or utf16_len(message.text) >= SPLIT_LENGTH
    )


def settles_at(detected_at: datetime, now: datetime) -> datetime:
    """When a message with more parts is taken as complete."""
    return min(
        now + timedelta(seconds=QUIET_SECONDS), detected_at + timedelta(seconds=LONGEST_SETTLING_SECONDS)
    )
