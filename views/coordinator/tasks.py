"""A task: this answer has to be given by a person, with all that is needed for it on one card."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from aiogram.types import InlineKeyboardMarkup

from domain.casefile import Card, CaseFile
from domain.drafts import Draft
from domain.ways import Way
from domain.words.masking import given_numbers, mask
from domain.words.personal_numbers import find_numbers
from domain.words.text import split_utf16
from locales.texts import Html, Texts, join_html
from views.buttons import button, in_rows, keyboard
from views.callbacks import AppealAction, AppealCallback
from views.cards.fates import fate_lines
from views.cards.lines import citizen_line, headline
from views.cards.media import albums
from views.cards.quotations import shown_answer
from views.coordinator.sender import place_line
from views.measure import one_line, quote
from views.parts import Edit, Part, Text

_ANSWER_ROOM: Final = 2600
_CONTACT_ROOM: Final = 300
_DONE_BY: Final = {
    Way.CALL: (AppealAction.REACHED, AppealAction.MISSED),
    Way.LETTER: (AppealAction.OUTGOING,),
    Way.IN_PERSON: (AppealAction.REACHED,),
    Way.COMMENT: (AppealAction.REACHED,),
}
_LABELS: Final = {
    (Way.CALL, AppealAction.REACHED): "button-reached",
    (Way.CALL, AppealAction.MISSED): "button-missed",
    (Way.LETTER, AppealAction.OUTGOING): "button-outgoing",
    (Way.IN_PERSON, AppealAction.REACHED): "button-told",
    (Way.COMMENT, AppealAction.REACHED): "button-published",
}


def task_card(
    file: CaseFile,
    texts: Texts,
    *,
    card: Card,  # noqa: ARG001 — all cards are drawn by the same call
    now: datetime,
) -> list[Part]:
    """The files and the beginning of a long answer first, then the card with its buttons."""
    draft = file.draft
    if draft is None:
        return []
    *ahead, _ = _pieces(file, draft, texts)
    number = file.appeal.number
    return [
        *albums(draft.attachments),
        *(Text(join_html("\n", [Html(number), quote(words)]), silent=True) for words in ahead),
        Text(_draw(file, draft, texts, now), _keyboard(file, texts), is_card=True),
    ]


def edit_of_task_card(file: CaseFile, texts: Texts, *, card: Card, now: datetime) -> Edit | None:
    """The same card as it has to look now; None where its answer is not at hand."""
    if file.draft is None:
        return None
    return Edit(card.message_id or 0, _draw(file, file.draft, texts, now), _keyboard(file, texts))


def _pieces(file: CaseFile, draft: Draft, texts: Texts) -> Sequence[str]:
    return split_utf16(shown_answer(file, draft, texts), _ANSWER_ROOM) or ("",)


def _draw(file: CaseFile, draft: Draft, texts: Texts, now: datetime) -> Html:
    return join_html(
        "\n",
        [
            headline(file, texts),
            texts(f"task-way-{file.appeal.way.value}"),
            citizen_line(file, texts),
            *_where_to(file, texts),
            quote(_pieces(file, draft, texts)[-1] or "—"),
            *_state(file, texts, now),
            file.appeal.number,
        ],
    )


def _where_to(file: CaseFile, texts: Texts) -> list[Html]:
    """The address of a letter, the page of a comment; phones stay closed, `Телефон` opens them to who calls."""
    if file.appeal.way is Way.COMMENT:
        return place_line(file, texts)
    known = file.appeal.contact or (file.appeal.address if file.appeal.way is Way.LETTER else None)
    return [texts("task-contact", contact=one_line(mask(known), _CONTACT_ROOM))] if known else []


def _state(file: CaseFile, texts: Texts, now: datetime) -> list[Html]:
    """What still waits says the card's second line; how often it was tried, or what came of it, stands here."""
    if file.appeal.task_since is None:
        return fate_lines(file, texts, now)
    return [texts("task-missed", count=file.appeal.attempts)] if file.appeal.attempts else []


def _keyboard(file: CaseFile, texts: Texts) -> InlineKeyboardMarkup | None:
    appeal = file.appeal
    is_older = file.answer is not None and file.draft is not None and file.answer.id != file.draft.id
    if is_older:
        return None
    if appeal.task_since is None:
        return _evidence_keyboard(file, texts)
    done = [
        button(texts.plain(_LABELS[appeal.way, action]), AppealCallback(action=action, appeal=appeal.id))
        for action in _DONE_BY.get(appeal.way, ())
    ]
    numbers = [*given_numbers(file.citizen.phone, file.messages), *find_numbers(appeal.contact or "")]
    phone = AppealCallback(action=AppealAction.PHONE, appeal=appeal.id)
    return keyboard([[button(texts.plain("button-phone"), phone)] if numbers else [], *in_rows(done, 2)])


def _evidence_keyboard(file: CaseFile, texts: Texts) -> InlineKeyboardMarkup | None:
    """While it is not shown that the answer stands where it was promised to."""
    last = file.publications[-1] if file.publications else None
    if last is None or last.settled_at is not None:
        return None
    show = AppealCallback(action=AppealAction.EVIDENCE, appeal=file.appeal.id)
    without = AppealCallback(action=AppealAction.NO_EVIDENCE, appeal=file.appeal.id)
    return keyboard(
        [[button(texts.plain("button-evidence"), show), button(texts.plain("button-no-evidence"), without)]]
    )
