"""The bot's connection to the Bot API: calls leave as JSON, and of an answer only what somebody needs is read."""

from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import Message
from aiohttp import FormData, JsonPayload

_TAKEN_AS_THEY_CAME = (Message, bool, list[Message], Message | bool)
"""Answers of which nobody needs more than the ids of the messages."""


class JsonSession(AiohttpSession):
    """aiogram's own, without its two dearest steps: a form of quoted JSON, and a model of each message sent."""

    def build_form_data(self, bot: Bot, method: TelegramMethod[Any]) -> FormData | JsonPayload:  # type: ignore[override]
        """The call's body; a form only where a file goes with it."""
        files: dict[str, Any] = {}
        given = method.model_dump(warnings=False, exclude_none=True)
        values = self.prepare_value(given, bot, files, _dumps_json=False)
        return super().build_form_data(bot, method) if files else JsonPayload(values)

    def check_response(
        self, bot: Bot, method: TelegramMethod[TelegramType], status_code: int, content: str
    ) -> Response[TelegramType]:
        """Aiogram's reading of refusals; a sent message as it came."""
        if method.__returning__ in _TAKEN_AS_THEY_CAME:
            answer = self._read(content)
            if status_code == 200 and isinstance(answer, dict) and answer.get("ok") is True:
                return Response.model_construct(ok=True, result=answer.get("result"))
        return super().check_response(bot, method, status_code, content)

    def _read(self, content: str) -> Any:
        try:
            return self.json_loads(content)
        except (ValueError, RecursionError):
            return None
