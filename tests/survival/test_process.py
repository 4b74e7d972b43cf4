"""The life of the process: it stops when told, refuses in one line, waits for Telegram, and is alone with its database."""

import asyncio
import os
import signal
import socket
import sys
import time

import pytest

from sandbox.server import serve
from tests.survival.rig import ROOT, Rig

STOPPED = 10.0
"""Seconds from SIGTERM to the end, at most (guarantee 8)."""


async def test_started_as_people_start_it_it_answers_and_ends(rig: Rig) -> None:
    """`python -m bot`, without the nest, from another folder; Ctrl+C ends it as SIGTERM does."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", cwd=rig.folder, env=rig.environment(PYTHONPATH=str(ROOT)),
        stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    try:
        await rig.polls(90)
        await rig.town.anna.send("Яма у дома")
        await rig.town.anna.chat.expect("Номер:")
        await rig.quiet()
        process.send_signal(signal.SIGINT)
        _, said = await asyncio.wait_for(process.communicate(), STOPPED)
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()
    assert process.returncode == 0, said.decode()
    assert "Traceback" not in said.decode()


async def test_told_to_stop_it_ends_what_it_has_begun(rig: Rig) -> None:
    """Guarantee 8: nothing is lost, nothing is even in doubt, though messages come in all the time."""
    citizens = rig.people(30)
    await rig.start()
    for citizen in citizens[:20]:
        await citizen.send("Яма у дома")
    await citizens[0].chat.expect("Номер:")
    assert rig.process is not None
    os.kill(rig.process, signal.SIGTERM)
    for citizen in citizens[20:]:
        await citizen.send("Яма у дома")
    assert await rig.exit_code(STOPPED) == 0
    await rig.start()
    await rig.quiet()
    assert not rig.ask("SELECT 1 FROM journal WHERE action = 'perhaps_said_twice'")
    assert [len(citizen.chat.sent_by(rig.world.bot.user)) for citizen in citizens] == [1] * 30


async def test_told_to_stop_it_does_not_wait_for_calls_that_hang(rig: Rig) -> None:
    """Guarantee 8: ten seconds at most; what was in the air is said at the next start."""
    citizens = rig.people(5)
    await rig.start()
    hang = rig.world.faults.add("hang", method="send*", count=None)
    for citizen in citizens:
        await citizen.send("Яма у дома")
    await rig.eventually(lambda: hang.struck >= len(citizens))
    code, seconds = await rig.terminate()
    assert code == 0, rig.log
    assert seconds <= STOPPED
    rig.world.faults.clear()
    await rig.start()
    await rig.quiet()
    assert [len(citizen.chat.sent_by(rig.world.bot.user)) for citizen in citizens] == [1] * 5


async def test_a_second_one_on_the_same_database_refuses_at_once(rig: Rig) -> None:
    """Guarantee 8; failure story 24: the first one does not even notice."""
    await rig.start()
    first, before = rig.process, rig.log
    began = time.monotonic()
    rig.hatch()
    assert await rig.exit_code() == 1
    assert time.monotonic() - began < 3
    (line,) = rig.log.removeprefix(before).splitlines()
    assert str(rig.town.database) in line
    rig.process = first
    await rig.town.anna.send("Яма у дома")
    await rig.town.anna.chat.expect("Номер:")


async def test_a_wrong_token_ends_it_in_one_line(rig: Rig) -> None:
    rig.hatch(BOT_TOKEN="1:wrong")
    assert await rig.exit_code() == 1
    (line,) = rig.log.splitlines()
    assert line.startswith("BOT_TOKEN: ")
    assert "1:wrong" not in line


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("BOT_TOKEN", "token"),
        ("BOT_API_URL", "telegram"),
        ("DATABASE_URL", "postgresql://db"),
        ("MUNICIPALITY_FILE", "absent.toml"),
        ("GROUP_LIMIT_PER_MINUTE", "many"),
    ],
)
async def test_a_wrong_setting_ends_it_in_one_line_that_names_it(rig: Rig, setting: str, value: str) -> None:
    rig.hatch(**{setting: value})
    assert await rig.exit_code() == 2
    (line,) = rig.log.splitlines()
    assert setting in line or value in line


async def test_without_telegram_it_goes_on_trying(rig: Rig) -> None:
    """One line, no end; when Telegram is there, work begins by itself."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    await rig.town.anna.send("Яма у дома")
    rig.hatch(BOT_API_URL=address)
    await rig.eventually(lambda: "updates: unreachable" in rig.log)
    await rig.for_seconds(0.5)
    said = rig.log
    await rig.for_seconds(1)
    assert rig.log == said
    assert said.count("попытки продолжаются") == 1
    async with serve(rig.world, port):
        await rig.town.anna.chat.expect("Номер:")
        await rig.quiet()
        assert (await rig.terminate())[0] == 0
