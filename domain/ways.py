"""How the answer reaches whoever did not write to the bot, or shut it: by telephone, by letter, in person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from domain.errors import DomainError
from domain.words.personal_numbers import NumberKind, PersonalNumber, find_numbers


class Way(StrEnum):
    """The register's «Способ ответа»."""

    BOT = "bot"
    COMMENT = "comment"
    CALL = "call"
    LETTER = "letter"
    IN_PERSON = "in_person"

    @property
    def is_by_hand(self) -> bool:
        """Whether a person has to see to it; the bot writes in its own chats alone."""
        return self is not Way.BOT


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What a letter is registered under."""

    number: str
    day: date


class ContactNotUnderstood(DomainError):
    """The words name no phone to call, or are too long for a contact: it is asked again."""

    code = "error-contact-not-understood"


_LONGEST_CONTACT: Final = 150
"""Characters: a phone or an address; more is a story, and would fill the task's card."""
_PHONES: Final = {NumberKind.PHONE, NumberKind.LOCAL_PHONE}


def read_contact(words: str, way: Way) -> str:
    """A phone where the applicant is to be called, else a phone or an address, in one line."""
    contact = " ".join(words.split())
    known = can_be_reached(way, numbers=find_numbers(contact), contact=contact, address=None)
    if len(contact) > _LONGEST_CONTACT or not known:
        raise ContactNotUnderstood
    return contact


def way_without_chat(way: Way, contact: str) -> Way:
    """How somebody is answered whom the bot cannot write to: as it was, else by telephone where one is known, or by letter."""
    if way.is_by_hand:
        return way
    known = can_be_reached(Way.CALL, numbers=find_numbers(contact), contact=None, address=None)
    return Way.CALL if known else Way.LETTER


def can_be_reached(
    way: Way, *, numbers: Sequence[PersonalNumber], contact: str | None, address: str | None
) -> bool:
    """Whether a phone is known for a call, an address for a letter; in person nothing is needed."""
    match way:
        case Way.CALL:
            return any(number.kind in _PHONES for number in numbers)
        case Way.LETTER:
            return bool(contact or address)
        case _:
            return True
