"""What happens to the work of a group that the bot was removed from: one list for who stands in for it."""

from collections.abc import Iterator, Sequence
from typing import Final

from domain.casefile import Card, LostCard
from domain.municipality import Municipality
from domain.notices import CardKind
from domain.status import Status
from domain.words.masking import mask
from locales.texts import Html, Texts, join_html
from views.buttons import button, in_rows, keyboard
from views.callbacks import AppealAction, AppealCallback
from views.measure import one_line
from views.parts import Part, Text

_ABOUT_ROOM: Final = 60
_NAME_ROOM: Final = 100
_IN_A_LIST: Final = 30
"""Lines of one message, each with its button: far from what a message may hold."""
_ACROSS: Final = 3


def home_chat(municipality: Municipality, card: Card | LostCard) -> int | None:
    """Where a card of this kind belongs."""
    match card.kind:
        case CardKind.DEPARTMENT:
            department = municipality.find_department(card.department or "")
            return department.chat if department else None
        case CardKind.APPROVAL:
            return municipality.chats.approvals
        case CardKind.LEADERSHIP:
            return municipality.chats.leadership
    return municipality.chats.coordinators


def place_name(municipality: Municipality, texts: Texts, chat: int) -> str:
    """A chat as its people call it: by its department or what it is for; of a private one no name is told."""
    chats = municipality.chats
    named: dict[int, str] = {
        chats.leadership: texts.plain("chat-leadership"),
        chats.approvals: texts.plain("chat-approvals"),
        chats.coordinators: texts.plain("chat-coordinators"),
    }
    departments = municipality.list_departments_of_chat(chat)
    if chat in named:
        return named[chat]
    if departments:
        names = one_line(", ".join(department.name for department in departments), _NAME_ROOM)
        return texts.plain("chat-department", department=names)
    return texts.plain("chat-other") if chat < 0 else texts.plain("chat-private")


def lost_cards(
    municipality: Municipality, texts: Texts, *, chat: int, cards: Sequence[LostCard]
) -> list[Part]:
    """Numbers and what each needs, urgent ones first; a button puts the card up here. Nothing where nothing is open."""
    lost = sorted(
        {card.appeal_id: card for card in cards if home_chat(municipality, card) == chat}.values(),
        key=lambda card: (not card.urgent, card.appeal_id),
    )
    place = place_name(municipality, texts, chat)
    return [
        _list(texts, place, lost[start : start + _IN_A_LIST], silent=start > 0)
        for start in range(0, len(lost), _IN_A_LIST)
    ]


def _list(texts: Texts, place: str, cards: Sequence[LostCard], *, silent: bool) -> Part:
    buttons = [
        button(card.number, AppealCallback(action=AppealAction.SHOW, appeal=card.appeal_id)) for card in cards
    ]
    html = join_html(
        "\n", [texts("lost-heading", place=place), *_lines(texts, cards), texts("lost-what-to-do")]
    )
    return Text(html, keyboard(in_rows(buttons, _ACROSS)), silent=silent)


def _lines(texts: Texts, cards: Sequence[LostCard]) -> Iterator[Html]:
    for card in cards:
        about = one_line(mask(card.gist), _ABOUT_ROOM) or texts.plain("card-no-topic")
        line = texts("lost-line", number=card.number, about=about, need=_need(texts, card))
        yield texts("card-headline-urgent", headline=line) if card.urgent else line


def _need(texts: Texts, card: LostCard) -> str:
    if card.kind is CardKind.APPROVAL and card.status is Status.ON_APPROVAL:
        return texts.plain("lost-need-approval")
    if card.kind is CardKind.LEADERSHIP:
        return texts.plain("lost-need-leadership")
    name = one_line(card.executor_name or "", _NAME_ROOM) or texts.plain("someone")
    return texts.plain(f"lost-need-{card.status.value}", name=name)
