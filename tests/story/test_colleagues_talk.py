"""A department's chat is noisy: talk, «не к нам» in words, voices and stickers under the card, two people at once."""

from tests.city import labels
from tests.story.scenes import (
    REPLY,
    accepted,
    answered,
    ask_database,
    bot_in,
    card_in,
    replies,
    submitted,
    written,
)


def previews(chat):
    return [message for message in bot_in(chat) if "Просто переписка" in labels(message)]


def questions(chat):
    return [message for message in bot_in(chat) if "Это ответ" in labels(message)]


async def test_talk_gets_one_quiet_line_and_accepts_nothing(town):
    number = await written(town)
    word = await replies(town, town.petrov.in_(town.zhkh), card_in(town.zhkh, number), "Вася, глянь")
    (hint,) = questions(town.zhkh)
    assert hint.text == f"{number}: похоже на переписку, жителю это не уйдёт."
    assert labels(hint) == ["Это ответ"]
    assert hint.silent
    assert hint.reply_to is word
    assert not previews(town.zhkh)
    assert "Принял" not in card_in(town.zhkh, number).text


async def test_what_was_taken_for_talk_becomes_an_answer_by_a_press(town):
    number = await written(town)
    await replies(town, town.petrov.in_(town.zhkh), card_in(town.zhkh, number), "Съездим посмотрим")
    (hint,) = questions(town.zhkh)
    toast = await town.clicks(town.petrov.in_(town.zhkh), "Это ответ", on=hint)
    assert toast == "Посмотрите, как это увидит житель, и выберите исход."
    assert hint.deleted
    assert "Съездим посмотрим" in previews(town.zhkh)[-1].text
    assert "Принял Петров" in card_in(town.zhkh, number).text


async def test_the_next_reply_takes_the_place_of_the_line_and_a_preview_outlives_talk(town):
    number = await accepted(town)
    petrov, card = town.petrov.in_(town.zhkh), card_in(town.zhkh, number)
    await replies(town, petrov, card, "щас")
    await replies(town, petrov, card, "кто поедет?")
    assert len(questions(town.zhkh)) == 1
    await replies(town, petrov, card, REPLY)
    assert not questions(town.zhkh)
    await replies(town, petrov, card, "ок")
    assert REPLY in previews(town.zhkh)[-1].text


async def test_who_was_asked_for_the_answer_may_be_as_short_as_he_likes(town):
    await written(town)
    petrov = town.petrov.in_(town.zhkh)
    await town.clicks(petrov, "Написать ответ")
    await replies(town, petrov, bot_in(town.zhkh)[-1], "Да, завтра")
    assert "Да, завтра" in previews(town.zhkh)[-1].text
    assert not questions(town.zhkh)


async def test_not_ours_in_words_goes_back_with_them(town):
    number = await written(town)
    words = "это не к нам, это водоканал, звоните им: 8 912 345-67-12"
    await replies(town, town.petrov.in_(town.zhkh), card_in(town.zhkh, number), words)
    (asked,) = questions(town.zhkh)
    assert asked.text == f"{number}: вернуть координаторам с этой причиной?"
    assert labels(asked) == ["Вернуть с этой причиной", "Это ответ"]
    toast = await town.clicks(town.petrov.in_(town.zhkh), "Вернуть с этой причиной", on=asked)
    assert toast == "Возвращено, причина записана."
    assert asked.deleted
    told = bot_in(town.coordinators)[-1].text
    assert "это не к нам, это водоканал, звоните им: +7 ··· ·· 12" in told
    assert ask_database(town, "SELECT return_reason FROM appeals") == [(words,)]


async def test_what_the_words_are_says_who_wrote_them(town):
    number = await written(town)
    await replies(town, town.petrov.in_(town.zhkh), card_in(town.zhkh, number), "Не наш дом")
    toast = await town.clicks(
        town.sidorova.in_(town.zhkh), "Вернуть с этой причиной", on=questions(town.zhkh)[0]
    )
    assert toast == "Это решает тот, кто написал эти слова: Петров И. С."
    assert "вернули" not in bot_in(town.coordinators)[-1].text


async def test_a_return_offered_before_the_matter_moved_on_does_nothing(town):
    number = await written(town)
    await replies(town, town.petrov.in_(town.zhkh), card_in(town.zhkh, number), "Не наш дом")
    olga = town.olga.in_(town.coordinators)
    for department in ("Дороги", "ЖКХ"):
        await town.clicks(olga, "Ещё…", on=card_in(town.coordinators, number))
        await town.clicks(olga, department, on=card_in(town.coordinators, number))
    toast = await town.clicks(
        town.petrov.in_(town.zhkh), "Вернуть с этой причиной", on=questions(town.zhkh)[0]
    )
    assert toast == "Это старая версия. Нажмите кнопку под новой."
    assert ask_database(town, "SELECT returns FROM appeals") == [(0,)]


async def test_on_approval_nothing_is_offered_back(town):
    number = await submitted(town)
    await replies(town, town.petrov.in_(town.zhkh), card_in(town.zhkh, number), "Это не наш дом, я ошибся")
    assert not questions(town.zhkh)
    assert "Это не наш дом, я ошибся" in previews(town.zhkh)[-1].text


async def test_talk_about_what_is_answered_is_left_alone(town):
    number = await answered(town)
    said = len(bot_in(town.zhkh))
    await replies(town, town.petrov.in_(town.zhkh), card_in(town.zhkh, number), "спасибо")
    assert len(bot_in(town.zhkh)) == said


async def test_a_voice_is_kindly_refused_and_accepts_nothing(town):
    number = await written(town)
    await town.petrov.in_(town.zhkh).send_voice(reply_to=card_in(town.zhkh, number))
    await town.redraw()
    assert bot_in(town.zhkh)[-1].text.startswith(f"{number}: Голосовое жителю не отправим, нужны слова.")
    assert bot_in(town.zhkh)[-1].silent
    assert "Принял" not in card_in(town.zhkh, number).text
    assert ask_database(town, "SELECT count(*) FROM drafts") == [(0,)]


async def test_a_sticker_is_no_draft(town):
    number = await accepted(town)
    said = len(bot_in(town.zhkh))
    await town.petrov.in_(town.zhkh).send_sticker(reply_to=card_in(town.zhkh, number))
    await town.redraw()
    assert len(bot_in(town.zhkh)) == said


async def test_the_second_of_two_sees_whose_words_wait_too(town):
    number = await written(town)
    await replies(
        town, town.petrov.in_(town.zhkh), card_in(town.zhkh, number), "Меняем трубу, закончим завтра."
    )
    assert "Здесь же" not in previews(town.zhkh)[-1].text
    await replies(town, town.sidorova.in_(town.zhkh), card_in(town.zhkh, number), REPLY)
    assert "Здесь же ждёт отправки ответ, который пишет: Петров И. С." in previews(town.zhkh)[-1].text
