"""From a call to its reply: who asks, what goes wrong on the way, what the method answers, what history keeps."""

import asyncio
import inspect
import json
import traceback
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sandbox.call import Call, Upload
from sandbox.errors import ApiError
from sandbox.faults import Fault, Kind
from sandbox.history import CallRecord
from sandbox.methods import REGISTRY
from sandbox.model import Json
from sandbox.validation import METHODS, check_answer

if TYPE_CHECKING:
    from sandbox.world import World

APPLYING = frozenset({Kind.CUT_AFTER, Kind.SLOW, Kind.DRIP, Kind.TRUNCATED})
SILENT = frozenset({Kind.CUT_BEFORE, Kind.CUT_AFTER, Kind.HANG, Kind.TRUNCATED})
BAD_GATEWAY = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n"
FOREVER = 86_400.0
INTERNAL = ApiError(500, "Internal Server Error")


@dataclass(slots=True)
class Reply:
    """What goes over the wire. `cut`: nothing does, the connection is reset. `drip`: the body takes so many seconds."""

    status: int
    body: bytes
    headers: dict[str, str] = field(default_factory=dict)
    content_type: str = "application/json"
    cut: bool = False
    drip: float = 0.0


async def answer(
    world: "World", token: str, name: str, params: Json, files: dict[str, Upload] | None = None
) -> Reply:
    """One call from beginning to end."""
    bot = world.bots.get(token)
    if bot is None:
        return _refusal(ApiError(401, "Unauthorized"))
    call = Call(world, bot, name, params, files or {})
    fault = world.faults.strike(name, call.chat_id)
    world.touch()
    record = _record(call, fault)
    if fault is None:
        return await _run(call, record)
    return await _struck(call, fault, record)


async def _struck(call: Call, fault: Fault, record: CallRecord) -> Reply:
    record.answered = fault.kind not in SILENT
    honest = await _run(call, record) if _applies(fault) else Reply(200, b"")
    reply = _fault_reply(fault, honest)
    if not _applies(fault):
        record.status = reply.status
        call.world.history.add(record)
    if fault.kind in {Kind.HANG, Kind.SLOW}:
        await _wait(call.world, fault)
    return reply


def _applies(fault: Fault) -> bool:
    return fault.applied or fault.kind in APPLYING


async def _wait(world: "World", fault: Fault) -> None:
    seconds = fault.seconds or (FOREVER if fault.kind == Kind.HANG else 0)
    await (asyncio.sleep(seconds) if fault.wall else world.clock.sleep(seconds))


def _fault_reply(fault: Fault, honest: Reply) -> Reply:
    match fault.kind:
        case Kind.CUT_BEFORE | Kind.CUT_AFTER | Kind.HANG:
            return Reply(0, b"", cut=True)
        case Kind.SLOW:
            return honest
        case Kind.DRIP:
            return Reply(honest.status, honest.body, honest.headers, drip=fault.seconds)
        case Kind.TRUNCATED:
            return Reply(honest.status, honest.body[: len(honest.body) // 2], honest.headers)
        case Kind.CUSTOM:
            return Reply(fault.status, fault.body.encode())
    return _said(fault)


def _said(fault: Fault) -> Reply:
    match fault.kind:
        case Kind.BAD_GATEWAY:
            return Reply(502, BAD_GATEWAY.encode(), content_type="text/html")
        case Kind.ERROR_500_BARE:
            return Reply(500, b'{"ok":false,"error_code":500}')
        case Kind.OK_FALSE:
            return Reply(
                200,
                _dump({"ok": False, "error_code": 400, "description": "Bad Request: something went wrong"}),
            )
        case Kind.RETRY_AFTER:
            seconds = int(fault.seconds) or 1
            return _refusal(ApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds))
    return _refusal(REFUSALS[fault.kind])


REFUSALS = {
    Kind.ERROR_500: INTERNAL,
    Kind.UNAUTHORIZED: ApiError(401, "Unauthorized"),
    Kind.FORBIDDEN: ApiError(403, "Forbidden: bot was blocked by the user"),
    Kind.CONFLICT: ApiError(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"),
}  # fmt: skip


async def _run(call: Call, record: CallRecord) -> Reply:
    try:
        result = await _apply(call)
    except ApiError as error:
        record.status, record.description = error.code, error.description
        record.retry_after = error.parameters.get("retry_after")
        reply = _refusal(error)
    except asyncio.CancelledError:
        record.answered = False
        call.world.history.add(record)
        call.world.touch()
        raise
    except Exception:  # noqa: BLE001 - a mistake of the stand-in must reach the test, not only the bot
        call.world.problems.append(traceback.format_exc())
        record.status, record.description = 500, "the stand-in failed"
        reply = _refusal(INTERNAL)
    else:
        record.ok = record.applied = True
        reply = Reply(200, _dump({"ok": True, "result": result}))
    record.message_ids = call.message_ids
    call.world.history.add(record)
    call.world.touch()
    return reply


async def _apply(call: Call) -> Any:
    function = REGISTRY.get(call.method.lower())
    if function is None:
        if call.method.lower() in METHODS:
            call.world.problems.append(f"the stand-in does not carry {call.method}")
        raise ApiError(404, "Not Found")
    result = function(call)
    if inspect.isawaitable(result):
        result = await result
    if call.world.validate:
        check_answer(call.method, result)
    return result


def _record(call: Call, fault: Fault | None) -> CallRecord:
    files = {
        name: f"<file {upload.name!r}, {len(upload.content)} bytes>" for name, upload in call.files.items()
    }
    return CallRecord(
        at=call.world.clock.now().isoformat(),
        bot=call.bot.user.id,
        method=call.method,
        chat=call.chat_id,
        params={**call.params, **files},
        fault=fault.kind if fault else "",
    )


def _refusal(error: ApiError) -> Reply:
    wait = error.parameters.get("retry_after")
    headers = {} if wait is None else {"Retry-After": str(wait)}
    return Reply(error.code, _dump(error.as_json()), headers)


def _dump(body: Json) -> bytes:
    """Like Telegram, with every character beyond ASCII escaped: a lone surrogate survives the way."""
    return json.dumps(body, separators=(",", ":")).encode()
