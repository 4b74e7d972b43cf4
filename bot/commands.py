"""The menus of commands: one table says who is offered what, and where. A command without a row works all the same."""

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from aiogram import Bot
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeUnion,
)

from bot.faults import fault_of
from domain.causes.rights import READERS as CAUSE_READERS
from domain.municipality import Municipality, Role
from domain.rhythm.readers import READERS
from domain.rights import SEARCHERS
from domain.setup.binding import Post
from locales.texts import Translations

_log = logging.getLogger(__name__)

TIMEOUT = 10


@dataclass(frozen=True, slots=True)
class Row:
    """A command, described by the text `command-NAME`.

    `citizens`: in every private chat, in each language. `roles`: in the private chats of these people.
    `posts`: in the groups that are these. `new_groups`: to administrators of groups that are nothing yet.
    """

    command: str
    citizens: bool = False
    roles: frozenset[Role] = frozenset()
    posts: frozenset[Post] = frozenset()
    new_groups: bool = False


COMMANDS: Final = (
    Row("start", citizens=True),
    Row("new", citizens=True),
    Row("my", citizens=True),
    Row("status", citizens=True),
    Row("withdraw", citizens=True),
    Row("forget", citizens=True),
    Row("help", citizens=True),
    Row("language", citizens=True),
    Row("queue", roles=frozenset({Role.COORDINATOR}), posts=frozenset({Post.COORDINATORS})),
    Row(
        "card",
        roles=SEARCHERS,
        posts=frozenset({Post.COORDINATORS, Post.APPROVALS, Post.LEADERSHIP, Post.DEPARTMENT}),
    ),
    Row("find", roles=SEARCHERS, posts=frozenset({Post.COORDINATORS})),
    Row("people", roles=SEARCHERS | {Role.ADMIN}, posts=frozenset({Post.COORDINATORS})),
    Row("event", roles=frozenset({Role.COORDINATOR}), posts=frozenset({Post.COORDINATORS})),
    Row(
        "causes",
        roles=frozenset({Role.COORDINATOR, Role.ADMIN}) | CAUSE_READERS,
        posts=frozenset({Post.COORDINATORS, Post.LEADERSHIP}),
    ),
    Row("add", roles=frozenset({Role.COORDINATOR}), posts=frozenset({Post.COORDINATORS})),
    *(
        Row(command, roles=frozenset({Role.COORDINATOR, Role.ADMIN}), posts=frozenset({Post.COORDINATORS}))
        for command in ("block", "unblock")
    ),
    Row("report", roles=READERS, posts=frozenset({Post.LEADERSHIP, Post.COORDINATORS})),
    Row("duty", roles=frozenset({Role.ADMIN, Role.COORDINATOR, Role.APPROVER})),
    Row("calendar", roles=frozenset({Role.ADMIN, Role.COORDINATOR}), posts=frozenset({Post.COORDINATORS})),
    Row("setup", roles=frozenset({Role.ADMIN})),
    Row("bind", new_groups=True),
)

Scope = tuple[str, int, str]
"""Kind, chat (0: all of them), language."""


def list_menus(municipality: Municipality, languages: tuple[str, ...]) -> Mapping[Scope, tuple[str, ...]]:
    """Every menu that is not empty. A person's own menu holds the citizens' commands too, since it replaces theirs."""
    menus = dict(_of_everybody(languages))
    menus |= dict(_of_staff(municipality)) | dict(_of_groups(municipality))
    return {scope: commands for scope, commands in menus.items() if commands}


def _of_everybody(languages: tuple[str, ...]) -> Iterator[tuple[Scope, tuple[str, ...]]]:
    citizens = tuple(row.command for row in COMMANDS if row.citizens)
    for number, language in enumerate(languages):
        yield ("private", 0, language if number else ""), citizens
    yield ("administrators", 0, ""), tuple(row.command for row in COMMANDS if row.new_groups)


def _of_staff(municipality: Municipality) -> Iterator[tuple[Scope, tuple[str, ...]]]:
    for employee in municipality.staff:
        own = [row.command for row in COMMANDS if row.roles & employee.roles]
        if own:
            citizens = [row.command for row in COMMANDS if row.citizens]
            yield ("chat", employee.id, ""), tuple(dict.fromkeys([*own, *citizens]))


def _of_groups(municipality: Municipality) -> Iterator[tuple[Scope, tuple[str, ...]]]:
    for chat in (chat for chat in municipality.staff_chats if chat < 0):
        posts = set(_posts(municipality, chat))
        yield ("chat", chat, ""), tuple(row.command for row in COMMANDS if row.posts & posts)


def _posts(municipality: Municipality, chat: int) -> Iterator[Post]:
    chats = municipality.chats
    own = {
        Post.COORDINATORS: chats.coordinators,
        Post.APPROVALS: chats.approvals,
        Post.LEADERSHIP: chats.leadership,
    }
    yield from (post for post, place in own.items() if place == chat)
    if municipality.list_departments_of_chat(chat):
        yield Post.DEPARTMENT


class Menus:
    """Tells the messenger what has changed in the menus since it was told last."""

    def __init__(self, bot: Bot, translations: Translations) -> None:
        self._bot = bot
        self._translations = translations
        self._told: dict[Scope, tuple[str, ...]] = {}

    async def publish(self, municipality: Municipality) -> None:
        """A menu is a convenience: one that can't be set (a person who never pressed Start) is tried at the next change."""
        wanted = list_menus(municipality, self._translations.languages)
        for scope in [*wanted, *(self._told.keys() - wanted.keys())]:
            commands = wanted.get(scope, ())
            if self._told.get(scope) != commands and await self._tell(scope, commands):
                self._told[scope] = commands

    async def _tell(self, scope: Scope, commands: tuple[str, ...]) -> bool:
        where, language = _scope(scope), scope[2] or None
        texts = self._translations.texts(scope[2] or self._translations.languages[0])
        menu = [
            BotCommand(command=command, description=texts.plain(f"command-{command}")) for command in commands
        ]
        try:
            if menu:
                await self._bot.set_my_commands(menu, where, language_code=language, request_timeout=TIMEOUT)
            else:
                await self._bot.delete_my_commands(where, language_code=language, request_timeout=TIMEOUT)
        except Exception as error:  # noqa: BLE001 — a convenience
            _log.info("a menu of commands was not set: %s", fault_of(error))
            return False
        return True


def _scope(scope: Scope) -> BotCommandScopeUnion:
    match scope:
        case "private", _, _:
            return BotCommandScopeAllPrivateChats()
        case "administrators", _, _:
            return BotCommandScopeAllChatAdministrators()
    return BotCommandScopeChat(chat_id=scope[1])
