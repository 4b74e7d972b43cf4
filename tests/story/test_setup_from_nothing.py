"""The fifteen minutes of README.ru.md: from an empty server to the first answered message, without a file."""

import re

from tests.story.empty import basics, department, empty_town, page
from tests.story.scenes import REPLY, WATER, bot_in, card_in, number_in


def link_in(message):
    """The payload of the link that a message carries."""
    return re.search(r"\?start=(\w+)", message.text)[1]


async def invited(town, person, role, department=""):
    """The administrator makes a link, and the person opens it."""
    for caption in ("Назад", "Назад"):
        if page(town.admin).button(caption) is None:
            break
    await town.says(town.admin, "/setup")
    await town.clicks(town.admin, "люди")
    await town.clicks(town.admin, "Пригласить")
    await town.clicks(town.admin, role)
    if department:
        await town.clicks(town.admin, department)
    await person.start(link_in(bot_in(town.admin.chat)[-1]))
    await town.settle()


async def test_from_an_empty_server_to_the_first_answered_message(tmp_path):
    async with empty_town(tmp_path) as town:
        await basics(town)
        await department(town)
        for seat, post in (
            (town.admin.in_(town.coordinators), "Координаторы"),
            (town.admin.in_(town.approvals), "Согласование"),
            (town.admin.in_(town.zhkh), "Управление ЖКХ"),
        ):
            await town.says(seat, "/bind")
            await town.clicks(seat, post)
        await invited(town, town.olga, "координатор")
        await invited(town, town.petrov, "исполнитель", "Управление ЖКХ")
        await invited(town, town.galina, "согласующий")
        await town.says(town.petrov, "Петров Иван Сергеевич", reply_to=bot_in(town.petrov.chat)[-1])
        await town.says(town.anna, WATER)
        assert "ещё не открыта" in bot_in(town.anna.chat)[-1].text
        await town.says(town.admin, "/setup")
        await town.clicks(town.admin, "Открыть приём")

        await town.says(town.anna, WATER)
        number = number_in(bot_in(town.anna.chat)[-1])
        petrov = town.petrov.in_(town.zhkh)
        await petrov.reply(card_in(town.zhkh, number), REPLY)
        await town.redraw()
        assert "Принял Петров И. С." in card_in(town.zhkh, number).text
        await town.clicks(petrov, "Решено")
        await town.clicks(town.galina.in_(town.approvals), "Согласовать")
        await town.wait(31)
        assert REPLY in bot_in(town.anna.chat)[-1].text
