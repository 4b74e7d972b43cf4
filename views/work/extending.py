"""More time for an answer: what the approver decides on, what the department and the citizen hear."""

from datetime import date

from aiogram.types import InlineKeyboardMarkup

from domain.casefile import CaseFile
from domain.drafts import Prompt
from domain.extensions import list_steps
from domain.words.masking import mask
from locales.texts import Html, Texts, join_html
from views.buttons import Rows, button, cancel_button, keyboard
from views.cards.lines import headline
from views.citizen.keyboards import citizen_keyboard
from views.measure import one_line, quote, shorten
from views.moments import day_and_month, day_in_figures
from views.parts import Part, Text
from views.work.callbacks import ExtendAction, ExtendCallback, MoreDaysCallback

_NAME_ROOM = 64
_REASON_ROOM = 1500
_LINE_ROOM = 300


def request(file: CaseFile, texts: Texts, *, request_id: int | None, due: str, until: str) -> list[Part]:
    """To the approver: who needs until when, and why; nothing where it waits no more."""
    appeal = file.appeal
    if appeal.extension_id is None or appeal.extension_id != request_id:
        return []
    department = file.department
    lines = [
        texts(
            "extension-request",
            number=appeal.number,
            name=one_line(appeal.extension_by or "", _NAME_ROOM) or texts.plain("someone"),
            department=one_line(department.label if department else "", _NAME_ROOM),
        ),
        headline(file, texts),
        texts("extension-dates", old=_day(due), new=_day(until)),
        quote(shorten(mask(appeal.extension_reason or ""), _REASON_ROOM)),
        texts("extension-is-told"),
    ]
    return [Text(join_html("\n", lines), _decisions(appeal.extension_id, texts))]


def _decisions(request_id: int, texts: Texts) -> InlineKeyboardMarkup | None:
    labels = {ExtendAction.GRANT: "button-extend", ExtendAction.REFUSE: "button-refuse-extension"}
    return keyboard(
        [
            [
                button(texts.plain(label), ExtendCallback(action=action, request=request_id))
                for action, label in labels.items()
            ]
        ]
    )


def decided(file: CaseFile, texts: Texts, *, until: str, reason: str, who: str) -> list[Part]:
    """To the department: moved, or why not."""
    number = file.appeal.number
    if until:
        return [Text(texts("notice-extended", number=number, day=_day(until)), silent=True)]
    said = one_line(mask(reason), _REASON_ROOM) or "—"
    return [Text(texts("notice-not-extended", number=number, who=who, reason=said))]


def tell_by_hand(file: CaseFile, texts: Texts, *, until: str, reason: str) -> list[Part]:
    """To the coordinators: who has no chat with the bot has to be told as well (R08)."""
    said = one_line(mask(reason), _REASON_ROOM)
    return [Text(texts("notice-extended-by-hand", number=file.appeal.number, day=_day(until), reason=said))]


def extended(file: CaseFile, texts: Texts, *, until: str, reason: str) -> list[Part]:
    """To the citizen: until when, and why (R08)."""
    html = texts(
        "citizen-extended",
        number=file.appeal.number,
        day=day_and_month(date.fromisoformat(until), texts),
        reason=shorten(_ended(reason), _REASON_ROOM),
    )
    return [Text(html, citizen_keyboard(texts))]


def _ended(reason: str) -> str:
    return " ".join(reason.split()).rstrip(".")


def extension_lines(file: CaseFile, texts: Texts) -> list[Html]:
    """On a card: moved until when and why, or a request that waits."""
    appeal, lines = file.appeal, []
    if appeal.extended_until is not None:
        reason = one_line(mask(appeal.extended_for or ""), _LINE_ROOM)
        lines.append(texts("state-extended", day=day_in_figures(appeal.extended_until), reason=reason))
    if appeal.extension_id is not None and appeal.is_open:
        reason = one_line(mask(appeal.extension_reason or ""), _LINE_ROOM)
        name = one_line(appeal.extension_by or "", _NAME_ROOM) or texts.plain("someone")
        lines.append(texts("state-extension-asked", name=name, reason=reason))
    return lines


def step_rows(prompt: Prompt | None, left: int, texts: Texts) -> Rows:
    """Under the question until when: so many days more, all that is left, and the way out."""
    if prompt is None:
        return []
    steps = [
        button(texts.plain("more-days", count=days), MoreDaysCallback(prompt=prompt.id, days=days))
        for days in list_steps(left)
    ]
    return [steps, [cancel_button(prompt, texts)]]


def _day(iso: str) -> str:
    return day_in_figures(date.fromisoformat(iso))
