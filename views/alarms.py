"""What wakes an administrator: what happened, where, and what to do; never a citizen's words."""

from collections.abc import Mapping
from typing import Final

from domain.municipality import Municipality
from domain.notices import Args
from locales.texts import Texts
from views.coordinator.lost import place_name
from views.measure import shorten
from views.parts import Part, Text

_FACT_ROOM: Final = 1000
CHATS: Final = ("chat", "chat_id", "new")
"""Facts that are a chat's id, as the kinds of alarms have them."""


def alarm(municipality: Municipality, texts: Texts, *, facts: Args, set_aside: int = 0) -> list[Part]:
    """The alarm by its key (`text`) with its facts, the chat by its name; a fact that is too long is cut."""
    shown = {name: _shown(name, value) for name, value in facts.items() if name != "text"}
    known = {"set_aside": set_aside} | shown | _place(municipality, texts, facts)
    return [Text(texts(str(facts["text"]), **known))]


def _place(municipality: Municipality, texts: Texts, facts: Mapping[str, object]) -> dict[str, str]:
    chat = next((facts[name] for name in CHATS if facts.get(name) is not None), None)
    return {} if chat is None else {"place": place_name(municipality, texts, int(str(chat)))}


def _shown(name: str, value: object) -> str | int:
    if type(value) is int:
        return value
    said = shorten("" if value is None else str(value), _FACT_ROOM)
    return said.replace(" ", "-") if name == "reason" else said
