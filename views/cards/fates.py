"""What really became of an approved answer: sent by the bot, waiting for a person, or given by one (R09, R24)."""

from datetime import datetime
from typing import Final

from domain.appeal import Appeal
from domain.casefile import CaseFile
from domain.outcomes import Delivery
from domain.ways import Way
from locales.texts import Html, Texts
from views.cards.publications import publication_lines, sender_lines
from views.measure import one_line
from views.moments import day_in_figures, moment, zone

_NAME_ROOM: Final = 100
_LINK_ROOM: Final = 200


def fate_lines(file: CaseFile, texts: Texts, now: datetime) -> list[Html]:
    """By whose hand the citizen has it, if by anybody's; else what the messenger says, and who has to see to it now."""
    if file.appeal.reached_at is not None:
        return [
            _reached(file, texts, now),
            *publication_lines(file, texts, now),
            *waiting_lines(file.appeal, texts),
        ]
    return [*_by_bot(file, texts, now), *waiting_lines(file.appeal, texts)]


def waiting_lines(appeal: Appeal, texts: Texts) -> list[Html]:
    """A call, a letter or a meeting that the answer waits for, and how often it was tried in vain."""
    if appeal.task_since is None:
        return []
    missed = [texts("task-missed", count=appeal.attempts)] if appeal.attempts else []
    return [texts(f"state-task-{appeal.way.value}"), *missed]


def _reached(file: CaseFile, texts: Texts, now: datetime) -> Html:
    appeal, tz = file.appeal, zone(file.municipality)
    return texts(
        f"state-reached-{appeal.way.value}",
        name=one_line(appeal.reached_by or "", _NAME_ROOM) or texts.plain("someone"),
        time=moment(appeal.reached_at or now, now, tz),
        outgoing=one_line(appeal.outgoing_number or "", _NAME_ROOM) or "—",
        day=day_in_figures(appeal.outgoing_date) if appeal.outgoing_date else "—",
    )


def _published(file: CaseFile, texts: Texts, now: datetime) -> list[Html]:
    """By the bot under the post; whoever passed the comment on has to hear of it as of any other publication."""
    last = file.publications[-1] if file.publications else None
    at = file.appeal.delivered_at or now
    link = one_line((last and last.link) or file.appeal.link or "—", _LINK_ROOM)
    line = texts("state-answer-published", time=moment(at, now, zone(file.municipality)), link=link)
    return [line, *(sender_lines(file, last, texts, now) if last else [])]


def _by_bot(file: CaseFile, texts: Texts, now: datetime) -> list[Html]:
    at = file.appeal.delivered_at or file.appeal.answered_at
    time = moment(at, now, zone(file.municipality)) if at else "—"
    match file.appeal.delivery:
        case Delivery.BLOCKED:
            return [texts("state-answer-blocked")]
        case Delivery.FAILED:
            return [texts("state-answer-failed")]
        case Delivery.DELIVERED if file.appeal.way is Way.COMMENT:
            return _published(file, texts, now)
        case Delivery.DELIVERED:
            return [texts("state-answer-delivered", time=time)]
        case _:
            return [texts("state-answer-sent", time=time)] if at else []
