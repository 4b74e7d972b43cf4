"""What time brings about: every verb asks the database what is due and does it, each in its own transaction."""

from collections.abc import Awaitable
from contextlib import AbstractAsyncContextManager
from datetime import datetime, timedelta
from typing import Protocol

from services import answering, consent, held, registration
from services.ports import Rules, UnitOfWork


class Units(Protocol):
    """Opens one transaction after another."""

    def open(self, *, now: datetime) -> AbstractAsyncContextManager[UnitOfWork]: ...


class Carefully(Protocol):
    """Does one thing that is due; its failure is told to the administrators and keeps nothing else waiting."""

    async def __call__(self, what: str, work: Awaitable[object]) -> None: ...


async def settle(units: Units, rules: Rules, carefully: Carefully, *, now: datetime) -> None:
    """Route what has come together."""
    async with units.open(now=now) as uow:
        due = [appeal.id for appeal in await uow.appeals.list_to_settle(now)]
    for appeal_id in due:
        async with units.open(now=now) as uow:
            await carefully("settle", registration.settle(uow, rules, appeal_id, now=now))


async def publish(units: Units, carefully: Carefully, *, now: datetime) -> None:
    """Send what was approved and whose undo time is over."""
    async with units.open(now=now) as uow:
        due = [draft.id for draft in await uow.drafts.list_to_publish(now)]
    for draft_id in due:
        async with units.open(now=now) as uow:
            await carefully("publish", answering.publish(uow, draft_id, now=now))


async def register_held(units: Units, rules: Rules, carefully: Carefully, *, now: datetime) -> None:
    """Register what nobody decided about in time, and what the hour has room for again."""
    async with units.open(now=now) as uow:
        rows = await uow.messages.list_due(now)
    for citizen_id, reason in {(row.citizen_id, row.held): None for row in rows}:
        if reason is not None:
            async with units.open(now=now) as uow:
                await carefully("register", held.register_due(uow, rules, citizen_id, reason, now=now))


async def remind_of_consents(units: Units, rules: Rules, carefully: Carefully, *, now: datetime) -> None:
    """Ask again for what is needed before anything can be registered."""
    async with units.open(now=now) as uow:
        citizens = await uow.citizens.list_to_remind_of_consent(now)
    for citizen in citizens:
        async with units.open(now=now) as uow:
            await carefully("remind", consent.remind(uow, rules, citizen, now=now))


async def erase_unconsented(units: Units, *, now: datetime) -> None:
    """Erase what has waited for a consent longer than the municipality keeps it."""
    async with units.open(now=now) as uow:
        uow.messages.erase_unconsented(now - timedelta(days=uow.municipality.consent.keep_days))
        await uow.commit()


async def tick(units: Units, rules: Rules, carefully: Carefully, *, now: datetime) -> None:
    """Everything that is due at this moment."""
    await carefully("settle", settle(units, rules, carefully, now=now))
    await carefully("publish", publish(units, carefully, now=now))
    await carefully("register", register_held(units, rules, carefully, now=now))


async def see_to_consents(units: Units, rules: Rules, carefully: Carefully, *, now: datetime) -> None:
    """What the waiting for consents asks for, now and then."""
    await carefully("remind", remind_of_consents(units, rules, carefully, now=now))
    await carefully("erase", erase_unconsented(units, now=now))
