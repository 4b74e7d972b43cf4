"""The day's summary as a picture with the verdict under it: one message, once, and never lost for the picture's sake (R11, R32)."""

import asyncio
import io
from datetime import datetime

import pytest
from PIL import Image

from bot.delivery.sender import Sender
from bot.picture_child import PictureChild, Undrawn
from tests.city import running, sleeping_town
from tests.story.scenes import answered, ask_database, bot_in, written
from tests.story.test_summary import MOSCOW, asks, summaries, until


class Painter:
    """Draws one word, as soon as it is let, unless it is out of order."""

    def __init__(self):
        self.begun, self.may = asyncio.Event(), asyncio.Event()
        self.may.set()
        self.trouble, self.png = None, b"picture"

    async def draw(self, picture):
        self.begun.set()
        await self.may.wait()
        if self.trouble is not None:
            raise self.trouble
        return self.png


@pytest.fixture
def painter(monkeypatch):
    painter = Painter()
    monkeypatch.setattr("bot.app.PictureChild", lambda: painter)
    return painter


def photo(town, message):
    """The bytes of its largest size; None where it has no photo."""
    sizes = message.content.get("photo")
    return town.world.files.find(sizes[-1]["file_id"]).content if sizes else None


async def test_r11_the_summary_is_one_picture_whose_lists_open_under_it(draws_pictures, town):
    await answered(town)
    await written(town, by=town.boris)
    await until(town, "2026-03-02 17:01")
    (told,) = summaries(town.leadership)
    at_closing = photo(town, told)
    with Image.open(io.BytesIO(at_closing)) as picture:
        assert (picture.format, picture.width) == ("PNG", 1200)
    verdict, *more = told.text.splitlines()
    assert verdict == "Поступило 2, ответили 1, просрочено 1. От вас ничего не требуется."
    assert len(more) < 8
    glava = town.glava.in_(town.leadership)
    await town.clicks(glava, "Просроченные", on=told)
    assert told.text.startswith("Просрочено: 1")
    assert photo(town, told) == at_closing
    await town.clicks(glava, "‹ Сводка", on=told)
    await town.clicks(glava, "По отделам", on=told)
    assert "ЖКХ: просрочено 1" in told.text
    assert told.text.splitlines()[0] != verdict
    await town.clicks(glava, "‹ Сводка", on=told)
    assert told.text.splitlines()[0] == verdict
    assert photo(town, told) == at_closing, "nothing has changed since"


async def test_the_picture_of_a_summary_asked_for_turns_with_its_words(painter, town):
    await written(town)
    await town.olga.start()
    await asks(town, town.olga, "/report")
    told = bot_in(town.olga.chat)[-1]
    assert photo(town, told) == b"picture"
    await town.clicks(town.olga, "Месяц", on=told)
    assert told.text.endswith("За какой месяц?")
    painter.png = b"picture of now"
    await town.clicks(town.olga, "‹ Сводка", on=told)
    assert photo(town, told) == b"picture of now"
    await town.clicks(town.olga, "По отделам", on=told)
    painter.trouble = Undrawn("killed")
    await town.clicks(town.olga, "‹ Сводка", on=told)
    assert told.text.startswith("Поступило 1"), "the words are true also under an older picture"
    assert photo(town, told) == b"picture of now"


async def test_a_picture_that_cannot_be_drawn_keeps_no_summary_back_and_the_administrators_hear_of_it(
    painter, town
):
    await town.admin.start()
    await written(town)
    painter.trouble = Undrawn("MemoryError")
    await until(town, "2026-03-02 17:01")
    (told,) = summaries(town.leadership)
    assert photo(town, told) is None
    assert told.text.startswith("Поступило 1")
    (alarm,) = [one.text for one in bot_in(town.admin.chat) if "Картинка сводки не получилась" in one.text]
    assert "MemoryError" in alarm


async def test_a_summary_cut_short_while_it_is_drawn_comes_once_after_the_next_start(
    tmp_path, painter, monkeypatch
):
    monkeypatch.setattr(Sender, "stop", lambda self: self._lanes.stop(0.0))
    async with sleeping_town(tmp_path) as town:
        async with running(town):
            await written(town)
            await until(town, "2026-03-02 16:55")
            painter.may.clear()
            town.world.clock.set_to(datetime(2026, 3, 2, 17, 1, tzinfo=MOSCOW))
            await town.app.catch_up()
            await painter.begun.wait()
        assert not summaries(town.leadership)
        painter.may.set()
        for _ in range(2):
            async with running(town):
                await town.wait(60)
                (told,) = summaries(town.leadership)
        assert photo(town, told) == b"picture"
        doubts = ask_database(town, "SELECT count(*) FROM journal WHERE action = 'perhaps_said_twice'")
        assert doubts == [(0,)], "nothing was on its way to Telegram yet"
        assert ask_database(town, "SELECT count(*) FROM beats WHERE what = 'summary'") == [(1,)]


async def test_a_process_that_fails_or_hangs_is_told_of_and_ended(monkeypatch):
    from reports.daily.shape import DayPicture

    nothing = DayPicture("", "", (), (), (), "", "", (), "", (), "", "")
    with pytest.raises(Undrawn, match=r"^ValueError$"):
        await PictureChild(("python3", "-c", "raise ValueError('Иванов')")).draw(nothing)
    monkeypatch.setattr("bot.picture_child.LONGEST", 0.05)
    with pytest.raises(Undrawn, match="TimeoutError"):
        await PictureChild(("sleep", "60")).draw(nothing)
