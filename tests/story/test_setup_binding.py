"""/bind: a group becomes a place of work by an administrator's act alone (guarantee 23)."""

from dataclasses import replace

import pytest

from tests.city import labels, living_town
from tests.story.scenes import (
    PITS,
    REPLY,
    WATER,
    answered,
    ask_database,
    bot_in,
    card_in,
    cards_in,
    replies,
    written,
)


async def offered(town, seat, chat):
    await town.says(seat, "/bind")
    return bot_in(chat)[-1]


def department(town, code="roads"):
    return town.app.units.municipality.find_department(code)


async def test_one_press_makes_a_group_the_place_of_a_department(town):
    new = town.world.supergroup("Дорожники", town.admin, town.dorogin)
    await offered(town, town.admin.in_(new), new)
    await town.clicks(town.admin.in_(new), "Дороги")
    assert "сейчас в другом чате" in bot_in(new)[-1].text
    await town.clicks(town.admin.in_(new), "Перенести сюда")
    assert bot_in(new)[-1].text == "Здесь работает: Дороги"
    number = await written(town, "Яма на ул. Мира, 10")
    assert card_in(new, number)


async def test_nobody_else_binds_and_everybody_is_told_so(town):
    new = town.world.supergroup("Чужие", town.stranger, town.olga)
    for person in (town.stranger, town.olga):
        await town.says(person.in_(new), "/bind")
        assert bot_in(new)[-1].text == "Настраивает только администратор."
    await offered(town, town.admin.in_(new), new)
    before = ask_database(town, "SELECT count(*) FROM municipality_versions")
    assert "только администратор" in await town.clicks(town.stranger.in_(new), "Координаторы")
    assert ask_database(town, "SELECT count(*) FROM municipality_versions") == before


async def test_an_anonymous_administrator_is_asked_to_write_in_the_own_name(town):
    town.zhkh.promote_bot()
    await town.says(town.admin.in_(town.zhkh, anonymous=True), "/bind")
    assert "от своего имени" in bot_in(town.zhkh)[-1].text


async def test_a_topic_can_be_a_departments_alone(town):
    topic = town.zhkh.topic("Дороги", town.petrov)
    offer = await offered(town, town.admin.in_(town.zhkh, topic), town.zhkh)
    assert labels(offer) == ["ЖКХ", "Дороги", "Не надо"]
    await town.clicks(town.admin.in_(town.zhkh, topic), "Дороги", on=offer)
    await town.clicks(town.admin.in_(town.zhkh, topic), "Перенести", on=bot_in(town.zhkh)[-1])
    assert (department(town).chat, department(town).thread) == (town.zhkh.id, topic.id)


async def test_a_basic_group_works_and_hears_what_it_is(town):
    basic = town.world.group("Простая", town.admin)
    offer = await offered(town, town.admin.in_(basic), basic)
    assert "обычная группа" in offer.text
    await town.clicks(town.admin.in_(basic), "Дороги")
    await town.clicks(town.admin.in_(basic), "Перенести")
    basic.migrate()
    await town.settle()
    assert department(town).chat == basic.migrated_to.id


async def test_where_the_bot_may_not_write_the_administrator_hears_it_in_private(town):
    await town.admin.start()
    new = town.world.supergroup("Тихая", town.admin)
    new.mute_bot()
    await town.says(town.admin.in_(new), "/bind")
    assert "Не могу писать в группе «Тихая»" in bot_in(town.admin.chat)[-1].text
    assert not bot_in(new)
    assert not any("Чем будет" in message.text for message in bot_in(town.coordinators))


async def test_who_has_no_chat_of_its_own_goes_with_the_coordinators(town):
    new = town.world.supergroup("Новая приёмная", town.admin, town.olga)
    await offered(town, town.admin.in_(new), new)
    await town.clicks(town.admin.in_(new), "Координаторы")
    await town.clicks(town.admin.in_(new), "Перенести")
    chats = town.app.units.municipality.chats
    assert (chats.coordinators, chats.approvals) == (new.id, town.approvals.id)


@pytest.mark.parametrize("command", ["/setup", "/bind"])
async def test_a_command_in_the_wrong_place_is_answered_in_one_line(town, command):
    seat, chat = (
        (town.admin.in_(town.zhkh), town.zhkh) if command == "/setup" else (town.admin, town.admin.chat)
    )
    await town.says(seat, command)
    assert ("личного чата" if command == "/setup" else "в группе") in bot_in(chat)[-1].text


async def test_to_a_citizen_a_command_of_the_staff_is_none(town):
    await town.says(town.anna, "/setup")
    assert "Такой команды нет" in bot_in(town.anna.chat)[-1].text
    await town.says(town.anna, WATER)
    assert "Сообщение приняли" in bot_in(town.anna.chat)[-1].text


async def moved(town, captions, *people):
    """A new group takes over what was pressed."""
    new = town.world.supergroup("Новая группа", town.admin, *people)
    await offered(town, town.admin.in_(new), new)
    for caption in captions:
        await town.clicks(town.admin.in_(new), caption)
    await town.wait(5)
    return new


async def test_open_cards_follow_to_the_new_chat_and_work_there(town):
    await answered(town)
    waiting = await written(town, by=town.boris)
    petrov = town.petrov.in_(town.zhkh)
    await replies(town, petrov, card_in(town.zhkh, waiting), REPLY)
    await town.clicks(petrov, "Решено")
    new = await moved(town, ("Согласование", "Перенести"), town.galina)
    assert "теперь в другом чате" in bot_in(town.approvals)[-1].text
    assert len(cards_in(new, waiting)) == len(bot_in(new)) - 1, "what is answered stays where it was"
    assert (await town.clicks(town.galina.in_(new), "Согласовать")).startswith("Согласовано")


async def test_with_the_coordinators_goes_who_has_no_chat_of_its_own(tmp_path):
    def together(municipality):
        chat = municipality.chats.coordinators
        roads = replace(municipality.departments[1], chat=chat)
        chats = replace(municipality.chats, approvals=chat)
        return replace(municipality, chats=chats, departments=(municipality.departments[0], roads))

    async with living_town(tmp_path, change=together) as town:
        number = await written(town, PITS)
        new = await moved(town, ("Координаторы", "Перенести"), town.olga, town.dorogin)
        await town.clicks(town.olga.in_(new), "Срочно")
        accept = next(card for card in cards_in(new, number) if card.button("Принять"))
        assert (await town.clicks(town.dorogin.in_(new), "Принять", on=accept)).startswith("Принято")
        assert not any(message.keyboard for message in bot_in(town.coordinators))
