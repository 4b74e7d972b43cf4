"""The page from its first moment: the address at once, the city a few seconds later."""

import errno
import os
import sys
import webbrowser
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime

from bot.municipality import MunicipalityFile
from sandbox.page.routes import serve_page
from sandbox.page.show import Show

PORTS = 20
"""Ports tried one after another when the first is taken."""


@asynccontextmanager
async def shown(file: MunicipalityFile, start: datetime, speed: float, port: int) -> AsyncIterator[str]:
    """Serve the page and let the city live; the address once everything is there."""
    show = Show(file, start, speed)
    async with AsyncExitStack() as stack:
        address = await _serve_nearby(stack, show, port)
        stack.push_async_callback(show.close)
        await show.open()
        yield address


async def _serve_nearby(stack: AsyncExitStack, show: Show, port: int) -> str:
    for candidate in range(port, port + PORTS) if port else [0]:
        try:
            return await stack.enter_async_context(serve_page(show, candidate))
        except OSError as error:
            if error.errno != errno.EADDRINUSE or candidate == port + PORTS - 1:
                raise
    raise AssertionError


def open_browser(address: str) -> None:
    """Where there is a desktop with somebody before it."""
    has_desktop = sys.platform != "linux" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if sys.stdout.isatty() and has_desktop:
        webbrowser.open(address)
