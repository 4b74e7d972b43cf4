"""Command × role × chat from one table: who may say it where; to everybody else it does nothing (guarantee 22)."""

import itertools
import sqlite3
from dataclasses import dataclass, replace

import pytest
from aiogram.types import Chat, Message, MessageEntity, Update, User

from bot.commands import COMMANDS
from domain.ids import ChatId, UserId
from domain.municipality import Employee, Role
from domain.notices import NoticeKind
from domain.status import Event, Status
from handlers.filters import ANONYMOUS_ADMIN
from tests.bot.rights_town import GROUPS, IDS, NOW, REMOVED, STRANGER, UPDATES, remember, staffed
from tests.domain.people import APPROVALS, COORDINATORS, LEADERSHIP, ZHKH

PRIVATE = ChatId(0)
ANYWHERE = frozenset({*GROUPS, PRIVATE})
STAFF = frozenset(Role)
AT_HOME = frozenset({COORDINATORS, PRIVATE})


@dataclass(frozen=True)
class Said:
    """What is written (`N` stands for a number of the department's), what the bot says to who may, and to whom where."""

    words: str
    answer: NoticeKind
    cells: tuple[tuple[frozenset[Role], frozenset[ChatId]], ...]

    def may(self, role, chat):
        return any(role in roles and chat in chats for roles, chats in self.cells)


def only(*roles):
    return frozenset(roles)


SAID = (
    Said("/queue", NoticeKind.CARD, ((only(Role.COORDINATOR), AT_HOME),)),
    Said(
        "/card N",
        NoticeKind.CARD,
        (
            (only(Role.COORDINATOR), only(COORDINATORS)),
            (only(Role.APPROVER), only(APPROVALS)),
            (only(Role.LEADER, Role.MAYOR), only(LEADERSHIP)),
            (only(Role.EXECUTOR), only(ZHKH)),
            (STAFF, only(PRIVATE)),
        ),
    ),
    Said(
        "/find вода",
        NoticeKind.FOUND,
        ((only(Role.COORDINATOR), only(COORDINATORS)), (STAFF, only(PRIVATE))),
    ),
    Said(
        "/people",
        NoticeKind.DIRECTORY,
        ((only(Role.COORDINATOR), only(COORDINATORS)), (STAFF, only(PRIVATE))),
    ),
    Said("/event звонки 90", NoticeKind.OCCASION, ((only(Role.COORDINATOR), AT_HOME),)),
    Said(
        "/causes",
        NoticeKind.CAUSES,
        (
            (only(Role.COORDINATOR, Role.ADMIN), AT_HOME),
            (only(Role.LEADER, Role.MAYOR, Role.OBSERVER), only(PRIVATE)),
            (STAFF, only(LEADERSHIP)),
        ),
    ),
    Said("/add Темно у школы", NoticeKind.ENTRY, ((only(Role.COORDINATOR), AT_HOME),)),
    Said("/block N спам", NoticeKind.STAFF_LINE, ((only(Role.COORDINATOR, Role.ADMIN), AT_HOME),)),
    Said("/unblock N", NoticeKind.STAFF_LINE, ((only(Role.COORDINATOR, Role.ADMIN), AT_HOME),)),
    Said("/duty", NoticeKind.DUTY, ((STAFF, ANYWHERE),)),
    Said(
        "/duty Иванова за Петрова до 30.11", NoticeKind.DUTY, ((only(Role.COORDINATOR, Role.ADMIN), AT_HOME),)
    ),
    Said("/calendar", NoticeKind.SETUP_PAGE, ((only(Role.COORDINATOR, Role.ADMIN), ANYWHERE),)),
    Said(
        "/report",
        NoticeKind.SUMMARY,
        (
            (STAFF, only(LEADERSHIP)),
            (only(Role.COORDINATOR), only(COORDINATORS)),
            (STAFF - {Role.EXECUTOR}, only(PRIVATE)),
        ),
    ),
    Said("/setup", NoticeKind.SETUP_PAGE, ((only(Role.ADMIN), only(PRIVATE)),)),
    Said("/bind", NoticeKind.BINDING, ((only(Role.ADMIN), frozenset(GROUPS)),)),
)
"""Everybody in it is of the department of housing; whoever answers for a department sees its cards in private."""

CELLS = [(said, role, chat) for said in SAID for role, chat in itertools.product(Role, (*GROUPS, PRIVATE))]


def say(person, chat, words):
    place = Chat(id=chat, type="private" if chat > 0 else "supergroup", title=None if chat > 0 else "Группа")
    user = User(id=person, is_bot=person == ANONYMOUS_ADMIN, first_name="Кто-то")
    group = place if person == ANONYMOUS_ADMIN else None
    number = next(UPDATES)
    command = MessageEntity(type="bot_command", offset=0, length=len(words.split()[0]))
    message = Message(
        message_id=number,
        date=NOW,
        chat=place,
        text=words,
        entities=[command],
        from_user=user,
        sender_chat=group,
    )
    return Update(update_id=number, message=message)


@pytest.fixture
async def talk(town, dispatch):
    """Says a command; which kinds of words the bot has for that chat."""
    units, ids, path = town
    two = (
        Employee(UserId(901), "Иванова Анна", frozenset()),
        Employee(UserId(902), "Петров Пётр", frozenset()),
    )
    units.municipality = replace(units.municipality, staff=(*units.municipality.staff, *two))
    async with units.open(now=NOW) as uow:
        number = (await uow.appeals.get(ids[Status.ASSIGNED][0])).number
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as outbox:

        async def heard(person, chat, words):
            (last,) = outbox.execute("SELECT coalesce(max(id), 0) FROM outbox").fetchone()
            update = say(person, chat or person, words.replace("N", number))
            await dispatch.handle(update, update.update_id)
            new = outbox.execute(
                "SELECT kind, args FROM outbox WHERE id > ? AND chat_id = ?", (last, chat or person)
            )
            return {kind for kind, args in new if "card-not-yours" not in args}

        yield heard


def known(path):
    """All that a command could change."""
    kept, done = remember(path)
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
        barred = connection.execute("SELECT id FROM citizens WHERE barred_at IS NOT NULL").fetchall()
    return kept, barred, done.keys() - {Event.REFUSED}


def test_every_command_of_the_staff_stands_in_the_table():
    assert {said.words.split()[0][1:] for said in SAID} == {
        row.command for row in COMMANDS if not row.citizens
    }


async def test_a_command_is_obeyed_in_the_listed_cells(talk):
    wrong = [
        (said.words, role, chat)
        for said, role, chat in CELLS
        if said.may(role, chat) and said.answer not in await talk(IDS[role], chat, said.words)
    ]
    assert wrong == []


async def test_outside_of_them_it_changes_nothing(town, talk):
    _, _, path = town
    before = known(path)
    people = [*((said, IDS[role], chat) for said, role, chat in CELLS if not said.may(role, chat))]
    people += itertools.product(SAID, (STRANGER, REMOVED, ANONYMOUS_ADMIN), GROUPS)
    people += itertools.product(SAID, (STRANGER, REMOVED), [PRIVATE])
    wrong = [
        (said.words, person, chat)
        for said, person, chat in people
        if said.answer in await talk(person, chat, said.words)
    ]
    assert wrong == []
    assert known(path) == before


NARROW = only(Role.EXECUTOR, Role.CURATOR, Role.DEPARTMENT_HEAD, Role.BLOCK_HEAD, Role.ADMIN)


async def test_r66_whoever_answers_for_other_departments_gets_no_card_of_this_one(town, talk):
    """R27: observers and those who answer for the whole do."""
    units, _, _ = town
    units.municipality = staffed("roads")
    got = {role for role in Role if NoticeKind.CARD in await talk(IDS[role], PRIVATE, "/card N")}
    assert got == STAFF - NARROW


async def test_whoever_writes_in_the_groups_name_is_asked_for_the_own_one(talk):
    """Telegram does not tell who it was; silence would look like a broken bot."""
    for said in SAID:
        assert NoticeKind.REFUSAL in await talk(ANONYMOUS_ADMIN, COORDINATORS, said.words), said.words
