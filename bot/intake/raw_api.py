"""Calls of the Bot API whose answers stay as they came: one bad update must not make a whole batch unreadable."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, cast

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiohttp import ClientError, ClientTimeout
from aiohttp_socks import ProxyConnectionError, ProxyError, ProxyTimeoutError

from bot.intake.deep_json import read_json

_NETWORK = (ClientError, OSError, ProxyError, ProxyConnectionError, ProxyTimeoutError)
"""TimeoutError is an OSError."""


class IntakeState(StrEnum):
    """What keeps updates from coming in, or nothing."""

    WORKING = "working"
    LIMITED = "limited"
    """429, with the seconds to wait"""
    CONFLICT = "conflict"
    """409: somebody else takes this bot's updates"""
    REFUSED = "refused"
    """401 or 404: the token is wrong or was taken back"""
    FAILING = "failing"
    """5xx and other refusals"""
    GARBLED = "garbled"
    """what came is no answer of a Bot API"""
    UNREACHABLE = "unreachable"
    """no connection, no answer in time"""
    NOT_STORED = "not stored"
    """the database cannot take what came"""


_STATES = {
    401: IntakeState.REFUSED,
    404: IntakeState.REFUSED,
    409: IntakeState.CONFLICT,
    429: IntakeState.LIMITED,
}


class ApiFailure(Exception):
    """No result. `retry_after`: seconds, where the Bot API named them."""

    def __init__(self, state: IntakeState, retry_after: float | None = None) -> None:
        super().__init__(state)
        self.state = state
        self.retry_after = retry_after


class RawApi:
    """Through the bot's own session: its server, its proxy, its connections."""

    def __init__(self, bot: Bot) -> None:
        self._token = bot.token
        self._session = cast(AiohttpSession, bot.session)

    async def call(self, method: str, parameters: Mapping[str, str | int], *, timeout: float) -> Any:  # noqa: ASYNC109
        """The result; ApiFailure without one. `timeout` is for the whole exchange, in seconds."""
        session = await self._session.create_session()
        url = self._session.api.api_url(self._token, method)
        try:
            async with session.post(url, data=parameters, timeout=ClientTimeout(total=timeout)) as response:
                body = await response.read()
        except _NETWORK:
            # The address in the error's words holds the token.
            raise ApiFailure(IntakeState.UNREACHABLE) from None
        return _result(response.status, _decoded(body))


def _decoded(body: bytes) -> Any:
    try:
        return read_json(body)
    except ValueError:
        return None


def _result(status: int, answer: Any) -> Any:
    if not isinstance(answer, dict):
        raise ApiFailure(IntakeState.FAILING if status >= 500 else IntakeState.GARBLED)
    if answer.get("ok") is True:
        return answer.get("result")
    code = answer.get("error_code", status)
    retry_after = _retry_after(answer.get("parameters"))
    state = IntakeState.LIMITED if retry_after is not None else _STATES.get(code, IntakeState.FAILING)
    raise ApiFailure(state, retry_after)


def _retry_after(parameters: Any) -> float | None:
    seconds = parameters.get("retry_after") if isinstance(parameters, dict) else None
    return float(seconds) if isinstance(seconds, int | float) and seconds > 0 else None
