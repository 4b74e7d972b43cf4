"""What is pinned on top of the staff's chats. No moment of it is relative to today: it may stand for days unchanged."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final, Protocol

from domain.instructions import Due
from domain.municipality import Municipality
from domain.pinned import ControlLine, QueueNow, WorkLine
from domain.words.masking import mask
from locales.texts import Html, Texts, join_html
from views.measure import one_line
from views.moments import day_in_figures, zone
from views.work.leadership import due_in_words

_TOPIC_ROOM: Final = 60
_ADDRESS_ROOM: Final = 60
_NAME_ROOM: Final = 40


def queue(municipality: Municipality, texts: Texts, now: QueueNow) -> Html:
    """How many wait for the coordinators, and since when the first of them."""
    if now.since is None:
        return texts("pinned-queue-empty")
    since = _moment(now.since, municipality)
    line = texts("pinned-queue", count=now.count, since=since)
    return join_html("\n", [line, texts("pinned-queue-urgent", count=now.urgent)]) if now.urgent else line


def work(municipality: Municipality, texts: Texts, lines: Sequence[WorkLine]) -> Html:
    """What a department has in hand: number, topic, address, who has it or until when it can go back."""
    if not lines:
        return texts("pinned-work-empty")
    listed = [
        texts(
            "pinned-work-line",
            urgent=_urgent(line),
            number=line.number,
            what=what(line, municipality, texts),
            who=_who(line, municipality, texts),
        )
        for line in lines
    ]
    return _list(texts("pinned-work", count=lines[0].every), listed, lines[0].every, texts)


def control(municipality: Municipality, texts: Texts, lines: Sequence[ControlLine]) -> Html:
    """What leaders watch: by whom, where it is, and the instruction that is due first."""
    if not lines:
        return texts("pinned-control-empty")
    listed = [_controlled(line, municipality, texts) for line in lines]
    return _list(texts("pinned-control", count=lines[0].every), listed, lines[0].every, texts)


def moved(texts: Texts) -> Html:
    """Another chat is the one by now."""
    return texts("pinned-moved")


def _list(head: Html, lines: Sequence[Html], every: int, texts: Texts) -> Html:
    more = [texts("pinned-more", count=every - len(lines))] if every > len(lines) else []
    return join_html("\n", [head, *lines, *more])


def _controlled(line: ControlLine, municipality: Municipality, texts: Texts) -> Html:
    about, name = what(line, municipality, texts), one_line(line.controlled_by or "", _NAME_ROOM)
    said = [
        texts(
            "pinned-control-line",
            urgent=_urgent(line),
            number=line.number,
            what=about,
            status=texts.plain("pinned-status", status=line.status),
        )
    ]
    if name:
        said.append(texts("pinned-control-by", name=name))
    if line.due_at is not None:
        due = due_in_words(Due(line.due_at, bool(line.due_has_hour)), zone(municipality))
        name = one_line(line.given_by or "", _NAME_ROOM)
        said.append(texts("pinned-control-instruction", name=name, due=due))
    return join_html(" · ", said)


def _urgent(line: WorkLine | ControlLine) -> str:
    return "yes" if line.urgent else "no"


class Subject(Protocol):
    """A line of a list that is about one appeal."""

    @property
    def topic(self) -> str | None: ...

    @property
    def address(self) -> str | None: ...

    @property
    def gist(self) -> str: ...

    @property
    def caution(self) -> str | None: ...


def what(line: Subject, municipality: Municipality, texts: Texts) -> str:
    """Topic and address in one line; the gist where no topic is known, but no words that somebody has to be spared."""
    topic = municipality.find_topic(line.topic)
    said = topic.name if topic else "" if line.caution else mask(line.gist)
    named = one_line(said, _TOPIC_ROOM) or texts.plain("card-no-topic")
    address = one_line(mask(line.address or ""), _ADDRESS_ROOM)
    return f"{named} · {address}" if address and address not in named else named


def _who(line: WorkLine, municipality: Municipality, texts: Texts) -> str:
    name = one_line(line.executor_name or "", _NAME_ROOM)
    if line.promised_on is not None:
        return texts.plain("pinned-promised", day=day_in_figures(line.promised_on))
    if line.status in {"on_approval", "approved"}:
        return texts.plain("pinned-on-approval" if line.status == "on_approval" else "pinned-approved")
    if line.state == "given":
        return texts.plain("pinned-part-given")
    if name:
        return name
    if line.return_by is not None:
        return texts.plain("pinned-return", until=_moment(line.return_by, municipality))
    return texts.plain("pinned-not-accepted")


def _moment(at: datetime, municipality: Municipality) -> str:
    return at.astimezone(zone(municipality)).strftime("%d.%m %H:%M")
