"""Phones in words: closed on cards, opened to who asks (guarantee 28)."""

import re
from collections.abc import Iterable
from typing import Final

from domain.messages import CitizenMessage, ContentKind

PHONE: Final = re.compile(r"\+?\d(?:[\W_]{0,3}\d){6,}")
"""Seven digits and more, however they are spaced: no name is spelled like that."""


def phones_of(own: str | None, messages: Iterable[CitizenMessage]) -> list[str]:
    """The citizen's own phone and those on the contacts that came with the messages, each once."""
    shared = [
        found for row in messages if row.kind is ContentKind.CONTACT for found in PHONE.findall(row.detail)
    ]
    return list(dict.fromkeys([*([own] if own else []), *shared]))
