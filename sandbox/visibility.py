"""What a bot is told: privacy mode, administrators, other bots' messages, its own."""

from sandbox.bot_account import BotAccount
from sandbox.model import ANONYMOUS, CHANNEL_BOT, Message

OWN_NOTICES = frozenset({"pinned_message", "new_chat_title", "left_chat_member"})
"""Service messages that come back even to the bot that caused them."""


def sees(bot: BotAccount, message: Message, *, edited: bool = False) -> bool:
    """Whether this bot gets an update about the message."""
    if message.sender is bot.user:
        return not OWN_NOTICES.isdisjoint(message.content)
    if message.chat.type == "private":
        return True
    if not _inside(bot, message) or _from_other_bot(message):
        return False
    return message.is_service or _reads_all(bot, message) or (not edited and _addressed(bot, message))


def _inside(bot: BotAccount, message: Message) -> bool:
    left = message.content.get("left_chat_member", {}).get("id")
    return message.chat.members[bot.user.id].inside or left == bot.user.id


def _from_other_bot(message: Message) -> bool:
    sender = message.sender
    return (
        sender is not None
        and sender.is_bot
        and sender not in {ANONYMOUS, CHANNEL_BOT}
        and not message.is_service
    )


def _reads_all(bot: BotAccount, message: Message) -> bool:
    return bot.reads_all or message.chat.members[bot.user.id].status in {"administrator", "creator"}


def _addressed(bot: BotAccount, message: Message) -> bool:
    if message.reply_to is not None and message.reply_to.sender is bot.user:
        return True
    return any(_names(bot, entity["type"], _slice(message.text, entity)) for entity in message.entities)


def _names(bot: BotAccount, kind: str, text: str) -> bool:
    name = f"@{bot.user.username}".lower()
    if kind == "bot_command":
        return "@" not in text or text.lower().endswith(name)
    return kind == "mention" and text.lower() == name


def _slice(text: str, entity: dict[str, int]) -> str:
    raw = text.encode("utf-16-le", "surrogatepass")
    return raw[entity["offset"] * 2 : (entity["offset"] + entity["length"]) * 2].decode("utf-16-le")
