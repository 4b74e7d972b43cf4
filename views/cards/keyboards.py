"""Buttons under the departments' and the leadership's cards. A button is an offer: whether its press counts, the rules
decide.
"""

from collections.abc import Iterable
from typing import Final

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from domain.appeal import Appeal
from domain.assignments import AssignmentState, is_joint, list_awaited, list_given
from domain.casefile import Card, CaseFile
from domain.drafts import PromptKind
from domain.status import TRANSITIONS, Action, Status
from domain.words.masking import given_numbers
from locales.texts import Texts
from views.buttons import Rows, button, find_asked, in_rows, keyboard, reason_rows
from views.callbacks import (
    AppealAction,
    AppealCallback,
    PartAction,
    PartCallback,
    ReasonKind,
    Second,
    SecondCallback,
)
from views.cards.joint import find_part
from views.cards.states import is_current
from views.cards.terms import list_whys
from views.work.extending import step_rows
from views.work.promising import promise_rows


def department_keyboard(file: CaseFile, texts: Texts, card: Card) -> InlineKeyboardMarkup | None:
    """Nothing on a card of an earlier turn."""
    if not is_current(file, card):
        return None
    if card.assignment_id is not None:
        return _part_keyboard(file, texts, card)
    offered = {
        Status.ASSIGNED: (AppealAction.ACCEPT, AppealAction.RETURN, AppealAction.WRITE),
        Status.IN_PROGRESS: (AppealAction.WRITE, AppealAction.RETURN),
        Status.ON_APPROVAL: (AppealAction.WRITE,),
    }.get(file.appeal.status, ())
    if _by_mail(file, card.department):
        offered = tuple(action for action in offered if action is not AppealAction.ACCEPT)
    offered = (
        *offered,
        *_time(file),
        *list_whys(file, card),
        *_collecting(file),
        *_measures(file),
        *_phone(file),
    )
    asked = find_asked(file, PromptKind.RETURN_REASON, card) if AppealAction.RETURN in offered else None
    return keyboard(
        [
            *in_rows(_actions(file, texts, offered), 2),
            *reason_rows(ReasonKind.RETURN, asked, texts),
            *_about_time(file, texts, card),
            *promise_rows(file, texts),
        ]
    )


def _by_mail(file: CaseFile, code: str | None) -> bool:
    """Where a department works by mail, coordinators write down what it has answered; nobody is there to accept (R30)."""
    department = file.municipality.find_department(code or "")
    return department is not None and file.municipality.works_by_mail(department)


def _time(file: CaseFile) -> list[AppealAction]:
    """Only where the regulation moves terms and this one can still be moved (R07)."""
    may_ask = file.appeal.status in TRANSITIONS[Action.ASK_EXTENSION].moves
    waits = file.appeal.extension_id is not None
    return [AppealAction.NEED_TIME] if file.days_left and may_ask and not waits else []


def _about_time(file: CaseFile, texts: Texts, card: Card) -> Rows:
    if not _time(file):
        return []
    reason = find_asked(file, PromptKind.EXTENSION_REASON, card)
    until = find_asked(file, PromptKind.EXTENSION_TERM, card)
    return [*reason_rows(ReasonKind.EXTEND, reason, texts), *step_rows(until, file.days_left, texts)]


def _collecting(file: CaseFile) -> list[AppealAction]:
    """The lead makes one answer of the parts: when all are there, or an interim one without the late."""
    given = list_given(file.assignments, file.municipality)
    at_work = file.appeal.status in {Status.ASSIGNED, Status.IN_PROGRESS}
    if not given or not at_work or not is_joint(file.assignments):
        return []
    return [AppealAction.WITHOUT_LATE if list_awaited(file.assignments) else AppealAction.COLLECT]


def _measures(file: CaseFile) -> list[AppealAction]:
    """While the report that the regulation demands is not there (R12)."""
    is_awaited = file.measures is not None and file.measures.given_at is None
    return [AppealAction.MEASURES] if is_awaited else []


def _part_keyboard(file: CaseFile, texts: Texts, card: Card) -> InlineKeyboardMarkup | None:
    part = find_part(file, card)
    if part is None:
        return None
    offered = {
        AssignmentState.ASSIGNED: (PartAction.ACCEPT, PartAction.RETURN, PartAction.WRITE),
        AssignmentState.ACCEPTED: (PartAction.WRITE, PartAction.RETURN),
        AssignmentState.GIVEN: (PartAction.WRITE,),
    }.get(part.state, ())
    labels = _PART_LABELS | (_MAILED_PART if _by_mail(file, part.department) else {})
    buttons = [
        button(texts.plain(labels[action]), PartCallback(action=action, assignment=part.id))
        for action in offered
        if labels[action]
    ]
    asked = find_asked(file, PromptKind.RETURN_REASON, card) if PartAction.RETURN in offered else None
    return keyboard(
        [
            *in_rows([*buttons, *_actions(file, texts, [*list_whys(file, card), *_phone(file)])], 2),
            *reason_rows(ReasonKind.RETURN, asked, texts),
        ]
    )


def leadership_keyboard(file: CaseFile, texts: Texts) -> InlineKeyboardMarkup | None:
    """`Взять на контроль`, until somebody has."""
    free = file.appeal.controlled_by is None
    return keyboard([_actions(file, texts, [AppealAction.CONTROL] if free else [])])


def second_keyboard(appeal: Appeal, texts: Texts) -> InlineKeyboardMarkup | None:
    """`Подтвердить`, `Отклонить`, and the hand-over until it is noted (R53)."""
    labels = {Second.CONFIRM: "button-confirm", Second.REJECT: "button-reject"}
    proposal = appeal.no_reply_id or 0
    hand_over = AppealCallback(action=AppealAction.HAND_OVER, appeal=appeal.id)
    return keyboard(
        [
            [
                button(texts.plain(label), SecondCallback(says=says, prompt=proposal))
                for says, label in labels.items()
            ],
            [] if appeal.handed_over_by else [button(texts.plain("button-hand-over"), hand_over)],
        ]
    )


def _phone(file: CaseFile) -> list[AppealAction]:
    """Closed on the card, opened to the presser alone (guarantee 28)."""
    return [AppealAction.PHONE] if given_numbers(file.citizen.phone, file.messages) else []


_LABELS: Final = {
    AppealAction.CONTROL: "button-control",
    AppealAction.ACCEPT: "button-accept",
    AppealAction.RETURN: "button-return",
    AppealAction.WRITE: "button-write-answer",
    AppealAction.PHONE: "button-phone",
    AppealAction.WHY: "button-why",
    AppealAction.WHY_AT_LENGTH: "button-why-at-length",
    AppealAction.COLLECT: "button-collect",
    AppealAction.WITHOUT_LATE: "button-without-late",
    AppealAction.NEED_TIME: "button-need-time",
    AppealAction.MEASURES: "button-measures-report",
}
_MAILED: Final = {AppealAction.WRITE: "button-mail-answer"}
_PART_LABELS: Final = {
    PartAction.ACCEPT: "button-accept",
    PartAction.RETURN: "button-return",
    PartAction.WRITE: "button-write-answer",
}
_MAILED_PART: Final = {PartAction.ACCEPT: "", PartAction.WRITE: "button-mail-answer"}


def _actions(file: CaseFile, texts: Texts, actions: Iterable[AppealAction]) -> list[InlineKeyboardButton]:
    labels = _LABELS | (_MAILED if _by_mail(file, file.appeal.department) else {})
    return [
        button(texts.plain(labels[action]), AppealCallback(action=action, appeal=file.appeal.id))
        for action in actions
    ]
