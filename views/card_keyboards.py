"""Buttons under a card. A button is an offer: whether its press counts, the rules decide."""

from collections.abc import Iterable
from itertools import chain
from typing import Final

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from domain.casefile import Card, CaseFile
from domain.drafts import PromptKind
from domain.municipality import Department
from domain.phones import phones_of
from domain.status import TRANSITIONS, Action, Status
from locales.texts import Texts
from views.buttons import Rows, button, find_asked, in_rows, keyboard, reason_rows
from views.callbacks import AppealAction, AppealCallback, ReasonKind, RouteCallback
from views.measure import one_line
from views.states import is_current

_LIKELY: Final = 6
_MOST: Final = 90
"""Telegram takes a hundred buttons."""
_LABEL_ROOM: Final = 40


def coordinators_keyboard(file: CaseFile, texts: Texts, card: Card) -> InlineKeyboardMarkup | None:
    """Departments while it waits; later only what still makes sense."""
    appeal = file.appeal
    actions = [
        *([AppealAction.TAKE] if _may(file, Action.TAKE) and appeal.read_at is None else []),
        *([AppealAction.URGENT] if _may(file, Action.MARK_URGENT) and not appeal.urgent else []),
        *_phone(file),
    ]
    return keyboard([*_departments(file, texts, card), _actions(file, texts, actions)])


def department_keyboard(file: CaseFile, texts: Texts, card: Card) -> InlineKeyboardMarkup | None:
    """Nothing on a card of an earlier turn."""
    if not is_current(file, card):
        return None
    offered = {
        Status.ASSIGNED: (AppealAction.ACCEPT, AppealAction.RETURN, AppealAction.WRITE),
        Status.IN_PROGRESS: (AppealAction.WRITE, AppealAction.RETURN),
        Status.ON_APPROVAL: (AppealAction.WRITE,),
    }.get(file.appeal.status, ())
    offered = (*offered, *_phone(file))
    asked = find_asked(file, PromptKind.RETURN_REASON, card) if AppealAction.RETURN in offered else None
    return keyboard(
        [*in_rows(_actions(file, texts, offered), 2), *reason_rows(ReasonKind.RETURN, asked, texts)]
    )


def leadership_keyboard(file: CaseFile, texts: Texts) -> InlineKeyboardMarkup | None:
    """`Взять на контроль`, until somebody has."""
    free = file.appeal.controlled_by is None
    return keyboard([_actions(file, texts, [AppealAction.CONTROL] if free else [])])


def _phone(file: CaseFile) -> list[AppealAction]:
    """Closed on the card, opened to the presser alone (guarantee 28)."""
    return [AppealAction.PHONE] if phones_of(file.citizen.phone, file.messages) else []


def _may(file: CaseFile, action: Action) -> bool:
    return file.appeal.status in TRANSITIONS[action].moves


_LABELS: Final = {
    AppealAction.TAKE: "button-take",
    AppealAction.URGENT: "button-urgent",
    AppealAction.CONTROL: "button-control",
    AppealAction.ACCEPT: "button-accept",
    AppealAction.RETURN: "button-return",
    AppealAction.WRITE: "button-write-answer",
    AppealAction.MORE: "button-more",
    AppealAction.PHONE: "button-phone",
}


def _actions(file: CaseFile, texts: Texts, actions: Iterable[AppealAction]) -> list[InlineKeyboardButton]:
    return [
        button(texts.plain(_LABELS[action]), AppealCallback(action=action, appeal=file.appeal.id))
        for action in actions
    ]


def _departments(file: CaseFile, texts: Texts, card: Card) -> Rows:
    """While it waits the likely ones, and all behind `Ещё…`; where it was sent already, `Ещё…` alone."""
    if not _may(file, Action.ROUTE):
        return []
    others = _likeliest_first(file)
    waits = file.appeal.status is Status.REGISTERED
    shown = others[:_MOST] if card.expanded else others[: _LIKELY if waits else 0]
    more = [] if card.expanded or len(shown) == len(others) else [AppealAction.MORE]
    return [
        *in_rows([_department(file, department) for department in shown], 2),
        _actions(file, texts, more),
    ]


def _likeliest_first(file: CaseFile) -> list[Department]:
    named = filter(None, map(file.municipality.find_department, file.candidates))
    every = dict.fromkeys(department.code for department in chain(named, file.municipality.departments))
    found = map(file.municipality.find_department, every)
    return [one for one in found if one is not None and one.code != file.appeal.department]


def _department(file: CaseFile, department: Department) -> InlineKeyboardButton:
    data = RouteCallback(appeal=file.appeal.id, department=department.code, turn=file.appeal.assignments)
    return button(one_line(department.label, _LABEL_ROOM) or department.code, data)
