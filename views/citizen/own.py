"""«Мои сообщения»: where each of the citizen's own messages is now, and the whole of one with its answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from aiogram.types import InlineKeyboardMarkup

from domain.appeal import Appeal
from domain.casefile import CaseFile
from domain.drafts import DraftKind
from domain.ids import AppealId
from domain.messages import CitizenMessage
from domain.municipality import Municipality
from domain.outcomes import Outcome
from domain.status import TRANSITIONS, Action, Status
from locales.texts import Html, Texts, join_html
from views.buttons import button, keyboard
from views.callbacks import OwnCallback
from views.cards.commitments import whole_answer
from views.cards.lines import about
from views.cards.media import count_files
from views.citizen.keyboards import citizen_keyboard
from views.citizen.terms import find_last, last_day
from views.measure import LIMIT, one_line, quote, shorten, visible_len
from views.moments import day_and_month, told_at, zone
from views.parts import Edit, Part, Text

ON_A_PAGE: Final = 5
"""Messages that one page of the list shows."""
_NAME_ROOM: Final = 120
_LABEL_ROOM: Final = 28
_ANSWER_ROOM: Final = 2200
_REASON_ROOM: Final = 300
_LEAST_ROOM: Final = 60
_WAY_ON_ROOM: Final = 300


@dataclass(frozen=True, slots=True)
class OwnPage:
    """A page of a citizen's own messages, newest first; `number` counts from 0, `is_last`: none are older.

    `dues`: until when each of them is answered at last.
    """

    appeals: tuple[Appeal, ...]
    number: int = 0
    is_last: bool = True
    dues: Mapping[AppealId, datetime] = field(default_factory=dict)


def own_list(
    municipality: Municipality, texts: Texts, *, page: OwnPage, now: datetime, message_id: int = 0
) -> list[Part]:
    """Open ones in full, the others in a line each; the pressed message `message_id` turns to this page."""
    if not page.appeals and not page.number:
        return [Text(texts("citizen-my-empty"), citizen_keyboard(texts))]
    entries = [_entry(municipality, texts, appeal, now, page.dues.get(appeal.id)) for appeal in page.appeals]
    html = join_html("\n\n", [texts("citizen-my"), *entries])
    markup = _list_keyboard(municipality, texts, page)
    return [Edit(message_id, html, markup)] if message_id else [Text(html, markup)]


def own_unknown(texts: Texts) -> list[Part]:
    """A number that is not among the own ones."""
    return [Text(texts("citizen-status-unknown"), citizen_keyboard(texts))]


def own_whole(
    file: CaseFile, texts: Texts, *, now: datetime, page: int = 0, message_id: int = 0
) -> list[Part]:
    """Where one message is, what was written and what was answered; files stay where they were sent."""
    due, told = find_last(file.deadlines), _told(file, texts, now)
    above = _entry(file.municipality, texts, file.appeal, now, due, in_full=True, named=False)
    room = LIMIT - _WAY_ON_ROOM - visible_len(join_html("\n\n", [above, *told]))
    html = join_html("\n\n", [above, _written(file, texts, now, room), *told, *_way_on(file.appeal, texts)])
    markup = keyboard([[button(texts.plain("own-button-list"), OwnCallback(page=page))]])
    return [Edit(message_id, html, markup)] if message_id else [Text(html, markup)]


def status_words(municipality: Municipality, texts: Texts, appeal: Appeal) -> Html:
    """Where a message is, for the citizen; an ending without an answer says by which rule."""
    day = day_and_month(appeal.promised_on, texts) if appeal.promised_on else ""
    return texts(f"status-{_state(appeal)}", regulation=municipality.regulation, day=day)


def _state(appeal: Appeal) -> str:
    if appeal.status is Status.CLOSED:
        return f"closed-{(appeal.outcome or Outcome.WITHDRAWN).value}"
    if appeal.is_open and appeal.question_waits:
        return "asked"
    if appeal.status is Status.APPROVED and appeal.task_since is not None:
        return f"task-{appeal.way.value}"
    if appeal.status is Status.ANSWERED and appeal.promised_on is not None:
        return "promised"
    return appeal.status.value


def _entry(
    municipality: Municipality,
    texts: Texts,
    appeal: Appeal,
    now: datetime,
    due: datetime | None,
    *,
    in_full: bool = False,
    named: bool = True,
) -> Html:
    subject = about(municipality, appeal, texts) if named else ""
    if not (in_full or appeal.is_open):
        status = status_words(municipality, texts, appeal)
        return texts("citizen-my-line", number=appeal.number, about=subject, status=status)
    lines = [
        texts("own-headline", number=appeal.number, about=subject)
        if named
        else texts("own-number", number=appeal.number),
        _now(municipality, texts, appeal, now),
        *_with_whom(municipality, texts, appeal),
        *_next(texts, appeal),
        *_until_when(municipality, texts, appeal, due, now),
        *_extended(texts, appeal),
    ]
    return join_html("\n", lines)


def _now(municipality: Municipality, texts: Texts, appeal: Appeal, now: datetime) -> Html:
    status, since = status_words(municipality, texts, appeal), _since(municipality, texts, appeal, now)
    if not since:
        return status
    return texts("own-since" if appeal.is_open else "own-at", status=status, time=since)


def _since(municipality: Municipality, texts: Texts, appeal: Appeal, now: datetime) -> str:
    """Since when it is so; empty where the register does not tell."""
    known = {
        Status.REGISTERED: None if appeal.returns else appeal.registered_at,
        Status.ASSIGNED: appeal.released_at or appeal.assigned_at,
        Status.IN_PROGRESS: appeal.accepted_at,
        Status.ANSWERED: appeal.answered_at,
        Status.CLOSED: appeal.closed_at,
    }
    at = None if appeal.is_open and appeal.question_waits else known.get(appeal.status)
    return told_at(at, now, zone(municipality), texts) if at else ""


def _with_whom(municipality: Municipality, texts: Texts, appeal: Appeal) -> list[Html]:
    department = municipality.find_department(appeal.department) if appeal.department else None
    if department is None or not appeal.is_open:
        return []
    return [texts("own-department", department=one_line(department.name, _NAME_ROOM))]


def _next(texts: Texts, appeal: Appeal) -> list[Html]:
    """What happens next, or what the citizen can do."""
    state = _state(appeal)
    if not appeal.is_open or state.startswith("task-"):
        return []
    return [texts(f"next-{state}", way=appeal.way.value)]


def _until_when(
    municipality: Municipality, texts: Texts, appeal: Appeal, due: datetime | None, now: datetime
) -> list[Html]:
    """By which day the answer comes: of all terms this one alone concerns the citizen; an extension tells its own."""
    day = last_day(municipality, texts, due, now)
    is_told = appeal.extended_until is not None and appeal.committed_until is None
    return [texts("own-until", day=day)] if day and appeal.is_open and not is_told else []


def _extended(texts: Texts, appeal: Appeal) -> list[Html]:
    """Until when, and why (R08)."""
    if appeal.extended_until is None or not appeal.is_open:
        return []
    reason = one_line((appeal.extended_for or "").rstrip(". "), _REASON_ROOM)
    return [texts("own-extended", day=day_and_month(appeal.extended_until, texts), reason=reason)]


def _way_on(appeal: Appeal, texts: Texts) -> list[Html]:
    """What the citizen can do about it now."""
    if appeal.status is Status.ANSWERED:
        return [texts("own-not-solved")]
    can_withdraw = appeal.status in TRANSITIONS[Action.WITHDRAW].moves
    return [texts("own-withdraw")] if can_withdraw else []


def _written(file: CaseFile, texts: Texts, now: datetime, room: int) -> Html:
    words = shorten("\n".join(filter(None, map(_own_words, file.messages))), max(room, _LEAST_ROOM))
    files = count_files(file.messages, texts)
    time = told_at(file.appeal.detected_at, now, zone(file.municipality), texts)
    lines = [
        texts("own-received", time=time),
        *([quote(words)] if words else []),
        *([texts("own-files", files=files)] if files else []),
    ]
    return join_html("\n", lines)


def _own_words(row: CitizenMessage) -> str:
    return "\n".join(filter(None, (row.text, row.detail)))


def _told(file: CaseFile, texts: Texts, now: datetime) -> list[Html]:
    """The newest word of ours: the answer, an interim one or a question, as it was sent."""
    draft = file.answer
    if draft is None or draft.published_at is None:
        return []
    keys = {
        DraftKind.INTERIM: "own-interim",
        DraftKind.CLARIFICATION: "own-question",
        DraftKind.KEPT: "own-kept",
        DraftKind.MOVED: "own-moved",
    }
    time = told_at(draft.published_at, now, zone(file.municipality), texts)
    heading = texts(keys.get(draft.kind, "own-answer"), time=time)
    return [join_html("\n", [heading, quote(shorten(whole_answer(draft, texts), _ANSWER_ROOM))])]


def _list_keyboard(municipality: Municipality, texts: Texts, page: OwnPage) -> InlineKeyboardMarkup | None:
    """A button for each that shows the whole, then the ways to newer and older ones."""
    rows = [
        [
            button(
                texts.plain(
                    "own-button",
                    number=one.number,
                    about=one_line(about(municipality, one, texts), _LABEL_ROOM),
                ),
                OwnCallback(page=page.number, appeal=one.id),
            )
        ]
        for one in page.appeals
    ]
    newer = (
        [button(texts.plain("own-button-newer"), OwnCallback(page=page.number - 1))] if page.number else []
    )
    older = (
        [] if page.is_last else [button(texts.plain("own-button-older"), OwnCallback(page=page.number + 1))]
    )
    return keyboard([*rows, [*newer, *older]])
