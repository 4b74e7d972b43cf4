"""The municipality's settings: the file is applied to an empty database, later only on purpose."""

from datetime import datetime

from domain.municipality import Municipality
from domain.people import Actor
from services.people import handover
from services.ports import UnitOfWork


async def apply(uow: UnitOfWork, municipality: Municipality, *, actor: Actor, now: datetime) -> None:
    """Make these settings the municipality's; the former ones stay in the history."""
    await change(uow, municipality, actor=actor, now=now)
    await uow.commit()


async def change(uow: UnitOfWork, municipality: Municipality, *, actor: Actor, now: datetime) -> None:
    """The same as a part of the caller's transaction."""
    before = uow.municipality
    uow.change_municipality(municipality, actor, now)
    await handover.tell_of_leavers(uow, before, now)
