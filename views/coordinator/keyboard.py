"""Buttons under the coordinators' card: departments, then a table of offers; menus take their place in the same message.

A new button is an entry of `TABLE`, a new menu one of `Menu` and `MENUS`. A button is an offer: whether its press
counts, the rules decide.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Final

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from domain.assignments import AssignmentState
from domain.casefile import Card, CaseFile, Menu
from domain.drafts import PromptKind
from domain.municipality import Department
from domain.outcomes import Delivery, Outcome
from domain.regulation.terms import Stage
from domain.shown_terms import find_first, find_of_coordinators
from domain.status import TRANSITIONS, Action, Status
from domain.words.masking import given_numbers
from domain.words.personal_numbers import find_numbers
from locales.texts import Texts
from views.buttons import Rows, button, find_asked, in_even_rows, in_rows, keyboard, reason_rows
from views.callbacks import (
    AppealAction,
    AppealCallback,
    MenuCallback,
    QueueAction,
    QueueCallback,
    ReasonKind,
    RouteCallback,
    Second,
    SecondCallback,
)
from views.cards.quotations import list_additions
from views.coordinator.applicants import applicant_menu
from views.coordinator.inquiries import inquiry_menu
from views.coordinator.kinds import kind_menu
from views.coordinator.mailing import mail_menu, recipients_of
from views.coordinator.menus import category_menu, repeat_menu, separate_menu, subject_menu, way_menu
from views.coordinator.several_menu import begin_several, several_menu
from views.coordinator.territories import territory_menu
from views.measure import one_line
from views.register.callbacks import CorrectCallback
from views.work.leadership import mayor_menu
from views.work.promising import coordinators_promise_rows

_LIKELY: Final = 6
_MOST: Final = 80
"""Telegram takes a hundred buttons; the table needs some of them."""
_LABEL_ROOM: Final = 40
_WIDTH: Final = 3
"""Buttons beside each other on a phone before their labels are cut."""

Holds = Callable[[CaseFile], bool]


@dataclass(frozen=True, slots=True)
class Offer:
    """A button: the key of its label, what its press carries, and when it is shown."""

    label: str
    press: Callable[[CaseFile], CallbackData]
    holds: Holds


def does(action: AppealAction, label: str, holds: Holds) -> Offer:
    """A press that needs no more than the appeal."""
    return Offer(label, lambda file: AppealCallback(action=action, appeal=file.appeal.id), holds)


def opens(menu: Menu, label: str, holds: Holds) -> Offer:
    """A press that shows a menu on the same card."""
    return Offer(label, lambda file: MenuCallback(menu=menu, appeal=file.appeal.id), holds)


def may(action: Action) -> Holds:
    """Where the table of transitions has the action in the present state."""
    return lambda file: file.appeal.status in TRANSITIONS[action].moves


def _is_unread(file: CaseFile) -> bool:
    return may(Action.TAKE)(file) and file.appeal.read_at is None


def _is_to_be_taken_back(file: CaseFile) -> bool:
    """For ten seconds after a route."""
    return may(Action.TAKE_BACK)(file) and file.appeal.undo_until is not None


def _is_not_urgent(file: CaseFile) -> bool:
    return may(Action.MARK_URGENT)(file) and not file.appeal.urgent


def _mayor_knows_not(file: CaseFile) -> bool:
    return may(Action.TELL_MAYOR)(file) and file.appeal.mayor_told_at is None


def _has_phone(file: CaseFile) -> bool:
    """Closed on the card, opened to the presser alone (guarantee 28)."""
    return bool(given_numbers(file.citizen.phone, file.messages) or find_numbers(file.appeal.contact or ""))


def _has_term(file: CaseFile) -> bool:
    promise = find_first(file.deadlines, (Stage.PROMISE,))
    return find_of_coordinators(file.deadlines) is not None or promise is not None


def _has_additions(file: CaseFile) -> bool:
    return may(Action.CLASSIFY)(file) and bool(list_additions(file))


def _is_answered_here(file: CaseFile) -> bool:
    """No department has it, and no draft of the coordinators' own is on its way."""
    return file.appeal.department is None and file.appeal.status is Status.REGISTERED


def _is_undelivered(file: CaseFile) -> bool:
    """The bot could not deliver the answer, and nobody has taken it over."""
    failed = file.appeal.delivery in {Delivery.BLOCKED, Delivery.FAILED}
    return may(Action.ANSWER_BY_HAND)(file) and failed and file.appeal.task_since is None


def _waits_for_second(file: CaseFile) -> bool:
    return file.appeal.waits_for_second


def _may_stay_silent(file: CaseFile) -> bool:
    return may(Action.PROPOSE_NO_REPLY)(file) and not file.appeal.waits_for_second


def _is_to_be_handed_over(file: CaseFile) -> bool:
    return file.appeal.outcome is Outcome.NO_REPLY and file.appeal.handed_over_by is None


def _second(says: Second, label: str) -> Offer:
    """R53: the second person decides here or in the approvals' chat."""

    def press(file: CaseFile) -> CallbackData:
        return SecondCallback(says=says, prompt=file.appeal.no_reply_id or 0)

    return Offer(label, press, _waits_for_second)


def _has_several_departments(file: CaseFile) -> bool:
    return may(Action.SHARE)(file) and len(file.municipality.departments) > 1


def _is_entered_and_over(file: CaseFile) -> bool:
    """Where there is no `Ещё…` any more: a month's report may find out what was entered wrong."""
    return not (file.citizen.has_chat or may(Action.ROUTE)(file) or file.appeal.erased_at)


TABLE: Final[tuple[tuple[Offer, ...], ...]] = (
    (does(AppealAction.TAKE_BACK, "button-take-back", _is_to_be_taken_back),),
    (
        Offer("button-several", begin_several, _has_several_departments),
        does(AppealAction.TAKE, "button-take", _is_unread),
        does(AppealAction.URGENT, "button-urgent", _is_not_urgent),
        opens(Menu.MAYOR, "button-mayor", _mayor_knows_not),
    ),
    (
        opens(Menu.SUBJECT, "button-subject", may(Action.CLASSIFY)),
        opens(Menu.CATEGORY, "button-category", may(Action.CLASSIFY)),
        opens(Menu.REPEAT, "button-repeat", may(Action.CLASSIFY)),
        opens(Menu.SEPARATE, "button-separate", _has_additions),
    ),
    (
        does(AppealAction.CLARIFY, "button-clarify", _is_answered_here),
        does(AppealAction.WRITE, "button-answer", _is_answered_here),
        opens(Menu.NO_REPLY, "button-no-reply", _may_stay_silent),
        opens(Menu.WAY, "button-way", may(Action.CHOOSE_WAY)),
        does(AppealAction.PHONE, "button-phone", _has_phone),
        does(AppealAction.WHY, "button-why", _has_term),
    ),
    (
        does(AppealAction.CALL, "button-call", _is_undelivered),
        does(AppealAction.LETTER, "button-letter", _is_undelivered),
        _second(Second.CONFIRM, "button-confirm"),
        _second(Second.REJECT, "button-reject"),
        does(AppealAction.HAND_OVER, "button-hand-over", _is_to_be_handed_over),
        Offer(
            "button-correct",
            lambda file: CorrectCallback(appeal=file.appeal.id),
            _is_entered_and_over,
        ),
    ),
)
"""Where it goes, what it is, how it is answered, what is left to do: each group in rows of its own, even and short."""


def _why_menu(file: CaseFile, texts: Texts, _: Card) -> Rows:
    """What an alert has no room for, for as long as the term is theirs."""
    return [_offers((does(AppealAction.WHY_AT_LENGTH, "button-why-at-length", _has_term),), file, texts)]


def _no_reply_menu(file: CaseFile, texts: Texts, _: Card) -> Rows:
    """Nothing to answer, or words that are not answered: two different things (R53)."""
    offers = (
        does(AppealAction.NOT_NEEDED, "button-not-needed", may(Action.NOT_NEEDED)),
        does(AppealAction.NO_REPLY, "button-refuse-reply", _may_stay_silent),
        does(AppealAction.HAND_OVER, "button-hand-over", lambda file: file.appeal.handed_over_by is None),
    )
    return [_offers((offer,), file, texts) for offer in offers]


MENUS: Final[Mapping[Menu, Callable[[CaseFile, Texts, Card], Rows]]] = {
    Menu.CATEGORY: category_menu,
    Menu.SUBJECT: subject_menu,
    Menu.TERRITORY: territory_menu,
    Menu.KIND: kind_menu,
    Menu.APPLICANT: applicant_menu,
    Menu.REPEAT: repeat_menu,
    Menu.NO_REPLY: _no_reply_menu,
    Menu.WAY: way_menu,
    Menu.SEPARATE: separate_menu,
    Menu.MAYOR: mayor_menu,
    Menu.SEVERAL: several_menu,
    Menu.WHY: _why_menu,
    Menu.INQUIRY: inquiry_menu,
    Menu.MAIL: mail_menu,
}
"""What stands in the table's place while a menu is open; `Назад` follows of itself."""


def coordinators_keyboard(file: CaseFile, texts: Texts, card: Card) -> InlineKeyboardMarkup | None:
    """Departments while it waits, later only what still makes sense; or the menu that is open."""
    menu = MENUS.get(card.menu)
    if menu is not None:
        back = MenuCallback(menu=Menu.TABLE, appeal=file.appeal.id)
        return keyboard([*menu(file, texts, card), [button(texts.plain("button-back"), back)]])
    asked = find_asked(file, PromptKind.NO_REPLY_REASON, card)
    return keyboard(
        [
            *_departments(file, texts, card),
            *chain.from_iterable(in_even_rows(_offers(group, file, texts), _WIDTH) for group in TABLE),
            *reason_rows(ReasonKind.NO_REPLY, asked, texts),
            *coordinators_promise_rows(file, texts),
        ]
    )


def queue_keyboard(file: CaseFile, texts: Texts, card: Card) -> InlineKeyboardMarkup | None:
    """The coordinators' buttons, and the ways on and out of the queue."""
    ways = [
        button(
            texts.plain(f"button-queue-{action.value}"), QueueCallback(action=action, appeal=file.appeal.id)
        )
        for action in QueueAction
    ]
    own = coordinators_keyboard(file, texts, card)
    rows = own.inline_keyboard if own else []
    return keyboard(rows if card.menu in MENUS else [*rows, ways])


def _offers(group: tuple[Offer, ...], file: CaseFile, texts: Texts) -> list[InlineKeyboardButton]:
    return [button(texts.plain(offer.label), offer.press(file)) for offer in group if offer.holds(file)]


def _departments(file: CaseFile, texts: Texts, card: Card) -> Rows:
    """While it waits the likely ones, and all behind `Ещё…`; where it was sent already, `Ещё…` alone."""
    if not may(Action.ROUTE)(file):
        return []
    others, every = _likeliest_first(file), card.menu is Menu.DEPARTMENTS
    at_once = _LIKELY if file.appeal.status is Status.REGISTERED else 0
    shown = others[: _MOST if every else at_once]
    fold = (Menu.TABLE, "button-back") if every else (Menu.DEPARTMENTS, "button-more")
    return [
        *in_rows([_department(file, department, texts) for department in shown], 2),
        [_inquiry(file, texts), *_mail(file, texts)] if every else [],
        [_correction(file, texts)] if every else [],
        [_unfold(file, texts, *fold)] if len(others) > at_once or file.appeal.read_at else [],
    ]


def _inquiry(file: CaseFile, texts: Texts) -> InlineKeyboardButton:
    """Papers to other bodies are rare: behind `Ещё…` (R80)."""
    return _unfold(file, texts, Menu.INQUIRY, "button-inquiry")


def _mail(file: CaseFile, texts: Texts) -> list[InlineKeyboardButton]:
    """A copy of the card by e-mail, where those who have it have an address (R30)."""
    return [_unfold(file, texts, Menu.MAIL, "button-mail")] if recipients_of(file) else []


def _correction(file: CaseFile, texts: Texts) -> InlineKeyboardButton:
    """What was entered by hand may have been entered wrong; of what came by the bot nobody has asked who applies (R60)."""
    if file.citizen.has_chat:
        return _unfold(file, texts, Menu.APPLICANT, "button-applicant")
    return button(texts.plain("button-correct"), CorrectCallback(appeal=file.appeal.id))


def _unfold(file: CaseFile, texts: Texts, menu: Menu, label: str) -> InlineKeyboardButton:
    return button(texts.plain(label), MenuCallback(menu=menu, appeal=file.appeal.id))


def _likeliest_first(file: CaseFile) -> list[Department]:
    topic = file.municipality.find_topic(file.appeal.topic)
    before = file.former.department if file.former else None
    likely = (before or "", topic.department if topic else "", *file.candidates)
    named = filter(None, map(file.municipality.find_department, likely))
    every = dict.fromkeys(department.code for department in chain(named, file.municipality.departments))
    found = map(file.municipality.find_department, every)
    offered = [one for one in found if one is not None and one.code != file.appeal.department]
    return sorted(offered, key=lambda one: _has_returned(file, one))


def _has_returned(file: CaseFile, department: Department) -> bool:
    """Who has said that it is not theirs is the last to be asked again."""
    stays = (one for one in file.assignments if one.turn and one.department == department.code)
    return any(one.state is AssignmentState.RETURNED for one in stays)


def _department(file: CaseFile, department: Department, texts: Texts) -> InlineKeyboardButton:
    data = RouteCallback(appeal=file.appeal.id, department=department.code, turn=file.appeal.assignments)
    label = one_line(department.label, _LABEL_ROOM) or department.code
    return button(
        texts.plain("returned-before", department=label) if _has_returned(file, department) else label, data
    )
