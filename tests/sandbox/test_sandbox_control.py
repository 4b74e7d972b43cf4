"""Directing the scene over HTTP, from another process too; webhooks; the stand-in's own honesty."""

import asyncio
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession, web

from sandbox import DEMO_TOKEN, History, ManualClock, World
from sandbox.call import method
from sandbox.client import Api
from sandbox.history import CallRecord
from sandbox.methods import REGISTRY
from sandbox.server import serve
from sandbox.validation import check_update


async def test_people_act(city: World, api: Api) -> None:
    anna = await api.control("user", name="Анна Петрова")
    group = await api.control("chat", kind="group", title="Дороги", members=[anna["id"]], admin=True)
    said = await api.control("act", who="Анна", do="send", text="яма")
    await api.control("act", who=anna["id"], do="edit", message=said["id"], text="ямища")
    await api.control(
        "act", who=anna["id"], do="send_photo", chat=group["id"], caption="тут", content="SlBFRw=="
    )
    texts = [
        body.get("text", body.get("caption"))
        for u in await api.updates()
        for body in u.values()
        if isinstance(body, dict)
    ]
    assert texts[-3:] == ["яма", "ямища", "тут"]
    keys = {"inline_keyboard": [[{"text": "Принять", "callback_data": "a"}]]}
    await api("sendMessage", chat_id=group["id"], text="карточка", reply_markup=keys)
    pressed = await api.control("act", who="Анна", do="click", chat=group["id"], caption="Принять")
    await api("answerCallbackQuery", callback_query_id=pressed["press"], text="Да")
    state = await api.look("state")
    assert state["toasts"][str(anna["id"])]["text"] == "Да"
    shown = await api.look("messages", chat=group["id"])
    assert shown[-1]["keyboard"][0][0]["text"] == "Принять"
    assert (await api.control("act", who="Анна", do="block_bot")) == {}
    assert city.people[anna["id"]].chat.blocked


async def test_rooms_change(city: World, api: Api) -> None:
    group = await api.control("chat", kind="group", title="Дороги")
    fresh = await api.control("room", chat=group["id"], do="migrate")
    assert fresh["type"] == "supergroup"
    topic = await api.control("room", chat=fresh["id"], do="topic", name="Ямы")
    await api.control("room", chat=fresh["id"], do="close_topic", topic=topic["topic"])
    assert city.groups[fresh["id"]].topics[topic["topic"]].closed


async def test_time_faults_limits_and_raw_updates(city: World, api: Api) -> None:
    before = city.clock.now()
    await api.control("clock", advance=60)
    assert (city.clock.now() - before).total_seconds() == 60
    await api.control("fault", kind="error_500", method="getMe")
    assert "Internal" in await api.refused("getMe")
    await api.control("fault", kind="error_500", count=None)
    await api.session.delete(f"{api.address}/control/faults")
    await api("getMe")
    await api.control("limits", on=False)
    assert city.limits is None
    await api.control("limits", group_operations=3)
    assert city.limits is not None
    assert city.limits.group_operations == 3
    raw = await api.control("raw", nonsense=1)
    assert [update["update_id"] for update in await api.look("updates")] == [raw["update_id"]]


async def test_what_cannot_be_done_is_told(api: Api) -> None:
    assert "error" in await api.control("act", who="Никто", do="send", text="а")
    assert "error" in await api.control("fault", kind="nonsense")


async def test_a_page_can_wait_for_changes(city: World, api: Api) -> None:
    version = (await api.look("state"))["version"]
    async with asyncio.TaskGroup() as group:
        waiting = group.create_task(api.look("changes", since=version))
        await city.user("Анна").send("яма")
    assert waiting.result()["changed"]
    assert not (await api.look("changes", since=10_000, within=0.01))["changed"]


async def test_history_keeps_calls_and_updates_and_writes_them_down(tmp_path: Path) -> None:
    path = tmp_path / "history.jsonl"
    city = World(history=History(path))
    async with serve(city) as address, ClientSession() as session:
        api = Api(session, address, city.bot.token)
        heard: list[str] = []
        city.history.listeners.append(lambda record: heard.append(record.event))
        anna = city.user("Анна")
        await anna.start()
        await api.updates()
        await api("sendMessage", chat_id=anna.id, text="ответ")
        await api.refused("sendMessage", chat_id=anna.id, text="\ud83d")
        sent, refused = city.history.calls("send*", anna.id)
    city.history.close()
    assert heard == ["queued", "released", "call", "confirmed", "call", "call", "call"]
    assert (sent.ok, sent.message_ids, sent.params["text"]) == (True, [anna.chat.last_message.id], "ответ")
    assert (refused.ok, refused.status, refused.applied) == (False, 400, False)
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert [line["event"] for line in lines] == heard


async def test_a_process_of_its_own(tmp_path: Path) -> None:
    history = tmp_path / "history.jsonl"
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "sandbox.server", "--history", str(history), stdout=asyncio.subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )  # fmt: skip
    try:
        assert process.stdout is not None
        address = (await process.stdout.readline()).decode().strip()
        async with ClientSession() as session:
            api = Api(session, address, DEMO_TOKEN)
            anna = await api.control("user", name="Анна")
            await api.control("act", who=anna["id"], do="start")
            (update,) = await api.updates()
            assert update["message"]["text"] == "/start"
    finally:
        process.kill()
        await process.wait()
    assert '"event": "confirmed"' in history.read_text(encoding="utf-8")


async def test_a_webhook_gets_updates_until_it_says_yes(city: World, api: Api) -> None:
    seen: list[tuple[str, str | None]] = []

    async def hook(request: web.Request) -> web.Response:
        body = await request.json()
        seen.append((body["message"]["text"], request.headers.get("X-Telegram-Bot-Api-Secret-Token")))
        if len(seen) == 1:
            return web.Response(status=500)
        return web.json_response(
            {"method": "sendMessage", "chat_id": anna.id, "text": f"принято: {seen[-1][0]}"}
        )

    anna, app = city.user("Анна"), web.Application()
    app.router.add_post("/hook", hook)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    assert "unallowed characters" in await api.refused("setWebhook", url="http://a.ru", secret_token="тайна")
    await api("setWebhook", url=f"http://127.0.0.1:{runner.addresses[0][1]}/hook", secret_token="s-1")
    clock = city.clock
    assert isinstance(clock, ManualClock)
    await anna.send("раз")
    await anna.send("два")
    await city.until(lambda: city.bot.webhook and city.bot.webhook.last_error)
    await clock.advance(1)
    await anna.chat.expect("принято: два")
    assert seen == [("раз", "s-1"), ("раз", "s-1"), ("два", "s-1")]
    await runner.cleanup()


def test_a_broken_update_is_a_mistake_of_the_stand_in() -> None:
    with pytest.raises(AssertionError, match="broken update"):
        check_update({"update_id": 1, "message": {"text": "без чата"}})
    with pytest.raises(AssertionError, match="unknown kind"):
        check_update({"update_id": 1, "edited_message": None})


async def test_a_broken_answer_fails_the_test_that_got_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(REGISTRY, "getme", lambda _: {"id": "не число"})
    city = World()
    with pytest.raises(AssertionError, match="answered getMe wrongly"):
        async with serve(city) as address, ClientSession() as session:
            await Api(session, address, city.bot.token).refused("getMe")
    assert [record.status for record in city.history.records if isinstance(record, CallRecord)] == [500]


async def test_a_method_that_is_not_carried_is_told_of() -> None:
    city = World()
    with pytest.raises(AssertionError, match="does not carry sendInvoice"):
        async with serve(city) as address, ClientSession() as session:
            await Api(session, address, city.bot.token).refused("sendInvoice")


def test_names_are_registered_without_regard_to_case() -> None:
    @method("sendTest")
    def send(_: Any) -> bool:
        return True

    assert REGISTRY.pop("sendtest") is send
