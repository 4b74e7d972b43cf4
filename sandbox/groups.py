"""Groups, supergroups with and without topics, channels: joining, rights, migration, the end."""

from dataclasses import dataclass, replace

from sandbox.bot_account import BotAccount
from sandbox.chat import Chat
from sandbox.model import ANONYMOUS, TELEGRAM, Json, Member, Message, Topic, User

BOT_ADMIN = frozenset({
    "can_manage_chat", "can_delete_messages", "can_pin_messages", "can_manage_topics", "can_invite_users",
    "can_post_messages", "can_edit_messages",
})  # fmt: skip


@dataclass(slots=True, eq=False)
class Room(Chat):
    """What groups and channels share: members and their standing."""

    migrated_to: "Group | None" = None

    @property
    def owner(self) -> User:
        """The creator, or Telegram's anonymous administrator where nobody is."""
        return next(
            (member.user for member in self.members.values() if member.status == "creator"), ANONYMOUS
        )

    def set_status(
        self, user: User, status: str, rights: frozenset[str] = frozenset(), by: User | None = None
    ) -> None:
        """Change a standing without a service message."""
        self.world.set_member(self, Member(user, status, rights), by or self.owner)

    def promote(self, user: User, *rights: str) -> None:
        """Make an administrator; without `rights`, with the usual ones."""
        self.set_status(user, "administrator", frozenset(rights) or BOT_ADMIN)

    def demote(self, user: User) -> None:
        self.set_status(user, "member")

    def promote_bot(self, *rights: str) -> None:
        self.promote(self.world.bot.user, *rights)

    def demote_bot(self) -> None:
        self.demote(self.world.bot.user)

    def add_bot(self, bot: BotAccount | None = None, *, admin: bool = False, by: User | None = None) -> None:
        """The bot comes in: my_chat_member and, in a group, the service message."""
        account = bot or self.world.bot
        status = ("administrator", BOT_ADMIN) if admin else ("member", frozenset[str]())
        self.set_status(account.user, *status, by=by)
        account.known.update(self.members)
        if self.type != "channel":
            self.world.post(self, by or self.owner, _joined([account.user]))

    def kick_bot(self, by: User | None = None) -> None:
        self.kick(self.world.bot.user, by)

    def kick(self, user: User, by: User | None = None) -> None:
        """Remove and bar from coming back."""
        self._out(user, "kicked", by or self.owner)

    def leave(self, user: User) -> None:
        self._out(user, "left", user)

    def destroy(self) -> None:
        """Deleted by its owner: every call about it meets 403."""
        self.deleted = True

    def _out(self, user: User, status: str, by: User) -> None:
        self.set_status(user, status, by=by)
        if self.type != "channel":
            self.world.post(self, by, {"left_chat_member": user.as_json()})


@dataclass(slots=True, eq=False)
class Group(Room):
    """A group or a supergroup."""

    def add(self, *users: User, by: User | None = None) -> None:
        """People come in, with the service message that names them."""
        for user in users:
            self.set_status(user, "member", by=by or user)
        self.world.post(self, by or users[0], _joined(list(users)))
        for bot in self.world.bots_in(self):
            bot.known.update(user.id for user in users)

    def rename(self, title: str, by: User | None = None) -> None:
        self.title = title
        self.world.post(self, by or self.owner, {"new_chat_title": title})

    def mute_bot(self) -> None:
        """The bot stays but may not write."""
        self.set_status(self.world.bot.user, "restricted")

    def migrate(self) -> "Group":
        """Become a supergroup with a new id; the old one answers 400 with the new id from now on."""
        fresh = self.world.supergroup(self.title, bot=False)
        fresh.members = dict(self.members)
        self.migrated_to = fresh
        by = self.owner
        self.world.post(self, by, {"migrate_to_chat_id": fresh.id})
        self.world.post(
            fresh, ANONYMOUS, {"migrate_from_chat_id": self.id}, extra={"sender_chat": fresh.as_json()}
        )
        return fresh

    def topic(self, name: str, by: User | None = None) -> Topic:
        """Open a topic (the chat becomes a forum): its id is the id of the service message that opens it."""
        self.is_forum = True
        body: Json = {"forum_topic_created": {"name": name, "icon_color": 7322096}}
        topic = Topic(0, name)
        self.world.post(self, by or self.owner, body, topic=topic)
        return topic

    def close_topic(self, topic: Topic, by: User | None = None) -> None:
        topic.closed = True
        self.world.post(self, by or self.owner, {"forum_topic_closed": {}}, topic=topic)

    def reopen_topic(self, topic: Topic, by: User | None = None) -> None:
        topic.closed = False
        self.world.post(self, by or self.owner, {"forum_topic_reopened": {}}, topic=topic)

    def delete_topic(self, topic: Topic, refusal: str = "TOPIC_DELETED") -> None:
        """The topic and its messages vanish. `refusal` may be "message thread not found": Telegram says either."""
        topic.gone = refusal
        for message in self.log.values():
            message.deleted = message.deleted or message.topic is topic

    def make_anonymous(self, user: User) -> None:
        """From now on this administrator writes as the group."""
        self.members[user.id] = replace(
            self.member(user), status="administrator", anonymous=True, rights=BOT_ADMIN
        )


@dataclass(slots=True, eq=False)
class Channel(Room):
    """A channel. Posts have no `from`; its owner may link a group to it for comments."""

    linked: Group | None = None

    async def publish(self, text: str, signature: str = "") -> Message:
        """A post of the channel itself; the linked group gets it as Telegram's automatic forward."""
        from sandbox.content import written

        extra: Json = {"sender_chat": self.as_json()} | ({"author_signature": signature} if signature else {})
        message = self.world.post(self, None, written(text), extra=extra)
        if self.linked is not None:
            origin = {
                "type": "channel",
                "chat": self.as_json(),
                "date": message.date,
                "message_id": message.id,
            }
            extra = {"sender_chat": self.as_json(), "is_automatic_forward": True, "forward_origin": origin}
            self.world.post(self.linked, TELEGRAM, message.content, extra=extra)
        return message

    def link(self, group: Group) -> None:
        self.linked = group


def _joined(users: list[User]) -> Json:
    return {"new_chat_members": [user.as_json() for user in users]}
