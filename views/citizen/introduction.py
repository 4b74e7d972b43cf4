"""What a person reads of the bot before the first word, within Telegram's limits."""

from typing import Final

from domain.municipality import Municipality
from locales.texts import Texts
from views.measure import shorten

_LONGEST: Final = 512
_LONGEST_SHORT: Final = 120
_NAME_ROOM: Final = 90


def description(texts: Texts, municipality: Municipality) -> str:
    """In the empty chat, above «Старт»."""
    if not municipality.is_open:
        return texts.plain("bot-description-closed")
    name, phone = shorten(municipality.name, _NAME_ROOM), municipality.emergency_phone
    return shorten(texts.plain("bot-description", municipality=name, phone=phone), _LONGEST)


def short_description(texts: Texts, municipality: Municipality) -> str:
    """On the bot's page and where its link is shared."""
    if not municipality.is_open:
        return texts.plain("bot-short-closed")
    name = shorten(municipality.name, _NAME_ROOM)
    return shorten(texts.plain("bot-short", municipality=name), _LONGEST_SHORT)
