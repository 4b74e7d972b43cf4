"""What time brings about: every verb asks the database what is due and does it, each in its own transaction."""

from contextlib import AbstractAsyncContextManager
from datetime import datetime, timedelta
from typing import Protocol

from services import answering, consent, held, registration
from services.ports import Rules, UnitOfWork


class Units(Protocol):
    """Opens one transaction after another."""

    def open(self, *, now: datetime) -> AbstractAsyncContextManager[UnitOfWork]: ...


async def settle(units: Units, rules: Rules, *, now: datetime) -> None:
    """Route what has come together."""
    async with units.open(now=now) as uow:
        due = [appeal.id for appeal in await uow.appeals.list_to_settle(now)]
    for appeal_id in due:
        async with units.open(now=now) as uow:
            await registration.settle(uow, rules, appeal_id, now=now)


async def publish(units: Units, *, now: datetime) -> None:
    """Send what was approved and whose undo time is over."""
    async with units.open(now=now) as uow:
        due = [draft.id for draft in await uow.drafts.list_to_publish(now)]
    for draft_id in due:
        async with units.open(now=now) as uow:
            await answering.publish(uow, draft_id, now=now)


async def register_held(units: Units, rules: Rules, *, now: datetime) -> None:
    """Register what nobody decided about in time, and what the hour has room for again."""
    async with units.open(now=now) as uow:
        rows = await uow.messages.list_due(now)
    for citizen_id, reason in {(row.citizen_id, row.held): None for row in rows}:
        if reason is not None:
            async with units.open(now=now) as uow:
                await held.register_due(uow, rules, citizen_id, reason, now=now)


async def see_to_consents(units: Units, rules: Rules, *, now: datetime) -> None:
    """Ask again for consents, and erase what waited for one longer than the municipality keeps it."""
    async with units.open(now=now) as uow:
        citizens = await uow.citizens.list_to_remind_of_consent(now)
    for citizen in citizens:
        async with units.open(now=now) as uow:
            await consent.remind(uow, rules, await uow.citizens.get(citizen.id), now=now)
    async with units.open(now=now) as uow:
        uow.messages.erase_unconsented(now - timedelta(days=uow.municipality.consent.keep_days))
        await uow.commit()


async def tick(units: Units, rules: Rules, *, now: datetime) -> None:
    """Everything that is due at this moment."""
    await settle(units, rules, now=now)
    await publish(units, now=now)
    await register_held(units, rules, now=now)
