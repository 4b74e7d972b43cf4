"""Who is offered which commands, and where; what a person reads before the first word."""

import pytest

from bot import commands
from bot.commands import Row, list_menus
from domain.municipality import Role
from domain.setup.binding import Post
from domain.setup.founding import blank
from tests.story.scenes import decree

pytestmark = pytest.mark.usefixtures("introduces")


async def test_the_menus_stand_at_the_messenger(town):
    await town.settle()
    await town.admin.start()
    await decree(town, name="Город Н")
    await town.world.until(lambda: "Город Н" in town.world.bot.texts.get("short_description|en", ""))
    bot = town.world.bot
    assert bot.command_names("all_private_chats")[:2] == ["start", "new"]
    assert bot.command_names("all_private_chats", "en")[:2] == ["start", "new"]
    assert {"setup", "start"} <= set(bot.command_names(f"chat:{town.admin.id}"))
    assert bot.command_names("all_chat_administrators") == ["bind"]
    assert "queue" in bot.command_names(f"chat:{town.coordinators.id}")
    assert "queue" not in bot.command_names(f"chat:{town.zhkh.id}")
    assert "Город Н" in bot.texts["description|"]


async def test_who_is_no_administrator_any_more_loses_the_menu(town):
    await town.admin.start()
    await decree(town, name="Город Н")
    await town.world.until(lambda: town.world.bot.command_names(f"chat:{town.admin.id}"))
    await decree(town, staff=lambda staff: tuple(one for one in staff if Role.ADMIN not in one.roles))
    await town.world.until(lambda: not town.world.bot.command_names(f"chat:{town.admin.id}"))


async def test_a_row_in_the_table_suffices(town, monkeypatch):
    row = Row("probe", roles=frozenset({Role.COORDINATOR}), posts=frozenset({Post.COORDINATORS}))
    monkeypatch.setattr(commands, "COMMANDS", (*commands.COMMANDS, row))
    menus = list_menus(town.municipality, ("ru", "en"))
    assert "probe" in menus["chat", town.coordinators.id, ""]
    assert "probe" in menus["chat", town.olga.id, ""]
    assert "probe" not in menus.get(("chat", town.zhkh.id, ""), ())


def test_a_blank_town_has_the_common_menus():
    assert {kind for kind, _, _ in list_menus(blank(), ("ru", "en"))} == {"private", "administrators"}
