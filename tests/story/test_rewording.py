"""Somebody of the staff edits words that the bot has taken; in a group the bot sees that as an administrator."""

import pytest

from tests.city import labels
from tests.story.scenes import (
    REPLY,
    accepted,
    answers_in,
    approve,
    ask_database,
    bot_in,
    card_in,
    replies,
    submitted,
    written,
)

BETTER = "Добрый день! Трубу заменили 2 марта, воду откачали."


@pytest.fixture
def seeing(town):
    """The bot sees edits."""
    for group in (town.zhkh, town.approvals, town.coordinators, town.leadership):
        group.promote_bot()
    return town


async def edits(town, person, message, text):
    await person.edit(message, text)
    await town.redraw()


def previews_in(chat):
    return [message for message in bot_in(chat) if "Просто переписка" in labels(message)]


async def test_an_edited_reply_renews_the_preview_and_the_old_words_never_go_out(seeing):
    town, petrov = seeing, seeing.petrov.in_(seeing.zhkh)
    number = await accepted(town)
    said = await petrov.reply(card_in(town.zhkh, number), REPLY)
    await petrov.send_photo(reply_to=card_in(town.zhkh, number))
    await town.redraw()
    await edits(town, petrov, said, BETTER)
    (preview,) = previews_in(town.zhkh)
    assert BETTER in preview.text
    await town.clicks(petrov, "Решено")
    await approve(town)
    await town.wait(31)
    (answer,) = answers_in(town.anna.chat)
    assert BETTER in answer.text
    assert len([one for one in bot_in(town.anna.chat) if one.media]) == 1, "the photo stays, once"


@pytest.mark.parametrize(
    ("after", "words"),
    [
        ("submitted", "На согласовании прежний текст."),
        ("approved", "Ответ уже согласован"),
        ("published", "Ответ уже у жителя."),
    ],
)
async def test_what_has_left_its_authors_hands_stays_and_it_is_said(seeing, after, words):
    town, petrov = seeing, seeing.petrov.in_(seeing.zhkh)
    number = await accepted(town)
    said = await petrov.reply(card_in(town.zhkh, number), REPLY)
    await town.redraw()
    await town.clicks(petrov, "Решено")
    if after != "submitted":
        await approve(town)
    if after == "published":
        await town.wait(31)
    await edits(town, petrov, said, BETTER)
    assert f"{number}: правка не считается. {words}" in bot_in(town.zhkh)[-1].text
    assert ask_database(town, "SELECT text FROM drafts") == [(REPLY,)]


async def test_an_edited_remark_is_asked_about_anew(seeing):
    town = seeing
    number = await submitted(town)
    galina = town.galina.in_(town.approvals)
    said = await replies(town, galina, card_in(town.approvals, number), "Укажите дату")
    await edits(town, galina, said, "Укажите дату и кто делал")
    await town.clicks(galina, "Это замечание")
    assert "Укажите дату и кто делал" in bot_in(town.zhkh)[-1].text
    await edits(town, galina, said, "Ещё и сумму")
    assert f"{number}: правка не считается. Ваши слова уже приняты" in bot_in(town.approvals)[-1].text


async def test_an_edited_reason_comes_too_late_and_an_edited_note_is_the_note(seeing):
    town, petrov = seeing, seeing.petrov.in_(seeing.zhkh)
    number = await written(town)
    note = await replies(town, petrov, card_in(town.zhkh, number), "! ключ у Марии")
    await edits(town, petrov, note, "! ключ у Петра")
    assert "ключ у Петра" in card_in(town.zhkh, number).text
    await town.clicks(petrov, "Не наше", on=card_in(town.zhkh, number))
    reason = await replies(town, petrov, bot_in(town.zhkh)[-1], "Не наш дом")
    await edits(town, petrov, reason, "Не наша улица")
    assert f"{number}: правка не считается. Ваши слова уже приняты" in bot_in(town.zhkh)[-1].text


async def test_short_talk_that_becomes_an_answer_by_an_edit_is_one(seeing):
    town, petrov = seeing, seeing.petrov.in_(seeing.zhkh)
    number = await accepted(town)
    said = await replies(town, petrov, card_in(town.zhkh, number), "ок")
    assert not previews_in(town.zhkh)
    await edits(town, petrov, said, BETTER)
    assert BETTER in previews_in(town.zhkh)[0].text
