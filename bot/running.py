"""The life of the process: start in order or say in one line why not, run until a signal, stop without losing anything."""

import asyncio
import logging
import signal
import sys
from contextlib import suppress

from aiogram import Bot

from bot.app import TokenRefused, build_app, build_bot, ensure_token
from bot.collector import spare_what_stands
from bot.database_faults import explain
from bot.logs import set_up_logs
from bot.settings import Settings
from bot.setup_texts import say
from bot.start import issue_first_code, open_locked, settle_municipality
from domain.setup.invitations import FIRST_CODE_LIVES, shown_code

_log = logging.getLogger(__name__)

OK, FAILED = 0, 1


def run_bot(settings: Settings) -> int:
    """Run until SIGINT or SIGTERM; the exit code."""
    set_up_logs(settings.log_level, as_json=settings.log_json)
    try:
        asyncio.run(_serve(settings))
    except TokenRefused:
        sys.stderr.write(f"{say('setup-start-token-refused')}\n")
        return FAILED
    except Exception as error:
        told = explain(error, settings)
        if told is None:
            raise
        sys.stderr.write(f"{told[0]}\n")
        return told[1]
    return OK


async def _serve(settings: Settings) -> None:
    stopping = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # Windows; there Ctrl+C ends the loop itself
            asyncio.get_running_loop().add_signal_handler(number, stopping.set)
    async with open_locked(settings) as database:
        municipality = await settle_municipality(settings, database)
        bot = build_bot(settings)
        username = await _check_token(bot, settings)
        async with build_app(
            settings,
            database,
            municipality,
            bot=bot,
            is_known=username is not None,
            on_refused=stopping.set,
        ) as app:
            spare_what_stands()
            _log.info(say("setup-start-working", name=municipality.name or say("setup-start-nameless")))
            code = await issue_first_code(database, municipality, now=app.clock.now())
            tell_first_code(code, username)
            await stopping.wait()
        if app.is_refused:
            raise TokenRefused
        _log.info(say("setup-start-stopped"))


def tell_first_code(code: str | None, username: str | None) -> None:
    """To the terminal, whatever the level of the log: whoever reads it runs the server, and makes the administrator."""
    if code is None:
        return
    minutes = str(int(FIRST_CODE_LIVES.total_seconds()) // 60)
    sys.stdout.write(f"{say('setup-start-code', code=shown_code(code), minutes=minutes)}\n")
    if username:
        sys.stdout.write(f"https://t.me/{username}?start={code}\n")
    sys.stdout.flush()


async def _check_token(bot: Bot, settings: Settings) -> str | None:
    try:
        username = await ensure_token(bot)
    except TokenRefused:
        await bot.session.close()
        raise
    if username is None:
        _log.warning(say("setup-start-unreachable", api=settings.bot_api_url))
    return username
