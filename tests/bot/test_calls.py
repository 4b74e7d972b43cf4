"""From parts to calls of the Bot API."""

import pytest
from aiogram.methods import (
    DeleteMessage,
    EditMessageText,
    SendLocation,
    SendMediaGroup,
    SendMessage,
    SetMessageReaction,
)
from aiogram.types import ForceReply, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.delivery.calls import Call, message_ids, one_by_one, plain_text, single_calls
from domain.messages import Attachment, ContentKind, Place
from views.parts import Deletion, Edit, Files, Point, Reaction, Text

ROADS = -100
KEYBOARD = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Принять", callback_data="a")]])


def method(part, thread=0):
    return Call(part, ROADS, thread).method()


def files(*kinds):
    return Files(tuple(Attachment(kind, f"{kind.value}-{number}") for number, kind in enumerate(kinds)))


def test_words_are_html_without_previews():
    sent = method(Text("<b>яма</b>", markup=KEYBOARD))
    assert isinstance(sent, SendMessage)
    assert (sent.chat_id, sent.text, sent.parse_mode, sent.reply_markup) == (
        ROADS,
        "<b>яма</b>",
        "HTML",
        KEYBOARD,
    )
    assert sent.link_preview_options.is_disabled
    assert (sent.message_thread_id, sent.disable_notification, sent.reply_parameters) == (None, None, None)


def test_a_topic_a_silence_and_a_reply_are_passed_on():
    sent = method(Text("яма", reply_to=5, silent=True, markup=ForceReply()), thread=3)
    assert (sent.message_thread_id, sent.disable_notification) == (3, True)
    assert (sent.reply_parameters.message_id, sent.reply_parameters.allow_sending_without_reply) == (5, True)


def test_an_edit_brings_the_whole_keyboard():
    sent = method(Edit(9, "<i>принято</i>", KEYBOARD), thread=3)
    assert isinstance(sent, EditMessageText)
    assert (sent.message_id, sent.text, sent.parse_mode, sent.reply_markup) == (
        9,
        "<i>принято</i>",
        "HTML",
        KEYBOARD,
    )


def test_deletions_reactions_and_points():
    deletion, reaction, point = (
        method(part) for part in (Deletion(9), Reaction(9, "👌"), Point(Place(56.5, 57.25)))
    )
    assert isinstance(deletion, DeleteMessage)
    assert isinstance(reaction, SetMessageReaction)
    assert reaction.reaction[0].emoji == "👌"
    assert isinstance(point, SendLocation)
    assert (point.latitude, point.longitude, point.disable_notification) == (56.5, 57.25, True)


@pytest.mark.parametrize(
    "kind",
    [
        ContentKind.PHOTO,
        ContentKind.VIDEO,
        ContentKind.ANIMATION,
        ContentKind.DOCUMENT,
        ContentKind.AUDIO,
        ContentKind.VOICE,
        ContentKind.VIDEO_NOTE,
        ContentKind.STICKER,
    ],
)
def test_each_kind_of_file_has_its_own_call(kind):
    sent = method(files(kind))
    assert type(sent).__name__.lower() == f"send{kind.value.replace('_', '')}"
    assert getattr(sent, kind.value) == f"{kind.value}-0"


def test_several_files_are_an_album():
    sent = method(files(ContentKind.PHOTO, ContentKind.VIDEO), thread=3)
    assert isinstance(sent, SendMediaGroup)
    assert ([item.type for item in sent.media], sent.message_thread_id) == (["photo", "video"], 3)


@pytest.mark.parametrize(
    ("kinds", "albums"),
    [
        ([ContentKind.PHOTO, ContentKind.VIDEO, ContentKind.PHOTO], [3]),
        ([ContentKind.DOCUMENT, ContentKind.DOCUMENT], [2]),
        ([ContentKind.AUDIO] * 3, [3]),
        ([ContentKind.PHOTO, ContentKind.DOCUMENT, ContentKind.DOCUMENT, ContentKind.AUDIO], [1, 2, 1]),
        ([ContentKind.VOICE, ContentKind.VOICE, ContentKind.STICKER, ContentKind.ANIMATION], [1, 1, 1, 1]),
        ([ContentKind.PHOTO] * 23, [10, 10, 3]),
        ([], []),
    ],
)
def test_only_files_that_may_stand_together_do(kinds, albums):
    parts = single_calls([files(*kinds)])
    assert [len(part.items) for part in parts] == albums
    assert tuple(item for part in parts for item in part.items) == files(*kinds).items


def test_other_parts_are_left_as_they_are():
    assert single_calls([Text("яма"), Deletion(3)]) == (Text("яма"), Deletion(3))


def test_an_album_can_be_taken_apart():
    album = Files(files(ContentKind.PHOTO, ContentKind.PHOTO).items, reply_to=4)
    assert [(len(part.items), part.reply_to) for part in one_by_one(album)] == [(1, 4), (1, 4)]


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<b>яма</b> &lt;b&gt; &amp;amp;", "яма <b> &amp;"),
        ('<a href="https://example.org/?a=1&amp;b=2">ссылка</a>', "ссылка"),
        ("<blockquote expandable>цитата</blockquote><tg-spoiler>тайна</tg-spoiler>", "цитататайна"),
        ("5 < 6 и <b>7 > 2</b>", "5 < 6 и 7 > 2"),
        ("<неизвестный>яма</неизвестный>", "<неизвестный>яма</неизвестный>"),
        ("<script>x</script>", "<script>x</script>"),
    ],
)
def test_plain_words_keep_everything_a_person_wrote(html, words):
    assert plain_text(html) == words
    call = Call(Text(html), ROADS).without_markup().method()
    assert (call.text, call.parse_mode) == (words, None)


def test_a_reply_can_be_given_up():
    assert Call(Text("яма", reply_to=5), ROADS).without_reply().method().reply_parameters is None
    assert Call(Edit(5, "яма"), ROADS).without_reply() == Call(Edit(5, "яма"), ROADS)


def test_ids_are_read_from_every_kind_of_answer():
    message = Message.model_validate({"message_id": 5, "date": 1, "chat": {"id": 1, "type": "private"}})
    assert message_ids(message) == (5,)
    assert message_ids([message, {"message_id": 6}]) == (5, 6)
    assert message_ids({"message_id": 7}) == (7,)
    assert message_ids(True) == ()
    assert message_ids(None) == ()
