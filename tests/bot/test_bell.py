"""An alarm wakes the administrators once, not every second."""

from contextlib import asynccontextmanager
from datetime import timedelta

import pytest

from bot.alarms import AlarmKind
from bot.bell import Bell
from domain.ids import UserId
from domain.municipality import Employee, Role
from storage.database import StorageUnavailable
from tests.bot.machinery import START
from tests.views.cases import municipality

TOWN = municipality(staff=(Employee(UserId(900), "Романов А. Л.", frozenset({Role.ADMIN})),))


class Desk:
    """Units of work that only take notices down; time stands until it is told to go on."""

    def __init__(self):
        self.municipality = TOWN
        self.outbox = self
        self.said = []
        self.time = START
        self.is_away = False

    def now(self):
        return self.time

    @asynccontextmanager
    async def open(self, *, now):
        if self.is_away:
            raise StorageUnavailable
        yield self

    def add(self, notice, now):
        self.said.append(notice.args["error"])

    async def commit(self):
        pass


async def rings(bell, error="ValueError"):
    await bell(AlarmKind.NOT_DONE, what="publish", error=error)


async def test_the_same_alarm_rings_again_after_an_hour_and_no_sooner():
    desk = Desk()
    bell = Bell(desk, desk)
    for minutes in (0, 1, 58, 1, 30):
        desk.time += timedelta(minutes=minutes)
        await rings(bell)
    assert len(desk.said) == 2


async def test_another_trouble_rings_at_once():
    desk = Desk()
    bell = Bell(desk, desk)
    await rings(bell)
    await rings(bell, "KeyError")
    assert desk.said == ["ValueError", "KeyError"]


async def test_what_could_not_be_written_down_has_not_rung():
    desk = Desk()
    bell = Bell(desk, desk)
    desk.is_away = True
    with pytest.raises(StorageUnavailable):
        await rings(bell)
    desk.is_away = False
    await rings(bell)
    assert len(desk.said) == 1
