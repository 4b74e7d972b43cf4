"""Comments under the official channel's posts: put before the coordinators, answered by the bot in the thread (R09, R46)."""

from dataclasses import replace

import pytest

from domain.ids import ChatId
from tests.city import labels, running, sleeping_town
from tests.story.scenes import (
    PITS,
    REPLY,
    WATER,
    approve,
    ask_database,
    bot_in,
    card_in,
    cards_in,
    replies,
)
from tests.story.test_promises_to_citizens import PROMISE, reported
from views.callbacks import AppealCallback

NUMBER = "2026-00001"
UNKEPT = "SELECT (SELECT count(*) FROM entries), (SELECT count(*) FROM citizen_messages)"


@pytest.fixture
async def sleeping(tmp_path):
    """A town whose official channel has a discussion group, in which the bot is an administrator."""
    async with sleeping_town(tmp_path) as town:
        town.talk = town.world.supergroup(
            "Примерск: обсуждение", town.admin, town.anna, town.olga, admin=True
        )
        town.channel = town.world.channel("Примерск", town.admin, bot=False)
        town.channel.link(town.talk)
        chats = replace(town.municipality.chats, public=(ChatId(town.talk.id),))
        town.municipality = replace(town.municipality, chats=chats)
        yield town


async def posted(town):
    """The channel has published; the post as the group has it."""
    await town.channel.publish("Завтра субботник: вода, ямы и асфальт подождут")
    await town.settle()
    return list(town.talk.log.values())[-1]


async def commented(town, text=WATER, by=None):
    """Somebody has written under a post."""
    post = await posted(town)
    comment = await (by or town.anna).in_(town.talk).reply(post, text)
    await town.redraw()
    return comment


def screens(town):
    return [one for one in bot_in(town.coordinators) if one.text.startswith("Комментарий под постом")]


async def registered(town):
    """Olga has put the comment into the register."""
    comment = await commented(town)
    await town.clicks(town.olga.in_(town.coordinators), "Зарегистрировать", on=screens(town)[-1])
    return comment


async def answered(town):
    """The answer is approved; its approval's card."""
    petrov = town.petrov.in_(town.zhkh)
    await replies(town, petrov, card_in(town.zhkh, NUMBER), f"{REPLY} Диспетчер: 8 34394 2-11-11")
    await town.clicks(petrov, "Решено")
    card = bot_in(town.approvals)[-1]
    await approve(town)
    return card


async def test_r46_a_comment_is_registered_by_a_press_and_answered_by_the_bot_in_its_thread(sleeping):
    town = sleeping
    async with running(town):
        comment = await commented(town)
        (screen,) = screens(town)
        assert screen.silent
        link = f"https://t.me/c/{str(town.talk.id)[4:]}/{comment.id}?thread={comment.thread_id}"
        for told in ("Анна Петрова", link, "ул. Ленина, 5", "Там, где написали", "Telegram", WATER):
            assert told in screen.text
        assert labels(screen)[-1] == "Не нужно"
    async with running(town):
        await town.clicks(town.olga.in_(town.coordinators), "Зарегистрировать", on=screen)
        assert bot_in(town.talk) == [], "no receipt in public"
        card = await answered(town)
        assert "Прочтут все" in card.text
        assert "Личных под постом быть не должно" in card.text
    async with running(town):
        await town.wait(31)
        (answer,) = bot_in(town.talk)
        assert answer.reply_to is comment
        assert answer.thread_id == comment.thread_id
        assert REPLY in answer.text
        assert NUMBER in answer.text
        assert "решён" not in answer.text
        assert answer.markup is None
        await town.boris.in_(town.talk).press_data(answer, AppealCallback(action="why", appeal=1).pack())
        await town.settle()
        assert town.boris.toast.text == "Кнопка устарела.", "a forged press is no right there, for nobody"
        place = link.replace(f"/{comment.id}?", f"/{answer.id}?")
        await town.redraw()
        assert "Ответ опубликован под постом, 09:" in card_in(town.coordinators, NUMBER).text
        assert place in card_in(town.zhkh, NUMBER).text
        assert ask_database(town, "SELECT status, delivery, way FROM appeals") == [
            ("answered", "delivered", "comment")
        ]
        await town.anna.in_(town.talk).reply(answer, "Спасибо!")
        await town.settle()
        assert len(bot_in(town.talk)) == 1


async def test_other_talk_is_not_kept_nobody_commands_there_and_the_staff_is_no_citizen(sleeping):
    town = sleeping
    async with running(town):
        talk = town.talk
        await commented(town, "С праздником, дорогие земляки!")
        for words in ("/start", "/queue", "/bind", "/card 2026-00001", f"/add {WATER}", "/add"):
            await town.anna.in_(talk).send(words)
            await town.olga.in_(talk).send(words)
        await town.olga.in_(talk).send(WATER)
        await town.anna.in_(talk, as_channel=town.channel).send(WATER)
        await town.admin.in_(talk, anonymous=True).send(f"/find {WATER}")
        comment = await town.anna.in_(talk).send("Хорошая погода")
        await town.stranger.in_(talk).reply(comment, "/add")
        await town.anna.in_(talk).edit(comment, WATER)
        await town.redraw()
        assert bot_in(talk) == []
        assert screens(town) == []
        assert ask_database(town, UNKEPT) == [(0, 0)]
        assert ask_database(town, "SELECT count(*) FROM inbox WHERE raw <> '' AND chat_key = ?", talk.id) == [
            (0,)
        ]
        await town.olga.in_(talk).reply(comment, "/add")
        await town.redraw()
        assert WATER in screens(town)[-1].text, "as it stands now"
        assert bot_in(talk) == []
        olga = town.olga.in_(town.coordinators)
        await town.clicks(olga, "Не нужно", on=screens(town)[-1])
        assert screens(town) == []
        await town.olga.in_(talk).reply(comment, "/add")
        await town.redraw()
        assert "Анна Петрова" in screens(town)[-1].text


async def test_what_its_author_rewrites_is_shown_anew_before_and_after_it_has_a_number(sleeping):
    town = sleeping
    async with running(town):
        comment = await commented(town)
        anna, olga = town.anna.in_(town.talk), town.olga.in_(town.coordinators)
        await anna.edit(comment, f"{WATER}, третий день")
        await town.redraw()
        (screen,) = screens(town)
        assert "третий день" in screen.text
        await town.clicks(olga, "Зарегистрировать", on=screen)
        await anna.edit(comment, f"{WATER}, пятый день")
        await town.redraw()
        assert "пятый день" in card_in(town.zhkh, NUMBER).text
        assert ask_database(town, "SELECT count(*) FROM message_edits") == [(2,)]
        assert bot_in(town.talk) == []
        await commented(town, "Не хочу жить, покончу с собой")
        assert not screens(town)[-1].silent, "nobody may find that hours later"


async def test_pictures_join_and_a_flood_is_one_line_in_a_slot_of_the_day(sleeping):
    town = sleeping
    async with running(town):
        anna = town.anna.in_(town.talk)
        post = await posted(town)
        await anna.send_album(2, caption=PITS, reply_to=post)
        await anna.send_photo(reply_to=post)
        await town.redraw()
        (screen,) = screens(town)
        assert "3" in screen.text.rpartition("\n")[2]
        for _ in range(4):
            await anna.reply(post, WATER)
        await town.redraw()
        assert len(screens(town)) == 3
        crowd = [one for one in bot_in(town.coordinators) if "ждут ещё комментарии" in one.text]
        assert len(crowd) == 1
        await town.boris.in_(town.talk).reply(post, WATER)
        await town.redraw()
        assert len(screens(town)) == 4


@pytest.mark.parametrize(
    ("happens", "reason"),
    [
        (lambda town, comment: town.anna.in_(town.talk).delete(comment), "комментарий удалён"),
        (lambda town, _: _later(town.talk.kick_bot), "бота удалили из группы обсуждения"),
    ],
    ids=["deleted", "kicked"],
)
async def test_what_the_bot_cannot_publish_a_person_does_and_reads_why(sleeping, happens, reason):
    town = sleeping
    async with running(town):
        comment = await registered(town)
        await answered(town)
        await happens(town, comment)
        await town.wait(31)
        await town.redraw()
        assert not any(REPLY in one.text for one in bot_in(town.talk))
        assert any(reason in one.text for one in bot_in(town.coordinators))
        task = cards_in(town.coordinators, NUMBER)[-1]
        assert "Опубликовать ответ там, где написали" in task.text
        assert REPLY in task.text
        assert "Опубликовано" in labels(task)


async def _later(deed):
    deed()


async def test_what_an_answer_promised_is_told_in_the_thread_too_with_its_photo(sleeping):
    town = sleeping
    async with running(town):
        comment = await registered(town)
        petrov = town.petrov.in_(town.zhkh)
        await replies(town, petrov, card_in(town.zhkh, NUMBER), PROMISE)
        await town.clicks(petrov, "Меры приняты")
        await approve(town)
        await town.wait(31)
        await reported(town, NUMBER)
        assert "Прочтут все" in card_in(town.approvals, NUMBER).text
        await approve(town)
        await town.wait(31)
        await town.redraw()
        _, told, photo = bot_in(town.talk)
        assert told.text.startswith("Обещанное выполнено")
        assert "photo" in photo.content
        assert {told.reply_to, photo.reply_to} == {comment}
        assert f"/{told.id}?thread=" in card_in(town.zhkh, NUMBER).text
