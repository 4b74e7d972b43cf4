"""Chats come and go: the bot is blocked or removed, comes back, or a group becomes a supergroup."""

from aiogram import Router
from aiogram.types import ChatMemberUpdated, Message

from domain.ids import ChatId
from handlers.filters import IsMigration
from handlers.scene import Scene
from services import delivery

router = Router(name="membership")

_GONE = frozenset({"left", "kicked"})


@router.my_chat_member()
async def note_membership(event: ChatMemberUpdated, scene: Scene) -> None:
    status = event.new_chat_member.status
    if status not in _GONE:
        await delivery.note_reachable(scene.uow, event.chat.id, title=event.chat.title or "", now=scene.now)
    elif event.chat.type == "private":
        await delivery.note_blocked(scene.uow, event.chat.id, now=scene.now)
    else:
        await delivery.note_unreachable(scene.uow, event.chat.id, status, now=scene.now)


@router.message(IsMigration("migrate_to_chat_id"))
async def note_new_id(message: Message, scene: Scene) -> None:
    """Said in the old group."""
    new = ChatId(message.migrate_to_chat_id or 0)
    await delivery.migrate(scene.uow, delivery.Move(ChatId(message.chat.id), new), now=scene.now)


@router.message(IsMigration("migrate_from_chat_id"))
async def note_old_id(message: Message, scene: Scene) -> None:
    """Said in the new supergroup; whichever comes first does it, the other changes nothing."""
    old = ChatId(message.migrate_from_chat_id or 0)
    await delivery.migrate(scene.uow, delivery.Move(old, ChatId(message.chat.id)), now=scene.now)
