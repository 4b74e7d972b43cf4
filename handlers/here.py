"""Where something happened, and what comes with every update."""

from dataclasses import dataclass

from aiogram.types import CallbackQuery, InaccessibleMessage, Message

from domain.ids import ChatId


@dataclass(frozen=True, slots=True)
class Here:
    """The chat, its topic (0: General or none) and the message that was pressed or sent; `is_photo`: as far as it is known."""

    chat: ChatId
    thread: int
    message: int
    is_photo: bool = False


def here_of_message(message: Message) -> Here:
    """General is no topic: only a topic's own messages carry its id (`is_topic_message`)."""
    thread = message.message_thread_id if message.is_topic_message else None
    return Here(ChatId(message.chat.id), thread or 0, message.message_id, bool(message.photo))


def here_of_press(query: CallbackQuery) -> Here | None:
    """Where the pressed message stands; an old message may be inaccessible, its chat and id are known all the same."""
    if isinstance(query.message, InaccessibleMessage):
        return Here(ChatId(query.message.chat.id), 0, query.message.message_id)
    return here_of_message(query.message) if query.message else None
