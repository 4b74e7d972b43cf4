"""A town with one person for each role and one appeal in each state: what rights are tried on (guarantee 22)."""

import itertools
import sqlite3
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from aiogram import Bot

from bot.dispatch import Dispatch
from bot.in_force import InForce
from bot.reckoning import reckon
from bot.words import dictionary
from domain.appeal import Appeal
from domain.drafts import Draft, DraftState, PromptKind
from domain.ids import ChatId, DepartmentCode, UserId
from domain.messages import ContentKind, IncomingMessage
from domain.municipality import Employee, Role
from domain.people import Actor
from domain.status import Status
from locales.texts import Translations
from storage.database import open_database
from storage.schema import migrate
from storage.unit_of_work import Units
from tests.domain.people import APPROVALS, COORDINATORS, LEADERSHIP, MUNICIPALITY, ROADS, ZHKH

NOW = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)
REMOVED, STRANGER, BOT = 299, 998, 997
IDS = {role: 400 + number for number, role in enumerate(Role)}
HOME = {
    Role.COORDINATOR: {COORDINATORS},
    Role.APPROVER: {APPROVALS},
    Role.LEADER: {LEADERSHIP},
    Role.MAYOR: {LEADERSHIP},
    Role.EXECUTOR: {ZHKH},
}
IN_PRIVATE_TOO = {Role.COORDINATOR, Role.APPROVER, Role.LEADER, Role.MAYOR}
GROUPS = (COORDINATORS, APPROVALS, LEADERSHIP, ZHKH, ROADS, ChatId(-77))
KEPT = [
    "appeals",
    "assignments",
    "cards",
    "drafts",
    "prompts",
    "instructions",
    "stints",
    "municipality_versions",
]
DRAFTS = {
    Status.IN_PROGRESS: DraftState.PREVIEW,
    Status.ON_APPROVAL: DraftState.SUBMITTED,
    Status.APPROVED: DraftState.APPROVED,
}


def staffed(department="zhkh"):
    """One person for each role; whoever works for a department works for this one."""
    people = (
        Employee(
            UserId(IDS[role]),
            f"Человек {role}",
            frozenset({role}),
            departments=frozenset({DepartmentCode(department)}),
        )
        for role in Role
    )
    return replace(MUNICIPALITY, staff=tuple(people))


async def with_appeals(units):
    """One appeal in every state, with the department, with a draft and with questions for words; ids by state."""
    ids, message = {}, IncomingMessage(ChatId(1), 1, UserId(1), "Анна", None, ContentKind.TEXT, NOW, "Яма")
    async with units.open(now=NOW) as uow:
        citizen = await uow.citizens.ensure(message, NOW)
        for status in Status:
            appeal = Appeal("", citizen.id, NOW, NOW, status=status, assignments=1)
            appeal.department = DepartmentCode("zhkh") if status is not Status.REGISTERED else None
            appeal.executor_id = UserId(REMOVED)
            await uow.appeals.add(appeal, 2026)
            draft = Draft(appeal.id, 0, "Сделали", UserId(REMOVED), "Бывший", NOW)
            draft.state = DRAFTS.get(status, DraftState.DROPPED)
            await uow.drafts.add(draft)
            for kind in PromptKind:
                await uow.prompts.add(
                    kind,
                    appeal.id,
                    chat_id=ZHKH,
                    actor=Actor(UserId(REMOVED), "Бывший"),
                    now=NOW,
                    draft_id=draft.id,
                    words="Слова",
                )
            ids[status] = (appeal.id, draft.id)
        uow.duty.add(
            UserId(REMOVED),
            replaced_id=UserId(1),
            role=None,
            since=NOW,
            until=NOW.replace(year=2027),
            set_by="Тест",
        )
        await uow.commit()
    return ids


@pytest.fixture
async def town(tmp_path):
    database = await open_database(tmp_path / "town.sqlite3")
    await migrate(database)
    units = Units(database, staffed(), reckon=reckon, words=dictionary)
    yield units, await with_appeals(units), tmp_path / "town.sqlite3"
    await database.close()


class Toasts(list):
    def answer(self, query_id, text):
        self.append(text)


class NoStrays:
    async def tidy(self, query):
        return None


class Still:
    def now(self):
        return NOW


@pytest.fixture
def toasts():
    return Toasts()


@pytest.fixture(scope="module")
def translations():
    return Translations()


@pytest.fixture(scope="module")
def in_force(translations):
    return InForce(staffed(), translations)


@pytest.fixture
async def dispatch(town, toasts, in_force):
    units, _, _ = town
    bot = Bot("42:token")
    yield Dispatch(bot, units, Still(), toasts, NoStrays(), in_force)
    await bot.session.close()


def remember(path):
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
        kept = {table: connection.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall() for table in KEPT}
        done = Counter(action for (action,) in connection.execute("SELECT action FROM journal"))
    return kept, done


UPDATES = itertools.count(1)
