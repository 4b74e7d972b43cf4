"""What the bot sends, edits and deletes, and how it is refused."""

from typing import Any

import pytest
from aiohttp import FormData

from sandbox import ManualClock, Person, World
from sandbox.client import Api

KEYS = {"inline_keyboard": [[{"text": "Принять", "callback_data": "a:1"}]]}


@pytest.fixture
async def anna(city: World) -> Person:
    person = city.user("Анна Петрова")
    await person.start()
    return person


async def test_a_message_looks_the_same_to_the_bot_and_to_the_reader(
    city: World, api: Api, anna: Person
) -> None:
    sent = await api(
        "sendMessage", chat_id=anna.id, text="Номер <b>7</b>", parse_mode="HTML", reply_markup=KEYS,
        disable_notification=True,
    )  # fmt: skip
    assert sent["text"] == "Номер 7"
    assert sent["from"]["username"] == "priemnaya_bot"
    assert sent["chat"] == {"id": anna.id, "first_name": "Анна", "last_name": "Петрова", "type": "private"}
    assert sent["reply_markup"] == KEYS
    seen = anna.chat.last_message
    assert (seen.html, seen.buttons, seen.silent) == ("Номер <b>7</b>", [["Принять"]], True)


@pytest.mark.parametrize(
    ("params", "reason"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": " \n "}, "text must be non-empty"),
        ({"text": "я" * 4097}, "message is too long"),
        ({"text": "<b>", "parse_mode": "HTML"}, "can't parse entities: Can't find end tag"),
        ({"text": "а", "reply_parameters": {"message_id": 999}}, "message to be replied not found"),
        ({"text": "а", "message_thread_id": 999}, "message thread not found"),
        ({"text": "а", "reply_markup": {"inline_keyboard": [[{"text": "x", "callback_data": ""}]]}}, "BUTTON_DATA_INVALID"),
        ({"text": "а", "reply_markup": {"inline_keyboard": [[{"text": "x", "callback_data": "я" * 33}]]}}, "BUTTON_DATA_INVALID"),
        ({"text": "а", "reply_markup": {"inline_keyboard": [[{"text": "x"}]]}}, "text buttons are unallowed"),
        ({"text": "а", "chat_id": 1}, "chat not found"),
        ({"text": "а", "chat_id": "@nobody"}, "chat not found"),
        ({"text": "а", "chat_id": ""}, "chat_id is empty"),
    ],
)  # fmt: skip
async def test_what_may_not_be_sent(api: Api, anna: Person, params: dict[str, Any], reason: str) -> None:
    refusal = await api.refused("sendMessage", **{"chat_id": anna.id, **params})
    assert refusal.startswith("Bad Request: ")
    assert reason in refusal
    assert len(anna.chat.visible) == 1


async def test_sixty_four_bytes_of_data_are_taken(api: Api, anna: Person) -> None:
    keys = {"inline_keyboard": [[{"text": "x", "callback_data": "я" * 32}]]}
    await api("sendMessage", chat_id=anna.id, text="а", reply_markup=keys)


async def test_a_reply_carries_a_copy_of_what_it_answers(api: Api, anna: Person) -> None:
    question = await anna.send("где яма?")
    first = await api(
        "sendMessage", chat_id=anna.id, text="тут", reply_parameters={"message_id": question.id}
    )
    second = await api(
        "sendMessage", chat_id=anna.id, text="и тут", reply_parameters={"message_id": first["message_id"]}
    )
    assert first["reply_to_message"]["text"] == "где яма?"
    assert "reply_to_message" not in second["reply_to_message"]
    await api(
        "sendMessage",
        chat_id=anna.id,
        text="а",
        reply_parameters={"message_id": 99, "allow_sending_without_reply": True},
    )


async def test_an_edit_without_a_keyboard_takes_the_keyboard_away(api: Api, anna: Person) -> None:
    sent = await api("sendMessage", chat_id=anna.id, text="карточка", reply_markup=KEYS)
    place = {"chat_id": anna.id, "message_id": sent["message_id"]}
    assert "reply_markup" not in await api("editMessageText", **place, text="новая")
    assert anna.chat.last_message.buttons == []
    assert (await api("editMessageReplyMarkup", **place, reply_markup=KEYS))["reply_markup"] == KEYS
    assert anna.chat.last_message.edited == 1


async def test_an_edit_that_changes_nothing_is_refused(api: Api, anna: Person) -> None:
    sent = await api("sendMessage", chat_id=anna.id, text="карточка", reply_markup=KEYS)
    place = {"chat_id": anna.id, "message_id": sent["message_id"]}
    refusal = await api.refused("editMessageText", **place, text="карточка ", reply_markup=KEYS)
    assert refusal.startswith(
        "Bad Request: message is not modified: specified new message content and reply markup"
    )
    await api("editMessageText", **place, text="<i>карточка</i>", parse_mode="HTML", reply_markup=KEYS)


async def test_edits_that_cannot_be(city: World, api: Api, anna: Person) -> None:
    mine = await anna.send("моё")
    photo = await api("sendPhoto", chat_id=anna.id, photo="http://a.ru/1.jpg", caption="фото")
    refused = api.refused
    assert "message can't be edited" in await refused(
        "editMessageText", chat_id=anna.id, message_id=mine.id, text="а"
    )
    assert "message to edit not found" in await refused(
        "editMessageText", chat_id=anna.id, message_id=999, text="а"
    )
    place = {"chat_id": anna.id, "message_id": photo["message_id"]}
    assert "there is no text in the message to edit" in await refused("editMessageText", **place, text="а")
    assert (await api("editMessageCaption", **place, caption="иначе"))["caption"] == "иначе"
    assert "message caption is too long" in await refused("editMessageCaption", **place, caption="я" * 1025)
    video = {"type": "video", "media": "http://a.ru/1.mp4", "caption": "видео"}
    assert "video" in await api("editMessageMedia", **place, media=video)
    city.delete(anna.chat.last_message)
    assert "message to edit not found" in await refused("editMessageCaption", **place, caption="поздно")


async def test_old_messages_are_edited_but_not_deleted(city: World, api: Api, anna: Person) -> None:
    sent = await api("sendMessage", chat_id=anna.id, text="карточка")
    place = {"chat_id": anna.id, "message_id": sent["message_id"]}
    assert isinstance(city.clock, ManualClock)
    await city.clock.advance(49 * 3600)
    await api("editMessageText", **place, text="новая")
    assert "message can't be deleted for everyone" in await api.refused("deleteMessage", **place)
    fresh = await api("sendMessage", chat_id=anna.id, text="ещё")
    assert await api("deleteMessage", chat_id=anna.id, message_id=fresh["message_id"])
    assert anna.chat.last_message.text == "новая"
    assert "message to delete not found" in await api.refused(
        "deleteMessage", chat_id=anna.id, message_id=999
    )


async def test_files_are_uploaded_downloaded_and_sent_again(city: World, api: Api, anna: Person) -> None:
    form = FormData({"chat_id": str(anna.id), "caption": "отчёт"}, quote_fields=False)
    form.add_field("document", b"DOCX", filename="отчёт.docx")
    async with api.session.post(f"{api.base}/sendDocument", data=form) as response:
        document = (await response.json())["result"]["document"]
    assert (document["file_name"], document["file_size"]) == ("отчёт.docx", 4)
    link = await api("getFile", file_id=document["file_id"])
    async with api.session.get(f"{api.files}/{link['file_path']}") as response:
        assert await response.read() == b"DOCX"
    again = await api("sendDocument", chat_id=anna.id, document=document["file_id"])
    assert again["document"]["file_unique_id"] == document["file_unique_id"]
    assert "can't use file of type Document as Photo" in await api.refused(
        "sendPhoto", chat_id=anna.id, photo=document["file_id"]
    )
    assert isinstance(city.clock, ManualClock)
    await city.clock.advance(3601)
    async with api.session.get(f"{api.files}/{link['file_path']}") as response:
        assert response.status == 404


async def test_a_large_file_cannot_be_fetched(api: Api, anna: Person) -> None:
    huge = await anna.send_video(size=21 * 1024 * 1024)
    assert await api.refused("getFile", file_id=huge.file_id) == "Bad Request: file is too big"
    assert await api.refused("getFile", file_id="нет") == "Bad Request: invalid file_id"


async def test_albums(api: Api, anna: Person) -> None:
    items = [
        {"type": "photo", "media": "http://a.ru/1.jpg", "caption": "яма"},
        {"type": "video", "media": "http://a.ru/2.mp4"},
    ]
    sent = await api("sendMediaGroup", chat_id=anna.id, media=items)
    assert len({message["media_group_id"] for message in sent}) == 1
    assert [message.text for message in anna.chat.visible[-2:]] == ["яма", ""]
    refused = api.refused
    mixed = [items[0], {"type": "document", "media": "http://a.ru/1.pdf"}]
    assert "document can't be mixed with other media types" in await refused(
        "sendMediaGroup", chat_id=anna.id, media=mixed
    )
    assert "too many messages" in await refused("sendMediaGroup", chat_id=anna.id, media=items * 6)
    await refused("sendMediaGroup", chat_id=anna.id, media=items[:1])


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("sendPhoto", {"photo": "http://a.ru/1.jpg"}),
        ("sendVideo", {"video": "http://a.ru/1.mp4", "duration": 3}),
        ("sendDocument", {"document": "http://a.ru/1.pdf"}),
        ("sendAudio", {"audio": "http://a.ru/1.mp3"}),
        ("sendAnimation", {"animation": "http://a.ru/1.gif"}),
        ("sendVoice", {"voice": "http://a.ru/1.ogg"}),
        ("sendVideoNote", {"video_note": "http://a.ru/1.mp4"}),
        ("sendSticker", {"sticker": "http://a.ru/1.webp"}),
        ("sendLocation", {"latitude": 56.6, "longitude": 57.7}),
        ("sendVenue", {"latitude": 56.6, "longitude": 57.7, "title": "Мэрия", "address": "Советская, 25"}),
        ("sendContact", {"phone_number": "112", "first_name": "ЕДДС"}),
        ("sendPoll", {"question": "Когда?", "options": [{"text": "сейчас"}, {"text": "потом"}]}),
        ("sendDice", {}),
    ],
)  # fmt: skip
async def test_every_kind_can_be_sent(api: Api, anna: Person, method: str, params: dict[str, Any]) -> None:
    await api(method, chat_id=anna.id, **params)
    assert anna.chat.last_message.media is not None


async def test_a_picture_keeps_its_shape_in_each_of_its_sizes(anna: Person) -> None:
    tall = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (1200).to_bytes(4, "big") + (1600).to_bytes(4, "big")
    sent = await anna.send_photo("сводка", tall)
    sides = [(one["width"], one["height"]) for one in sent.content["photo"]]
    assert sides == [(67, 90), (240, 320), (960, 1280)]


async def test_copies_and_forwards(city: World, api: Api, anna: Person) -> None:
    group = city.group("Дороги")
    photo = await anna.send_photo("яма")
    source = {"from_chat_id": anna.id, "message_id": photo.id}
    await api("copyMessage", chat_id=group.id, **source, reply_markup=KEYS)
    assert (group.last_message.text, group.last_message.media, group.last_message.buttons) == (
        "яма",
        "photo",
        [["Принять"]],
    )
    await api("copyMessage", chat_id=group.id, **source, caption="")
    assert group.last_message.text == ""
    forwarded = await api("forwardMessage", chat_id=group.id, **source)
    assert forwarded["forward_origin"]["sender_user"]["first_name"] == "Анна"
    ids = await api("copyMessages", chat_id=group.id, from_chat_id=anna.id, message_ids=[photo.id, 999])
    assert len(ids) == 1
    missing = {"from_chat_id": anna.id, "message_id": 999}
    assert "message to copy not found" in await api.refused("copyMessage", chat_id=group.id, **missing)


async def test_a_mention_of_a_person_by_id(city: World, api: Api, anna: Person) -> None:
    text = f'<a href="tg://user?id={anna.id}">Анна</a> и <a href="tg://user?id=5">кто-то</a>'
    sent = await api("sendMessage", chat_id=anna.id, text=text, parse_mode="HTML")
    assert [entity["type"] for entity in sent["entities"]] == ["text_mention"]
    assert sent["entities"][0]["user"]["id"] == anna.id


async def test_reactions_and_pins(city: World, api: Api, anna: Person) -> None:
    message = await anna.send("спасибо")
    place = {"chat_id": anna.id, "message_id": message.id}
    await api("setMessageReaction", **place, reaction=[{"type": "emoji", "emoji": "👍"}])
    assert message.reactions[city.bot.user.id] == ["👍"]
    assert "REACTION_INVALID" in await api.refused(
        "setMessageReaction", **place, reaction=[{"type": "emoji", "emoji": "📨"}]
    )
    await api("pinChatMessage", **place)
    assert message.pinned
    assert (await api("getChat", chat_id=anna.id))["pinned_message"]["text"] == "спасибо"
    assert "pinned_message" in city.bot.queue.pending[-1]["message"]
    await api("unpinChatMessage", **place)
    assert not message.pinned


async def test_commands_and_descriptions(city: World, api: Api) -> None:
    commands = [{"command": "start", "description": "Начать"}]
    await api("setMyCommands", commands=commands, scope={"type": "all_group_chats"}, language_code="ru")
    assert await api("getMyCommands", scope={"type": "all_group_chats"}, language_code="ru") == commands
    assert await api("getMyCommands") == []
    assert city.bot.command_names("all_group_chats", "ru") == ["start"]
    await api("deleteMyCommands", scope={"type": "all_group_chats"}, language_code="ru")
    assert "BOT_COMMAND_INVALID" in await api.refused(
        "setMyCommands", commands=[{"command": "Старт", "description": "а"}]
    )
    await api("setMyShortDescription", short_description="Обращения")
    assert (await api("getMyShortDescription"))["short_description"] == "Обращения"
    await api("setChatMenuButton", menu_button={"type": "commands"})
    await api("sendChatAction", chat_id=city.group("Дороги").id, action="typing")
