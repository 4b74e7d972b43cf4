"""`python -m bot check`: everything that can be looked at before people rely on it; changes nothing."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramBadRequest, TelegramForbiddenError
from aiogram.types import ChatMemberAdministrator, ChatMemberRestricted, ResultChatMemberUnion

from bot.app import TokenRefused, build_bot, ensure_token
from bot.clock import SystemClock
from bot.mailing.smtp import Verdict, greet
from bot.municipality import load_municipality
from bot.production_calendar import declared_years, known_until
from bot.settings import Settings
from bot.setup_texts import say
from domain.municipality import Municipality, Role, SetupStep
from domain.setup.calendar import count_days, find_missing_year
from domain.setup.founding import NOWHERE, blank
from storage.database import is_sound, open_reader
from storage.municipality import read_municipality

CALL = 10
_MAIL = {
    Verdict.TAKEN: "check-mail-ready",
    Verdict.CLOSED: "check-mail-refused",
    Verdict.LATER: "check-mail-unreachable",
}
NEEDED_TWICE = (Role.COORDINATOR, Role.APPROVER, Role.EXECUTOR, Role.ADMIN)


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One line of the report; a bad one makes the command fail, a caution wants something done all the same."""

    line: str
    is_bad: bool = False
    is_caution: bool = False

    def __str__(self) -> str:
        sign = "!" if self.is_caution else "✓"
        return f"{'✗' if self.is_bad else sign} {self.line}"


async def check_all(settings: Settings) -> list[CheckLine]:
    """Settings were read already; the rest in the order in which it has to be mended."""
    path = settings.database_path
    sound = path.exists() and await is_sound(path)
    lines = [CheckLine(say("check-settings")), _judge_database(path, sound=sound)]
    municipality = await _find_municipality(settings, sound=sound)
    lines += _check_file(settings)
    if municipality is None:
        municipality = blank()
        lines.append(CheckLine(say("check-blank", file=str(settings.municipality_file))))
    else:
        lines += _check_opening(municipality)
        lines += _check_roles(municipality)
        lines += _check_calendar(municipality)
        lines += await check_mail(settings, municipality)
    return lines + await _check_telegram(settings, municipality)


def _judge_database(path: Path, *, sound: bool) -> CheckLine:
    if not path.exists():
        return CheckLine(say("check-database-new", database=str(path)))
    key = "check-database-sound" if sound else "check-database-broken"
    return CheckLine(say(key, database=str(path)), is_bad=not sound)


async def _find_municipality(settings: Settings, *, sound: bool) -> Municipality | None:
    if sound:
        reader = await open_reader(settings.database_path)
        try:
            settled = await read_municipality(reader)
        finally:
            await reader.close()
        if settled is not None:
            return settled
    if settings.municipality_file.exists() or settings.municipality_file_is_named:
        return load_municipality(settings.municipality_file).municipality
    return None


def _check_file(settings: Settings) -> list[CheckLine]:
    if not settings.municipality_file.exists():
        return []
    file = load_municipality(settings.municipality_file)
    return [
        CheckLine(say("check-file", file=str(settings.municipality_file))),
        *(CheckLine(str(w), is_caution=True) for w in file.warnings),
    ]


def _check_opening(municipality: Municipality) -> list[CheckLine]:
    """What a set-up in the chat still lacks."""
    if municipality.is_open:
        return []
    lacking = ", ".join(
        say("setup-step", step=step.value) for step in SetupStep if step in municipality.unsettled
    )
    return [CheckLine(say("check-not-open", lacking=lacking), is_caution=True)]


def _check_roles(municipality: Municipality) -> list[CheckLine]:
    """A role that one person alone holds stops with that person's holiday (A19)."""
    held = Counter(role for employee in municipality.staff for role in employee.roles)
    return [
        CheckLine(say("check-role-thin", role=role.value, count=str(held[role])), is_caution=True)
        for role in NEEDED_TWICE
        if held[role] < 2
    ]


def _check_calendar(municipality: Municipality) -> list[CheckLine]:
    """Up to when terms can be computed; a year that is here already and not known is a failure, the next one a warning."""
    today = SystemClock().now().astimezone(ZoneInfo(municipality.timezone)).date()
    until = known_until(municipality)
    missing = find_missing_year(until, today)
    declared = [
        CheckLine(say("check-calendar-declared", year=str(year), count=count_days(municipality, year)))
        for year in declared_years(municipality.calendar_years)
        if year >= today.year
    ]
    if missing is None:
        return [CheckLine(say("check-calendar", until=f"{until:%d.%m.%Y}")), *declared]
    is_here = missing <= today.year
    return [
        *declared,
        CheckLine(say("check-calendar-ends", year=str(missing)), is_bad=is_here, is_caution=True),
    ]


async def check_mail(settings: Settings, municipality: Municipality) -> list[CheckLine]:
    """Departments without a chat get nothing while the mail is not set up (R30)."""
    if settings.smtp_host:
        answer = await greet(settings)
        said = _MAIL.get(answer.verdict, "check-mail-refused")
        line = say(said, server=settings.smtp_host, sender=settings.smtp_from, code=answer.code)
        return [CheckLine(line, is_bad=answer.verdict is not Verdict.TAKEN)]
    waiting = [one.name for one in municipality.departments if municipality.works_by_mail(one)]
    return [CheckLine(say("check-mail-missing", names=", ".join(waiting)), is_bad=True)] if waiting else []


async def _check_telegram(settings: Settings, municipality: Municipality) -> list[CheckLine]:
    if settings.bot_token is None:
        return [CheckLine(say("setup-cli-no-token"), is_bad=True)]
    bot = build_bot(settings)
    try:
        if await ensure_token(bot) is None:
            return [CheckLine(say("setup-start-unreachable", api=settings.bot_api_url), is_bad=True)]
        chats = [await _check_chat(bot, chat) for chat in sorted(municipality.staff_chats - {NOWHERE})]
        public = [await _check_public(bot, chat) for chat in municipality.chats.public]
        return [CheckLine(say("check-token")), *chats, *public, *await _check_staff(bot, municipality)]
    except TokenRefused:
        return [CheckLine(say("setup-start-token-refused"), is_bad=True)]
    finally:
        await bot.session.close()


async def _check_chat(bot: Bot, chat: int) -> CheckLine:
    try:
        me = await bot.get_chat_member(chat, bot.id, request_timeout=CALL)
    except (TelegramBadRequest, TelegramForbiddenError):
        return CheckLine(say("check-chat-closed", chat=str(chat)), is_bad=True)
    except AiogramError as error:
        return CheckLine(say("check-chat-unknown", chat=str(chat), detail=type(error).__name__), is_bad=True)
    if not _may_write(me):
        return CheckLine(say("check-chat-closed", chat=str(chat)), is_bad=True)
    is_admin = isinstance(me, ChatMemberAdministrator)
    line = say("check-chat-admin" if is_admin else "check-chat-member", chat=str(chat))
    pins = chat > 0 or (isinstance(me, ChatMemberAdministrator) and me.can_pin_messages)
    return CheckLine(line if pins else f"{line}; {say('check-chat-pin-by-hand')}")


async def _check_public(bot: Bot, chat: int) -> CheckLine:
    """Whether it reads all that people comment there, and may answer."""
    try:
        me = await bot.get_chat_member(chat, bot.id, request_timeout=CALL)
        reads_all = (await bot.me()).can_read_all_group_messages
    except (TelegramBadRequest, TelegramForbiddenError):
        return CheckLine(say("check-public-closed", chat=str(chat)), is_bad=True)
    except AiogramError as error:
        return CheckLine(say("check-chat-unknown", chat=str(chat), detail=type(error).__name__), is_bad=True)
    if not _may_write(me):
        return CheckLine(say("check-public-closed", chat=str(chat)), is_bad=True)
    if not (reads_all or isinstance(me, ChatMemberAdministrator)):
        return CheckLine(say("check-public-deaf", chat=str(chat)), is_bad=True)
    return CheckLine(say("check-public-ready", chat=str(chat)))


def _may_write(me: ResultChatMemberUnion) -> bool:
    is_out = me.status in {"left", "kicked"}
    return not is_out and not (isinstance(me, ChatMemberRestricted) and not me.can_send_messages)


async def _check_staff(bot: Bot, municipality: Municipality) -> list[CheckLine]:
    """Who never pressed Start can't be written to in private."""
    silent = []
    for employee in municipality.staff:
        try:
            await bot.get_chat(employee.id, request_timeout=CALL)
        except (TelegramBadRequest, TelegramForbiddenError):
            silent.append(employee.name)
        except AiogramError:
            continue
    return [CheckLine(say("check-staff-silent", names=", ".join(silent)), is_caution=True)] if silent else []
