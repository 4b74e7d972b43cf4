"""What is answered where it was written: the press, the picture or the link, and word of it to whoever passed it on (R26)."""

from tests.city import labels, running, sleeping_town
from tests.story.scenes import REPLY, approve, ask_database, bot_in, card_in, cards_in, replies
from tests.story.test_entering import entered, with_channels, with_channels_of

FROM_THE_PRESS = "ПОС: обращение № 4512233, из Департамента пресс-службы. Во дворе вода, ул. Ленина, 5"
NUMBER = "2026-00001"


async def to_be_published(town, *, sender=""):
    """The approved answer waits for Olga to put it on the page; its task card."""
    olga = town.olga.in_(town.coordinators)
    message = await entered(town, FROM_THE_PRESS)
    if sender:
        await town.clicks(olga, "✎ Переслано из", on=message)
        await town.clicks(olga, "Другой орган…", on=message)
        await replies(town, olga, bot_in(town.coordinators)[-1], sender)
    await town.clicks(olga, "Зарегистрировать", on=message)
    petrov = town.petrov.in_(town.zhkh)
    await replies(town, petrov, card_in(town.zhkh, NUMBER), REPLY)
    await town.clicks(petrov, "Решено")
    await approve(town)
    await town.wait(31)
    return cards_in(town.coordinators, NUMBER)[-1]


async def test_r26_what_was_published_is_shown_and_told_to_whoever_passed_it_on(tmp_path):
    async with sleeping_town(tmp_path, change=with_channels_of) as town:
        olga = town.olga.in_(town.coordinators)
        async with running(town):
            task = await to_be_published(town, sender="Департамент пресс-службы")
            assert "бот спросил ниже" in await town.clicks(olga, "Опубликовано", on=task)
            assert ask_database(town, "SELECT status FROM appeals") == [("answered",)]
            assert labels(task) == ["Скриншот или ссылка", "Без скриншота"]
            question = bot_in(town.coordinators)[-1]
        async with running(town):
            await replies(town, olga, question, "Опубликовала")
            assert "Нужен скриншот или ссылка" in bot_in(town.coordinators)[-1].text
            await town.galina.in_(town.coordinators).send_photo(reply_to=question)
            await town.redraw()
            assert ask_database(town, "SELECT settled_at FROM publications") == [(None,)]
            await olga.send_album(2, reply_to=question)
            await town.redraw()
            await town.wait(65)
            assert "📎 Скриншоты есть: 2" in task.text
            assert labels(task) == []
            told = card_in(town.coordinators, NUMBER)
            assert "Сообщить отправителю: Департамент пресс-службы" in told.text
            assert REPLY in told.text
            assert labels(told) == ["Сообщено", "Исх. № и дата"]
            assert "4512233" in told.text
            await town.clicks(olga, "Исх. № и дата", on=told)
            await replies(town, olga, bot_in(town.coordinators)[-1], "01-25/134 от 02.03")
            assert "сообщено, исх. № 01-25/134 от 02.03.2026: Кузнецова О. П." in told.text
            assert "сообщено" in card_in(town.zhkh, NUMBER).text
            assert labels(told) == []
            await olga.press_data(told, "a:told:1")
            await town.settle()
            assert "уже сообщено: Кузнецова" in town.olga.toast.text
            done = "SELECT action FROM journal WHERE action IN ('evidence', 'tell_sender') ORDER BY id"
            assert ask_database(town, done) == [("evidence",), ("tell_sender",)]


@with_channels
async def test_a_link_shows_it_too_and_without_either_the_reason_is_kept_and_nothing_waits(town):
    olga = town.olga.in_(town.coordinators)
    task = await to_be_published(town)
    await town.clicks(olga, "Опубликовано", on=task)
    question = bot_in(town.coordinators)[-1]
    await town.wait(24 * 3600)
    assert "Ждут скриншота или ссылки: 1" in bot_in(town.coordinators)[-1].text
    await town.clicks(olga, "Без скриншота", on=task)
    await replies(town, olga, bot_in(town.coordinators)[-1], "Страница закрыта для гостей")
    assert "📎 Без скриншота: Страница закрыта для гостей (Кузнецова О. П.)" in task.text
    assert [card for card in cards_in(town.coordinators, NUMBER) if "Сообщить отправителю" in card.text] == []
    await replies(town, olga, question, "vk.com/wall-1_2")
    assert "уже" in bot_in(town.coordinators)[-1].text.lower()
    assert ask_database(town, "SELECT reason FROM journal WHERE action = 'no_evidence'") == [
        ("Страница закрыта для гостей",)
    ]
