"""Whoever is away hears through the substitute: a holiday keeps nothing from being told (A19)."""

from collections.abc import Iterable
from datetime import datetime

from domain.ids import ChatId, UserId
from services.ports import UnitOfWork


async def list_private(uow: UnitOfWork, people: Iterable[UserId], now: datetime) -> list[ChatId]:
    """Private chats in which these people, or who stands in for them, can be told now.

    Where the substitute can't be written to, the one who is away is told all the same.
    """
    found: list[ChatId] = []
    for person in people:
        substitutes = await uow.duty.list_substitutes(person, now)
        staff = [ChatId(one) for one in substitutes if uow.municipality.find_employee(one)]
        found += await _list_open(uow, staff) or await _list_open(uow, [ChatId(person)])
    return list(dict.fromkeys(found))


async def _list_open(uow: UnitOfWork, chats: Iterable[ChatId]) -> list[ChatId]:
    return [chat for chat in chats if not await uow.chats.is_closed(chat)]
