"""How the bot introduces itself to the messenger: its menus, and what a person reads before the first word."""

import asyncio
import logging

from aiogram import Bot

from bot.commands import TIMEOUT, Menus
from bot.faults import fault_of
from bot.in_force import InForce
from views.citizen.introduction import description, short_description

_log = logging.getLogger(__name__)


class Introduction:
    """Told at the start and whenever the settings change; what is the same already is not told again.

    `username` is known from the first success on, "" before: links need it.
    """

    def __init__(self, bot: Bot, in_force: InForce) -> None:
        self.username = ""
        self._bot = bot
        self._in_force = in_force
        self._menus = Menus(bot, in_force.translations)
        self._turn = asyncio.Lock()
        self._described: dict[str, tuple[str, str]] = {}

    async def make(self) -> None:
        """Introduce the bot as it is to be now; nothing depends on it, so that a failure is only logged."""
        async with self._turn:
            try:
                self.username = (await self._bot.me()).username or ""
                await self._menus.publish(self._in_force.municipality)
                for number, language in enumerate(self._in_force.translations.languages):
                    await self._describe(language, "" if number == 0 else language)
            except Exception as error:  # noqa: BLE001 — a convenience
                _log.info("the bot was not introduced: %s", fault_of(error))

    async def _describe(self, language: str, code: str) -> None:
        """Telegram is sparing with these calls: what it knows already is only read."""
        texts, municipality = self._in_force.translations.texts(language), self._in_force.municipality
        wanted = description(texts, municipality), short_description(texts, municipality)
        if self._described.get(language) == wanted:
            return
        told = await self._bot.get_my_description(language_code=code, request_timeout=TIMEOUT)
        if told.description != wanted[0]:
            await self._bot.set_my_description(wanted[0], language_code=code, request_timeout=TIMEOUT)
        brief = await self._bot.get_my_short_description(language_code=code, request_timeout=TIMEOUT)
        if brief.short_description != wanted[1]:
            await self._bot.set_my_short_description(wanted[1], language_code=code, request_timeout=TIMEOUT)
        self._described[language] = wanted
