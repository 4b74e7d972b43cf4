"""Why something was refused, in one toast: the single place that turns a rule's no into words."""

from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from domain.errors import DomainError
from domain.municipality import Municipality
from locales.texts import Texts, join_html
from views.measure import one_line, shorten
from views.moments import moment, zone
from views.parts import Part, Text

TOAST_LIMIT: Final = 200
"""Characters that the answer to a press may have."""
_FACT_LIMIT: Final = 80


def error_text(error: DomainError, texts: Texts, tz: ZoneInfo, now: datetime | None = None) -> str:
    """Plain words of at most 200 characters; without `now` a moment is its time alone."""
    facts = {name: _fact(value, texts, tz, now) for name, value in error.facts.items()}
    return shorten(texts.plain(error.code, **facts), TOAST_LIMIT)


def refusal(
    municipality: Municipality, texts: Texts, now: datetime, text: str, /, **facts: str | int | bool | None
) -> list[Part]:
    """The same as a message, for words that were not taken; `facts` as a notice keeps them, moments in ISO form.

    A text without the number that it is about begins with it.
    """
    tz = zone(municipality)
    shown = {name: _fact(_restored(name, value), texts, tz, now) for name, value in facts.items()}
    said, number = texts(text, **shown), shown.get("number", "")
    return [Text(said if number in said else join_html(": ", [number, said]), silent=True)]


def _restored(name: str, value: object) -> object:
    return datetime.fromisoformat(value) if name == "at" and isinstance(value, str) else value


def _fact(value: object, texts: Texts, tz: ZoneInfo, now: datetime | None) -> str:
    if isinstance(value, datetime):
        return moment(value, now or value, tz)
    return one_line(str(value), _FACT_LIMIT) or texts.plain("someone")
