"""`Сообщить отправителю`: whoever passed a message on hears that it is answered, with the picture of the answer (R26)."""

from datetime import datetime
from typing import Final

from aiogram.types import InlineKeyboardMarkup

from domain.casefile import Card, CaseFile
from domain.register.publications import Publication
from locales.texts import Html, Texts, join_html
from views.buttons import button, keyboard
from views.callbacks import AppealAction, AppealCallback
from views.cards.fates import fate_lines
from views.cards.lines import headline
from views.cards.media import albums
from views.cards.quotations import shown_answer
from views.measure import one_line, quote, shorten
from views.parts import Edit, Part, Text

_ANSWER_ROOM: Final = 900
_PLACE_ROOM: Final = 300


def sender_card(file: CaseFile, texts: Texts, *, card: Card, now: datetime) -> list[Part]:
    """The pictures first, then what is to be told, and the buttons that say that it was."""
    publication = _find(file, card)
    if publication is None:
        return []
    html = _draw(file, publication, texts, now)
    return [*albums(publication.attachments), Text(html, _keyboard(publication, texts), is_card=True)]


def edit_of_sender_card(file: CaseFile, texts: Texts, *, card: Card, now: datetime) -> Edit | None:
    """The same card as it has to look now."""
    publication = _find(file, card)
    if publication is None:
        return None
    html = _draw(file, publication, texts, now)
    return Edit(card.message_id or 0, html, _keyboard(publication, texts))


def _find(file: CaseFile, card: Card) -> Publication | None:
    return next((one for one in reversed(file.publications) if one.draft_id == card.draft_id), None)


def _draw(file: CaseFile, publication: Publication, texts: Texts, now: datetime) -> Html:
    sender = one_line(publication.sender or "", _PLACE_ROOM)
    return join_html(
        "\n",
        [
            headline(file, texts),
            texts("sender-heading", sender=sender),
            *place_line(file, texts),
            *_answer(file, texts),
            *fate_lines(file, texts, now),
            file.appeal.number,
        ],
    )


def _answer(file: CaseFile, texts: Texts) -> list[Html]:
    draft = file.draft
    return [quote(shorten(shown_answer(file, draft, texts), _ANSWER_ROOM))] if draft else []


def place_line(file: CaseFile, texts: Texts) -> list[Html]:
    """The page, the account, the number in its own system."""
    appeal = file.appeal
    place = ", ".join(filter(None, (appeal.link or appeal.account, appeal.external_number)))
    return [texts("task-place", place=one_line(place, _PLACE_ROOM))] if place else []


def _keyboard(publication: Publication, texts: Texts) -> InlineKeyboardMarkup | None:
    if not publication.waits_for_sender:
        return None
    told = AppealCallback(action=AppealAction.TOLD, appeal=publication.appeal_id)
    under = AppealCallback(action=AppealAction.TOLD_UNDER, appeal=publication.appeal_id)
    row = [button(texts.plain("button-sender-told"), told), button(texts.plain("button-outgoing"), under)]
    return keyboard([row])
