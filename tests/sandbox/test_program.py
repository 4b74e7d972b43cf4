"""The demonstration as a program: its options, its mistakes, and how it ends."""

import os
import signal
import subprocess
import sys
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.municipality import load_municipality
from domain.municipality import Role
from sandbox.__main__ import CITY, OK, START, WRONG_USE, main
from sandbox.city import complete, found_city
from sandbox.life import living
from sandbox.page.show import Show

ROOT = Path(__file__).parents[2]
SMALLEST = """
[municipality]
name = "Село Малое"
timezone = "Asia/Vladivostok"
regulation = "grozny"
language = "en"
[consent]
mode = "required"
[routing]
automatic = false
[approval]
undo_seconds = 0
[hours]
mon = ["09:00-18:00"]
[chats]
coordinators = -5
[[departments]]
code = "all"
name = "Администрация"
chat = -6
thread = 77
members = "chat"
"""


def read(path):
    return load_municipality(path).municipality


def nine_o_clock(municipality):
    return datetime(2026, 3, 2, 9, 0, tzinfo=ZoneInfo(municipality.timezone))


@asynccontextmanager
async def city_at_work(folder, municipality=None):
    municipality = municipality or read(CITY)
    async with living(found_city(municipality, nine_o_clock(municipality)), folder) as life:
        yield life


def start_program(*options, **environment):
    """`python -m sandbox` in a process of its own, with nothing of ours in its environment but `environment`."""
    inherited = {key: os.environ[key] for key in ("PATH", "HOME", "LANG") if key in os.environ}
    return subprocess.Popen(
        [sys.executable, "-m", "sandbox", "--port", "0", *options],
        env={**inherited, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1", **environment},
        cwd=environment.get("TMPDIR", ROOT),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


async def test_the_page_opens_in_the_smallest_municipality_with_invented_people(tmp_path):
    path = tmp_path / "own.toml"
    path.write_text(SMALLEST, encoding="utf-8")
    show = Show(load_municipality(path), START, 0)
    await show.open()
    kinds = {chat["kind"] for chat in show.state()["chats"]}
    await show.close()
    assert {"citizen", "coordinators", "department"} <= kinds


def test_the_example_of_a_municipality_needs_few_invented_people():
    _, invented = complete(read(ROOT / "municipality.example.toml"))
    assert {role for one in invented for role in one.roles} <= {Role.EXECUTOR}


def test_the_city_of_the_demonstration_plays_all_its_parts_itself():
    file = load_municipality(CITY)
    assert file.warnings == []
    assert complete(file.municipality)[1] == ()


async def test_a_restarted_bot_goes_on_with_the_same_database(tmp_path):
    async with city_at_work(tmp_path) as life:
        anna, boris = life.city.resident("Анна Соколова"), life.city.resident("Борис Ким")
        await anna.send("На ул. Ленина, 5 нет воды")
        await life.settle()
        await life.stop()
        await boris.send("На ул. Мира, 8 яма")
        await life.start()
        await life.settle()
        assert boris.chat.find("2026-00002")


def test_it_ends_in_one_line_when_it_is_told_to(tmp_path):
    program = start_program(TMPDIR=str(tmp_path), BOT_TOKEN="wrong", PROXY_URL="nonsense")
    assert any("Ctrl+C" in line for line in iter(program.stdout.readline, ""))
    program.send_signal(signal.SIGINT)
    story, errors = program.communicate(timeout=30)
    assert (program.returncode, errors) == (OK, "")
    assert story.splitlines()[-1] == "Показ остановлен. / The show has ended."
    assert list(tmp_path.iterdir()) == []


def test_a_broken_municipality_file_is_told_line_by_line(tmp_path, capsys):
    path = tmp_path / "broken.toml"
    path.write_text(SMALLEST.replace("coordinators = -5", "coordinatorz = -5"), encoding="utf-8")
    assert main(["--municipality", str(path)]) == WRONG_USE
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 2
    assert all(line.startswith(f"{path}:") for line in lines)


def test_a_municipality_file_that_is_not_there_is_named(tmp_path, capsys):
    assert main(["--municipality", str(tmp_path / "no.toml")]) == WRONG_USE
    assert str(tmp_path / "no.toml") in capsys.readouterr().err


@pytest.mark.parametrize(
    ("option", "value", "complaint"),
    [
        ("--speed", "fast", "нужно число от 0"),
        ("--speed", "-1", "нужно число от 0"),
        ("--speed", "inf", "нужно число от 0"),
        ("--start", "завтра", "нужен вид 2026-03-02T09:00"),
        ("--port", "70000", "нужен номер порта"),
    ],
)
def test_a_wrong_option_is_explained(option, value, complaint, capsys):
    with pytest.raises(SystemExit) as ended:
        main([option, value])
    assert ended.value.code == WRONG_USE
    assert complaint in capsys.readouterr().err
