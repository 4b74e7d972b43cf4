"""Groups move, throw the bot out, close their topics; the work goes on (guarantee 18)."""

from dataclasses import replace

import pytest

from services import delivery
from tests.city import labels, running, sleeping_town
from tests.story.scenes import (
    LAMP,
    REPLY,
    WATER,
    accepted,
    answered,
    ask_database,
    bot_in,
    card_in,
    cards_in,
    decree,
    drafted,
    replies,
    submitted,
    written,
)


async def moved(town, name="zhkh"):
    """The group becomes a supergroup; the bot reads of it at once."""
    old = getattr(town, name)
    setattr(town, name, old.migrate())
    await town.settle()
    return old


async def moved_unheard(town, name="zhkh"):
    """The same, but the bot learns of it from the first call that fails."""
    old = getattr(town, name)
    new = town.world.supergroup(old.title, bot=False)
    new.members, old.migrated_to = dict(old.members), new
    setattr(town, name, new)
    return old


MOVES = pytest.mark.parametrize("move", [moved, moved_unheard], ids=["told", "found out"])


@MOVES
async def test_new_cards_come_to_the_moved_group(town, move):
    await town.admin.start()
    await move(town)
    number = await written(town)
    await town.wait(5)
    assert labels(card_in(town.zhkh, number)) == ["Принять", "Не наше", "Написать ответ", "Почему такой срок"]
    assert len([message for message in bot_in(town.admin.chat) if "супергруппой" in message.text]) == 1


async def test_work_begun_before_the_move_is_finished_after_it(town):
    number = await accepted(town)
    await moved(town)
    await town.says(town.anna, "подвал тоже залило")
    await town.wait(5)
    card = card_in(town.zhkh, number)
    assert "подвал тоже залило" in card.text
    await replies(town, town.petrov.in_(town.zhkh), card, REPLY)
    await town.clicks(town.petrov.in_(town.zhkh), "Решено")
    await town.clicks(town.galina.in_(town.approvals), "Согласовать")
    await town.wait(31)
    assert REPLY in town.anna.chat.last_message.text


async def test_the_buttons_of_the_old_group_go_on_working(town):
    number = await written(town)
    old = await moved(town)
    toast = await town.clicks(town.petrov.in_(old), "Принять", on=card_in(old, number))
    assert toast.startswith("Принято")
    assert ask_database(town, "SELECT executor_id FROM appeals") == [(town.petrov.id,)]


async def test_a_prompt_asked_before_the_move_takes_the_words_after_it(town):
    number = await written(town)
    await town.clicks(town.petrov.in_(town.zhkh), "Не наше")
    prompt = bot_in(town.zhkh)[-1]
    await moved(town)
    town.zhkh.log[prompt.id + 1000] = prompt
    reply = await town.petrov.in_(town.zhkh).reply(prompt, "Не наш дом")
    assert reply.chat is town.zhkh
    await town.redraw()
    assert f"{number} вернули" in bot_in(town.coordinators)[-1].text


@pytest.mark.parametrize("name", ["coordinators", "approvals", "leadership"])
async def test_every_chat_of_the_town_may_move(town, name):
    await moved(town, name)
    number = await written(town, LAMP)
    olga = town.olga.in_(town.coordinators)
    await town.clicks(olga, "Срочно")
    await town.clicks(olga, "ЖКХ")
    await replies(town, town.petrov.in_(town.zhkh), card_in(town.zhkh, number), REPLY)
    await town.clicks(town.petrov.in_(town.zhkh), "Решено")
    await town.clicks(town.galina.in_(town.approvals), "Согласовать")
    await town.clicks(town.glava.in_(town.leadership), "контроль")
    await town.wait(31)
    assert REPLY in town.anna.chat.last_message.text
    assert "на контроле" in card_in(town.coordinators, number).text


async def test_what_waits_for_the_group_follows_it(town):
    town.world.faults.add("error_500", method="send*", chat=town.zhkh.id, count=None)
    number = await written(town)
    assert not bot_in(town.zhkh)
    await moved(town)
    await town.wait(60)
    assert card_in(town.zhkh, number)


def working_card_in(chat, number, button):
    """The department's card in a chat where the coordinators' one stands too."""
    cards = [card for card in cards_in(chat, number) if button in labels(card)]
    assert cards, chat.transcript()
    return cards[-1]


async def kicked(town):
    town.zhkh.kick_bot(town.petrov)
    await town.settle()


async def test_a_bot_thrown_out_alarms_the_administrator_and_cards_go_to_the_coordinators(town):
    await town.admin.start()
    await kicked(town)
    assert "Бот не может писать в чат" in town.admin.chat.last_message.text
    number = await written(town)
    await town.wait(5)
    card = working_card_in(town.coordinators, number, "Принять")
    petrov = town.petrov.in_(town.coordinators)
    assert (await town.clicks(petrov, "Принять", on=card)).startswith("Принято")
    await replies(town, petrov, card, REPLY)
    await town.clicks(petrov, "Решено")
    await town.clicks(town.galina.in_(town.approvals), "Согласовать")
    await town.wait(31)
    assert REPLY in town.anna.chat.last_message.text


async def test_nothing_waits_for_a_group_that_is_gone(town):
    await kicked(town)
    await written(town)
    await town.wait(120)
    assert ask_database(town, "SELECT count(*) FROM outbox WHERE state <> 'done' AND chat_id < 0") == [(0,)]


async def test_open_work_of_a_lost_group_is_one_list_for_the_coordinators_and_a_number_brings_its_card(town):
    number = await accepted(town)
    urgent = await written(town, "Нет воды на ул. Мира, 9", by=town.boris)
    await town.clicks(town.olga.in_(town.coordinators), "Срочно", on=card_in(town.coordinators, urgent))
    said = len(bot_in(town.coordinators))
    await kicked(town)
    await town.wait(60)
    (digest,) = bot_in(town.coordinators)[said:]
    assert "чат отдела «Управление ЖКХ»" in digest.text
    assert f"{number} · {WATER} · ответить (Петров И. С.)" in digest.text
    assert labels(digest) == [urgent, number]
    await town.clicks(town.stranger.in_(town.coordinators), number, on=digest)
    assert len(bot_in(town.coordinators)) == said + 1
    toast = await town.clicks(town.petrov.in_(town.coordinators), number, on=digest)
    assert toast == f"Карточка {number} — в этом чате."
    card = working_card_in(town.coordinators, number, "Написать ответ")
    assert "Принял Петров И. С." in card.text
    town.zhkh.add_bot(by=town.petrov)
    await town.wait(60)
    assert not labels(digest)
    assert "Написать ответ" in labels(card_in(town.zhkh, number))
    assert "Принять" in labels(card_in(town.zhkh, urgent))


async def test_drafts_of_a_lost_approvals_chat_are_listed_and_go_home_when_it_is_back(town):
    number = await submitted(town)
    town.approvals.kick_bot(town.galina)
    await town.wait(5)
    digest = bot_in(town.coordinators)[-1]
    assert "согласовать" in digest.text
    await town.clicks(town.olga.in_(town.coordinators), number, on=digest)
    assert working_card_in(town.coordinators, number, "Согласовать")
    town.approvals.add_bot(by=town.galina)
    await town.wait(5)
    assert "Согласовать" in labels(card_in(town.approvals, number))


async def test_a_chat_that_is_lost_already_is_listed_once(town):
    await written(town)
    await kicked(town)
    await town.wait(5)
    said = len(bot_in(town.coordinators))
    async with town.app.units.open(now=town.world.clock.now()) as uow:
        await delivery.note_unreachable(uow, town.zhkh.id, "kicked", now=town.world.clock.now())
    await town.wait(5)
    assert len(bot_in(town.coordinators)) == said


async def test_a_group_that_was_found_closed_is_treated_so_too(town):
    """No update told of it: the first card that fails does."""
    await town.admin.start()
    town.zhkh.destroy()
    number = await written(town)
    await town.wait(5)
    assert any("Принять" in labels(card) for card in cards_in(town.coordinators, number))
    assert "Бот не может писать в чат" in town.admin.chat.last_message.text


async def test_one_alarm_is_enough_however_many_cards_follow(town):
    await town.admin.start()
    await kicked(town)
    for name in ("Аня", "Боря", "Вера"):
        await written(town, by=town.world.user(name))
    await town.wait(120)
    assert len([message for message in bot_in(town.admin.chat) if "Бот не может писать" in message.text]) == 1


async def test_a_bot_let_in_again_works_there_again(town):
    await kicked(town)
    before = await written(town)
    await town.wait(5)
    town.zhkh.add_bot(by=town.petrov)
    await town.wait(60)
    number = await written(town, by=town.boris)
    assert labels(card_in(town.zhkh, number)) == ["Принять", "Не наше", "Написать ответ", "Почему такой срок"]
    assert "Принять" in labels(card_in(town.zhkh, before)), "what came meanwhile is there too"


async def test_the_coordinators_own_group_has_nobody_to_go_to_so_its_cards_wait(town):
    await town.admin.start()
    town.coordinators.kick_bot(town.olga)
    await town.settle()
    assert "Бот не может писать в чат координаторов" in town.admin.chat.last_message.text
    assert "карточки ждут в очереди" in town.admin.chat.last_message.text
    number = await written(town, LAMP)
    await town.wait(60)
    town.coordinators.add_bot(by=town.olga)
    await town.wait(5)
    assert {"ЖКХ", "Дороги"} <= set(labels(card_in(town.coordinators, number)))


def in_a_topic(town, topic):
    """The department of water works in a topic of its group."""
    departments = town.app.units.municipality.departments
    return (replace(departments[0], thread=topic.id), *departments[1:])


async def with_topic(town):
    topic = town.zhkh.topic("Вода", town.petrov)
    await decree(town, departments=in_a_topic(town, topic))
    return topic


async def test_the_cards_of_a_department_stand_in_its_topic(town):
    topic = await with_topic(town)
    number = await drafted(town)
    assert card_in(town.zhkh, number).topic is topic
    assert bot_in(town.zhkh)[-1].topic is topic


@pytest.mark.parametrize("end", ["closed", "deleted", "not found"])
async def test_a_topic_that_is_gone_gives_way_to_the_general_one(town, end):
    await town.admin.start()
    topic = await with_topic(town)
    if end == "closed":
        town.zhkh.close_topic(topic)
    else:
        town.zhkh.delete_topic(topic, "TOPIC_DELETED" if end == "deleted" else "message thread not found")
    number = await written(town)
    await town.wait(5)
    card = card_in(town.zhkh, number)
    assert card.topic is None
    assert "закрыта или удалена" in town.admin.chat.last_message.text
    await replies(town, town.petrov.in_(town.zhkh), card, REPLY)
    await town.clicks(town.petrov.in_(town.zhkh), "Решено")
    assert REPLY in card_in(town.approvals, number).text


async def test_words_in_a_topic_that_reply_to_nothing_are_no_draft(town):
    """Every message of a topic "replies" to the one that opened it."""
    topic = await with_topic(town)
    number = await written(town)
    await town.petrov.in_(town.zhkh, topic).send("Кто сегодня на Ленина?")
    await town.redraw()
    assert "Принял" not in card_in(town.zhkh, number).text


async def test_without_the_right_to_write_the_card_goes_to_the_coordinators(town):
    await town.admin.start()
    town.zhkh.mute_bot()
    number = await written(town)
    await town.wait(5)
    assert "Бот не может писать в чат" in town.admin.chat.last_message.text
    assert working_card_in(town.coordinators, number, "Принять")


async def test_a_restart_forgets_neither_a_lost_group_nor_a_moved_one(tmp_path):
    async with sleeping_town(tmp_path) as town:
        async with running(town):
            before = await written(town)
            await kicked(town)
            old = await moved(town, "coordinators")
        async with running(town):
            number = await written(town, by=town.boris)
            await town.wait(5)
            assert working_card_in(town.coordinators, number, "Принять")
            lamp = await written(town, LAMP, by=town.stranger)
            await town.wait(5)
            assert card_in(town.coordinators, lamp)
            toast = await town.clicks(town.olga.in_(old), "Срочно", on=card_in(old, before))
            assert toast.startswith("Срочное")


async def test_finished_work_does_not_follow_the_group(town):
    number = await answered(town)
    await moved(town)
    await town.clicks(town.anna, "Да, решено")
    await town.wait(5)
    assert not cards_in(town.zhkh, number)


async def test_drafts_on_approval_come_to_the_moved_approvals_chat(town):
    number = await submitted(town)
    old = await moved(town, "approvals")
    toast = await town.clicks(town.galina.in_(old), "Согласовать", on=card_in(old, number))
    assert toast.startswith("Согласовано")
    await town.wait(31)
    assert REPLY in town.anna.chat.last_message.text
