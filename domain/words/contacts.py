"""How to reach another body, as an answer that sends a citizen there has to say: telephone, e-mail, site (R25)."""

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from domain.municipality import Body
from domain.words.personal_numbers import NumberKind, find_numbers

_EMAIL: Final = re.compile(r"[\w.+-]{1,64}@[\w-]{1,60}(?:\.[\w-]{1,60}){1,5}")
_SITE: Final = re.compile(
    r"https?://\S|\bwww\.\w|(?<![@\w.-])[\w-]{1,60}(?:\.[\w-]{1,60}){0,4}\.(?:ru|su|com|org|net|info|gov|рф|москва)\b",
    re.IGNORECASE,
)
_SHORT_PHONE: Final = re.compile(r"(?:тел\w*\.?|телефон\w*|номер\w*)\s*:?\s*\d{3,6}\b", re.IGNORECASE)
_PHONES: Final = {NumberKind.PHONE, NumberKind.LOCAL_PHONE}
_STEM: Final = 6
"""Letters by which a name is known again in another form."""


class Contact(StrEnum):
    """One of the three."""

    PHONE = "phone"
    EMAIL = "email"
    SITE = "site"


def list_lacking(text: str) -> list[Contact]:
    """Which of the three an answer does not name."""
    is_there = {
        Contact.PHONE: any(one.kind in _PHONES for one in find_numbers(text))
        or _SHORT_PHONE.search(text) is not None,
        Contact.EMAIL: _EMAIL.search(text) is not None,
        Contact.SITE: _SITE.search(_EMAIL.sub(" ", text)) is not None,
    }
    return [contact for contact, there in is_there.items() if not there]


def list_likely(text: str, bodies: Sequence[Body]) -> list[Body]:
    """Those whose name stands in the text first, then the others in their order."""
    folded = text.casefold()
    return sorted(bodies, key=lambda body: not _is_named(body, folded))


def _is_named(body: Body, folded: str) -> bool:
    stems = [word[:_STEM] for word in re.findall(r"\w+", body.name.casefold()) if len(word) >= _STEM]
    return any(stem in folded for stem in stems)
