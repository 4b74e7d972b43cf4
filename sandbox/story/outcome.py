"""What came of the story, counted in the stand-in and in the bot's own database."""

from collections.abc import Iterator
from dataclasses import dataclass

from domain.appeal import Appeal
from domain.status import Status
from sandbox.chat import PrivateChat
from sandbox.city import City
from sandbox.history import CallRecord
from sandbox.life import Life
from sandbox.model import Message

MOST = 1000


@dataclass(frozen=True, slots=True)
class Outcome:
    """`written` by citizens; `lost` of it is not in the database, `altered` is there in other words."""

    written: int
    lost: tuple[str, ...]
    altered: tuple[str, ...]
    numbers: tuple[str, ...]
    answered: int
    sent: int
    edited: int
    failed: int

    @property
    def is_whole(self) -> bool:
        """Nothing that a citizen wrote is missing."""
        return not self.lost and not self.altered


async def count(life: Life) -> Outcome:
    """Compare every message of every citizen with the database, and count what the bot has done."""
    lost, altered, written = list[str](), list[str](), 0
    appeals: list[Appeal] = []
    for chat in _citizens(life.city):
        appeals += await _appeals(life, chat)
        for message in filter(_is_matter, chat.messages):
            written += 1
            row = await life.queries.find_message(chat.id, message.id)
            if row is None or row.appeal_id is None:
                lost.append(message.text)
            elif row.text != message.text:
                altered.append(message.text)
    calls = list(_calls(life.city))
    return Outcome(
        written,
        tuple(lost),
        tuple(altered),
        tuple(sorted(appeal.number for appeal in appeals)),
        answered=sum(appeal.status is Status.ANSWERED for appeal in appeals),
        sent=sum(len(call.message_ids) for call in calls if call.ok and call.method.startswith("send")),
        edited=sum(call.ok and call.method.startswith("edit") for call in calls),
        failed=sum(not call.ok for call in calls),
    )


def _citizens(city: City) -> Iterator[PrivateChat]:
    return (chat for chat in city.world.bot.private.values() if not city.is_staff(chat.person.id))


def _is_matter(message: Message) -> bool:
    """Written by the person, and no command."""
    is_own = isinstance(message.chat, PrivateChat) and message.sender is message.chat.person
    return is_own and not message.text.startswith("/")


async def _appeals(life: Life, chat: PrivateChat) -> list[Appeal]:
    citizen = await life.queries.find_citizen_of_chat(chat.id)
    return await life.queries.list_own_appeals(citizen.id, None, MOST) if citizen else []


def _calls(city: City) -> Iterator[CallRecord]:
    """Calls that write to somebody; `getUpdates` and the like are none."""
    return (
        call
        for call in city.world.history.calls()
        if call.method.startswith(("send", "edit", "delete", "set"))
    )
