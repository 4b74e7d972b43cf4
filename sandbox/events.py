"""Changes that are no messages: reactions, pins, a bot blocked and let in again."""

from sandbox.chat import PrivateChat
from sandbox.model import Json, Member, Message, User


def react(message: Message, person: User, emoji: list[str]) -> None:
    """A person's whole set of reactions to a message; told to bots that ask and, in groups, are administrators."""
    world = message.chat.world
    before = message.reactions.get(person.id, [])
    message.reactions[person.id] = emoji
    payload: Json = {
        "chat": message.chat.as_json(),
        "message_id": message.id,
        "user": person.as_json(),
        "date": world.timestamp(),
        "old_reaction": [_emoji(one) for one in before],
        "new_reaction": [_emoji(one) for one in emoji],
    }
    for bot in world.bots_in(message.chat):
        if message.chat.type == "private" or message.chat.member(bot.user).status == "administrator":
            world.offer(bot, "message_reaction", payload)
    world.touch()


def pin(message: Message, by: User) -> None:
    """Pin, with the service message that everybody gets, even the bot that pinned."""
    message.pinned = True
    message.chat.world.post(
        message.chat, by, {"pinned_message": message.as_json(nested=False)}, topic=message.topic
    )


def tell_block(chat: PrivateChat) -> None:
    """my_chat_member as it comes when a person blocks the bot or lets it in again."""
    for bot in chat.world.bots_in(chat):
        statuses = ("member", "kicked") if chat.blocked else ("kicked", "member")
        before, after = (Member(bot.user, status).as_json() for status in statuses)
        payload: Json = {
            "chat": chat.as_json(),
            "from": chat.person.as_json(),
            "date": chat.world.timestamp(),
            "old_chat_member": before,
            "new_chat_member": after,
        }
        chat.world.offer(bot, "my_chat_member", payload)


def _emoji(one: str) -> Json:
    return {"type": "emoji", "emoji": one}
