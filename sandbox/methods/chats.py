"""Asking about chats and leaving them."""

from sandbox.access import need, readable, topic_of, writable
from sandbox.call import Call, method
from sandbox.errors import bad
from sandbox.groups import Room
from sandbox.model import Json, Member

ACTIONS = frozenset({
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
    "choose_sticker", "find_location", "record_video_note", "upload_video_note",
})  # fmt: skip
ADMINS = ("creator", "administrator")


@method("getMe")
def get_me(call: Call) -> Json:
    return {
        **call.bot.user.as_json(),
        "can_join_groups": True,
        "can_read_all_group_messages": call.bot.reads_all,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


@method("getChat")
def get_chat(call: Call) -> Json:
    chat = readable(call)
    gifts = dict.fromkeys(
        ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"),
        False,
    )
    body = {**chat.as_json(), "accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": gifts}
    pinned = [message for message in chat.log.values() if message.pinned and not message.deleted]
    return body | {"pinned_message": pinned[-1].as_json(nested=False)} if pinned else body


@method("getChatMember")
def get_chat_member(call: Call) -> Json:
    chat, user_id = readable(call), call.number("user_id")
    member = chat.members.get(user_id)
    if member is not None:
        return member.as_json()
    if user_id not in call.world.people:
        raise bad("PARTICIPANT_ID_INVALID")
    return Member(call.world.people[user_id], "left").as_json()


@method("getChatAdministrators")
def get_administrators(call: Call) -> list[Json]:
    """People only: bots are left out, except the asking one."""
    chat = readable(call)
    if chat.type == "private":
        raise bad("there are no administrators in the private chat")
    admins = [member for member in chat.members.values() if member.status in ADMINS]
    return [member.as_json() for member in admins if not member.user.is_bot or member.user is call.bot.user]


@method("getChatMemberCount")
def get_member_count(call: Call) -> int:
    return sum(member.inside for member in readable(call).members.values()) or 2


@method("leaveChat")
def leave_chat(call: Call) -> bool:
    chat = readable(call)
    if not isinstance(chat, Room):
        raise bad("chat member status can't be changed in private chats")
    chat.leave(call.bot.user)
    return True


@method("sendChatAction")
def send_chat_action(call: Call) -> bool:
    topic_of(call, writable(call), None)
    if call.text("action") not in ACTIONS:
        raise bad("wrong parameter action in request")
    return True


@method("createChatInviteLink", "exportChatInviteLink")
def create_invite_link(call: Call) -> Json | str:
    chat = readable(call)
    need(call, chat, "can_invite_users", "not enough rights to manage chat invite link")
    link = f"https://t.me/+{call.world.dice.randbytes(8).hex()}"
    if call.method.lower().startswith("export"):
        return link
    flags = {
        "creates_join_request": call.flag("creates_join_request"),
        "is_primary": False,
        "is_revoked": False,
    }
    return {"invite_link": link, "creator": call.bot.user.as_json(), **flags}
