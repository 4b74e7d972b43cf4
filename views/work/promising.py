"""Promises as the staff see them: the day found in a draft, what is owed to the citizen, and the buttons of both."""

from datetime import date

from aiogram.types import InlineKeyboardButton

from domain.appeal import Appeal
from domain.casefile import CaseFile
from domain.drafts import Draft, DraftState
from domain.regulation.terms import Stage
from domain.status import TRANSITIONS, Action
from locales.texts import Html, Texts
from views.buttons import Rows, button
from views.moments import day_in_figures, zone
from views.work.callbacks import (
    DayAction,
    PromiseAction,
    PromiseCallback,
    PromisedDayCallback,
    PromiseWords,
    PromiseWordsCallback,
)


def found_day(draft: Draft, texts: Texts) -> list[Html]:
    """Under a preview: by which day the citizen is promised something, or why that is not clear."""
    if draft.assignment_id is not None or draft.committed_until is not None:
        return []
    if draft.promise_id is not None:
        return [texts("preview-new-day", day=_day(draft.promised_on))] if draft.promised_on else []
    if draft.promised_on is not None:
        return [texts("preview-promise", day=_day(draft.promised_on)), *_rolled(draft, texts)]
    return [texts("preview-promise-flaw", flaw=draft.promise_flaw.value)] if draft.promise_flaw else []


def promised_facts(draft: Draft, texts: Texts) -> list[Html]:
    """On the approver's card."""
    if not draft.can_promise() or draft.committed_until is not None:
        return []
    if draft.promised_on is not None:
        return [texts("approval-promise", day=_day(draft.promised_on)), *_rolled(draft, texts)]
    return [texts("approval-promise-flaw", flaw=draft.promise_flaw.value)] if draft.promise_flaw else []


def _rolled(draft: Draft, texts: Texts) -> list[Html]:
    """A promise for a day off is controlled on a working day (A12)."""
    if draft.controlled_on in {None, draft.promised_on}:
        return []
    return [texts("promise-rolled", day=_day(draft.controlled_on))]


def day_row(draft: Draft, texts: Texts) -> list[InlineKeyboardButton]:
    """Another day, or none: while anybody can still say so."""
    is_answer = draft.assignment_id is None and draft.committed_until is None
    is_open = draft.state in {DraftState.PREVIEW, DraftState.SUBMITTED} and is_answer
    is_said = draft.promised_on is not None or draft.promise_flaw is not None
    may_be = draft.state is DraftState.PREVIEW or draft.can_promise()
    if not (is_open and is_said and may_be):
        return []
    actions = [DayAction.CHANGE, *([DayAction.NONE] if draft.promise_id is None else [])]
    labels = {DayAction.CHANGE: "button-other-day", DayAction.NONE: "button-no-promise"}
    return [
        button(texts.plain(labels[action]), PromisedDayCallback(action=action, draft=draft.id))
        for action in actions
    ]


def words_row(draft: Draft, texts: Texts) -> list[InlineKeyboardButton]:
    """What words about a promise say: that it is kept, or, where a day is named, by which day it will be."""
    kept = PromiseWordsCallback(words=PromiseWords.KEPT, draft=draft.id)
    moved = PromiseWordsCallback(words=PromiseWords.MOVED, draft=draft.id)
    day = _day(draft.promised_on)
    offered = [
        button(texts.plain("button-promise-kept"), kept),
        button(
            texts.plain("promise-moved-to", day=day) if day else texts.plain("button-promise-moved"),
            moved,
        ),
    ]
    return offered[::-1] if day else offered


def promise_lines(file: CaseFile, texts: Texts) -> list[Html]:
    """On a card: by which day what was promised, and whether its proof is on approval."""
    appeal = file.appeal
    if appeal.promised_on is None:
        return []
    lines = [texts("state-promised", day=_day(appeal.promised_on), moves=appeal.promise_moves)]
    if appeal.promise_reported_at is not None:
        return [*lines, texts("state-promise-reported")]
    due = next((one.due_at for one in file.deadlines if one.stage is Stage.PROMISE), None)
    control = due.astimezone(zone(file.municipality)).date() if due else None
    return (
        lines
        if control in {None, appeal.promised_on}
        else [*lines, texts("promise-rolled", day=_day(control))]
    )


def promise_rows(file: CaseFile, texts: Texts) -> Rows:
    """`Обещание выполнено`, `Перенести срок`: on the card of whoever owes it, once the answer is given."""
    if not _is_owed(file.appeal, Action.WRITE_PROMISE):
        return []
    return [
        [_act(file, texts, PromiseAction.KEPT, "button-promise-kept")],
        [_act(file, texts, PromiseAction.MOVED, "button-promise-moved")],
    ]


def coordinators_promise_rows(file: CaseFile, texts: Texts) -> Rows:
    """`Снять обещание`; what no department has promised, the coordinators keep themselves."""
    drop = [[_act(file, texts, PromiseAction.DROP, "button-promise-drop")]]
    owed = promise_rows(file, texts) if file.appeal.promised_by is None else []
    return [*owed, *drop] if _is_owed(file.appeal, Action.DROP_PROMISE) else []


def _is_owed(appeal: Appeal, action: Action) -> bool:
    return appeal.promise_id is not None and appeal.status in TRANSITIONS[action].moves


def _act(file: CaseFile, texts: Texts, action: PromiseAction, label: str) -> InlineKeyboardButton:
    return button(texts.plain(label), PromiseCallback(action=action, appeal=file.appeal.id))


def _day(day: date | None) -> str:
    return day_in_figures(day) if day else ""
