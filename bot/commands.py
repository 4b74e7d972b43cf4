"""The menu of commands that citizens see in their private chat, in each language."""

import logging

from aiogram import Bot
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats

from bot.faults import fault_of
from locales.texts import Translations

_log = logging.getLogger(__name__)

COMMANDS = ("start", "new", "my", "status", "withdraw", "help", "language")
TIMEOUT = 10


async def publish_commands(bot: Bot, translations: Translations) -> None:
    """Tell the messenger the commands; without it they work all the same, so a failure is only logged."""
    for number, language in enumerate(translations.languages):
        texts = translations.texts(language)
        menu = [
            BotCommand(command=command, description=texts.plain(f"command-{command}")) for command in COMMANDS
        ]
        code = language if number else None
        try:
            await bot.set_my_commands(
                menu, BotCommandScopeAllPrivateChats(), language_code=code, request_timeout=TIMEOUT
            )
        except Exception as error:  # noqa: BLE001 — a convenience
            _log.info("the menu of commands was not set: %s", fault_of(error))
