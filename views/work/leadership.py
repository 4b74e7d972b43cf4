"""What leaders and the mayor see beside the card: the offer to make an instruction of their words, and its fate."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardMarkup

from domain.appeal import Appeal
from domain.casefile import Card, CaseFile
from domain.drafts import Prompt
from domain.ids import InstructionId
from domain.instructions import Due, Instruction, Term, due_by
from domain.municipality import Municipality, Role
from domain.notices import CardKind
from domain.words.masking import mask
from locales.texts import Html, Texts, join_html
from views.buttons import Rows, button, cancel_button, keyboard
from views.callbacks import (
    AppealAction,
    AppealCallback,
    InstructionCallback,
    MayorCallback,
    ReasonKind,
    ReportCallback,
)
from views.cards.lines import about, headline
from views.measure import one_line, quote, shorten
from views.moments import moment, zone
from views.parts import Edit, Part, Text
from views.work.ready_reasons import list_reasons

_WORDS_ROOM: Final = 2500
_LINE_ROOM: Final = 150
_NAME_ROOM: Final = 60
_SHOWN: Final = 2
_LISTED: Final = 30


def mayor_menu(file: CaseFile, texts: Texts, _: Card) -> Rows:
    """`Главе` asks once more: with a ready reason, with the coordinator's own, or with none."""
    appeal = file.appeal.id
    ready = [
        [button(reason, MayorCallback(appeal=appeal, reason=number))]
        for number, reason in enumerate(list_reasons(ReasonKind.MAYOR, texts), 1)
    ]
    own = AppealCallback(action=AppealAction.MAYOR_WORDS, appeal=appeal)
    return [
        *ready,
        [button(texts.plain("button-own-words"), own)],
        [button(texts.plain("button-mayor-at-once"), MayorCallback(appeal=appeal, reason=0))],
    ]


def mayor_lines(file: CaseFile, texts: Texts, card: Card, now: datetime) -> list[Html]:
    """On the mayor's card: who brought it, why; where it stands for want of a private chat, that it does."""
    appeal = file.appeal
    if card.kind is not CardKind.MAYOR or appeal.mayor_told_at is None:
        return []
    name, time = (
        one_line(appeal.mayor_told_by or "", _NAME_ROOM),
        moment(appeal.mayor_told_at, now, zone(file.municipality)),
    )
    reason = one_line(appeal.mayor_reason, _LINE_ROOM)
    told = (
        texts("mayor-told-reason", name=name, time=time, reason=reason)
        if reason
        else texts("mayor-told", name=name, time=time)
    )
    return [told, *_why_here(file.municipality, card, texts)]


def _why_here(municipality: Municipality, card: Card, texts: Texts) -> list[Html]:
    mayors = list(municipality.list_employees(Role.MAYOR))
    if any(mayor.id == card.chat_id for mayor in mayors):
        return []
    if mayors and card.chat_id > 0 and card.chat_id != municipality.chats.leadership:
        return [texts("mayor-instead")]
    return [texts("mayor-unreachable") if mayors else texts("mayor-not-listed")]


def instruction_lines(file: CaseFile, texts: Texts, now: datetime) -> list[Html]:
    """The latest instructions: what is wanted by when, or who did it."""
    return [_instruction_line(one, file.municipality, texts, now) for one in file.instructions[-_SHOWN:]]


def _instruction_line(one: Instruction, municipality: Municipality, texts: Texts, now: datetime) -> Html:
    tz, words = zone(municipality), one_line(mask(one.words), _LINE_ROOM)
    if one.done_at is not None:
        return texts(
            "card-instruction-done",
            name=one_line(one.done_by or "", _NAME_ROOM),
            time=moment(one.done_at, now, tz),
            words=words,
            report=one_line(mask(one.report or ""), _LINE_ROOM) or "—",
        )
    return texts(
        "card-instruction",
        name=one_line(one.given_by, _NAME_ROOM),
        due=due_in_words(one.due, tz),
        words=words,
    )


def due_in_words(due: Due, tz: ZoneInfo) -> str:
    """«24.11», «24.11, 15:00»."""
    local = due.at.astimezone(tz)
    return local.strftime("%d.%m, %H:%M" if due.has_hour else "%d.%m")


def instruction_offer(file: CaseFile, texts: Texts, *, prompt: Prompt) -> list[Part]:
    """An instruction only after a press: to whom, the words, by when (R10)."""
    department, tz = file.department, zone(file.municipality)
    due = due_by(Term.WORDS, prompt.words or "", said_at=prompt.created_at, tz=tz)
    number = file.appeal.number
    lines = [
        texts("instruction-offer", number=number, department=one_line(department.name, _NAME_ROOM))
        if department
        else texts("instruction-offer-coordinators", number=number),
        quote(shorten(mask(prompt.words or ""), _WORDS_ROOM)),
        texts("instruction-due", due=due_in_words(due, tz)) if due else texts("instruction-due-unknown"),
    ]
    return [Text(join_html("\n", lines), _offer_keyboard(prompt, texts), silent=True)]


def _offer_keyboard(prompt: Prompt, texts: Texts) -> InlineKeyboardMarkup | None:
    def offered(term: Term) -> InstructionCallback:
        return InstructionCallback(prompt=prompt.id, term=term)

    days = [Term.TODAY, Term.TOMORROW, Term.THREE_DAYS]
    return keyboard(
        [
            [button(texts.plain("button-instruct"), offered(Term.WORDS))],
            [button(texts.plain(f"button-term-{term.value}"), offered(term)) for term in days],
            [cancel_button(prompt, texts)],
        ]
    )


def instruction(
    file: CaseFile, texts: Texts, *, instruction_id: int | None, silent: bool = False
) -> list[Part]:
    """To the department, and to the coordinators, `silent` where a department has it: what a leader wants done."""
    found = next((one for one in file.instructions if one.id == InstructionId(instruction_id or 0)), None)
    if found is None:
        return []
    lines = [
        texts(
            "notice-instruction",
            number=file.appeal.number,
            name=one_line(found.given_by, _NAME_ROOM),
            due=due_in_words(found.due, zone(file.municipality)),
        ),
        headline(file, texts),
        quote(shorten(mask(found.words), _WORDS_ROOM)),
        texts("notice-instruction-report"),
    ]
    return [Text(join_html("\n", lines), silent=silent)]


def report_offer(file: CaseFile, texts: Texts, *, prompt: Prompt) -> list[Part]:
    """The report on an instruction, or talk between colleagues?"""
    lines = [
        texts("report-offer", number=file.appeal.number),
        quote(shorten(mask(prompt.words or ""), _WORDS_ROOM)),
    ]
    done = button(texts.plain("button-report"), ReportCallback(prompt=prompt.id))
    markup = keyboard([[done], [cancel_button(prompt, texts, "button-just-talk")]])
    return [Text(join_html("\n", lines), markup, silent=True)]


def urgent_list(
    municipality: Municipality, texts: Texts, *, appeals: Sequence[Appeal], heard: int, message_id: int | None
) -> list[Part]:
    """What the day has brought, in one message that grows: nobody has to scroll through cards without a sound.

    `heard`: so many of the cards may be; where there are more, the list is wanted.
    """
    if len(appeals) <= heard:
        return []
    lines = [texts("urgent-list", count=len(appeals))]
    lines += [_listed(appeal, municipality, texts) for appeal in appeals[-_LISTED:]]
    html = join_html("\n", lines)
    return [Edit(message_id, html) if message_id else Text(html, silent=True)]


def _listed(appeal: Appeal, municipality: Municipality, texts: Texts) -> Html:
    subject = one_line(mask(about(municipality, appeal, texts)), 60)
    address = one_line(mask(appeal.address or ""), 40)
    what = f"{subject}, {address}" if address else subject
    return texts("urgent-list-line", number=appeal.number, what=what, status=appeal.status.value)
