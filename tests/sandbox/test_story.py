"""The demonstration in the terminal: it comes out as told, fits the window, and ends politely."""

import asyncio
import io
import os
import signal
import socket
import subprocess
import sys
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.municipality import load_municipality
from domain.municipality import Role
from sandbox.__main__ import CITY, FAILED, OK, WRONG_USE, main
from sandbox.city import complete, found_city
from sandbox.errors import ApiError
from sandbox.life import living
from sandbox.story import script, stage
from sandbox.story.outcome import count
from sandbox.story.script import CHAPTERS, Chapter, tell_story
from sandbox.story.stage import Pace, Stage, StoryFailed
from sandbox.terminal import Terminal, cells

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


async def no_pause(_):
    pass


async def told(folder, municipality=None, pace=None):
    """The whole story as text."""
    paper = io.StringIO()
    async with city_at_work(folder, municipality) as life:
        await tell_story(life, Terminal(paper), pace or Pace(no_pause, 0))
    return paper.getvalue()


def start_program(*options, **environment):
    """`python -m sandbox` in a process of its own, with nothing of ours in its environment but `environment`."""
    inherited = {key: os.environ[key] for key in ("PATH", "HOME", "LANG") if key in os.environ}
    return subprocess.Popen(
        [sys.executable, "-m", "sandbox", "--terminal", "--port", "0", *options],
        env={**inherited, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1", **environment},
        cwd=environment.get("TMPDIR", ROOT),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def only(chapter):
    """A story of one chapter."""
    return (Chapter("Проба", "Одна глава.", chapter),)


# The story


@pytest.fixture(scope="module")
def told_once(tmp_path_factory):
    """The story of the demonstration at the usual speed, with the pauses that its reader was given."""
    pauses = []

    async def pause(seconds):
        pauses.append(seconds)

    return asyncio.run(told(tmp_path_factory.mktemp("city"), pace=Pace(pause))), pauses


def test_every_chapter_comes_out_as_told_and_nothing_is_lost(told_once):
    story, _ = told_once
    places = [story.index(f"{number}. {chapter.title}") for number, chapter in enumerate(CHAPTERS, 1)]
    assert places == sorted(places)
    for words in (
        "Анна Соколова [фото]: Здравствуйте!",
        "Номер: 2026-00001",
        "Петров И. С. нажимает [Принять]",
        "Возвращено: Сети сухие",
        "Орлов В. С. нажимает [Взять на контроль]",
        "Уже принял Петров И. С.",
        "Отправка отменена.",
        "Добавили к сообщению",
        "связь вернулась",
        "заблокировал бота",
        "Сообщений жителей: 10. Все в базе, слово в слово; потеряно 0.",
        "README.ru.md",
    ):
        assert words in story
    assert "\x1b" not in story


def test_at_the_usual_speed_it_takes_a_reader_about_a_minute_and_a_quarter(told_once):
    _, pauses = told_once
    assert 60 < sum(pauses) < 90
    assert max(pauses) < 2


async def test_a_faster_reader_waits_less_and_at_no_speed_nobody_waits():
    pauses = []

    async def pause(seconds):
        pauses.append(seconds)

    for speed in (1, 4, 0):
        await Pace(pause, speed).read(100)
    assert pauses == [pauses[0], pauses[0] / 4]


async def test_it_plays_in_the_smallest_municipality_with_invented_people(tmp_path):
    path = tmp_path / "own.toml"
    path.write_text(SMALLEST, encoding="utf-8")
    story = await told(tmp_path, read(path))
    assert "Вымышлен, чтобы показать согласующего: Примерова А. И." in story
    assert "нажимает [Даю согласие]" in story
    assert "нажимает [Администрация]" in story
    assert "потеряно 0" in story


def test_the_example_of_a_municipality_needs_few_invented_people():
    _, invented = complete(read(ROOT / "municipality.example.toml"))
    assert {role for one in invented for role in one.roles} <= {Role.EXECUTOR}


def test_the_city_of_the_demonstration_plays_all_its_parts_itself():
    file = load_municipality(CITY)
    assert file.warnings == []
    assert complete(file.municipality)[1] == ()


async def test_a_message_that_the_bot_never_got_is_counted_as_lost(tmp_path):
    async with city_at_work(tmp_path) as life:
        anna = life.city.resident("Анна Соколова")
        await anna.send("На ул. Ленина, 5 нет воды")
        await life.settle()
        life.cut()
        await anna.send("И света тоже нет")
        await life.settle()
        outcome = await count(life)
    assert (outcome.written, outcome.lost, outcome.is_whole) == (2, ("И света тоже нет",), False)


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


# What goes wrong


async def a_button_that_is_not_there(stage):
    anna = stage.life.city.resident("Анна Соколова")
    message = await stage.says(anna, "На ул. Ленина, 5 нет воды")
    await stage.presses(anna, "Волшебство", message)


async def an_answer_that_does_not_come(stage):
    stage.find(stage.life.city.resident("Анна Соколова").chat, "Ответ")


@pytest.mark.parametrize(
    ("chapter", "complaint"),
    [
        (a_button_that_is_not_there, "в чате «Житель» нет кнопки «Волшебство»"),
        (an_answer_that_does_not_come, "в чате «Житель» нет сообщения «Ответ»"),
    ],
)
def test_a_story_that_does_not_come_out_ends_in_one_line(chapter, complaint, monkeypatch, capsys):
    monkeypatch.setattr(script, "CHAPTERS", only(chapter))
    assert main(["--terminal", "--port", "0"]) == FAILED
    assert capsys.readouterr().err == f"Показ прерван, глава 1 «Проба»: {complaint}\n"


async def test_a_bot_that_answers_no_press_ends_the_story(tmp_path, monkeypatch):
    monkeypatch.setattr(stage, "TOAST", 0.1)
    async with city_at_work(tmp_path) as life:
        on_stage = Stage(life, Terminal(io.StringIO()), Pace(no_pause, 0))
        anna = life.city.resident("Анна Соколова")
        await on_stage.says(anna, "На ул. Ленина, 5 нет воды")
        card = on_stage.find(on_stage.cast.coordinators, "нет воды", "Срочно")
        life.cut()
        with pytest.raises(StoryFailed, match="бот не ответил на кнопку «Срочно»"):
            await on_stage.presses(on_stage.cast.coordinator, "Срочно", card)
        await life.mend()


async def test_a_bot_that_takes_no_updates_ends_the_story(tmp_path, monkeypatch):
    monkeypatch.setattr("sandbox.life.PATIENCE", 2)
    async with city_at_work(tmp_path) as life:
        life.city.world.faults.add("cut_before", method="getUpdates", count=None)
        life.city.world.bot.queue.interrupt(ApiError(502, "Bad Gateway"))
        on_stage = Stage(life, Terminal(io.StringIO()), Pace(no_pause, 0))
        with pytest.raises(StoryFailed, match="бот не забирает сообщения"):
            await on_stage.says(life.city.resident("Анна Соколова"), "На ул. Ленина, 5 нет воды")
        life.city.world.faults.clear()


# The program


def test_it_runs_as_a_program_and_leaves_nothing_behind(tmp_path):
    program = start_program(TMPDIR=str(tmp_path), COLUMNS="60", BOT_TOKEN="wrong", PROXY_URL="nonsense")
    story, errors = program.communicate(timeout=60)
    assert (program.returncode, errors) == (OK, "")
    assert "потеряно 0" in story
    assert "\x1b" not in story
    assert [line for line in story.splitlines() if cells(line) > 60] == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_in_one_line_when_it_is_told_to(number, tmp_path):
    program = start_program("--speed", "0.01", TMPDIR=str(tmp_path))
    assert any("1. Сообщение и ответ" in line for line in iter(program.stdout.readline, ""))
    program.send_signal(number)
    story, errors = program.communicate(timeout=30)
    assert (program.returncode, errors) == (OK, "")
    assert story.splitlines()[-1] == "Показ остановлен."
    assert list(tmp_path.iterdir()) == []


def test_a_reader_who_has_had_enough_may_close_the_pipe(tmp_path):
    program = start_program(TMPDIR=str(tmp_path))
    program.stdout.readline()
    program.stdout.close()
    assert program.wait(timeout=60) == OK
    assert program.stderr.read() == ""
    program.stderr.close()


def test_a_busy_port_gives_way_to_the_next_and_it_is_said(monkeypatch, capsys):
    monkeypatch.setattr(script, "CHAPTERS", ())
    monkeypatch.setattr(script, "close_story", lambda *_: None)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["--terminal", "--port", str(port)]) == OK
    said = " ".join(capsys.readouterr().out.split())
    assert f"Порт {port} занят, взят следующий свободный." in said
    assert f"http://127.0.0.1:{port}." not in said


def test_the_show_can_be_kept_once(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(script, "CHAPTERS", CHAPTERS[4:5])
    folder = tmp_path / "kept"
    assert main(["--terminal", "--port", "0", "--keep", str(folder)]) == OK
    assert f"База и записи этого показа: {folder}" in capsys.readouterr().out.replace("\n ", " ")
    assert {"priemnaya.sqlite3", "history.jsonl", "sandbox.log"} <= {one.name for one in folder.iterdir()}
    assert main(["--terminal", "--port", "0", "--keep", str(folder)]) == WRONG_USE
    assert (
        capsys.readouterr().err
        == f"--keep {folder}: здесь уже есть priemnaya.sqlite3, укажите пустую папку\n"
    )


def test_the_day_begins_when_it_is_told_to_by_the_citys_own_clock(monkeypatch, capsys):
    monkeypatch.setattr(script, "CHAPTERS", CHAPTERS[4:5])
    assert main(["--terminal", "--port", "0", "--start", "2026-03-06T18:30"]) == OK
    story = capsys.readouterr().out
    assert "пятница, 6 марта 2026 года, 18:30" in story
    assert "Сейчас нерабочее время." in story


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
