"""Answers to presses: outside the outbox, because a person looks at the button for a second, not a minute."""

import asyncio
import logging

from aiogram import Bot

from bot.faults import fault_of
from bot.lanes import Spawn
from views.toasts import Alert

_log = logging.getLogger(__name__)

TIMEOUT = 10
"""Seconds; Telegram itself forgets a press after fifteen."""


class Presses:
    """Answers in the background: a slow answer delays neither the chat's next press nor what this one did."""

    def __init__(self, bot: Bot, spawn: Spawn) -> None:
        self._bot = bot
        self._spawn = spawn
        self._answers: set[asyncio.Task[None]] = set()

    def answer(self, query_id: str, text: str) -> None:
        """Show a toast, or with an empty text merely stop the button's clock."""
        answer = self._spawn(self._answer(query_id, text), "press answer")
        self._answers.add(answer)
        answer.add_done_callback(self._answers.discard)

    async def idle(self) -> None:
        """Wait until every answer that has begun is given, or has failed."""
        if self._answers:
            await asyncio.wait(self._answers)

    async def _answer(self, query_id: str, text: str) -> None:
        try:
            await self._bot.answer_callback_query(
                query_id, text or None, show_alert=isinstance(text, Alert) or None, request_timeout=TIMEOUT
            )
        except Exception as error:  # noqa: BLE001 — what the press did stands; only the toast is lost
            _log.info("a press was not answered: %s", fault_of(error))
