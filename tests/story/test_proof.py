"""Answers that the regulation lets go only with a photo, a video or a document."""

import pytest

from tests.city import labels
from tests.story.scenes import (
    REPLY,
    accepted,
    answers_in,
    approve,
    bot_in,
    card_in,
    drafted,
    replies,
    where,
    written,
)

ASKED = "Такой ответ отправляют с фото, видео или документом (п. 20 абз. 1). Пришлите: бот спросил ниже."


async def fast_track(town):
    """Petrov has written an answer to what can be solved quickly."""
    number = await written(town)
    olga = town.olga.in_(town.coordinators)
    for caption in ("Категория", "Решаемое"):
        await town.clicks(olga, caption, on=card_in(town.coordinators, number))
    await replies(town, town.petrov.in_(town.zhkh), card_in(town.zhkh, number), REPLY)
    return number


def preview_in(chat):
    return next(message for message in reversed(bot_in(chat)) if "Просто переписка" in labels(message))


async def test_what_can_be_solved_is_solved_only_with_proof(town):
    """R50, Krasnoufimsk No. 83, п. 20 абз. 1."""
    number = await fast_track(town)
    petrov = town.petrov.in_(town.zhkh)
    assert await town.clicks(petrov, "Решено") == ASKED
    assert not bot_in(town.approvals)
    prompt = bot_in(town.zhkh)[-1]
    assert number in prompt.text
    assert prompt.markup["force_reply"]
    await town.wait(1800)
    await petrov.send_photo(reply_to=prompt)
    await town.redraw()
    preview = preview_in(town.zhkh)
    assert REPLY in preview.text, "the words stay, however late the photo"
    assert "файлов к ответу: 1" in preview.text
    assert await town.clicks(petrov, "Решено", on=preview) == "Отправлено на согласование."
    await approve(town)
    await town.wait(31)
    assert REPLY in answers_in(town.anna.chat)[0].text


async def test_not_confirmed_needs_proof_of_that_and_the_toast_names_the_clause(town):
    """R52, Krasnoufimsk No. 83, п. 20 абз. 3."""
    await drafted(town)
    assert "(п. 20 абз. 3)" in await town.clicks(town.petrov.in_(town.zhkh), "Не подтвердилось")
    assert not bot_in(town.approvals)


async def test_nothing_else_is_blocked(town):
    await fast_track(town)
    assert await town.clicks(town.petrov.in_(town.zhkh), "Разъяснено") == "Отправлено на согласование."


@where(regulation="chaikovsky")
async def test_a_regulation_that_demands_no_proof_blocks_nothing(town):
    await drafted(town)
    assert await town.clicks(town.petrov.in_(town.zhkh), "Не подтвердилось") == "Отправлено на согласование."


async def test_an_album_of_proof_is_one_and_a_sticker_is_none(town):
    await fast_track(town)
    petrov = town.petrov.in_(town.zhkh)
    await town.clicks(petrov, "Решено")
    prompt = bot_in(town.zhkh)[-1]
    for _ in range(2):
        photo = (await town.olga.send_photo()).content["photo"]
        await petrov.post({"photo": photo, "media_group_id": "7"}, reply_to=prompt)
    await town.wait(3)
    assert "файлов к ответу: 2" in preview_in(town.zhkh).text
    assert len([message for message in bot_in(town.zhkh) if "Просто переписка" in labels(message)]) == 1


@pytest.mark.parametrize("presser", ["petrov", "sidorova"])
async def test_the_proof_comes_from_whoever_was_asked_and_the_author_stays(town, presser):
    await fast_track(town)
    person = getattr(town, presser).in_(town.zhkh)
    await town.clicks(person, "Решено")
    await person.send_photo(reply_to=bot_in(town.zhkh)[-1])
    await town.redraw()
    await town.clicks(person, "Решено", on=preview_in(town.zhkh))
    assert "Автор: Петров И. С." in bot_in(town.approvals)[-1].text


async def test_words_in_reply_to_the_question_are_a_new_text(town):
    number = await accepted(town)
    await replies(town, town.petrov.in_(town.zhkh), card_in(town.zhkh, number), REPLY)
    await town.clicks(town.petrov.in_(town.zhkh), "Не подтвердилось")
    await replies(town, town.petrov.in_(town.zhkh), bot_in(town.zhkh)[-1], "Воды во дворе нет, проверили.")
    assert "Воды во дворе нет" in preview_in(town.zhkh).text
