"""What the words of a letter, or of a note about a call, tell of themselves: guessed, shown, and put right by a press."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from domain.municipality import Channel
from domain.register.marks import ApplicantKind
from domain.words import letters
from domain.words.addresses import find_address

_PAST: Final = timedelta(days=31)
"""A date further back is of something else: nobody brings in a letter of last year as a new one."""
_HEAD: Final = 300
"""Characters in which a note names its channel."""


@dataclass(frozen=True, slots=True)
class Guess:
    """What was found; empty where nothing was."""

    received: datetime | None = None
    applicant: str = ""
    applicant_kind: ApplicantKind = ApplicantKind.CITIZEN
    address: str = ""
    contact: str = ""
    forwarded_from: str = ""
    external_number: str = ""
    link: str = ""
    collective: bool = False
    formal: bool = False
    questions: int = 1


def guess(text: str, *, senders: Iterable[str], now: datetime, tz: ZoneInfo) -> Guess:
    """The marks of a message from its words; `senders`: bodies that have forwarded something before."""
    name = letters.find_applicant(text)
    home, rest = letters.find_home(text)
    place = find_address(rest) or home
    number = letters.find_number(text)
    contact = letters.find_contact(text)
    return Guess(
        received=_moment(text, now, tz),
        applicant=name,
        applicant_kind=ApplicantKind.ORGANISATION if letters.is_organisation(name) else ApplicantKind.CITIZEN,
        address=place or "",
        contact=contact or home,
        forwarded_from=letters.find_sender(text, senders),
        external_number=number,
        link=letters.find_link(text),
        collective=letters.is_collective(text),
        formal=letters.is_formal(text, has_name=bool(name)),
        questions=letters.count_questions(text),
    )


def _moment(text: str, now: datetime, tz: ZoneInfo) -> datetime | None:
    """When it came in, as its stamp says; a day without an hour counts from its beginning, as in a register's file."""
    local = letters.find_stamp(text, now.astimezone(tz).replace(tzinfo=None))
    at = local.replace(tzinfo=tz) if local is not None else None
    return at if at is not None and now - _PAST < at <= now else None


def find_channel(text: str, origin: str, channels: Iterable[Channel]) -> str | None:
    """The channel that a note begins with, or whose account the message is from; None: neither."""
    head, place = text[:_HEAD].casefold(), origin.casefold()
    for channel in channels:
        account = channel.account.casefold()
        if channel.name.casefold() in head or (account and account in {place, *head.split()}):
            return channel.code
    return None


def answers_there(channel: Channel | None) -> bool:
    """Whether what came by it is answered where it was written: in an electronic system, on a page (R26, Chaikovsky, п. 6)."""
    return channel is not None and (not channel.counted or channel.watched)
