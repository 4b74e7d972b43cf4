"""What came by another way: forwarded or written, guessed on one message, put right by presses, registered (R18, R57, R73)."""

from dataclasses import replace

from domain.municipality import Channel
from tests.city import labels, running, sleeping_town
from tests.story.scenes import (
    REPLY,
    approve,
    ask_database,
    bot_in,
    card_in,
    cards_in,
    replies,
    where,
)

LETTER = """вх. № 123-П от 27.02.2026
от Петровой Анны Ивановны,
проживающей по адресу: ул. Мира, д. 10, кв. 5, тел. 8 912 345-67-89

ЗАЯВЛЕНИЕ

Прорвало трубу на ул. Ленина, 5, во дворе вода"""
CHANNELS = (
    Channel("telegram", "Telegram"),
    Channel("hotline", "Телефон доверия", account="8 34300"),
    Channel("letters", "Письменные"),
    Channel("pos", "ПОС", counted=False),
)
with_channels = where(channels=CHANNELS)


async def entered(town, text=LETTER, seat=None):
    """Olga has brought it in, by the command; its message."""
    olga = seat or town.olga.in_(town.coordinators)
    await town.says(olga, f"/add {text}")
    await town.redraw()
    return screen(town)


def screen(town):
    return next(
        message for message in reversed(bot_in(town.coordinators)) if "Новое в реестр" in message.text
    )


@with_channels
async def test_a_letter_needs_three_presses_and_goes_its_way(town):
    message = await entered(town)
    for guessed in (
        "Петрова Анна Ивановна",
        "Где: ул. Ленина, 5",
        "8 912 345-67-89",
        "Звонок",
        "123-П",
        "по 59-ФЗ",
    ):
        assert guessed in message.text
    olga = town.olga.in_(town.coordinators)
    await town.clicks(olga, "✎ Канал", on=message)
    await town.clicks(olga, "Письменные", on=message)
    assert "Канал: Письменные" in message.text
    assert await town.clicks(olga, "Зарегистрировать", on=message) == "Зарегистрировано: 2026-00001"
    assert message.text == "✅ 2026-00001 — зарегистрировано · Письменные"
    assert "Анна" not in str(ask_database(town, "SELECT * FROM entries")), "it stands in the appeal now"
    card = card_in(town.coordinators, "2026-00001")
    for told in ("Письменные", "по 59-ФЗ", "внешний № 123-П"):
        assert told in card.text
    assert await town.clicks(olga, "Телефон", on=card) == "8 912 345-67-89"
    assert card_in(town.zhkh, "2026-00001"), "a sure rule sends it on"
    row = ask_database(
        town, "SELECT channel, external_number, formal, way, contact, address, detected_at FROM appeals"
    )
    assert row == [
        ("letters", "123-П", 1, "call", "8 912 345-67-89", "ул. Ленина, 5", "2026-02-26T21:00:00.000000Z")
    ]
    assert ask_database(town, "SELECT actor_name FROM journal WHERE action = 'enter'") == [
        ("Кузнецова Ольга Павловна",)
    ]


@with_channels
async def test_the_next_one_is_of_the_same_channel_and_the_same_number_is_refused(town):
    olga = town.olga.in_(town.coordinators)
    message = await entered(town, f"Телефон доверия. {LETTER}")
    await town.clicks(olga, "Зарегистрировать", on=message)
    second = await entered(town)
    assert "Телефон доверия" in second.text
    assert "уже есть: 2026-00001" in await town.clicks(olga, "Зарегистрировать", on=second)
    await town.clicks(olga, "✎ Внешний №", on=second)
    await replies(town, olga, bot_in(town.coordinators)[-1], "124-П")
    assert "124-П" in second.text
    await town.clicks(olga, "Зарегистрировать", on=second)
    assert "Уже зарегистрировано: 2026-00002" in await _pressed_again(town, olga, second)
    assert ask_database(town, "SELECT count(*) FROM appeals") == [(2,)]


async def _pressed_again(town, olga, message):
    """A press that was under way twice."""
    await olga.press_data(message, "en:reg:2")
    await town.settle()
    return town.olga.toast.text


async def test_every_choice_survives_a_restart_and_words_answer_their_question_alone(tmp_path):
    async with sleeping_town(tmp_path, change=with_channels_of) as town:
        async with running(town):
            message = await entered(town, "Не горит фонарь")
            olga = town.olga.in_(town.coordinators)
            for presses in (("Коллективное",), ("✎ Вопросов", "3"), ("✎ Заявитель", "организация")):
                for press in presses:
                    await town.clicks(olga, press, on=message)
            await town.clicks(olga, "✎ Переслано из", on=message)
            await town.clicks(olga, "Другой орган…", on=message)
            question = bot_in(town.coordinators)[-1]
            assert "кто переслал?" in question.text
        async with running(town):
            await replies(town, olga, question, "Прокуратура города")
            assert question not in bot_in(town.coordinators), "the question goes"
            for told in ("коллективное · 3 вопроса", "(организация)", "Переслано из: Прокуратура города"):
                assert told in message.text
            await town.clicks(olga, "Зарегистрировать", on=message)
            await town.clicks(olga, "ЖКХ", on=card_in(town.coordinators, "2026-00001"))
            assert ask_database(town, "SELECT questions FROM assignments") == [(3,)]
            told = ask_database(town, "SELECT collective, applicant_kind, forwarded_from FROM appeals")
            assert told == [(1, "organisation", "Прокуратура города")]


def with_channels_of(municipality):
    return replace(municipality, channels=CHANNELS)


@with_channels
async def test_a_forward_in_private_is_entered_with_its_parts_and_dropped_and_taken_up_again(town):
    await town.olga.forward("Не горит фонарь на ул. Гагарина, 3", origin=town.boris)
    await town.olga.forward("И скамейка сломана", origin=town.boris)
    await town.redraw()
    (message,) = [one for one in bot_in(town.olga.chat) if "Новое в реестр" in one.text]
    assert "Борис Ким" in message.text
    assert "фонарь" in message.text
    assert "скамейка" in message.text
    await town.clicks(town.olga, "Не регистрировать", on=message)
    assert message not in bot_in(town.olga.chat)
    assert ask_database(town, "SELECT count(*) FROM appeals") == [(0,)]
    assert "Борис" not in str(ask_database(town, "SELECT * FROM entries"))


@with_channels
async def test_what_came_by_a_system_is_answered_there_by_a_person(town):
    olga = town.olga.in_(town.coordinators)
    message = await entered(
        town, "ПОС: обращение № 4512233. Во дворе вода, ул. Ленина, 5. Тел. 8 912 345-67-89"
    )
    assert "Как ответить: Там, где написали" in message.text
    await town.clicks(olga, "✎ Как ответить", on=message)
    assert "✓ Там, где написали" in labels(message)
    await town.clicks(olga, "Назад", on=message)
    await town.clicks(olga, "Зарегистрировать", on=message)
    petrov = town.petrov.in_(town.zhkh)
    await replies(town, petrov, card_in(town.zhkh, "2026-00001"), REPLY)
    await town.clicks(petrov, "Решено")
    await approve(town)
    await town.wait(31)
    task = cards_in(town.coordinators, "2026-00001")[-1]
    assert "Опубликовать ответ там, где написали" in task.text
    assert "4512233" in task.text
    await town.clicks(olga, "Опубликовано", on=task)
    assert ask_database(town, "SELECT status, way FROM appeals") == [("answered", "comment")]


@with_channels
async def test_without_words_it_asks_and_a_stranger_enters_nothing(town):
    olga = town.olga.in_(town.coordinators)
    await town.says(olga, "/add")
    await replies(town, olga, bot_in(town.coordinators)[-1], "Звонила Иванова М. П.: не горит фонарь")
    assert "Иванова М. П." in screen(town).text
    count = len(bot_in(town.coordinators))
    town.coordinators.promote_bot()
    await town.stranger.in_(town.coordinators).forward("Яма", origin=town.boris)
    await town.settle()
    assert len(bot_in(town.coordinators)) == count
    await town.olga.in_(town.coordinators).press_data(screen(town), "ev:way:1:bot")
    await town.settle()
    assert "Бот" not in screen(town).text
