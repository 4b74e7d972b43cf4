"""The world over HTTP, on the loopback only: the Bot API, its files, and /control for the one who runs the scene.

`async with serve(world) as address` for a test in the same process; `python -m sandbox.server --port 8081` for a process
of its own, which prints its address on the first line.
"""

import argparse
import asyncio
import logging
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from aiohttp import web
from aiohttp.web_request import FileField

from sandbox.call import Upload
from sandbox.clock import ManualClock
from sandbox.control import control_routes
from sandbox.gateway import Reply, answer
from sandbox.history import CallRecord, History
from sandbox.model import Json
from sandbox.webhook import Pusher
from sandbox.world import DEMO_TOKEN, World

BODY_LIMIT = 64 * 1024 * 1024
DRIPS = 10
WORLD: web.AppKey[World] = web.AppKey("world", World)


def make_app(world: World) -> web.Application:
    app = web.Application(client_max_size=BODY_LIMIT)
    app[WORLD] = world
    app.router.add_route("*", "/bot{token:[^/]+}/{method}", _method)
    app.router.add_get("/file/bot{token:[^/]+}/{path:.+}", _file)
    app.add_routes(control_routes(world))
    return app


@asynccontextmanager
async def serve(world: World, port: int = 0) -> AsyncIterator[str]:
    """The address of the running server; the stand-in's own mistakes become an AssertionError at the end."""
    runner = web.AppRunner(make_app(world), handler_cancellation=True, shutdown_timeout=0.1, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", port)
    await site.start()
    try:
        async with Pusher(world):
            yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()
    assert not world.problems, "\n".join(world.problems)


async def _method(request: web.Request) -> web.StreamResponse:
    params, files = await _arguments(request)
    reply = await answer(
        request.app[WORLD], request.match_info["token"], request.match_info["method"], params, files
    )
    return await _send(request, reply)


async def _arguments(request: web.Request) -> tuple[Json, dict[str, Upload]]:
    params: Json = dict(request.query)
    files: dict[str, Upload] = {}
    if request.content_type == "application/json":
        given = await request.json() if request.can_read_body else {}
        return params | given, files
    for name, value in (await request.post()).items():
        if isinstance(value, FileField):
            files[name] = Upload(value.filename, value.file.read(), value.content_type)
        else:
            params[name] = value
    return params, files


async def _send(request: web.Request, reply: Reply) -> web.StreamResponse:
    if reply.cut:
        if request.transport is not None:
            request.transport.abort()
        return web.Response()
    if reply.drip:
        return await _drip(request, reply)
    return web.Response(
        body=reply.body, status=reply.status, headers=reply.headers, content_type=reply.content_type
    )


async def _drip(request: web.Request, reply: Reply) -> web.StreamResponse:
    response = web.StreamResponse(status=reply.status, headers=reply.headers)
    response.content_type = reply.content_type
    response.content_length = len(reply.body)
    await response.prepare(request)
    step = max(len(reply.body) // DRIPS, 1)
    for start in range(0, len(reply.body), step):
        await response.write(reply.body[start : start + step])
        await asyncio.sleep(reply.drip / DRIPS)
    return response


async def _file(request: web.Request) -> web.StreamResponse:
    world, path = request.app[WORLD], request.match_info["path"]
    bot = world.bots.get(request.match_info["token"])
    content = world.files.download(path, world.clock.now()) if bot else None
    found = content is not None
    world.history.add(
        CallRecord(
            world.clock.now().isoformat(), bot.user.id if bot else 0, "downloadFile", None, {"path": path},
            applied=found, ok=found, status=200 if found else 404,
        )
    )  # fmt: skip
    if content is None:
        return web.json_response({"ok": False, "error_code": 404, "description": "Not Found"}, status=404)
    return web.Response(body=content, content_type="application/octet-stream")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="sandbox.server", description="A stand-in for Telegram's Bot API.")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--history", type=Path, help="write every call and update here, as JSON lines")
    parser.add_argument("--no-memory", action="store_true", help="keep the history in its file only")
    parser.add_argument("--token", default=DEMO_TOKEN)
    parser.add_argument("--username", default="priemnaya_bot")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--start", type=datetime.fromisoformat, help="the first moment, aware; by default now"
    )
    parser.add_argument("--speed", type=float, default=1.0, help="0 stands still, 1 is real time")
    parser.add_argument("--no-limits", action="store_true")
    parser.add_argument("--no-validate", action="store_true")
    return parser.parse_args()


async def _main(options: argparse.Namespace) -> None:
    world = World(
        ManualClock(options.start or datetime.now(UTC), options.speed),
        limits=None if options.no_limits else "telegram",
        seed=options.seed,
        validate=not options.no_validate,
        history=History(options.history, keep=not options.no_memory),
        username=options.username,
        token=options.token,
    )
    async with serve(world, options.port) as address:
        sys.stdout.write(f"{address}\n")
        sys.stdout.flush()
        await asyncio.Event().wait()


if __name__ == "__main__":
    logging.basicConfig(level=logging.WARNING)
    try:
        asyncio.run(_main(_options()))
    except KeyboardInterrupt:
        sys.exit(0)
