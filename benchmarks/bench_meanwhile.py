"""What people feel while papers are made: the bot as a process of its own, with a register of 100,000 appeals.

summary   ms from `/report` to the message: the usual of ten, the first, the longest               aim: 1000
paper     seconds from the press to the file in the chat: a month's report, then the register of a year as XLSX
press     ms from a press to its toast meanwhile, the longest                                    aim: 1000
memory    MB resident of the bot itself, the most meanwhile over what it held before the paper   aim: 20

`python -m benchmarks.bench_meanwhile [--register FILE] [--rows COUNT]`
"""

import asyncio
import shutil
import tempfile
import time
from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import median

from benchmarks.big_register import TOWN, read_options, register_of, settle
from benchmarks.rig import Contestant, build_world, contestant
from domain.ids import ChatId, UserId
from domain.municipality import Chats, Employee, Municipality, Role
from domain.papers.kinds import Paper
from sandbox import Person, World
from sandbox.model import Message
from sandbox.server import serve
from views.callbacks import Language, LanguageCallback
from views.papers.callbacks import PaperDaysCallback

ASKED = 10
PAUSE = 0.1
"""Seconds between two presses."""
PACE = 2.0
"""Seconds until the next `/report`: a private chat takes a message a second."""
PATIENCE = 900
ORDERED = {
    Paper.MONTH: (date(2023, 6, 1), date(2023, 6, 30)),
    Paper.REGISTER: (date(2023, 1, 1), date(2023, 12, 31)),
}


def at_home(world: World, mayor: Person) -> Municipality:
    """The register's town, at home in this world."""
    groups = [ChatId(world.supergroup(f"Отдел {place}").id) for place in range(len(TOWN.departments) + 1)]
    departments = tuple(
        replace(one, chat=chat) for one, chat in zip(TOWN.departments, groups[1:], strict=True)
    )
    staff = (Employee(UserId(mayor.id), "Глава", frozenset({Role.MAYOR})),)
    return replace(TOWN, chats=Chats(groups[0], groups[0], groups[0]), departments=departments, staff=staff)


async def measure(register: Path) -> None:
    """One bot, all of it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "ours.sqlite3"
        shutil.copyfile(register, path)
        world = build_world()
        mayor, citizen = world.user("Глава"), world.user("Тихий житель")
        await settle(path, at_home(world, mayor))
        async with (
            serve(world) as address,
            contestant("ours", ["-m", "bot"], world, folder, address) as bot,
        ):
            await mayor.start()
            await citizen.send("Прорвало трубу на улице Ленина, 5, вода во дворе")
            await world.until(lambda: len(citizen.chat.log) > 1, within=PATIENCE)
            await world.until_idle(within=PATIENCE)
            waited = [await _ask_summary(world, mayor) for _ in range(ASKED)]
            print(
                f"summary in the chat: {median(waited):.0f} ms, the first {waited[0]:.0f} ms, at most {max(waited):.0f} ms"
            )
            for paper in ORDERED:
                await _order(world, bot, mayor, citizen, paper)


async def _ask_summary(world: World, mayor: Person) -> float:
    known = len(mayor.chat.log)
    began = time.perf_counter()
    await mayor.send("/report")
    await world.until(lambda: len(mayor.chat.log) > known + 1, within=PATIENCE)
    spent = (time.perf_counter() - began) * 1000
    await world.until_idle(within=PATIENCE)
    await asyncio.sleep(PACE)
    return spent


async def _order(world: World, bot: Contestant, mayor: Person, citizen: Person, paper: Paper) -> None:
    await asyncio.sleep(1)
    first, last = ORDERED[paper]
    days = PaperDaysCallback(paper=paper, first=first.toordinal(), last=last.toordinal())
    before, began = bot.memory, time.perf_counter()
    most, longest = before, 0.0
    await mayor.press_data(_last_summary(mayor), days.pack())
    while not _has_file(mayor, paper):
        longest = max(longest, await _press(world, citizen))
        most = max(most, bot.memory)
        await asyncio.sleep(PAUSE)
    spent = time.perf_counter() - began
    await world.until_idle(within=PATIENCE)
    print(
        f"{paper.value} ordered in the chat: {spent:.1f} s; presses meanwhile {longest:.0f} ms at most; "
        f"the bot's memory {before:.0f} MB, {most - before:+.1f}"
    )


def _last_summary(mayor: Person) -> Message:
    return next(one for one in reversed(mayor.chat.log.values()) if one.markup)


def _has_file(mayor: Person, paper: Paper) -> bool:
    ending = ".xlsx" if paper is Paper.REGISTER else ".docx"
    names = [
        one.content["document"]["file_name"] for one in mayor.chat.log.values() if "document" in one.content
    ]
    return any(name.endswith(ending) for name in names)


async def _press(world: World, person: Person) -> float:
    receipt = list(person.chat.log.values())[1]
    before = person.toast
    began = time.perf_counter()
    await person.press_data(receipt, LanguageCallback(language=Language.RU).pack())
    await world.until(lambda: person.toast is not None and person.toast is not before, within=PATIENCE)
    return (time.perf_counter() - began) * 1000


def main(register: Path | None = None, rows: int | None = None) -> None:
    """On a register of its own, unless one is there."""
    with register_of(register, rows) as path:
        asyncio.run(measure(path))


if __name__ == "__main__":
    options = read_options()
    main(options.register, options.rows)
