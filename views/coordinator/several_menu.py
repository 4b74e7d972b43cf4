"""«Несколько» on the coordinators' card: departments to tick, what each is to do, and the sending (R47)."""

from typing import Final

from aiogram.types import InlineKeyboardButton

from domain.casefile import Card, CaseFile
from domain.municipality import Department
from locales.texts import Texts
from views.buttons import Rows, button, in_rows
from views.callbacks import SeveralAction, SeveralCallback
from views.measure import one_line

_MOST: Final = 80
_LABEL_ROOM: Final = 40


def begin_several(file: CaseFile) -> SeveralCallback:
    """What the press on `Несколько` carries."""
    return SeveralCallback(action=SeveralAction.BEGIN, appeal=file.appeal.id)


def several_menu(file: CaseFile, texts: Texts, card: Card) -> Rows:
    """The first one ticked leads."""
    chosen = [one.department for one in card.chosen or ()]
    every: dict[str, Department] = {one.code: one for one in file.municipality.departments}
    in_order = dict.fromkeys(filter(every.__contains__, (*chosen, *file.candidates, *every)))
    ticks = [_tick(file, texts, every[code], chosen) for code in list(in_order)[:_MOST]]
    number = str(len(chosen))
    send = SeveralCallback(action=SeveralAction.SEND, appeal=file.appeal.id, count=len(chosen))
    tasks = SeveralCallback(action=SeveralAction.TASKS, appeal=file.appeal.id)
    return [
        *in_rows(ticks, 2),
        [
            button(texts.plain("button-tasks"), tasks),
            *([button(texts.plain("several-send", count=number), send)] if chosen else []),
        ],
    ]


def _tick(file: CaseFile, texts: Texts, department: Department, chosen: list[str]) -> InlineKeyboardButton:
    label = one_line(department.label, _LABEL_ROOM) or department.code
    if chosen[:1] == [department.code]:
        label = texts.plain("several-ticked-lead", department=label)
    elif department.code in chosen:
        label = texts.plain("ticked", label=label)
    data = SeveralCallback(
        action=SeveralAction.TICK, appeal=file.appeal.id, department=department.code, count=len(chosen)
    )
    return button(label, data)
