"""Copies of cards that nobody meant: a call's answer was lost, the card was put up again, and both stand there.

Telegram never tells the id of the first one, until somebody presses on it.
"""

import logging

from aiogram.types import CallbackQuery, Message

from bot.faults import fault_of
from domain.ids import ChatId
from domain.notices import Args, Notice, NoticeKind, Priority
from domain.numbers import find_whole_number
from services.ports import Clock
from storage.database import StorageUnavailable
from storage.queries import Queries
from storage.unit_of_work import Units

_log = logging.getLogger(__name__)


class Strays:
    """Finds out that a pressed message is such a copy, and takes its buttons away (guarantee 11)."""

    def __init__(self, queries: Queries, units: Units, clock: Clock) -> None:
        self._queries = queries
        self._units = units
        self._clock = clock

    async def tidy(self, query: CallbackQuery) -> None:
        """What the press asked for is done already, and nothing here may have it done again: the next press tidies too."""
        try:
            await self._tidy(query)
        except StorageUnavailable as error:
            _log.info("a copy of a card was left standing: %s", fault_of(error))

    async def _tidy(self, query: CallbackQuery) -> None:
        message = query.message
        if not isinstance(message, Message) or message.chat.type == "private":
            return
        number = find_whole_number(message.text or "")
        if number is None or not await self._is_stray(message, number):
            return
        now = self._clock.now()
        args: Args = {"message_id": message.message_id, "text": "card-duplicate", "number": number}
        notice = Notice(
            NoticeKind.CLOSE_MESSAGE,
            ChatId(message.chat.id),
            Priority.EDIT,
            args=args,
            coalesce_key=f"stray:{message.chat.id}:{message.message_id}",
        )
        async with self._units.open(now=now) as uow:
            uow.outbox.add(notice, now)
            await uow.commit()

    async def _is_stray(self, message: Message, number: str) -> bool:
        """Nobody recorded this message, while a card of the same appeal is known to stand in the chat."""
        known = await self._queries.is_recorded(message.chat.id, message.message_id)
        return not known and await self._queries.has_card(number, message.chat.id)
