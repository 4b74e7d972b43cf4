"""Papers from the chat: ordered under `/report`, made beside the work, once, whatever happens (R27, R66, R69, R72)."""

import asyncio
import io
import json
from dataclasses import replace

import pytest
from docx import Document
from openpyxl import load_workbook

import bot.paper_mill
from bot.paper_child import Unmade
from domain.municipality import Role
from tests.city import labels, running, sleeping_town
from tests.story.scenes import PITS, ask_database, bot_in, replies, written
from tests.story.test_summary import until


class Maker:
    """Makes a file of nothing, as soon as it is let."""

    def __init__(self):
        self.made = []
        self.may = asyncio.Event()
        self.may.set()
        self.trouble = None

    def __call__(self, _):
        return self

    async def make(self, order, out, now):
        days = (order.about,) if order.about else (f"{order.days.first}", f"{order.days.last}")
        self.made.append((order.paper.value, *days, order.scope))
        await self.may.wait()
        if self.trouble is not None:
            raise self.trouble
        out.write_bytes(b"paper")


@pytest.fixture
def maker(monkeypatch):
    maker = Maker()
    monkeypatch.setattr("bot.app.PaperChild", maker)
    return maker


def files(chat):
    """The names of the bot's files that stand in the chat."""
    return [one.content["document"]["file_name"] for one in bot_in(chat) if "document" in one.content]


def opened(town, chat):
    """The last file in the chat."""
    (last,) = [one for one in bot_in(chat) if "document" in one.content][-1:]
    return io.BytesIO(town.world.files.find(last.content["document"]["file_id"]).content)


def words(document):
    tables = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return " ".join([*(one.text for one in document.paragraphs), *tables])


def exports(town):
    rows = ask_database(town, "SELECT actor_name, after FROM journal WHERE action = 'export' ORDER BY id")
    return [(name, *json.loads(after).values()) for name, after in rows]


async def reads(town, seat):
    """Somebody asks for the summary, under which the papers are."""
    await town.says(seat, "/report")
    await town.redraw()
    return bot_in(getattr(seat, "chat", None) or seat.group)[-1]


async def orders(town, seat, paper, days, *, on):
    """Two presses; the toast, once the file has come."""
    await town.clicks(seat, paper, on=on)
    toast = await town.clicks(seat, days, on=on)
    await town.wait(1)
    return toast


async def test_r72_a_month_and_the_register_come_as_files_made_by_a_process_of_their_own(makes_papers, town):
    await written(town)
    number = await written(town, PITS, by=town.boris)
    summary = await reads(town, town.olga)
    assert labels(summary)[-10:] == [
        "📄 Отчёт за февраль 2026 года",
        "День",
        "Неделя",
        "Месяц",
        "Период",
        "Рейтинг",
        "Карта",
        "К совещанию",
        "Реестр",
        "Для ЦУР",
    ]
    assert (
        await orders(town, town.olga, "Месяц", "Март 2026 года, пока", on=summary)
        == "Готовлю, файл придёт сюда"
    )
    month = words(Document(opened(town, town.olga.chat)))
    assert "2 обращения" in month
    assert "данные на 02.03.2026" in month, "the town's clock, not the machine's"
    await town.clicks(town.olga, "‹ Сводка", on=summary)
    await orders(town, town.olga, "Реестр", "01.03.2026–02.03.2026, пока", on=summary)
    sheet = load_workbook(opened(town, town.olga.chat)).active
    assert number in {row[0].value for row in sheet.iter_rows()}
    assert files(town.olga.chat) == ["Отчёт за март 2026 года.docx", "Реестр за 01.03.2026–02.03.2026.xlsx"]
    assert exports(town) == [
        ("Кузнецова Ольга Павловна", 1, "month", "2026-03-01", "2026-03-31", ""),
        ("Кузнецова Ольга Павловна", 2, "register", "2026-03-01", "2026-03-02", ""),
    ]
    await town.wait(1)
    assert list((town.database.parent / "papers-to-send").iterdir()) == [], "what was sent lies nowhere"


async def test_what_takes_long_says_so_and_its_word_gives_way_to_the_file_while_presses_are_answered(
    maker, town, monkeypatch
):
    monkeypatch.setattr(bot.paper_mill, "SLOW", 0.0)
    summary = await reads(town, town.olga)
    maker.may.clear()
    await town.clicks(town.olga, "📄 Отчёт за февраль 2026 года", on=summary)
    said = await town.olga.chat.expect("Готовлю: Отчёт за февраль 2026 года")
    assert await town.clicks(town.olga, "📄 Отчёт за февраль 2026 года", on=summary) == (
        "Этот файл уже готовится, он придёт сам."
    )
    assert not files(town.olga.chat)
    maker.may.set()
    await town.wait(1)
    assert files(town.olga.chat) == ["Отчёт за февраль 2026 года.docx"]
    await town.redraw()
    assert said.deleted
    assert len(maker.made) == len(exports(town)) == 1


async def test_a_stop_in_the_middle_loses_nothing_and_exactly_one_file_comes(tmp_path, maker):
    async with sleeping_town(tmp_path) as town:
        maker.may.clear()
        async with running(town):
            summary = await reads(town, town.olga)
            await town.clicks(town.olga, "📄 Отчёт за февраль 2026 года", on=summary)
            await town.world.until(lambda: maker.made)
        maker.may.set()
        async with running(town):
            await town.wait(1)
            await town.wait(1)
        assert files(town.olga.chat) == ["Отчёт за февраль 2026 года.docx"]
        assert len(maker.made) == 2


async def test_a_form_that_cannot_be_filled_is_told_to_who_asked_and_what_nobody_understands_to_the_administrators(
    maker, town
):
    summary = await reads(town, town.olga)
    maker.trouble = Unmade("month.docx: поля «всего» нет", 2)
    await orders(town, town.olga, "Месяц", "Январь 2026 года", on=summary)
    assert bot_in(town.olga.chat)[-1].text == (
        "Отчёт за январь 2026 года: файл не получился. month.docx: поля «всего» нет"
    )
    await town.admin.start()
    maker.trouble = Unmade("", -9)
    await town.clicks(town.olga, "Февраль 2026 года", on=summary)
    await town.wait(1)
    assert "администраторы об этом знают" in bot_in(town.olga.chat)[-1].text
    assert "python -m bot report month (exit code -9)" in bot_in(town.admin.chat)[-1].text


def with_a_head(municipality):
    """Sidorova is the head of the department of housing."""
    staff = tuple(
        replace(one, roles=frozenset({Role.DEPARTMENT_HEAD})) if one.name.startswith("Сидорова") else one
        for one in municipality.staff
    )
    return replace(municipality, staff=staff)


@pytest.mark.parametrize("town", [with_a_head], indirect=True)
async def test_r27_r66_each_gets_the_own_part_and_the_register_is_not_for_everybody(maker, town):
    head = await reads(town, town.sidorova)
    await town.clicks(town.sidorova, "📄 Отчёт за февраль 2026 года", on=head)
    await town.wait(1)
    assert maker.made == [("month", "2026-02-01", "2026-02-28", "zhkh")]
    await orders(town, town.sidorova, "Рейтинг", "Февраль 2026 года", on=await reads(town, town.sidorova))
    assert maker.made[-1] == ("ranking", "2026-02-01", "2026-02-28", "zhkh")
    await orders(town, town.sidorova, "Карта", "Февраль 2026 года", on=await reads(town, town.sidorova))
    assert files(town.sidorova.chat)[-1] == "Карта за февраль 2026 года.png"
    glava = town.glava.in_(town.leadership)
    shared = await reads(town, glava)
    await town.clicks(glava, "Реестр", on=shared)
    toast = await town.clicks(glava, "Февраль 2026 года", on=shared)
    assert "только вам, в личный чат" in toast
    await town.wait(1)
    assert not files(town.leadership)
    assert not files(town.glava.chat), "it waits until the chat is opened"
    await town.glava.start()
    await town.wait(1)
    assert files(town.glava.chat) == ["Реестр за февраль 2026 года.xlsx"]
    private = await reads(town, town.admin)
    assert "Реестр с данными жителей выгружают" in await town.clicks(town.admin, "Реестр", on=private)


async def test_other_days_are_asked_for_in_words_and_what_is_no_day_is_asked_again(maker, town):
    summary = await reads(town, town.olga)
    await town.clicks(town.olga, "Период", on=summary)
    await town.clicks(town.olga, "Другие дни…", on=summary)
    asked = bot_in(town.olga.chat)[-1]
    await replies(town, town.olga, asked, "когда-нибудь")
    assert "Не понял, за какие дни" in bot_in(town.olga.chat)[-1].text
    await replies(town, town.olga, asked, "с 1 по 15 февраля")
    await town.wait(1)
    assert maker.made == [("period", "2026-02-01", "2026-02-15", "")]
    assert files(town.olga.chat) == ["Итоги за 01.02.2026–15.02.2026.docx"]
    assert asked.deleted


async def test_r69_r72_the_note_comes_on_mondays_and_the_report_on_the_months_first_working_day_once(
    tmp_path,
):
    async with sleeping_town(tmp_path) as town:
        async with running(town):
            await until(town, "2026-03-09 10:00")
            assert not files(town.leadership), "a day off"
            await until(town, "2026-03-10 07:59")
            assert not files(town.leadership)
            await until(town, "2026-03-10 08:01")
        note = "Записка за неделю 02.03.2026–08.03.2026.docx"
        assert files(town.leadership) == [note]
        async with running(town):
            await until(town, "2026-04-01 08:01")
            await town.wait(60)
        assert files(town.leadership)[-1] == "Отчёт за март 2026 года.docx"
        assert len(files(town.leadership)) == len(exports(town)) == 3
        assert not files(town.coordinators)
