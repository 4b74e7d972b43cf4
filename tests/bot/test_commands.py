"""`apply` and `check` as an administrator uses them."""

from dataclasses import replace

import pytest

from bot.cli import main
from bot.clock import SystemClock
from bot.regulation_file import built_in_file
from domain.ids import ChatId
from domain.municipality import Role
from sandbox import World
from sandbox.server import serve
from tests.bot.other_years import bring_years_until
from tests.city import Town

TOWN = """
[municipality]
name = "Примерск"
timezone = "Europe/Moscow"
regulation = "krasnoufimsk"
[hours]
mon = ["08:00-17:00"]
[chats]
coordinators = -1001
[[departments]]
code = "zhkh"
name = "{name}"
chat = -1002
[[staff]]
id = 7
name = "Петров Иван"
roles = ["executor"]
departments = ["zhkh"]
"""


@pytest.fixture
def home(tmp_path, monkeypatch):
    """An empty working directory with a municipality file and the settings of nobody else."""
    for name in ("BOT_TOKEN", "BOT_API_URL", "PROXY_URL", "DATABASE_URL", "MUNICIPALITY_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "municipality.toml").write_text(TOWN.format(name="Управление ЖКХ"), encoding="utf-8")
    return tmp_path


def test_a_file_is_applied_and_then_changes_nothing(home, capsys):
    assert main(["apply", "municipality.toml"]) == 0
    assert "применён" in capsys.readouterr().out
    assert main(["apply", "municipality.toml"]) == 0
    assert "отличий от базы нет" in capsys.readouterr().out


def test_a_rehearsal_shows_the_differences_and_applies_none(home, capsys):
    main(["apply", "municipality.toml"])
    (home / "municipality.toml").write_text(TOWN.format(name="Отдел ЖКХ"), encoding="utf-8")
    capsys.readouterr()
    assert main(["apply", "municipality.toml", "--dry-run"]) == 0
    told = capsys.readouterr().out
    assert "Управление ЖКХ" in told
    assert "Отдел ЖКХ" in told
    main(["apply", "municipality.toml", "--dry-run"])
    assert "Отдел ЖКХ" in capsys.readouterr().out


def test_a_wrong_file_is_two_and_names_the_line(home, capsys):
    (home / "municipality.toml").write_text(TOWN.replace('"krasnoufimsk"', "5"), encoding="utf-8")
    assert main(["apply", "municipality.toml"]) == 2
    assert "municipality.toml:5" in capsys.readouterr().err


def test_a_regulation_of_ones_own_is_compared_by_what_stands_in_it(home, capsys):
    own = home / "own.toml"
    own.write_bytes(built_in_file("krasnoufimsk"))
    file = home / "municipality.toml"
    file.write_text(TOWN.format(name="Управление ЖКХ").replace("krasnoufimsk", "own.toml"), encoding="utf-8")
    assert main(["apply", "municipality.toml"]) == 0
    own.write_text(own.read_text(encoding="utf-8").replace("hours = 6", "hours = 5"), encoding="utf-8")
    capsys.readouterr()
    assert main(["apply", "municipality.toml"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith("regulation.terms.draft: отдел, 6 рабочих часов")
    assert "→ отдел, 5 рабочих часов" in told[0]
    assert len(told) == 2, told
    assert main(["apply", "municipality.toml"]) == 0
    assert "отличий от базы нет" in capsys.readouterr().out


def test_without_a_token_the_bot_says_what_to_do(home, capsys):
    assert main([]) == 2
    assert "BOT_TOKEN" in capsys.readouterr().err


def test_check_names_what_keeps_the_bot_from_working(home, capsys):
    assert main(["check"]) == 1
    told = capsys.readouterr().out
    assert "✗ BOT_TOKEN" in told
    assert "executor" in told


@pytest.mark.parametrize(
    ("until", "said", "is_bad"),
    [(2027, "✓ производственный календарь известен до 31.12.2027", False), (2025, "2026 год нет", True)],
)
def test_check_says_how_far_the_calendar_reaches(home, capsys, monkeypatch, until, said, is_bad):
    bring_years_until(monkeypatch, until)
    main(["check"])
    (line,) = [one for one in capsys.readouterr().out.splitlines() if "календар" in one]
    assert said in line
    assert line.startswith("✗") == is_bad


def test_check_names_the_years_that_were_declared(home, capsys, monkeypatch):
    bring_years_until(monkeypatch, 2025)
    settings = home / "municipality.toml"
    years = f"calendar_years = {list(range(2026, SystemClock().now().year + 2))}\n"
    settings.write_text(settings.read_text().replace("[municipality]\n", f"[municipality]\n{years}"))
    main(["check"])
    told = capsys.readouterr().out
    assert "✓ производственный календарь известен" in told
    assert f"✓ {SystemClock().now().year} год объявлен известным вручную, дней внесено: " in told


async def test_check_looks_at_token_chats_and_people(home, monkeypatch):
    """Roles with one person, chats without the bot, staff who never pressed Start (interface: `check`)."""
    from bot.checking import check_all
    from bot.start import open_locked, put_in_force
    from tests.city import settings_for

    town = Town(World(), home / "town.sqlite3")
    await town.petrov.start()
    town.roads.kick_bot(town.dorogin)
    ready, deaf = (town.world.supergroup("Обсуждение", town.admin, admin=admin) for admin in (True, False))
    shut = town.world.supergroup("Обсуждение", town.admin, bot=False)
    public = tuple(ChatId(group.id) for group in (ready, deaf, shut))
    town.municipality = replace(town.municipality, chats=replace(town.municipality.chats, public=public))
    async with serve(town.world) as address:
        settings = settings_for(address, town.world, town.database)
        async with open_locked(settings) as database:
            await put_in_force(database, town.municipality)
            findings = [str(finding) for finding in await check_all(settings)]
    told = "\n".join(findings)
    assert f"✗ чат {town.roads.id}" in told
    assert f"✓ чат {town.zhkh.id}" in told
    assert f"✓ группа обсуждения {ready.id}: бот читает" in told
    assert f"✗ группа обсуждения {deaf.id}: бот видит не все" in told
    assert f"✗ группа обсуждения {shut.id}: бота нет" in told
    assert f"! роль {Role.APPROVER}: людей 1" in told
    assert "Дорогин Пётр Ильич" in told.split("«Старт»")[1]
    assert "Петров Иван Сергеевич" not in told.split("«Старт»")[1]


def test_check_without_a_file_says_how_to_begin(home, capsys):
    (home / "municipality.toml").unlink()
    assert main(["check"]) == 1
    assert "✓ municipality.toml: файла нет, база пуста — запустите бота" in capsys.readouterr().out


async def test_check_says_who_waits_for_letters_that_nobody_sends_and_tries_the_server(home):
    """R30."""
    from bot.checking import check_mail
    from tests.city import settings_for
    from tests.mail_server import mail_server
    from tests.story.test_cards_by_mail import by_mail, mailing

    world = World()
    town = by_mail(Town(world, home / "town.sqlite3").municipality)
    without = settings_for("http://127.0.0.1:1", world, home / "town.sqlite3")
    (line,) = await check_mail(without, town)
    assert (line.is_bad, "Управление ЖКХ" in line.line) == (True, True)
    async with mail_server() as server:
        settings = settings_for("http://127.0.0.1:1", world, home / "town.sqlite3", **mailing(server))
        (line,) = await check_mail(settings, town)
    assert (line.is_bad, "принимает письма" in line.line) == (False, True)
    (line,) = await check_mail(settings, town)
    assert (line.is_bad, "не отвечает" in line.line) == (True, True)


async def test_check_says_what_a_set_up_lacks(home):
    from bot.checking import check_all
    from bot.start import open_locked, put_in_force
    from domain.setup.founding import blank
    from tests.city import settings_for

    (home / "municipality.toml").unlink()
    async with serve(World()) as address:
        settings = settings_for(address, World(), home / "town.sqlite3")
        async with open_locked(settings) as database:
            await put_in_force(database, blank())
            told = [str(finding) for finding in await check_all(settings)]
    assert any("приём ещё не открыт" in line and "название" in line for line in told)
    assert not any("чат 0" in line for line in told)


def test_the_first_code_stands_on_the_terminal(capsys):
    from bot.running import tell_first_code

    tell_first_code("ABCDEFGHJKLM", "priemnaya_bot")
    told = capsys.readouterr().out
    assert "ABCD-EFGH-JKLM" in told
    assert "https://t.me/priemnaya_bot?start=ABCDEFGHJKLM" in told
    tell_first_code(None, "priemnaya_bot")
    assert capsys.readouterr().out == ""
