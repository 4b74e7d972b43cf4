"""Every way a call can end, as aiogram raises it, and the one word the sender acts on."""

import json

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import SendMessage
from aiohttp import ClientOSError, ConnectionTimeoutError, ServerDisconnectedError
from aiohttp_socks import ProxyError

from bot.delivery.failures import Kind, judge
from sandbox import DEMO_TOKEN, World
from sandbox.faults import Kind as Fault
from sandbox.server import serve
from tests.bot.machinery import bot_against

ANNA, ROADS = 7, -100
SESSION = AiohttpSession()
BOT = Bot(DEMO_TOKEN, session=SESSION)
METHOD = SendMessage(chat_id=ANNA, text="ответ")


def raised_by(status, content):
    """What aiogram makes of this answer."""
    with pytest.raises(Exception) as refusal:
        SESSION.check_response(BOT, METHOD, status, content)
    return refusal.value


def failure(status, description, chat=ANNA, **parameters):
    body = {"ok": False, "error_code": status, "description": description, "parameters": parameters}
    return judge(raised_by(status, json.dumps(body)), chat)


@pytest.mark.parametrize(
    ("description", "kind"),
    [
        ("message is not modified: specified new message content and reply markup are…", Kind.NOT_MODIFIED),
        ("message to be replied not found", Kind.REPLY_GONE),
        ("replied message not found", Kind.REPLY_GONE),
        ("message to edit not found", Kind.MESSAGE_GONE),
        ("message can't be edited", Kind.MESSAGE_GONE),
        ("MESSAGE_ID_INVALID", Kind.MESSAGE_GONE),
        ("message to delete not found", Kind.MESSAGE_GONE),
        ("message can't be deleted for everyone", Kind.TOO_OLD),
        ("message to react not found", Kind.MESSAGE_GONE),
        ("message thread not found", Kind.THREAD_GONE),
        ("TOPIC_DELETED", Kind.THREAD_GONE),
        ("TOPIC_CLOSED", Kind.THREAD_GONE),
        ('can\'t parse entities: Unsupported start tag "паспорт" at byte offset 1', Kind.PARSE_ERROR),
        ("ENTITY_BOUNDS_INVALID", Kind.PARSE_ERROR),
        ("message is too long", Kind.TOO_LONG),
        ("message caption is too long", Kind.TOO_LONG),
        ("file is too big", Kind.FILE_TOO_BIG),
        ("wrong file identifier/HTTP URL specified", Kind.FILE_GONE),
        ("wrong remote file identifier specified: Wrong character in the string", Kind.FILE_GONE),
        ("wrong file_id or the file is temporarily unavailable", Kind.FILE_GONE),
        ("FILE_REFERENCE_EXPIRED", Kind.FILE_GONE),
        ("can't use file of type Document as Photo", Kind.FILE_GONE),
        ("chat not found", Kind.CHAT_NOT_FOUND),
        ("PEER_ID_INVALID", Kind.CHAT_NOT_FOUND),
        ("group chat was deactivated", Kind.GROUP_DELETED),
        ("not enough rights to send text messages to the chat", Kind.NO_RIGHTS),
        ("have no rights to send a message", Kind.NO_RIGHTS),
        ("need administrator rights in the channel chat", Kind.NO_RIGHTS),
        ("CHAT_WRITE_FORBIDDEN", Kind.NO_RIGHTS),
        ("CHAT_ADMIN_REQUIRED", Kind.NO_RIGHTS),
        ("CHAT_RESTRICTED", Kind.NO_RIGHTS),
        ("CHAT_SEND_PHOTOS_FORBIDDEN", Kind.NO_RIGHTS),
        ("BUTTON_DATA_INVALID", Kind.BAD_REQUEST),
        (None, Kind.BAD_REQUEST),
    ],
)
def test_bad_requests_are_told_apart_by_their_words(description, kind):
    words = description and f"Bad Request: {description}"
    assert failure(400, words).kind is kind


@pytest.mark.parametrize(
    ("description", "chat", "kind"),
    [
        ("bot was blocked by the user", ANNA, Kind.BLOCKED),
        ("user is deactivated", ANNA, Kind.DEACTIVATED),
        ("bot can't initiate conversation with a user", ANNA, Kind.NEVER_STARTED),
        ("bot can't send messages to bots", ANNA, Kind.DEACTIVATED),
        ("words unheard of", ANNA, Kind.BLOCKED),
        ("bot was kicked from the group chat", ROADS, Kind.KICKED),
        ("bot was kicked from the supergroup chat", ROADS, Kind.KICKED),
        ("bot is not a member of the supergroup chat", ROADS, Kind.NOT_A_MEMBER),
        ("the group chat was deleted", ROADS, Kind.GROUP_DELETED),
        ("not enough rights", ROADS, Kind.NO_RIGHTS),
        ("words unheard of", ROADS, Kind.KICKED),
    ],
)
def test_closed_doors_are_told_apart(description, chat, kind):
    assert failure(403, f"Forbidden: {description}", chat).kind is kind


def test_the_seconds_to_wait_are_taken_over():
    found = failure(429, "Too Many Requests: retry after 17", retry_after=17)
    assert (found.kind, found.retry_after) == (Kind.RETRY_AFTER, 17)


def test_the_new_id_of_a_group_is_taken_over():
    found = failure(400, "Bad Request: group chat was upgraded", ROADS, migrate_to_chat_id=-1005)
    assert (found.kind, found.new_chat) == (Kind.MIGRATED, -1005)


@pytest.mark.parametrize(
    ("status", "content", "kind"),
    [
        (401, '{"ok": false, "error_code": 401, "description": "Unauthorized"}', Kind.UNAUTHORIZED),
        (404, '{"ok": false, "error_code": 404, "description": "Not Found"}', Kind.NOT_FOUND),
        (409, '{"ok": false, "error_code": 409, "description": "Conflict"}', Kind.DEFINITE),
        (413, '{"ok": false, "error_code": 413, "description": "Request Entity Too Large"}', Kind.TOO_LONG),
        (500, '{"ok": false, "error_code": 500, "description": "Internal Server Error"}', Kind.DEFINITE),
        (500, '{"ok": false, "error_code": 500, "description": "restart"}', Kind.DEFINITE),
        (500, '{"ok": false, "error_code": 500}', Kind.DEFINITE),
        (200, '{"ok": false, "error_code": 400, "description": "Bad Request"}', Kind.DEFINITE),
        (502, "<html>Bad Gateway</html>", Kind.AMBIGUOUS),
        (200, '{"ok": true, "result": {"message_', Kind.AMBIGUOUS),
        (200, "[]", Kind.AMBIGUOUS),
        (200, '{"ok": false, "error_code": "?"}', Kind.DEFINITE),
    ],
)
def test_what_is_definite_and_what_is_not(status, content, kind):
    assert judge(raised_by(status, content), ANNA).kind is kind


def test_an_answer_that_only_the_models_do_not_know_is_a_success():
    body = {"ok": True, "result": {"message_id": 5, "chat": "a new kind of chat"}}
    found = judge(raised_by(200, json.dumps(body)), ANNA)
    assert (found.kind, found.answer["message_id"]) == (Kind.HAPPENED, 5)


def network_error(cause):
    error = TelegramNetworkError(METHOD, "HTTP Client says")
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (network_error(TimeoutError()), Kind.AMBIGUOUS),
        (network_error(ConnectionTimeoutError()), Kind.DEFINITE),
        (network_error(ClientOSError(104, "reset")), Kind.AMBIGUOUS),
        (network_error(ServerDisconnectedError()), Kind.AMBIGUOUS),
        (network_error(None), Kind.AMBIGUOUS),
        (TimeoutError(), Kind.AMBIGUOUS),
        (ConnectionResetError(), Kind.AMBIGUOUS),
        (ProxyError("no"), Kind.DEFINITE),
        (KeyError("a mistake of ours"), Kind.BAD_REQUEST),
    ],
)
def test_on_the_way_only_a_connection_never_made_is_definite(error, kind):
    assert judge(error, ANNA).kind is kind


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (Fault.CUT_BEFORE, Kind.AMBIGUOUS),
        (Fault.CUT_AFTER, Kind.AMBIGUOUS),
        (Fault.TRUNCATED, Kind.AMBIGUOUS),
        (Fault.BAD_GATEWAY, Kind.AMBIGUOUS),
        (Fault.ERROR_500, Kind.DEFINITE),
        (Fault.ERROR_500_BARE, Kind.DEFINITE),
        (Fault.OK_FALSE, Kind.DEFINITE),
        (Fault.RETRY_AFTER, Kind.RETRY_AFTER),
        (Fault.UNAUTHORIZED, Kind.UNAUTHORIZED),
        (Fault.FORBIDDEN, Kind.BLOCKED),
    ],
)
async def test_over_a_real_connection_it_is_the_same(fault, kind):
    city = World()
    anna = city.user("Анна")
    await anna.start()
    city.faults.add(fault, method="sendMessage")
    async with serve(city) as address, bot_against(address, city.bot.token) as bot:
        with pytest.raises(Exception) as refusal:
            await bot.send_message(anna.id, "ответ")
    assert judge(refusal.value, anna.id).kind is kind


async def test_a_refused_connection_is_definite():
    async with serve(World()) as address:
        pass
    async with bot_against(address, DEMO_TOKEN) as bot:
        with pytest.raises(TelegramNetworkError) as refusal:
            await bot.send_message(ANNA, "ответ")
    assert judge(refusal.value, ANNA).kind is Kind.DEFINITE


def test_a_reason_never_repeats_what_a_person_wrote():
    assert failure(400, 'Bad Request: can\'t parse entities: Unsupported start tag "паспорт"').reason == ""
    assert len(failure(400, "Bad Request: " + "x" * 500).reason) == 120
