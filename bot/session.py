"""The bot's connection to the Bot API: a form written in one go, and of an answer only what somebody needs is read."""

from typing import Any
from urllib.parse import urlencode

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import Message
from aiohttp import BytesPayload, FormData

_TAKEN_AS_THEY_CAME = (Message, bool, list[Message], Message | bool)
"""Answers of which nobody needs more than the ids of the messages."""


_FORM = "application/x-www-form-urlencoded"


class QuickSession(AiohttpSession):
    """aiogram's own, without its two dearest steps: a form put together field by field, and a model of each message sent.

    Calls stay forms, as every server for bots reads them; JSON bodies are cheaper still, and not read by all.
    """

    def build_form_data(self, bot: Bot, method: TelegramMethod[Any]) -> FormData | BytesPayload:  # type: ignore[override]
        """The call's body; aiogram's own where a file goes with it."""
        files: dict[str, Any] = {}
        given = method.model_dump(warnings=False, exclude_none=True)
        fields = ((name, self.prepare_value(value, bot, files)) for name, value in given.items())
        body = urlencode([(name, value) for name, value in fields if value], errors="replace")
        return (
            super().build_form_data(bot, method) if files else BytesPayload(body.encode(), content_type=_FORM)
        )

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
