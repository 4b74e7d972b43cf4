"""`python -m benchmarks.big_register FILE [COUNT]`: a database with a register of 100,000 appeals, for whatever has to stand it."""

import argparse
import asyncio
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.clock import SystemClock
from bot.reckoning import reckon
from bot.settings import Settings
from bot.start import COMMAND_LINE, open_locked, put_in_force
from bot.words import dictionary
from domain.ids import ChatId, DepartmentCode, TopicCode
from domain.municipality import Channel, Chats, Department, Municipality, Territory, Topic, Weekday
from domain.outcomes import Outcome
from domain.register.rows import Executor, RegisterRow
from services.register.importing import Imported, take_in
from storage.unit_of_work import Units

COUNT = 100_000
SPAN = 20 * COUNT
"""Minutes over which the appeals have come, however many there are."""
FIRST = datetime(2021, 1, 1, 6, tzinfo=UTC)
TOWN = Municipality(
    name="Примерск",
    timezone="Europe/Moscow",
    regulation="krasnoufimsk",
    hours=dict.fromkeys(list(Weekday)[:5], ("08:00-12:00", "13:00-17:00")),
    chats=Chats(ChatId(-100), ChatId(-100), ChatId(-100)),
    channels=(
        Channel("telegram", "Telegram"),
        Channel("hotline", "Телефон доверия"),
        Channel("paper", "Письма"),
    ),
    departments=tuple(
        Department(DepartmentCode(f"d{number}"), f"Отдел {number}", ChatId(-200 - number))
        for number in range(9)
    ),
    topics=tuple(
        Topic(TopicCode(f"t{number}"), f"Тема {number}", DepartmentCode(f"d{number % 9}"))
        for number in range(30)
    ),
    territories=tuple(
        Territory(f"r{number}", f"Район {number}", (f"ул. Ленина, {number * 16 + 1}-{number * 16 + 16}",))
        for number in range(12)
    ),
)
_WORDS = [
    "прорвало",
    "трубу",
    "вода",
    "стоит",
    "во",
    "дворе",
    "второй",
    "день",
    "не",
    "горит",
    "фонарь",
    "яма",
    "на",
    "дороге",
    "мусор",
    "не",
    "вывозят",
    "автобус",
    "не",
    "приходит",
    "сугробы",
    "на",
    "тротуаре",
    "подъезд",
    "холодные",
    "батареи",
    "детская",
    "площадка",
    "сломана",
    "качели",
    "собаки",
    "у",
    "школы",
    "шум",
    "ночью",
    "лифт",
    "не",
    "работает",
    "крыша",
    "течёт",
    "просим",
    "принять",
    "меры",
    "когда",
    "отремонтируют",
]


def make_rows(count: int = COUNT) -> Iterator[RegisterRow]:
    """Always the same ones; about one in twenty is unanswered."""
    pick = random.Random(2026)
    for number in range(count):
        received = FIRST + timedelta(minutes=number * SPAN // count + pick.randrange(20))
        words = " ".join(pick.choices(_WORDS, k=pick.randrange(8, 60)))
        answered = received + timedelta(hours=pick.randrange(1, 200)) if pick.random() > 0.05 else None
        yield RegisterRow(
            received=received,
            answered=answered,
            outcome=pick.choice((Outcome.SOLVED, Outcome.MEASURES, Outcome.EXPLAINED)) if answered else None,
            channel=pick.choices(("telegram", "hotline", "paper"), (8, 3, 1))[0],
            external_number=f"В-{number}",
            applicant=f"Житель {pick.randrange(20_000)}",
            contact=f"+7 900 {pick.randrange(10**7):07}",
            topic=f"t{pick.randrange(30)}",
            address=f"ул. Ленина, {pick.randrange(200)}",
            territory=f"Район {pick.randrange(12)}",
            gist=words[:60],
            text=words,
            executors=(Executor(f"d{pick.randrange(9)}", pick.choice((1, 1, 1, 2))),),
            collective=pick.random() < 0.01,
            rating=pick.choice((None, None, 3, 4, 5)) if answered else None,
            place=number + 2,
        )


async def fill(path: Path, count: int = COUNT) -> Imported:
    """A database of this file with the register in it."""
    async with open_locked(_settings(path)) as database:
        await put_in_force(database, TOWN)
        now = SystemClock().now()
        async with Units(database, TOWN, reckon=reckon, words=dictionary).open(now=now) as uow:
            return await take_in(uow, make_rows(count), rehearsal=False, actor=COMMAND_LINE, now=now)


async def settle(path: Path, town: Municipality) -> None:
    """Put these settings in force there; the database is made where there is none."""
    async with open_locked(_settings(path)) as database:
        await put_in_force(database, town)


def _settings(path: Path) -> Settings:
    return Settings(_env_file=None, database_url=f"sqlite+aiosqlite:///{path.absolute()}")


def read_options() -> argparse.Namespace:
    """What a benchmark is told of its register: `register`, one that is there, or `rows`, how many are made."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--register", type=Path)
    parser.add_argument("--rows", type=int)
    return parser.parse_args()


@contextmanager
def register_of(path: Path | None = None, rows: int | None = None) -> Iterator[Path]:
    """The register that is there, else one made for this while: in a process of its own, because the most that a process
    ever held is handed on to those that it starts.
    """
    if path is not None:
        yield path
        return
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "register.sqlite3"
        command = [sys.executable, "-m", "benchmarks.big_register", str(made), str(rows or COUNT)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        yield made


if __name__ == "__main__":
    made = asyncio.run(fill(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else COUNT))
    print(f"{sys.argv[1]}: {made.added}")
