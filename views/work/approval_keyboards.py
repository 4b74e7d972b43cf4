"""Buttons on the way from a draft to the answer: preview, approval, an approver's own words."""

from collections.abc import Iterable, Sequence
from typing import Final

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from domain.casefile import Card, CaseFile
from domain.drafts import Draft, DraftState, LooseFile, Prompt, PromptKind
from domain.status import TRANSITIONS, Action
from locales.texts import Texts
from views.buttons import button, cancel_button, find_asked, in_rows, keyboard, reason_rows
from views.callbacks import (
    AppealAction,
    AppealCallback,
    Choice,
    DraftAction,
    DraftCallback,
    OutcomeCallback,
    ProofCallback,
    ReasonKind,
    WordsAction,
    WordsCallback,
)
from views.cards.terms import list_whys
from views.work.promising import day_row, words_row

_DRAFT_LABELS: Final = {
    DraftAction.APPROVE: "button-approve",
    DraftAction.REVISE: "button-revise",
    DraftAction.UNDO: "button-undo",
    DraftAction.NEXT: "button-next",
}


def approval_keyboard(
    file: CaseFile, texts: Texts, draft: Draft, card: Card | None
) -> InlineKeyboardMarkup | None:
    """`Согласовать`, `На доработку`; `Отменить отправку` while the undo time runs; nothing on what is history.

    `Следующий` where another draft waits and this is the one that the approver looks at; `Почему такой срок` where the
    regulation sets one for the approval.
    """
    others = _draft_buttons(draft, texts, [DraftAction.NEXT]) if file.offers_next else []
    appeal = file.appeal
    if draft.state is DraftState.APPROVED and appeal.status in TRANSITIONS[appeal.own(Action.UNDO)].moves:
        return keyboard([_draft_buttons(draft, texts, [DraftAction.UNDO]), others])
    may_approve = appeal.status in TRANSITIONS[appeal.own(Action.APPROVE)].moves
    if draft.state is not DraftState.SUBMITTED or not may_approve:
        return keyboard([others])
    asked = find_asked(file, PromptKind.REVISION_REASON, card, draft)
    offered = _draft_buttons(draft, texts, [DraftAction.APPROVE, DraftAction.REVISE])
    day = day_row(draft, texts)
    below = in_rows([*others, *_whys(file, texts, card)], 2)
    return keyboard([offered, *reason_rows(ReasonKind.REVISE, asked, texts), day, *below])


def _whys(file: CaseFile, texts: Texts, card: Card | None) -> list[InlineKeyboardButton]:
    """As on the cards of those who wrote it (R44)."""
    labels = {AppealAction.WHY: "button-why", AppealAction.WHY_AT_LENGTH: "button-why-at-length"}
    return [
        button(texts.plain(labels[action]), AppealCallback(action=action, appeal=file.appeal.id))
        for action in (list_whys(file, card) if card else [])
    ]


def preview_keyboard(
    draft: Draft,
    texts: Texts,
    guess: Choice,
    *,
    is_part: bool = False,
    is_complete: bool = True,
    bodies: Sequence[list[InlineKeyboardButton]] = (),
) -> InlineKeyboardMarkup | None:
    """The outcomes are the sending buttons, the guess first; without words there is nothing to send.

    `is_part`: the words can be one department's part; before the others have given theirs (`is_complete`), only what
    is no final answer can be sent. `bodies`: to which the citizen may be sent, by a press.
    """
    if draft.promise_id is not None:
        talk = _talk(draft, texts)
        return keyboard([*([one] for one in words_row(draft, texts)), day_row(draft, texts), [talk]])
    choices = [] if draft.assignment_id is not None else _choices(guess, is_complete=is_complete)
    choices = choices if draft.text.strip() else []
    give = button(texts.plain("button-give-part"), DraftCallback(action=DraftAction.GIVE, draft=draft.id))
    outcomes = [
        button(texts.plain(f"button-{choice.value}"), OutcomeCallback(draft=draft.id, choice=choice))
        for choice in choices
    ]
    first = [give] if is_part and draft.text.strip() else []
    return keyboard([first, *bodies, *in_rows(outcomes, 2), day_row(draft, texts), [_talk(draft, texts)]])


def _talk(draft: Draft, texts: Texts) -> InlineKeyboardButton:
    return button(texts.plain("button-just-talk"), DraftCallback(action=DraftAction.DROP, draft=draft.id))


def _choices(guess: Choice, *, is_complete: bool) -> list[Choice]:
    every = sorted(Choice, key=lambda choice: choice is not guess)
    return [choice for choice in every if is_complete or choice.outcome is None]


def remark_keyboard(prompt: Prompt, texts: Texts, likelier: WordsAction) -> InlineKeyboardMarkup | None:
    """A remark or the text, the likelier first."""
    labels = {
        WordsAction.REMARK: texts.plain("button-remark"),
        WordsAction.TEXT: texts.plain("button-replace-text"),
    }
    offered = [
        button(labels[action], WordsCallback(prompt=prompt.id, action=action))
        for action in sorted(labels, key=lambda action: action is not likelier)
    ]
    return keyboard([offered, [cancel_button(prompt, texts)]])


def proof_keyboard(draft: Draft, texts: Texts, files: Sequence[LooseFile]) -> InlineKeyboardMarkup | None:
    """The pictures that the button counts are those that a press attaches."""
    label = texts.plain("proof-attach", count=len(files))
    return keyboard([[button(label, ProofCallback(draft=draft.id, last=files[-1].id))]])


def words_keyboard(prompt: Prompt, texts: Texts) -> InlineKeyboardMarkup | None:
    """What the bot did not take for an answer; a return only where the words say one."""
    back = button(texts.plain("button-return-so"), WordsCallback(prompt=prompt.id, action=WordsAction.RETURN))
    answer = button(
        texts.plain("button-is-answer"), WordsCallback(prompt=prompt.id, action=WordsAction.ANSWER)
    )
    return keyboard([[back] if prompt.kind is PromptKind.NOT_OURS else [], [answer]])


def _draft_buttons(draft: Draft, texts: Texts, actions: Iterable[DraftAction]) -> list[InlineKeyboardButton]:
    return [
        button(texts.plain(_DRAFT_LABELS[action]), DraftCallback(action=action, draft=draft.id))
        for action in actions
    ]
