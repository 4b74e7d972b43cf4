"""What is due is looked up first: a quiet second costs nobody a transaction, and one trouble keeps nothing waiting."""

from contextlib import asynccontextmanager
from datetime import UTC, datetime

from domain.ids import AppealId
from services import ticks

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


class Nothing:
    """Nothing is due but what is named."""

    def __init__(self, **due):
        self._due = due

    def __getattr__(self, name):
        async def look(*_):
            return self._due.get(name, [])

        return look


class Units:
    def __init__(self):
        self.opened = 0

    @asynccontextmanager
    async def open(self, *, now):
        self.opened += 1
        yield now


async def carefully(what, work):
    await work


async def ring(due, units):
    await ticks.tick(ticks.Round(units, due, None, carefully, NOW))


async def test_where_nothing_is_due_no_transaction_is_opened():
    units = Units()
    await ring(Nothing(), units)
    assert units.opened == 0


async def test_each_thing_that_is_due_has_a_transaction_of_its_own(monkeypatch):
    units, settled = Units(), []

    async def settle(uow, rules, appeal_id, *, now):
        settled.append(appeal_id)

    monkeypatch.setattr("services.citizen.registration.settle", settle)
    await ring(Nothing(list_to_settle=[AppealId(1), AppealId(2)]), units)
    assert (units.opened, settled) == (2, [1, 2])
