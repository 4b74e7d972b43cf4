"""Cards: what is seen first stands first, the number last, and nothing ever exceeds what Telegram takes."""

from collections.abc import Sequence
from datetime import datetime

from aiogram.types import InlineKeyboardMarkup

from domain.casefile import Card, CaseFile
from domain.messages import CitizenMessage
from domain.notices import CardKind
from domain.words.text import split_utf16
from locales.texts import Html, Texts, join_html
from views.cards.joint import joint_lines
from views.cards.keyboards import department_keyboard, leadership_keyboard
from views.cards.lines import (
    citizen_line,
    duty_lines,
    file_lines,
    gist_lines,
    headline,
    mark_lines,
    note_lines,
    says_it_all,
)
from views.cards.media import albums, attachments, points
from views.cards.quotations import citizens_quote, former_answer, list_edits, quotations
from views.cards.states import is_current, is_gone, state_lines, where_it_went
from views.cards.terms import with_term
from views.coordinator.keyboard import coordinators_keyboard, queue_keyboard
from views.mailing.lines import mail_lines
from views.measure import LIMIT, visible_len
from views.parts import Edit, Part, Text
from views.work.leadership import instruction_lines, mayor_lines

_CONTINUATION = LIMIT - 100


def coordinators_card(file: CaseFile, texts: Texts, *, card: Card, now: datetime) -> list[Part]:
    """Every appeal; with its files only while it waits here. Silent where a rule has sent it on already."""
    media = _media(file) if file.appeal.department is None else []
    silent = file.appeal.department is not None and not file.appeal.urgent
    return _put_up(file, texts, card, now, media, silent=silent)


def department_card(file: CaseFile, texts: Texts, *, card: Card, now: datetime) -> list[Part]:
    """The work of a department, with the files where it is its turn."""
    return _put_up(file, texts, card, now, _media(file) if is_current(file, card) else [])


def leadership_card(file: CaseFile, texts: Texts, *, card: Card, now: datetime) -> list[Part]:
    """What is urgent, without the files."""
    return _put_up(file, texts, card, now, [])


def queue_card(file: CaseFile, texts: Texts, *, card: Card, now: datetime) -> list[Part]:
    """One of those that wait; its files stand under its own card."""
    return _put_up(file, texts, card, now, [], silent=True)[:1]


def view(file: CaseFile, texts: Texts, *, card: Card, now: datetime) -> list[Part]:
    """For whoever has to know and nothing to press; with the pictures of an answer that a person has published (R26)."""
    shown = file.publications[-1].attachments if file.publications else ()
    return _put_up(file, texts, card, now, albums(shown), silent=True)


def edit_of_card(file: CaseFile, texts: Texts, *, card: Card, now: datetime) -> Edit:
    """The same card as it has to look now; `card.message_id` is known."""
    html, _ = _draw(file, texts, card, now)
    return Edit(card.message_id or 0, html, _keyboard(file, texts, card))


def late_files(rows: Sequence[CitizenMessage], *, file: CaseFile, reply_to: int | None) -> list[Part]:
    """Files and places that came after the card, under it; where no card stands, under the number."""
    media = [*albums(attachments(rows), reply_to), *points(rows, reply_to)]
    number = [Text(file.appeal.number, silent=True)] if media and reply_to is None else []
    return [*number, *media]


def _put_up(
    file: CaseFile, texts: Texts, card: Card, now: datetime, media: list[Part], *, silent: bool = False
) -> list[Part]:
    html, rest = _draw(file, texts, card, now)
    parts = [part for words in rest for part in split_utf16(words, _CONTINUATION)]
    heading = texts("card-continued", number=file.appeal.number)
    return [
        *media,
        Text(html, _keyboard(file, texts, card), silent=silent, is_card=True),
        *(Text(join_html("\n", (heading, citizens_quote(file, words))), silent=True) for words in parts),
    ]


def _draw(file: CaseFile, texts: Texts, card: Card, now: datetime) -> tuple[Html, tuple[str, ...]]:
    if file.out_of_sight:
        return join_html("\n", [texts("card-out-of-sight"), file.appeal.number]), ()
    if is_gone(file, card):
        return join_html("\n", [where_it_went(file, texts, card), file.appeal.number]), ()
    above = [
        *_place(file, texts),
        with_term(headline(file, texts), file, texts, card, now),
        *mayor_lines(file, texts, card, now),
        *gist_lines(file),
    ]
    below = [
        *former_answer(file, texts, now=now),
        *list_edits(file, texts, now=now),
        *mark_lines(file, texts),
        citizen_line(file, texts),
        *file_lines(file, texts),
        *instruction_lines(file, texts, now),
        *note_lines(file, texts, now=now),
        *state_lines(file, texts, card, now),
        *duty_lines(file, texts, card),
        *joint_lines(file, texts, card, now),
        *mail_lines(file, texts, card, now),
        file.appeal.number,
    ]
    room = LIMIT - visible_len(join_html("\n", [*above, *below])) - 1
    said = quotations(file, texts, now=now, room=room, is_said=says_it_all(file))
    return join_html("\n", [*above, *said.blocks, *below]), said.rest


def _place(file: CaseFile, texts: Texts) -> list[Html]:
    """«3 из 12», on the card that goes through the queue."""
    place = file.queue_place
    return [texts("queue-place", place=place.number, count=place.of)] if place and place.number else []


def _keyboard(file: CaseFile, texts: Texts, card: Card) -> InlineKeyboardMarkup | None:
    match card.kind:
        case CardKind.COORDINATORS:
            return coordinators_keyboard(file, texts, card)
        case CardKind.QUEUE:
            return queue_keyboard(file, texts, card)
        case CardKind.DEPARTMENT:
            return department_keyboard(file, texts, card)
        case CardKind.VIEW:
            return None
        case _:
            return leadership_keyboard(file, texts)


def _media(file: CaseFile) -> list[Part]:
    return [*albums(attachments(file.messages)), *points(file.messages)]
