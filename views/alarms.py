"""What wakes an administrator: what happened and what to do, never a citizen's words."""

from locales.texts import Texts
from views.measure import shorten
from views.parts import Part, Text

_FACT_ROOM = 1000


def alarm(texts: Texts, *, text: str, **facts: str | int | bool | None) -> list[Part]:
    """The alarm by its key, with its facts; a fact that is too long is cut."""
    html = texts(text, **{name: _shown(value) for name, value in facts.items()})
    return [Text(html)]


def _shown(value: object) -> str | int:
    return value if type(value) is int else shorten("" if value is None else str(value), _FACT_ROOM)
