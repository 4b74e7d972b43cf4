"""The page behind the browser: what it is told, what it may do, and whom it lets in."""

import base64
import json
from datetime import datetime
from pathlib import Path

import aiohttp
import pytest

from bot.municipality import load_municipality
from sandbox.page.routes import serve_page
from sandbox.page.running import shown
from sandbox.page.show import CannotDo, Show

CITY = Path(__file__).parents[2] / "sandbox" / "city.toml"
START = datetime(2026, 3, 2, 9, 0)  # noqa: DTZ001 - the municipality's own time
LIFT = "В доме на Мира, 8 третий день стоит лифт"


@pytest.fixture
async def show():
    """The city without its past, its clock standing still until it is moved."""
    one = Show(load_municipality(CITY), START, 0)
    await one.open(past=False)
    yield one
    await one.close()


@pytest.fixture
async def page(show):
    async with serve_page(show, 0) as address, aiohttp.ClientSession(address) as session:
        yield session


def messages(show, kind):
    """What stands in the chats of a kind, oldest first."""
    show.album.look(show.chats)
    keys = {chat["key"] for chat in show.state()["chats"] if chat["kind"] == kind}
    return [one for one in show.album.since(0) if one["chat"] in keys and not one["deleted"]]


def labels(message):
    return [label for row in message["keyboard"] for label in row]


def newest(show, kind, label):
    """The newest message of a kind of chats with this button."""
    return next(one for one in reversed(messages(show, kind)) if label in labels(one))


def chat_of(show, kind):
    return next(chat for chat in show.state()["chats"] if chat["kind"] == kind)


def order(show, chats, do, **facts):
    chat = chat_of(show, chats)
    return {"do": do, "chat": chat["key"], "who": chat["seats"][0], **facts}


async def press(show, kind, label):
    message = newest(show, kind, label)
    row = next(row for row, labels in enumerate(message["keyboard"]) if label in labels)
    place = {
        "message": message["id"],
        "row": row,
        "column": message["keyboard"][row].index(label),
        "label": label,
    }
    return await show.act({**order(show, kind, "press", **place), "chat": message["chat"]})


async def write(show, text=LIFT):
    await show.act(order(show, "citizen", "send", text=text))
    await show.act({"do": "move", "seconds": 5})


async def test_words_pass_through_the_real_bot(show):
    await write(show)
    assert "Номер: 2026-00001" in messages(show, "citizen")[-1]["text"]
    assert (await press(show, "department", "Принять"))["toast"].startswith("Принято")


async def test_only_what_changed_is_told_again(show):
    await write(show)
    show.album.look(show.chats)
    known = show.album.revision
    show.album.look(show.chats)
    assert show.album.since(known) == []
    await press(show, "department", "Принять")
    await show.act({"do": "move", "seconds": 5})
    show.album.look(show.chats)
    assert {one["chat"] for one in show.album.since(known)} == {"coordinators", "department-zhkh"}


async def test_nobody_writes_where_he_does_not_sit(show):
    stranger = chat_of(show, "citizen")["seats"][0]
    with pytest.raises(CannotDo, match="not-possible"):
        await show.act({**order(show, "department", "send", text="Я тоже"), "who": stranger})


async def test_a_button_that_has_changed_is_not_pressed(show):
    await write(show)
    card = newest(show, "department", "Принять")
    answer = await show.act(
        order(show, "department", "press", message=card["id"], row=0, column=0, label="Отклонить")
    )
    assert answer == {"stale": True}


async def test_a_button_that_has_moved_under_the_finger_is_pressed(show):
    await write(show)
    card = newest(show, "department", "Принять")
    answer = await show.act(
        order(show, "department", "press", message=card["id"], row=9, column=0, label="Принять")
    )
    assert answer["toast"].startswith("Принято")


async def test_a_photo_comes_back_as_it_was_sent(show, page):
    picture = b"\xff\xd8\xff" + bytes(100)
    body = {
        **order(show, "citizen", "file", kind="photo", text=LIFT),
        "content": base64.b64encode(picture).decode(),
    }
    assert (await page.post("/do", json=body)).status == 200
    file = messages(show, "citizen")[0]["media"]["file"]
    response = await page.get(f"/file/{file}")
    assert (await response.read(), response.content_type) == (picture, "image/jpeg")


async def test_what_is_no_picture_is_only_ever_saved(show, page):
    html = base64.b64encode(b"<script>alert(1)</script>").decode()
    await page.post(
        "/do", json={**order(show, "citizen", "file", kind="document", name="x.html"), "content": html}
    )
    response = await page.get(f"/file/{messages(show, 'citizen')[0]['media']['file']}")
    assert response.content_type == "application/octet-stream"
    assert response.headers["Content-Disposition"] == "attachment"


@pytest.mark.parametrize("headers", [{"Host": "city.example:80"}, {"Origin": "http://evil.example"}])
async def test_a_foreign_page_neither_reads_nor_acts(page, headers):
    assert (await page.get("/", headers=headers)).status == 403
    assert (await page.post("/do", json={"do": "reset"}, headers=headers)).status == 403


@pytest.mark.parametrize(
    "body", ["", "[]", '"x"', "{", '{"do": "send", "content": "%"}', '{"do": "nothing"}']
)
async def test_nonsense_is_refused_and_changes_nothing(show, page, body):
    response = await page.post("/do", data=body, headers={"Content-Type": "application/json"})
    assert response.status in {400, 409}
    assert messages(show, "citizen") == []


async def test_the_stream_goes_on_where_a_reader_left_it(show, page):
    await write(show)
    async with page.get("/live") as stream:
        mark = (await stream.content.readline()).decode().removeprefix("id: ").strip()
        whole = json.loads((await stream.content.readline()).decode().removeprefix("data: "))
    async with page.get("/live", params={"since": mark}) as stream:
        await stream.content.readline()
        news = json.loads((await stream.content.readline()).decode().removeprefix("data: "))
    assert whole["whole"]
    assert whole["messages"]
    assert (news["whole"], news["messages"]) == (False, [])


async def test_the_clock_goes_to_named_moments(show):
    evening = await show.act({"do": "move", "to": "evening"})
    assert evening["now"].startswith("2026-03-02T14:00")
    monday = await show.act({"do": "move", "to": "monday"})
    assert monday["now"].startswith("2026-03-10T05:00"), "the ninth is a day off"


def told(show, kind, words):
    """First lines of what the bot said with these words."""
    return [one["text"] for one in messages(show, kind) if one["bot"] and words in one["text"]]


async def test_the_end_of_the_day_brings_the_summary(show):
    await write(show)
    await show.act({"do": "move", "to": "evening"})
    (summary,) = told(show, "leadership", "Сводка за пн, 2 марта")
    assert summary.startswith("Поступило 1, ответили 0, просрочено 1.")


async def test_on_the_way_to_monday_each_day_has_its_own_summary_at_its_own_close(show):
    await show.act({"do": "move", "to": "monday"})
    summaries = told(show, "leadership", "Сводка за")
    assert [one.splitlines()[1] for one in summaries] == [
        "Сводка за пн, 2 марта, с выходными: с 27.02 16:00",
        "Сводка за вт, 3 марта",
        "Сводка за ср, 4 марта",
        "Сводка за чт, 5 марта",
        "Сводка за пт, 6 марта",
    ]
    assert told(show, "staff", "Управление ЖКХ: всё в срок")
    assert not told(show, "department", "всё в срок")


async def test_a_moment_that_is_over_is_refused_in_words(show):
    await show.act({"do": "move", "to": "evening"})
    with pytest.raises(CannotDo, match="no-such-moment"):
        await show.act({"do": "move", "to": "evening"})


async def test_a_group_that_becomes_a_supergroup_keeps_its_column(show):
    await show.act({"do": "migrate", "chat": "department-zhkh"})
    await write(show)
    assert newest(show, "department", "Принять")["chat"] == "department-zhkh"


async def test_an_outage_ends_after_a_minute_of_the_citys_time(show):
    await show.act({"do": "outage"})
    await show.act(order(show, "citizen", "send", text=LIFT))
    assert show.state()["outage"]
    await show.act({"do": "move", "seconds": 120})
    assert not show.state()["outage"]
    assert "Номер: 2026-00001" in messages(show, "citizen")[-1]["text"]


async def test_a_reset_begins_anew(show):
    await write(show)
    epoch = show.epoch
    await show.act({"do": "reset"})
    assert show.epoch == epoch + 1
    assert all(LIFT not in one["text"] for one in messages(show, "citizen"))
    assert "2026-00003" in messages(show, "coordinators")[-1]["text"]


async def test_a_taken_port_gives_way_to_the_next():
    file = load_municipality(CITY)
    async with shown(file, START, 0, 18480) as first, shown(file, START, 0, 18480) as second:
        ports = [int(address.rpartition(":")[2]) for address in (first, second)]
    assert min(ports) >= 18480
    assert ports[0] != ports[1]


async def test_the_clock_goes_to_the_next_deadline_and_a_reminder_comes(show):
    await show.look_ahead()
    assert show.state()["clock"]["nearing"] is None
    with pytest.raises(CannotDo, match="no-such-moment"):
        await show.act({"do": "move", "to": "deadline"})
    await write(show)
    await show.act({"do": "move", "to": "deadline"})
    assert any("Срок близко" in one["text"] for one in messages(show, "department"))


async def test_a_clock_that_is_moved_over_a_day_brings_each_reminder_on_its_way(show):
    await write(show)
    await press(show, "department", "Принять")
    await show.act({"do": "move", "to": "evening"})
    said = [one["text"] for one in messages(show, "department")]
    assert any(text.startswith("⏳ Срок близко") for text in said)
    assert any(text.startswith(("Просрочено", "Истекают до")) for text in said)


async def test_the_counter_stands_pinned_and_no_group_reads_how_to_pin_by_hand(show):
    await write(show)
    await show.act({"do": "move", "seconds": 600})
    department = messages(show, "department")
    assert any(one["pinned"] and one["text"].startswith("В работе: 1") for one in department)
    assert not told(show, "department", "нельзя закреплять")


async def test_what_a_neighbour_sent_is_forwarded_with_the_neighbours_name(show, page):
    photo = base64.b64encode(b"\xff\xd8\xff").decode()
    body = {**order(show, "citizen", "neighbour", text=LIFT), "content": photo}
    assert (await page.post("/do", json=body)).status == 200
    await show.act({"do": "move", "seconds": 5})
    assert messages(show, "citizen")[0]["forward"] == "Николай Соседов"
    assert newest(show, "department", "Принять")


async def test_a_message_is_forwarded_only_to_where_its_forwarder_sits(show):
    await write(show)
    card = newest(show, "department", "Принять")
    deed = order(show, "department", "forward", message=card["id"])
    await show.act({**deed, "to": f"staff-{deed['who']}"})
    assert messages(show, "staff")[0]["forward"] == "Приёмная"
    with pytest.raises(CannotDo, match="not-possible"):
        await show.act({**deed, "to": "leadership"})


async def test_an_album_comes_as_one_and_a_poll_with_its_answers(show, page):
    photos = [base64.b64encode(b"\xff\xd8\xff" + bytes([number])).decode() for number in range(3)]
    body = {**order(show, "citizen", "album", text=LIFT), "contents": photos}
    assert (await page.post("/do", json=body)).status == 200
    await show.act(order(show, "citizen", "poll"))
    album, poll = messages(show, "citizen")[:3], messages(show, "citizen")[3]
    assert len({one["album"] for one in album} - {None}) == 1
    assert poll["media"]["options"] == ["Завтра", "Никогда"]


async def test_the_week_before_ended_each_day_with_its_own_summary_in_time(show):
    await show.act({"do": "reset"})
    assert len(told(show, "leadership", "Сводка за")) == 4
    assert not told(show, "leadership", "опозданием")
