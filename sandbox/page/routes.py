"""The page over HTTP, on the loopback only: its assets, what happens in the city as a stream, what the visitor does."""

import asyncio
import json
import mimetypes
from base64 import b64decode
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from aiohttp import web

from sandbox.model import Json
from sandbox.page.show import CannotDo, Show

ASSETS = Path(__file__).with_name("assets")
LARGEST = 24 * 1024 * 1024
BREATH = 0.08
"""Seconds in which changes gather before the page is told."""
HEARTBEAT = 15.0
_HERE = frozenset({"127.0.0.1", "localhost", "[::1]"})
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "media-src 'self' blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_PICTURES = {
    b"\xff\xd8\xff": "image/jpeg",
    b"\x89PNG": "image/png",
    b"GIF8": "image/gif",
    b"RIFF": "image/webp",
}
SHOW: web.AppKey[Show] = web.AppKey("show", Show)


def make_page(show: Show) -> web.Application:
    """The page's own application: the stand-in's Bot API lives at another address."""
    app = web.Application(client_max_size=LARGEST, middlewares=[_only_here])
    app[SHOW] = show
    app.add_routes(
        [
            web.get("/", _index),
            web.get("/live", _live),
            web.post("/do", _do),
            web.get("/file/{file_id}", _file),
            web.get("/{name:[a-z0-9-]+\\.(?:js|css|svg|json)}", _asset),
        ]
    )
    return app


@asynccontextmanager
async def serve_page(show: Show, port: int) -> AsyncIterator[str]:
    """The page at this port of the loopback; OSError where it is taken."""
    runner = web.AppRunner(make_page(show), handler_cancellation=True, shutdown_timeout=0.1, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", port).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


@web.middleware
async def _only_here(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """A foreign page that leads its name to this machine must neither read the city nor act in it."""
    host = request.host.rpartition(":")[0] or request.host
    origin = request.headers.get("Origin")
    if host not in _HERE or (origin is not None and origin != f"http://{request.host}"):
        raise web.HTTPForbidden
    return await handler(request)


async def _index(_: web.Request) -> web.StreamResponse:
    return _sent(ASSETS / "index.html", {"Content-Security-Policy": _POLICY})


async def _asset(request: web.Request) -> web.StreamResponse:
    path = ASSETS / request.match_info["name"]
    if not path.is_file():
        raise web.HTTPNotFound
    return _sent(path, {})


def _sent(path: Path, headers: dict[str, str]) -> web.StreamResponse:
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return web.Response(
        body=path.read_bytes(),
        content_type=kind,
        charset="utf-8",
        headers={"Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff", **headers},
    )


async def _live(request: web.Request) -> web.StreamResponse:
    """Server-sent events: what the page does not know yet, then everything as it happens."""
    show = request.app[SHOW]
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
    await response.prepare(request)
    epoch, revision = _known(request.query.get("since", "") or request.headers.get("Last-Event-ID", ""))
    while True:
        changed = show.city.world.next_change()
        show.album.look(show.chats)
        if epoch != show.epoch:
            epoch, revision = show.epoch, 0
        await show.look_ahead()
        news = {**show.state(), "messages": show.album.since(revision), "whole": revision == 0}
        revision = show.album.revision
        await response.write(_event(f"{epoch}.{revision}", news))
        with suppress(TimeoutError):
            async with asyncio.timeout(HEARTBEAT):
                await changed
        await asyncio.sleep(BREATH)


def _known(mark: str) -> tuple[int, int]:
    epoch, _, revision = mark.partition(".")
    return (int(epoch), int(revision)) if epoch.isdecimal() and revision.isdecimal() else (-1, 0)


def _event(mark: str, news: Json) -> bytes:
    return f"id: {mark}\ndata: {json.dumps(news, ensure_ascii=False)}\n\n".encode()


async def _do(request: web.Request) -> web.StreamResponse:
    try:
        order = _order(await request.json())
    except (ValueError, TypeError, AttributeError):
        return web.json_response({"error": "not-possible"}, status=400)
    try:
        return web.json_response(await request.app[SHOW].act(order))
    except CannotDo as refusal:
        return web.json_response({"error": str(refusal)}, status=409)


def _order(body: Json) -> Json:
    order = dict(body)
    if "content" in body:
        order["content"] = b64decode(body["content"], validate=True)
    if "contents" in body:
        order["contents"] = [b64decode(one, validate=True) for one in body["contents"]]
    return order


async def _file(request: web.Request) -> web.StreamResponse:
    """Pictures are shown, everything else is only ever saved: nobody's upload runs as a page."""
    file = request.app[SHOW].city.world.files.find(request.match_info["file_id"])
    if file is None:
        raise web.HTTPNotFound
    picture = next((kind for start, kind in _PICTURES.items() if file.content.startswith(start)), None)
    if picture is None and file.kind == "photo":
        raise web.HTTPNotFound
    return web.Response(
        body=file.content,
        content_type=picture or "application/octet-stream",
        headers={
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": "sandbox",
            "Content-Disposition": "inline" if picture else "attachment",
        },
    )
