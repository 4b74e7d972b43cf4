"""Who writes: met at the first message, and met again by whoever had blocked the bot."""

from datetime import datetime

from domain.errors import NotFound
from domain.messages import Citizen, IncomingMessage
from services.ports import UnitOfWork


async def meet(uow: UnitOfWork, message: IncomingMessage, now: datetime) -> Citizen:
    """The citizen behind a message. Who writes can be written to: what was kept for this chat leaves now."""
    citizen = await uow.citizens.ensure(message, now)
    if citizen.blocked_at is not None or citizen.created_at == now:
        uow.chats.mark_reachable(citizen.chat_id, now)
        citizen.blocked_at = None
    return citizen


async def find_own(uow: UnitOfWork, user_id: int) -> Citizen:
    """The citizen who presses; somebody who never wrote has nothing to press."""
    citizen = await uow.citizens.find_by_user(user_id)
    if citizen is None:
        raise NotFound
    return citizen
