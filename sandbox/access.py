"""May the bot do this here? The refusals about chats, topics and rights, in Telegram's words."""

from sandbox.bot_account import BotAccount
from sandbox.call import Call
from sandbox.chat import Chat, PrivateChat
from sandbox.errors import ApiError, bad, forbidden
from sandbox.groups import Room
from sandbox.model import Message, Topic

NAMES = {"group": "group chat", "supergroup": "supergroup chat", "channel": "channel chat"}


def readable(call: Call) -> Chat:
    """The chat of the call, where the bot may at least look."""
    chat_id = call.chat_id
    if chat_id is None:
        raise bad("chat_id is empty")
    chat = call.world.find_chat(call.bot, chat_id)
    if chat is None:
        raise _stranger(call, chat_id)
    if isinstance(chat, PrivateChat):
        _check_private(chat)
    elif isinstance(chat, Room):
        _check_room(call.bot, chat)
    return chat


def writable(call: Call) -> Chat:
    """The chat of the call, where the bot may write."""
    chat = readable(call)
    member = chat.members.get(call.bot.user.id)
    if chat.type == "channel" and not (member and member.can("can_post_messages")):
        raise bad("need administrator rights in the channel chat")
    if member is not None and member.status == "restricted" and not member.can("can_send_messages"):
        raise bad("not enough rights to send text messages to the chat")
    return chat


def need(call: Call, chat: Chat, right: str, refusal: str) -> None:
    """An administrator's right, or 400; in private everything is allowed."""
    if chat.type != "private" and not chat.member(call.bot.user).can(right):
        raise bad(refusal)


def find_message(chat: Chat, message_id: int, refusal: str) -> Message:
    message = chat.log.get(message_id)
    if message is None or message.deleted:
        raise bad(refusal)
    return message


def topic_of(call: Call, chat: Chat, reply: Message | None) -> Topic | None:
    """The topic to write to: named, or that of the message replied to."""
    thread = call.number("message_thread_id")
    topic = chat.topics.get(thread) if thread else reply.topic if reply else None
    if thread and topic is None and thread not in _chains(chat):
        raise bad("message thread not found")
    if topic is not None and topic.gone:
        raise bad(topic.gone)
    if topic is not None and topic.closed and not chat.member(call.bot.user).can("can_manage_topics"):
        raise bad("TOPIC_CLOSED")
    return topic


def _chains(chat: Chat) -> set[int]:
    """In a supergroup without topics the first message of a chain of replies is a thread."""
    return set() if chat.is_forum or chat.type != "supergroup" else set(chat.log)


def _stranger(call: Call, chat_id: int | str) -> ApiError:
    """403 for a person whom the bot has met but who never wrote to it, 400 for nobody."""
    known = chat_id in call.bot.known and chat_id in call.world.people
    return forbidden("bot can't initiate conversation with a user") if known else bad("chat not found")


def _check_private(chat: PrivateChat) -> None:
    if chat.person.deactivated:
        raise forbidden("user is deactivated")
    if chat.blocked:
        raise forbidden("bot was blocked by the user")
    if not chat.started:
        raise forbidden("bot can't initiate conversation with a user")


def _check_room(bot: BotAccount, chat: Room) -> None:
    if chat.migrated_to is not None:
        raise bad("group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.migrated_to.id)
    if bot.user.id not in chat.members:
        raise bad("chat not found")
    if chat.deleted:
        raise forbidden("the group chat was deleted")
    status = chat.members[bot.user.id].status
    if status == "kicked":
        raise forbidden(f"bot was kicked from the {NAMES[chat.type]}")
    if status == "left":
        raise forbidden(f"bot is not a member of the {NAMES[chat.type]}")
