"""What a coordinator brings into the register by hand: a letter, a call, a message seen in a group (R18, R57, R73)."""

from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import Final

from domain.ids import AppealId, ChatId, CitizenId, UserId
from domain.register.guessing import Guess
from domain.register.marks import ApplicantKind
from domain.ways import Way, way_without_chat


class EntryState(StrEnum):
    """Filled in still, in the register, put right there, or not wanted."""

    OPEN = "open"
    REGISTERED = "registered"
    CORRECTED = "corrected"
    DROPPED = "dropped"


class EntryField(StrEnum):
    """What can be put right before the registration. TEXT: the message itself, where a command came without it."""

    TEXT = "text"
    CHANNEL = "channel"
    RECEIVED = "received"
    APPLICANT = "applicant"
    KIND = "kind"
    ADDRESS = "address"
    CONTACT = "contact"
    WAY = "way"
    SENDER = "sender"
    EXTERNAL = "external"
    QUESTIONS = "questions"
    COLLECTIVE = "collective"
    FORMAL = "formal"


MENUS: Final = {
    EntryField.CHANNEL,
    EntryField.APPLICANT,
    EntryField.WAY,
    EntryField.SENDER,
    EntryField.QUESTIONS,
}
"""Fields whose values stand as buttons on the same message; the others ask for words, or are turned by a press."""
WAYS: Final = (Way.CALL, Way.LETTER, Way.COMMENT, Way.IN_PERSON)
"""How somebody is answered who did not write to the bot."""
MOST_QUESTIONS: Final = 9
NOBODY: Final = UserId(0)
"""Whose comment it is that is none; who has begun what the bot itself put up."""


@dataclass(slots=True, kw_only=True)
class Entry:
    """One message that somebody of the staff enters: guessed at first, then as it was put right; kept until it is registered.

    `origin`: from whom a forward is, `album` what it is an item of: what follows at once from there belongs to it.
    `citizen_id`: under whom its words are kept meanwhile. `received` None: when it was begun. `menu`: the field whose
    values stand on the message; `asked`: the one that words are waited for, from `asked_id`. `appeal_id` on an open one: what is in the register
    already is put right. `author_id`: who wrote the comment under a post that it is, as long as it is open; 0: it is none.
    """

    chat_id: ChatId
    user_id: UserId
    user_name: str
    citizen_id: CitizenId
    created_at: datetime
    last_at: datetime
    channel: str
    id: int = 0
    thread_id: int = 0
    state: EntryState = EntryState.OPEN
    appeal_id: AppealId | None = None
    author_id: UserId = NOBODY
    origin: str = ""
    album: str = ""
    menu: EntryField | None = None
    asked: EntryField | None = None
    asked_id: UserId | None = None
    asked_name: str = ""
    received: datetime | None = None
    applicant: str = ""
    applicant_kind: ApplicantKind = ApplicantKind.CITIZEN
    address: str = ""
    contact: str = ""
    way: Way = Way.LETTER
    is_way_chosen: bool = False
    forwarded_from: str = ""
    external_number: str = ""
    link: str = ""
    collective: bool = False
    formal: bool = False
    questions: int = 1

    def take(self, guess: Guess, *, answers_there: bool) -> None:
        """Fill in what is empty still; `answers_there`: this channel's messages are answered where they were written."""
        for one in fields(guess):
            if getattr(self, one.name) in {"", None, False, 1, ApplicantKind.CITIZEN}:
                setattr(self, one.name, getattr(guess, one.name))
        self.guess_way(answers_there=answers_there)

    def guess_way(self, *, answers_there: bool) -> None:
        """By what is known to reach the applicant, unless somebody has chosen."""
        if not self.is_way_chosen:
            self.way = likely_way(self.contact, answers_there=answers_there)

    def wait_for(self, field: EntryField, user_id: UserId, name: str) -> None:
        """Words of this person are waited for."""
        self.asked, self.asked_id, self.asked_name = field, user_id, name

    def wait_no_more(self) -> None:
        """They have come, or are not wanted any more."""
        self.asked, self.asked_id, self.asked_name = None, None, ""

    def forget(self, state: EntryState) -> None:
        """It is over: whatever is personal stands in the appeal now, or nowhere."""
        self.state, self.menu, self.author_id = state, None, NOBODY
        self.wait_no_more()
        self.origin = self.applicant = self.address = self.contact = self.external_number = self.link = ""


def likely_way(contact: str, *, answers_there: bool) -> Way:
    """A telephone is called; who wrote where answers are published reads it there; anybody else gets a letter."""
    return Way.COMMENT if answers_there else way_without_chat(Way.BOT, contact)
