"""What people do and what the bot is told of it."""

from typing import Any

import pytest

from sandbox import ManualClock, Person, World
from sandbox.client import Api
from sandbox.groups import Group


@pytest.fixture
def anna(city: World) -> Person:
    return city.user("Анна Петрова", username="anna")


async def last(api: Api, kind: str = "message") -> dict[str, Any]:
    update: dict[str, Any] = (await api.updates())[-1][kind]
    return update


async def test_a_persons_message(api: Api, anna: Person) -> None:
    await anna.start("dep_7")
    message = await last(api)
    assert message["text"] == "/start dep_7"
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert message["from"] == {
        "id": anna.id, "is_bot": False, "first_name": "Анна", "last_name": "Петрова", "username": "anna", "language_code": "ru",
    }  # fmt: skip
    assert message["chat"]["type"] == "private"


@pytest.mark.parametrize(
    "kind", ["photo", "video", "document", "audio", "animation", "voice", "video_note", "sticker"]
)
async def test_every_kind_of_file_has_an_id(api: Api, anna: Person, kind: str) -> None:
    await anna.send_file(kind)
    body = (await last(api))[kind]
    assert (body[-1] if kind == "photo" else body)["file_id"]


async def test_places_contacts_polls_and_dice(api: Api, anna: Person) -> None:
    await anna.send_location(56.6, 57.7)
    await anna.send_venue(56.6, 57.7, "Мэрия", "Советская, 25")
    await anna.send_contact()
    await anna.send_poll()
    await anna.send_dice()
    found = [message["message"] for message in await api.updates()]
    assert [next(k for k in ("venue", "location", "contact", "poll", "dice") if k in body) for body in found] == [
        "location", "venue", "contact", "poll", "dice",
    ]  # fmt: skip


async def test_an_album_comes_as_separate_updates_with_pauses(city: World, api: Api, anna: Person) -> None:
    clock = city.clock
    assert isinstance(clock, ManualClock)
    clock.speed = 100
    sent = await anna.send_album(["photo", "video", "document"], "ямы", caption_on=1, delay=2)
    updates = [update["message"] for update in await api.updates()]
    assert {update["media_group_id"] for update in updates} == {sent[0].media_group_id}
    assert [update.get("caption") for update in updates] == [None, "ямы", None]
    assert updates[2]["date"] - updates[0]["date"] >= 3


async def test_a_long_text_is_cut_by_the_client(api: Api, anna: Person) -> None:
    parts = await anna.send_long("я" * 9000)
    assert [len(part.text) for part in parts] == [4096, 4096, 808]
    with pytest.raises(ValueError, match="send_long"):
        await anna.send("я" * 4097)


async def test_an_edit(api: Api, anna: Person) -> None:
    text, photo = await anna.send("яма"), await anna.send_photo("тут")
    await anna.edit(text, "ямища")
    await anna.edit(photo, "там")
    first, second = [update["edited_message"] for update in (await api.updates())[2:]]
    assert (first["text"], first["message_id"]) == ("ямища", text.id)
    assert (second["caption"], "photo" in second) == ("там", True)
    assert text.earlier == [{"text": "яма"}]


async def test_deleting_tells_the_bot_nothing(api: Api, anna: Person) -> None:
    message = await anna.send("яма")
    await api.updates()
    await anna.delete(message)
    assert await api.updates() == []
    assert anna.chat.visible == []


async def test_forwards_say_whence_they_come(city: World, api: Api, anna: Person) -> None:
    group, news = city.group("Двор", anna), city.channel("Новости")
    neighbour = city.user("Олег")
    await anna.forward(await neighbour.in_(group).send("прорвало"))
    await anna.forward(await neighbour.in_(group, anonymous=True).send("прорвало"))
    await anna.forward(await news.publish("ремонт"))
    await anna.forward("от соседа", neighbour)
    await anna.forward_hidden("скрытно", "Аноним")
    origins = [
        u["message"]["forward_origin"]
        for u in await api.updates()
        if "forward_origin" in u.get("message", {})
    ]
    assert [origin["type"] for origin in origins] == ["user", "chat", "channel", "user", "hidden_user"]


async def test_a_hidden_sender_without_a_name_is_let_through_unchecked(api: Api, anna: Person) -> None:
    await anna.forward_hidden("яд")
    assert (await last(api))["forward_origin"].keys() == {"type", "date"}


async def test_raw_updates_keep_whatever_they_are(city: World, api: Api) -> None:
    city.push_raw({"message": "\ud83d"})
    city.push_raw({"update_id": 5, "sigh": None})
    assert [update.get("message") for update in await api("getUpdates", timeout=0)] == ["\ud83d", None]


async def test_blocking_and_coming_back(city: World, api: Api, anna: Person) -> None:
    await anna.start()
    await anna.block_bot()
    member = await last(api, "my_chat_member")
    assert (member["old_chat_member"]["status"], member["new_chat_member"]["status"]) == ("member", "kicked")
    assert (
        await api.refused("sendMessage", chat_id=anna.id, text="а")
        == "Forbidden: bot was blocked by the user"
    )
    await anna.unblock_bot()
    assert (await last(api, "my_chat_member"))["new_chat_member"]["status"] == "member"
    await api("sendMessage", chat_id=anna.id, text="а")
    anna.deactivated = True
    assert await api.refused("sendMessage", chat_id=anna.id, text="а") == "Forbidden: user is deactivated"


async def test_staff_who_never_pressed_start_cannot_be_written_to(
    city: World, api: Api, anna: Person
) -> None:
    stranger = city.user("Никто")
    city.group("Дороги", anna)
    assert "bot can't initiate conversation with a user" in await api.refused(
        "sendMessage", chat_id=anna.id, text="а"
    )
    assert "chat not found" in await api.refused("sendMessage", chat_id=stranger.id, text="а")


async def test_in_a_group_privacy_hides_ordinary_talk(city: World, api: Api, anna: Person) -> None:
    group = city.group("Дороги", anna)
    robot = city.user("Робот", is_bot=True).in_(group)
    sent = await api("sendMessage", chat_id=group.id, text="карточка")
    await api.updates()
    here = anna.in_(group)
    talk = await here.send("просто разговор")
    await here.edit(talk, "просто разговоры")
    await here.send("/otchet")
    await here.send("/otchet@other_bot")
    await here.send("спросим @priemnaya_bot")
    answer = await here.reply(group.log[sent["message_id"]], "сделано")
    await here.edit(answer, "сделано, да не всё")
    await robot.send("/start")
    group.rename("Дороги и дворы")
    found = [update["message"] for update in await api.updates()]
    assert [body.get("text", body.get("new_chat_title")) for body in found] == [
        "/otchet", "спросим @priemnaya_bot", "сделано", "Дороги и дворы",
    ]  # fmt: skip


@pytest.mark.parametrize("how", ["administrator", "privacy off"])
async def test_an_administrator_and_a_bot_without_privacy_see_all(
    city: World, api: Api, anna: Person, how: str
) -> None:
    city.bot.reads_all = how == "privacy off"
    group = city.group("Дороги", anna, admin=how == "administrator")
    await api.updates()
    message = await anna.in_(group).send("разговор")
    await anna.in_(group).edit(message, "разговоры")
    assert [next(key for key in update if key != "update_id") for update in await api.updates()] == [
        "message",
        "edited_message",
    ]


async def test_members_come_and_go(city: World, api: Api, anna: Person) -> None:
    await api("getUpdates", timeout=0, allowed_updates=["message", "my_chat_member", "chat_member"])
    group = city.group("Дороги", anna, admin=True)
    group.add(city.user("Олег"))
    group.leave(anna)
    kinds = [next(key for key in update if key != "update_id") for update in await api.updates()]
    assert kinds == ["my_chat_member", "message", "chat_member", "message", "chat_member", "message"]
    member = await api("getChatMember", chat_id=group.id, user_id=anna.id)
    assert member["status"] == "left"
    assert [admin["user"]["id"] for admin in await api("getChatAdministrators", chat_id=group.id)] == [
        city.bot.user.id
    ]
    assert await api("getChatMemberCount", chat_id=group.id) == 2


@pytest.mark.parametrize(
    ("kind", "name"),
    [("group", "group chat"), ("supergroup", "supergroup chat"), ("channel", "channel chat")],
)
async def test_a_bot_that_was_thrown_out(city: World, api: Api, kind: str, name: str) -> None:
    room = getattr(city, kind)("Дороги")
    room.kick_bot()
    assert any(
        u.get("my_chat_member", {}).get("new_chat_member", {}).get("status") == "kicked"
        for u in await api.updates()
    )
    assert (
        await api.refused("sendMessage", chat_id=room.id, text="а")
        == f"Forbidden: bot was kicked from the {name}"
    )
    room.add_bot(admin=True)
    await api("sendMessage", chat_id=room.id, text="а")
    await api("leaveChat", chat_id=room.id)
    assert (
        await api.refused("sendMessage", chat_id=room.id, text="а")
        == f"Forbidden: bot is not a member of the {name}"
    )


async def test_a_group_that_is_gone_or_silent(city: World, api: Api) -> None:
    group = city.supergroup("Дороги")
    group.mute_bot()
    assert "not enough rights to send text messages to the chat" in await api.refused(
        "sendMessage", chat_id=group.id, text="а"
    )
    group.destroy()
    assert (
        await api.refused("sendMessage", chat_id=group.id, text="а")
        == "Forbidden: the group chat was deleted"
    )


async def test_rights_of_an_administrator(city: World, api: Api, anna: Person) -> None:
    group = city.supergroup("Дороги", anna)
    message = await anna.in_(group).send("/start")
    place = {"chat_id": group.id, "message_id": message.id}
    assert "not enough rights to manage pinned messages" in await api.refused("pinChatMessage", **place)
    assert "message can't be deleted" in await api.refused("deleteMessage", **place)
    group.promote_bot()
    await api("pinChatMessage", **place)
    await api("deleteMessages", chat_id=group.id, message_ids=[message.id, 999])
    assert group.visible == []


async def test_a_group_becomes_a_supergroup(city: World, api: Api, anna: Person) -> None:
    group = city.group("Дороги", anna)
    await api.updates()
    fresh = group.migrate()
    to, since = [update["message"] for update in await api.updates()]
    assert (to["chat"]["id"], to["migrate_to_chat_id"]) == (group.id, fresh.id)
    assert (since["chat"]["id"], since["migrate_from_chat_id"]) == (fresh.id, group.id)
    assert fresh.id < -1_000_000_000_000
    with pytest.raises(Exception, match="group chat was upgraded to a supergroup chat") as refusal:
        await api("sendMessage", chat_id=group.id, text="а")
    assert refusal.value.parameters == {"migrate_to_chat_id": fresh.id}  # type: ignore[attr-defined]
    await api("sendMessage", chat_id=fresh.id, text="а")
    assert fresh.member(anna).status == "creator"


async def test_topics(city: World, api: Api, anna: Person) -> None:
    forum = city.supergroup("Город", anna, forum=True)
    assert "not enough rights to create a topic" in await api.refused(
        "createForumTopic", chat_id=forum.id, name="Дороги"
    )
    forum.promote_bot()
    made = await api("createForumTopic", chat_id=forum.id, name="Дороги")
    place = {"chat_id": forum.id, "message_thread_id": made["message_thread_id"]}
    sent = await api("sendMessage", **place, text="карточка")
    assert (sent["is_topic_message"], sent["message_thread_id"]) == (True, made["message_thread_id"])
    assert "forum_topic_created" in sent["reply_to_message"]
    topic = forum.topics[made["message_thread_id"]]
    await anna.in_(forum, topic).send("вопрос")
    message = await last(api)
    assert (message["message_thread_id"], message["chat"]["is_forum"]) == (topic.id, True)
    forum.demote_bot()
    forum.close_topic(topic)
    assert "TOPIC_CLOSED" in await api.refused("sendMessage", **place, text="а")
    forum.reopen_topic(topic)
    await api("sendMessage", **place, text="а")
    forum.delete_topic(topic)
    assert "TOPIC_DELETED" in await api.refused("sendMessage", **place, text="а")
    assert "message thread not found" in await api.refused(
        "sendMessage", **{**place, "message_thread_id": 999}, text="а"
    )


async def test_general_is_no_topic(city: World, api: Api, anna: Person) -> None:
    forum = city.supergroup("Город", anna, forum=True, admin=True)
    await anna.in_(forum).send("вопрос")
    assert "message_thread_id" not in await last(api)
    assert "message thread not found" in await api.refused(
        "sendMessage", chat_id=forum.id, message_thread_id=1, text="а"
    )


async def test_replies_in_a_supergroup_make_a_chain(city: World, api: Api, anna: Person) -> None:
    group = city.supergroup("Дороги", anna)
    sent = await api("sendMessage", chat_id=group.id, text="карточка")
    reply = await anna.in_(group).reply(group.last_message, "делаем")
    message = await last(api)
    assert message["message_thread_id"] == sent["message_id"]
    assert "is_topic_message" not in message
    await api("sendMessage", chat_id=group.id, text="ок", message_thread_id=reply.thread_id)


async def test_channels(city: World, api: Api, anna: Person) -> None:
    news = city.channel("Новости", username="gorod")
    group = city.supergroup("Обсуждение", anna, admin=True)
    news.link(group)
    await api.updates()
    await news.publish("ремонт", "Пресс-служба")
    post, copy = await api.updates()
    assert (post["channel_post"]["author_signature"], "from" in post["channel_post"]) == (
        "Пресс-служба",
        False,
    )
    assert (copy["message"]["from"]["id"], copy["message"]["is_automatic_forward"]) == (777000, True)
    sent = await api("sendMessage", chat_id="@gorod", text="дайджест")
    assert sent["sender_chat"]["id"] == news.id
    await api("editMessageText", chat_id=news.id, message_id=sent["message_id"], text="дайджест дня")
    await anna.in_(group, as_channel=news).send("от канала")
    message = await last(api)
    assert (message["from"]["id"], message["sender_chat"]["id"]) == (136817688, news.id)


async def test_reactions_come_to_those_who_ask(city: World, api: Api, anna: Person) -> None:
    message = await anna.send("яма")
    await anna.react(message, "👍")
    assert "message" in (await api.updates(allowed_updates=["message_reaction"]))[-1]
    await anna.react(message, "🔥")
    body = await last(api, "message_reaction")
    assert (body["old_reaction"][0]["emoji"], body["new_reaction"][0]["emoji"]) == ("👍", "🔥")


async def test_a_person_pins(city: World, api: Api, anna: Person) -> None:
    group = city.group("Дороги", anna)
    await anna.in_(group).pin(await anna.in_(group).send("важно"))
    assert (await last(api))["pinned_message"]["text"] == "важно"


async def test_message_numbers_belong_to_the_account_or_to_the_supergroup(city: World, anna: Person) -> None:
    group = city.supergroup("Дороги", anna, bot=False)
    first, second = await anna.send("1"), await anna.in_(group).send("2")
    third = await city.user("Олег").send("3")
    assert (third.id - first.id, second.id) == (1, 1)
    assert isinstance(group, Group)


async def test_two_bots_do_not_hear_each_other(city: World, api: Api, anna: Person) -> None:
    other = city.add_bot("Другой", "other_bot", "77:other")
    group = city.group("Дороги", anna, admin=True)
    group.add_bot(other, admin=True)
    await api.updates()
    await Api(api.session, api.address, other.token)("sendMessage", chat_id=group.id, text="я робот")
    assert await api.updates() == []
    await anna.in_(group).send("слышите?")
    assert len(await api.updates()) == 1
    assert other.queue.pending[-1]["message"]["text"] == "слышите?"
