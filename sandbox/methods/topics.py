"""Forum topics, as an administrator bot manages them."""

from sandbox.access import need, writable
from sandbox.call import Call, method
from sandbox.errors import bad
from sandbox.groups import Group
from sandbox.model import Json, Topic


@method("createForumTopic")
def create_topic(call: Call) -> Json:
    topic = _forum(call).topic(call.text("name"), call.bot.user)
    return {"message_thread_id": topic.id, "name": topic.name, "icon_color": 7322096}


@method("editForumTopic")
def edit_topic(call: Call) -> bool:
    group = _forum(call)
    topic = _topic(call, group)
    topic.name = call.text("name", topic.name)
    call.world.post(group, call.bot.user, {"forum_topic_edited": {"name": topic.name}}, topic=topic)
    return True


@method("closeForumTopic")
def close_topic(call: Call) -> bool:
    group = _forum(call)
    topic = _topic(call, group)
    if topic.closed:
        raise bad("TOPIC_NOT_MODIFIED")
    group.close_topic(topic, call.bot.user)
    return True


@method("reopenForumTopic")
def reopen_topic(call: Call) -> bool:
    group = _forum(call)
    topic = _topic(call, group)
    if not topic.closed:
        raise bad("TOPIC_NOT_MODIFIED")
    group.reopen_topic(topic, call.bot.user)
    return True


@method("deleteForumTopic")
def delete_topic(call: Call) -> bool:
    group = _forum(call)
    group.delete_topic(_topic(call, group))
    return True


def _forum(call: Call) -> Group:
    chat = writable(call)
    if not isinstance(chat, Group) or not chat.is_forum:
        raise bad("the chat is not a forum")
    need(call, chat, "can_manage_topics", "not enough rights to create a topic")
    return chat


def _topic(call: Call, group: Group) -> Topic:
    topic = group.topics.get(call.number("message_thread_id"))
    if topic is None or topic.gone:
        raise bad("TOPIC_ID_INVALID")
    return topic
