"""What a message is, guessed from its words and put right by a coordinator (R19); who applies (R60)."""

import asyncio
import csv
import json
from dataclasses import replace
from datetime import date

from bot.papers.orders import Order, Stretch
from bot.reporting import write_register
from bot.setup_texts import russian
from tests.city import labels, settings_for
from tests.story.scenes import LAMP, answered, ask_database, bot_in, card_in, where, written

ASKED = "Подскажите, когда на ул. Ленина, 5 дадут воду"


def kind_in(town, number):
    return ask_database(town, "SELECT kind, kind_reason FROM appeals WHERE number = ?", number)


def told(town):
    """What the journal says of changes of the kind: who, from, to."""
    rows = ask_database(town, "SELECT actor_name, before, after FROM journal WHERE action = 'classify'")
    return [(name, json.loads(before)["kind"], json.loads(after)["kind"]) for name, before, after in rows]


async def test_a_coordinator_puts_the_kind_right_and_the_journal_knows_who(town):
    number = await written(town, ASKED)
    olga = town.olga.in_(town.coordinators)
    before = labels(card_in(town.coordinators, number))
    assert "Анна Петрова · Telegram · вопрос" in card_in(town.coordinators, number).text
    await town.clicks(olga, "Тема и адрес")
    assert await town.clicks(olga, "Вид") == "Вид: вопрос, по словам «подскажите». Выберите другой."
    assert await town.clicks(olga, "Жалоба") == "Вид: жалоба"
    for chat in (town.coordinators, town.zhkh):
        assert "Анна Петрова · Telegram · жалоба" in card_in(chat, number).text
    assert labels(card_in(town.coordinators, number)) == before
    assert kind_in(town, number) == [("complaint", None)]
    assert told(town) == [("Кузнецова Ольга Павловна", "question", "complaint")]
    await town.clicks(olga, "Тема и адрес")
    assert await town.clicks(olga, "Вид") == "Вид: жалоба. Выберите другой."
    assert "✓ Жалоба" in labels(card_in(town.coordinators, number))


async def test_the_choice_may_be_left_as_it_is(town):
    number = await written(town, ASKED)
    before = labels(card_in(town.coordinators, number))
    olga = town.olga.in_(town.coordinators)
    await town.clicks(olga, "Тема и адрес")
    await town.clicks(olga, "Вид")
    assert await town.clicks(olga, "Вопрос") == "Вид уже такой: вопрос"
    assert labels(card_in(town.coordinators, number)) == before
    assert kind_in(town, number) == [("question", "подскажите")]
    assert told(town) == []


async def test_a_repeat_without_new_words_is_of_the_same_kind(town):
    await answered(town, text=ASKED)
    await town.clicks(town.anna, "Не решено")
    assert ask_database(town, "SELECT kind FROM appeals ORDER BY id") == [("question",), ("question",)]


async def test_thanks_are_thanked_for_and_promised_no_answer(town):
    number = await written(town, "Спасибо большое дворникам, во дворе чисто!")
    receipt = bot_in(town.anna.chat)[-1].text
    assert receipt.startswith(f"Сообщение приняли, спасибо за добрые слова! Номер: {number}.")
    assert "Ответ придёт" not in receipt


@where(
    departments=lambda known: (
        *known,
        *(replace(known[0], code=f"d{n}", name=f"Отдел {n}") for n in range(6)),
    )
)
async def test_r60_a_coordinator_says_who_applies_and_the_register_tells_it(town, tmp_path):
    number = await written(town, LAMP)
    olga, card = town.olga.in_(town.coordinators), card_in(town.coordinators, number)
    await town.clicks(olga, "Ещё…", on=card)
    await town.clicks(olga, "Вид заявителя", on=card)
    assert "✓ гражданин" in labels(card)
    assert await town.clicks(olga, "гражданин за рубежом", on=card) == "Вид заявителя: гражданин за рубежом"
    assert "заявитель: гражданин за рубежом" in card.text
    days, order = Stretch(date(2026, 3, 1), date(2026, 3, 31)), Order(tmp_path / "r.csv", None, False, ())
    settings = settings_for("http://127.0.0.1:1", town.world, town.database)
    await asyncio.to_thread(write_register, settings, days, order, russian(), say=print)
    (row,) = csv.DictReader((tmp_path / "r.csv").read_text("utf-8-sig").splitlines(), delimiter=";")
    assert row["Вид заявителя"] == "гражданин за рубежом"
