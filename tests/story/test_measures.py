"""Where the regulation demands it, the department reports to the head what it has done (R12, Grozny, алг. 8)."""

import asyncio
import io
from dataclasses import replace

from docx import Document
from PIL import Image

from bot.papers.measures import write_measures
from bot.papers.orders import Order
from bot.setup_texts import russian
from tests.city import labels, running, settings_for, sleeping_town
from tests.story.scenes import (
    REPLY,
    WATER,
    answered,
    approve,
    ask_database,
    bot_in,
    card_in,
    replies,
    where,
    written,
)
from tests.story.test_papers import files, maker

__all__ = ["maker"]

MEASURES = "Заменили 6 метров трубы, подвал осушили. Ответственный — мастер участка."


def in_grozny(municipality):
    return replace(municipality, regulation="grozny")


async def test_r12_whoever_answered_is_asked_reminded_and_the_coordinators_see_when_it_is_there(tmp_path):
    async with sleeping_town(tmp_path, change=in_grozny) as town:
        petrov, sidorova = town.petrov.in_(town.zhkh), town.sidorova.in_(town.zhkh)
        async with running(town, ATTACHMENTS="copy"):
            number = await answered(town)
            question = bot_in(town.zhkh)[-1]
            assert f"Петров Иван Сергеевич, {number}: какие меры приняты?" in question.text
            assert "(алгоритм, п. 8)" in question.text
            for chat in (town.zhkh, town.coordinators):
                assert "📋 Отчёт о мерах: ждём, Петров И. С." in card_in(chat, number).text
            assert "Отчёт о мерах" in labels(card_in(town.zhkh, number))
        async with running(town, ATTACHMENTS="copy"):
            await town.wait(24 * 3600)
            assert "Ждут отчёта о мерах: 1" in town.zhkh.find("Ждут отчёта").text
            await replies(town, sidorova, question, "Всё сделано")
            assert "ждут слов от другого человека" in bot_in(town.zhkh)[-1].text
            await petrov.send_photo(reply_to=question)
            await town.redraw()
            assert "Нужны слова" in bot_in(town.zhkh)[-1].text
            said = await petrov.send_photo(MEASURES, photograph(), reply_to=question)
            await town.redraw()
            await petrov.send_photo(reply_to=question)
            await town.redraw()
            for chat in (town.zhkh, town.coordinators):
                assert "📋 Отчёт о мерах получен: Петров И. С., 09:0" in card_in(chat, number).text
            assert "Отчёт о мерах" not in labels(card_in(town.zhkh, number))
            await sidorova.press_data(card_in(town.zhkh, number), "a:measures:1")
            await town.settle()
            assert "уже есть: Петров И. С." in town.sidorova.toast.text
            town.zhkh.promote_bot()
            await petrov.edit(said, MEASURES + " Течи нет.")
            await town.redraw()
            ((words, files),) = ask_database(
                town, "SELECT words, json_array_length(attachments) FROM measures_reports"
            )
            assert words == MEASURES + " Течи нет."
            assert files == 2
            await town.wait(4)
            paper = await asyncio.to_thread(printed, town, number, ".docx")
            (shown,) = Document(paper).inline_shapes
            assert (shown.width.cm, round(shown.height.cm, 1)) == (14, 7.0), (
                "what is no picture is only named"
            )
            text = await asyncio.to_thread(printed, town, number)
            assert "Приложено: фото 2." in text.read_text(encoding="utf-8")


def photograph():
    image = io.BytesIO()
    Image.new("RGB", (40, 20), "green").save(image, "JPEG")
    return image.getvalue()


@where(regulation="grozny")
async def test_an_explanation_needs_no_report_and_a_colleague_gives_one_that_is_printed(town, maker):
    await answered(town, outcome="Разъяснено")
    assert ask_database(town, "SELECT count(*) FROM measures_reports") == [(0,)]
    number = await written(town, WATER, by=town.boris)
    await replies(town, town.petrov.in_(town.zhkh), card_in(town.zhkh, number), REPLY)
    await town.clicks(town.petrov.in_(town.zhkh), "Решено")
    await approve(town)
    await town.wait(31)
    assert "Отчёт о мерах" in labels(card_in(town.zhkh, number))
    await town.clicks(town.sidorova.in_(town.zhkh), "Отчёт о мерах", on=card_in(town.zhkh, number))
    await replies(town, town.sidorova.in_(town.zhkh), bot_in(town.zhkh)[-1], MEASURES)
    assert "получен: Сидорова М. И." in card_in(town.zhkh, number).text
    await town.says(town.olga, f"/find {number}")
    await town.redraw()
    assert await town.clicks(town.olga, "Отчёт о мерах") == "Готовлю, файл придёт сюда"
    await town.wait(5)
    assert files(town.olga.chat) == [f"Отчёт о мерах {number}.docx"]
    text = (await asyncio.to_thread(printed, town, number)).read_text(encoding="utf-8")
    assert text.startswith("Кому: Глава\nГородской округ Примерск\nОт кого: Управление ЖКХ\n")
    for told in ("Управление ЖКХ", "Борис Ким", "алгоритм, п. 8", REPLY, MEASURES, "Сидорова М. И."):
        assert told in text


def printed(town, number, ending=".txt"):
    """The paper, made past the chat."""
    out = town.database.with_name(f"report{ending}")
    settings = settings_for(town.address, town.world, town.database)
    write_measures(settings, number, Order(out), russian(), now=town.world.clock.now(), say=print)
    return out
