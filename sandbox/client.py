"""A plain client of the stand-in, for tests: it calls methods as a bot does and directs the scene as a test does."""

from collections.abc import Mapping
from typing import Any

from aiohttp import ClientSession

from sandbox.model import Json


class Refused(Exception):
    """The Bot API said no."""

    def __init__(self, status: int, body: Json, headers: Mapping[str, str]) -> None:
        super().__init__(f"{status} {body.get('description')}")
        self.status = status
        self.description = str(body.get("description", ""))
        self.parameters = dict[str, int](body.get("parameters", {}))
        self.headers = headers


class Api:
    """`await api("sendMessage", chat_id=…)`: the result, or Refused."""

    def __init__(self, session: ClientSession, address: str, token: str) -> None:
        self.session = session
        self.address = address
        self.base = f"{address}/bot{token}"
        self.files = f"{address}/file/bot{token}"

    async def __call__(self, method: str, **params: Any) -> Any:
        async with self.session.post(f"{self.base}/{method}", json=params) as response:
            body = await response.json()
            if not body["ok"]:
                raise Refused(response.status, body, response.headers)
            return body["result"]

    async def updates(self, **params: Any) -> list[Json]:
        """The waiting updates, confirmed at once."""
        found: list[Json] = await self("getUpdates", timeout=0, **params)
        if found:
            await self("getUpdates", timeout=0, offset=found[-1]["update_id"] + 1)
        return found

    async def refused(self, method: str, **params: Any) -> str:
        """The words of the refusal that must come."""
        try:
            await self(method, **params)
        except Refused as refusal:
            return refusal.description
        raise AssertionError(f"{method} was not refused")

    async def control(self, path: str, **order: Any) -> Any:
        async with self.session.post(f"{self.address}/control/{path}", json=order) as response:
            return await response.json()

    async def look(self, path: str, **query: Any) -> Any:
        async with self.session.get(f"{self.address}/control/{path}", params=query) as response:
            return await response.json()
