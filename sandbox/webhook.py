"""Delivery to a webhook: one chat's updates in order, chats side by side, again and again until the bot says 2xx."""

import asyncio
import json
from typing import TYPE_CHECKING, Self

from aiohttp import ClientError, ClientSession, ClientTimeout

from sandbox.bot_account import BotAccount, Webhook
from sandbox.gateway import answer
from sandbox.model import Json

if TYPE_CHECKING:
    from types import TracebackType

    from sandbox.world import World

FIRST_DELAY, LONGEST_DELAY = 1.0, 60.0
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
PATIENCE = ClientTimeout(total=60)


class Pusher:
    """Runs while the server does and looks for work whenever the world changes."""

    def __init__(self, world: "World") -> None:
        self.world = world
        self._task: asyncio.Task[None] | None = None
        self._lanes: set[tuple[int, object]] = set()

    async def __aenter__(self) -> Self:
        self._task = asyncio.get_running_loop().create_task(self._run())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: "TracebackType | None",
    ) -> None:
        if self._task is not None:
            self._task.cancel()
            ended = await asyncio.gather(self._task, return_exceptions=True)
            self.world.problems += [repr(end) for end in ended if isinstance(end, Exception)]

    async def _run(self) -> None:
        async with ClientSession(timeout=PATIENCE) as session, asyncio.TaskGroup() as lanes:
            while True:
                changed = self.world.next_change()
                for bot in self.world.bots.values():
                    for chat in _chats_waiting(bot) if bot.webhook else []:
                        if (bot.user.id, chat) not in self._lanes:
                            self._lanes.add((bot.user.id, chat))
                            lanes.create_task(self._lane(session, bot, chat))
                await changed

    async def _lane(self, session: ClientSession, bot: BotAccount, chat: object) -> None:
        delay = FIRST_DELAY
        try:
            while bot.webhook and (update := _first(bot, chat)):
                if await self._post(session, bot, bot.webhook, update):
                    delay = FIRST_DELAY
                else:
                    await self.world.clock.sleep(delay)
                    delay = min(delay * 2, LONGEST_DELAY)
        finally:
            self._lanes.discard((bot.user.id, chat))

    async def _post(self, session: ClientSession, bot: BotAccount, webhook: Webhook, update: Json) -> bool:
        headers = {SECRET_HEADER: webhook.secret} if webhook.secret else {}
        bot.queue.release(update)
        try:
            async with session.post(webhook.url, json=update, headers=headers) as response:
                body = await response.read()
                if response.ok:
                    bot.queue.done(update["update_id"])
                    await self._reply_inside(bot, body)
                    return True
                webhook.last_error = f"Wrong response from the webhook: {response.status} {response.reason}"
        except (ClientError, TimeoutError) as error:
            webhook.last_error = f"Connection failed: {type(error).__name__}"
        webhook.last_error_date = self.world.timestamp()
        self.world.touch()
        return False

    async def _reply_inside(self, bot: BotAccount, body: bytes) -> None:
        """A method may stand in the very answer to the webhook."""
        try:
            call = json.loads(body)
        except ValueError:
            return
        if isinstance(call, dict) and "method" in call:
            await answer(self.world, bot.token, call.pop("method"), call)


def _chats_waiting(bot: BotAccount) -> set[object]:
    return {_lane_of(update) for update in bot.queue.pending}


def _first(bot: BotAccount, chat: object) -> Json | None:
    return next((update for update in bot.queue.pending if _lane_of(update) == chat), None)


def _lane_of(update: Json) -> object:
    payload = next((value for key, value in update.items() if key != "update_id"), None)
    if not isinstance(payload, dict):
        return None
    whose: Json = payload.get("chat") or payload.get("from") or {}
    return whose.get("id")
