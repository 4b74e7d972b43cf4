"""More time for an answer: asked for with a reason, granted by the approver, told to the citizen (R07, R08)."""

import pytest

from tests.city import labels, running, sleeping_town
from tests.story.scenes import (
    REPLY,
    _changed,
    accepted,
    approve,
    ask_database,
    bot_in,
    card_in,
    replies,
    where,
    written,
)

REASON = "Запросили материалы, ждём их"
BY_GROZNY = where(regulation="grozny")


def request_in(town):
    return next(message for message in reversed(bot_in(town.approvals)) if "Продлить" in labels(message))


async def asked(town, step="+5"):
    """Petrov has asked for five days, with a ready reason."""
    number = await accepted(town)
    petrov = town.petrov.in_(town.zhkh)
    await town.clicks(petrov, "Нужно время", on=card_in(town.zhkh, number))
    await town.clicks(petrov, REASON, on=card_in(town.zhkh, number))
    await town.clicks(petrov, step, on=card_in(town.zhkh, number))
    return number


def due_of(town, stage="final"):
    ((due,),) = ask_database(town, "SELECT due_at FROM deadlines WHERE stage = ? AND ended_at IS NULL", stage)
    return due[:10]


@BY_GROZNY
async def test_more_time_is_asked_for_with_a_reason_granted_and_told_to_the_citizen(town):
    """R07, R08: Grozny, алг. 4."""
    number = await accepted(town)
    petrov = town.petrov.in_(town.zhkh)
    assert (due_of(town), due_of(town, "draft")) == ("2026-03-13", "2026-03-12")
    toast = await town.clicks(petrov, "Нужно время", on=card_in(town.zhkh, number))
    assert toast == "Напишите причину или нажмите готовую на карточке."
    prompt = bot_in(town.zhkh)[-1]
    assert prompt.markup["force_reply"]
    assert number in prompt.text
    await replies(town, petrov, prompt, "Ждём трубу со склада")
    assert labels(card_in(town.zhkh, number))[-4:] == ["+5 дн.", "+10 дн.", "+30 дн.", "Отмена"]
    await replies(town, petrov, bot_in(town.zhkh)[-1], "до 20.03")
    assert "Просит время (Петров И. С.): Ждём трубу со склада" in card_in(town.zhkh, number).text
    request = request_in(town)
    assert "Сейчас до 13.03.2026, нужно до 20.03.2026." in request.text
    before = len(bot_in(town.anna.chat))
    toast = await town.clicks(town.galina.in_(town.approvals), "Продлить", on=request)
    assert toast == "Срок продлён до 20.03.2026."
    (told,) = bot_in(town.anna.chat)[before:]
    assert "продлён до 20 марта. Причина: Ждём трубу со склада." in told.text
    assert number in told.text
    assert (due_of(town), due_of(town, "draft")) == ("2026-03-20", "2026-03-19")
    assert "Срок продлён до 20.03.2026: Ждём трубу со склада" in card_in(town.zhkh, number).text
    assert "срок продлён до 20.03.2026" in bot_in(town.zhkh)[-1].text
    await town.says(town.anna, "Мои сообщения")
    assert "Срок продлён до 20 марта. Причина: Ждём трубу" in bot_in(town.anna.chat)[-1].text
    clauses = ask_database(
        town, "SELECT after FROM journal WHERE action = 'term_moved' AND after LIKE '%алгоритм, п. 4%'"
    )
    assert clauses, "the journal names the clause"


@BY_GROZNY
async def test_without_a_reason_nobody_asks(town):
    """R08."""
    number = await accepted(town)
    petrov = town.petrov.in_(town.zhkh)
    await town.clicks(petrov, "Нужно время", on=card_in(town.zhkh, number))
    await petrov.send_photo(reply_to=bot_in(town.zhkh)[-1])
    await town.redraw()
    assert not bot_in(town.approvals)
    assert "Нужны слова" in bot_in(town.zhkh)[-1].text


@BY_GROZNY
async def test_all_extensions_together_are_thirty_days_at_most(town):
    """R07: what is left stands on the button, and beyond it nothing is granted."""
    number = await asked(town, "+10")
    await town.clicks(town.galina.in_(town.approvals), "Продлить", on=request_in(town))
    assert due_of(town) == "2026-03-23"
    petrov = town.petrov.in_(town.zhkh)
    await town.clicks(petrov, "Нужно время", on=card_in(town.zhkh, number))
    await town.clicks(petrov, REASON, on=card_in(town.zhkh, number))
    assert labels(card_in(town.zhkh, number))[-4:] == ["+5 дн.", "+10 дн.", "+20 дн.", "Отмена"]
    await replies(town, petrov, bot_in(town.zhkh)[-1], "до 13.04")
    assert "дальше 12.04.2026 срок продлить нельзя" in bot_in(town.zhkh)[-1].text
    await replies(town, petrov, bot_in(town.zhkh)[-1], "Вчера")
    assert bot_in(town.zhkh)[-1].text == (
        f"{number}: этот день уже прошёл. "
        "Назовите день позже 23.03.2026, но не позже 12.04.2026, ответом на это сообщение."
    )
    await replies(town, petrov, bot_in(town.zhkh)[-1], "до конца недели")
    assert "срок и так до 23.03.2026" in bot_in(town.zhkh)[-1].text
    await replies(town, petrov, bot_in(town.zhkh)[-1], "32 марта")
    assert bot_in(town.zhkh)[-1].text.startswith(f"{number}: непонятно, до какого дня.")
    assert "например: 24.12, до конца недели или +5 дней" in bot_in(town.zhkh)[-1].text
    await town.clicks(petrov, "+20 дн.", on=card_in(town.zhkh, number))
    await town.clicks(town.galina.in_(town.approvals), "Продлить", on=request_in(town))
    assert due_of(town) == "2026-04-13", "the thirtieth day is a Sunday and rolls on"
    assert "Нужно время" not in labels(card_in(town.zhkh, number))


@BY_GROZNY
async def test_a_refusal_has_its_reason_and_an_old_request_says_what_is_so(town):
    number = await asked(town)
    galina, request = town.galina.in_(town.approvals), request_in(town)
    data = request.button("Продлить")["callback_data"]
    await town.clicks(galina, "Отказать", on=request)
    await replies(town, galina, bot_in(town.approvals)[-1], "Трубы есть на складе")
    assert "срок не продлён (Антонова Г. Ю.): Трубы есть на складе" in bot_in(town.zhkh)[-1].text
    assert due_of(town) == "2026-03-13"
    assert "Нужно время" in labels(card_in(town.zhkh, number))
    await galina.press_data(request, data)
    await town.settle()
    assert "этот запрос о времени уже закрыт. Сейчас готовится ответ" in town.galina.toast.text


async def test_a_request_survives_a_restart(tmp_path):
    change = lambda municipality: _changed(municipality, {"regulation": "grozny"})  # noqa: E731
    async with sleeping_town(tmp_path, change=change) as town:
        async with running(town):
            await asked(town)
        async with running(town):
            await town.clicks(town.galina.in_(town.approvals), "Продлить", on=request_in(town))
            assert due_of(town) == "2026-03-18"


@BY_GROZNY
async def test_another_department_asks_anew(town):
    number = await asked(town)
    request = request_in(town).button("Продлить")["callback_data"]
    await town.clicks(town.olga.in_(town.coordinators), "Ещё…", on=card_in(town.coordinators, number))
    await town.clicks(town.olga.in_(town.coordinators), "Дороги", on=card_in(town.coordinators, number))
    told = bot_in(town.approvals)[-1]
    assert (told.text, labels(told)) == (f"{number}: передано: Дороги, продление не нужно.", [])
    await town.galina.in_(town.approvals).press_data(told, request)
    await town.settle()
    assert "уже закрыт" in town.galina.toast.text
    assert "Нужно время" in labels(card_in(town.roads, number))


@BY_GROZNY
async def test_what_was_returned_withdrawn_or_answered_needs_no_more_time(town):
    number = await asked(town)
    await town.clicks(town.petrov.in_(town.zhkh), "Не наше", on=card_in(town.zhkh, number))
    await town.clicks(town.petrov.in_(town.zhkh), "Не наша территория")
    assert bot_in(town.approvals)[-1].text == f"{number}: отдел вернул сообщение, продление не нужно."
    await town.says(town.anna, "/withdraw")
    await town.clicks(town.anna, number)
    second = await asked(town)
    await replies(town, town.petrov.in_(town.zhkh), card_in(town.zhkh, second), REPLY)
    await town.clicks(town.petrov.in_(town.zhkh), "Решено")
    assert "Продлить" in labels(request_in(town)), "the draft may still be sent back"
    await approve(town)
    await town.wait(40)
    closed = [one.text for one in bot_in(town.approvals)]
    assert f"{second}: ответ дан, продление не нужно." in closed


@pytest.mark.parametrize("town", [None], indirect=True)
async def test_where_the_regulation_moves_no_term_there_is_no_button(town):
    number = await written(town)
    assert "Нужно время" not in labels(card_in(town.zhkh, number))


@BY_GROZNY
async def test_the_citizen_reads_the_outer_term_and_no_other(town):
    number = await accepted(town)
    await town.says(town.anna, f"/status {number}")
    told = bot_in(town.anna.chat)[-1].text
    assert "Ответим не позднее 13 марта." in told
    assert "12.03" not in told
    await town.wait(12 * 86400)
    await town.says(town.anna, f"/status {number}")
    assert "не позднее" not in bot_in(town.anna.chat)[-1].text, "a day that is over promises nothing"
