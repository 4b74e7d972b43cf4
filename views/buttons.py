"""What every inline keyboard is made of: buttons, rows, ready reasons."""

from collections.abc import Iterable, Sequence
from math import ceil

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from domain.casefile import Card, CaseFile
from domain.drafts import Draft, Prompt, PromptKind
from locales.texts import Texts
from views.callbacks import PromptCancel, ReasonCallback, ReasonKind
from views.work.ready_reasons import list_reasons

Rows = list[list[InlineKeyboardButton]]


def button(label: str, data: CallbackData) -> InlineKeyboardButton:
    """One inline button."""
    return InlineKeyboardButton(text=label, callback_data=data.pack())


def in_rows(buttons: Sequence[InlineKeyboardButton], width: int) -> Rows:
    """The buttons in rows of this many."""
    return [list(buttons[at : at + width]) for at in range(0, len(buttons), width)]


def in_even_rows(buttons: Sequence[InlineKeyboardButton], width: int) -> Rows:
    """As few rows as this width allows, and none that a single button is left to."""
    return in_rows(buttons, ceil(len(buttons) / ceil(len(buttons) / width))) if buttons else []


def keyboard(rows: Iterable[list[InlineKeyboardButton]]) -> InlineKeyboardMarkup | None:
    """The rows that hold anything; None where there are none."""
    full = [row for row in rows if row]
    return InlineKeyboardMarkup(inline_keyboard=full) if full else None


def find_asked(
    file: CaseFile, kind: PromptKind, card: Card | None, draft: Draft | None = None
) -> Prompt | None:
    """The newest question for reasons that is still open in this chat, about this version."""
    asked = [
        prompt
        for prompt in file.prompts
        if prompt.kind is kind
        and prompt.closed_at is None
        and (card is None or (prompt.chat_id, prompt.assignment_id) == (card.chat_id, card.assignment_id))
        and (draft is None or prompt.draft_id == draft.id)
    ]
    return max(asked, key=lambda prompt: prompt.created_at, default=None)


def reason_rows(kind: ReasonKind, prompt: Prompt | None, texts: Texts) -> Rows:
    """Ready reasons under the question for one, each in a row of its own, and the way out of it."""
    if prompt is None:
        return []
    ready = [
        button(reason, ReasonCallback(kind=kind, prompt=prompt.id, index=index))
        for index, reason in enumerate(list_reasons(kind, texts))
    ]
    return [*in_rows(ready, 1), [cancel_button(prompt, texts)]]


def cancel_button(prompt: Prompt, texts: Texts, label: str = "button-cancel") -> InlineKeyboardButton:
    """`Отмена`, or whatever else says that the words are not meant."""
    return button(texts.plain(label), PromptCancel(prompt=prompt.id))
