"""`python -m sandbox`: a city to try, with the real bot and a stand-in for Telegram; no token is needed.

A page in the browser, or with `--terminal` a city's day told in the terminal.
Exit codes: 0, 1 (the story did not come out as told, or could not be played), 2 (wrong use).
"""

import argparse
import asyncio
import logging
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from bot.municipality import MunicipalityFile, MunicipalityFileError, load_municipality
from sandbox.city import found_city
from sandbox.clock import RealClock
from sandbox.history import History
from sandbox.life import DATABASE, living
from sandbox.page.running import open_browser, shown
from sandbox.story.script import tell_story
from sandbox.story.stage import Pace, StoryFailed
from sandbox.terminal import Terminal, open_terminal

OK, FAILED, WRONG_USE = 0, 1, 2
CITY = Path(__file__).with_name("city.toml")
START = datetime(2026, 3, 2, 9, 0)  # noqa: DTZ001 - the municipality's own time
PORT = 8080


ASKED_AGAIN = 5.0
"""Seconds in which an orderly end is over."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Play; the exit code."""
    options = _parse(arguments)
    terminal = open_terminal(sys.stdout)
    try:
        file = load_municipality(options.municipality)
        if options.terminal:
            with _folder(options.keep) as folder, _logs(folder if options.keep else None):
                asyncio.run(_play(options, file, folder, terminal))
        else:
            with _logs(None):
                asyncio.run(_show_page(options, file, terminal))
    except MunicipalityFileError as error:
        return _fail(str(error), WRONG_USE)
    except FolderInUse as error:
        return _fail(f"--keep {options.keep}: {error}", WRONG_USE)
    except StoryFailed as failure:
        return _fail(f"Показ прерван, {failure}", FAILED)
    except (KeyboardInterrupt, asyncio.CancelledError):
        terminal.write("\nПоказ остановлен.")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        return _fail(f"Показ не начать: {error.strerror or error}", FAILED)
    return OK


class FolderInUse(Exception):
    """The folder to keep the show in holds one already, or can't be made."""


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m sandbox",
        description="Показательный город: настоящий бот и стенд вместо Telegram. Токен не нужен.",
    )
    parser.add_argument(
        "--terminal", action="store_true", help="не страница, а рассказ в терминале: день города сам собой"
    )
    parser.add_argument(
        "--municipality",
        type=Path,
        default=CITY,
        metavar="FILE",
        help="файл муниципалитета; без него вымышленный город Примерск",
    )
    parser.add_argument(
        "--start",
        type=_moment,
        default=START,
        metavar="2026-03-02T09:00",
        help="когда начинается день, по времени города",
    )
    parser.add_argument(
        "--speed",
        type=_speed,
        metavar="N",
        help="страница: во сколько раз быстрее идут часы города, иначе 1; рассказ: во сколько раз быстрее читать, "
        "0 без пауз (так при выводе в файл)",
    )
    parser.add_argument(
        "--port",
        type=_port,
        default=PORT,
        metavar="N",
        help=f"порт на 127.0.0.1, иначе {PORT}; занят — следующий свободный",
    )
    parser.add_argument(
        "--keep",
        type=Path,
        metavar="FOLDER",
        help="с --terminal: сохранить базу и записи показа в этой папке",
    )
    options = parser.parse_args(arguments)
    if options.keep and not options.terminal:
        parser.error("--keep: только с --terminal")
    if options.speed is None:
        options.speed = 1.0 if sys.stdout.isatty() or not options.terminal else 0.0
    return options


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r}: нужен вид 2026-03-02T09:00") from None


def _speed(text: str) -> float:
    with suppress(ValueError):
        if 0 <= (speed := float(text)) < float("inf"):
            return speed
    raise argparse.ArgumentTypeError(f"{text!r}: нужно число от 0")


def _port(text: str) -> int:
    if text.isdecimal() and int(text) < 2**16:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r}: нужен номер порта, 0 — любой свободный")


async def _show_page(options: argparse.Namespace, file: MunicipalityFile, terminal: Terminal) -> None:
    _end_politely()
    for warning in file.warnings:
        terminal.write(f"Замечание: {warning}")
    async with shown(file, options.start, options.speed, options.port) as address:
        if options.port and not address.endswith(f":{options.port}"):
            terminal.write(
                f"Порт {options.port} занят, взят следующий свободный. / The port is taken, the next one serves."
            )
        terminal.write(f"Город открыт / The city is open: {address}")
        terminal.write("Остановить / Stop: Ctrl+C")
        open_browser(address)
        await asyncio.Event().wait()


async def _play(
    options: argparse.Namespace, file: MunicipalityFile, folder: Path, terminal: Terminal
) -> None:
    _end_politely()
    start = options.start
    if start.tzinfo is None:
        start = start.replace(tzinfo=ZoneInfo(file.municipality.timezone))
    history = History(folder / "history.jsonl" if options.keep else None)
    city = found_city(file.municipality, start, history)
    pace = Pace(RealClock().sleep, options.speed)
    notes = [f"Замечание: {warning}" for warning in file.warnings]
    try:
        async with living(city, folder, options.port) as life:
            if options.port and not life.address.endswith(f":{options.port}"):
                notes.append(f"Порт {options.port} занят, взят следующий свободный.")
            await tell_story(life, terminal, pace, notes=notes, kept=str(options.keep or ""))
    finally:
        history.close()


def _end_politely() -> None:
    """Ctrl+C and SIGTERM end the show alike, so that its folder goes with it; asked again where it did not hear."""
    task, loop = asyncio.current_task(), asyncio.get_running_loop()

    def end() -> None:
        if task is not None and not task.done():
            task.cancel()
            loop.call_later(ASKED_AGAIN, end)

    with suppress(NotImplementedError, RuntimeError):
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, end)


@contextmanager
def _folder(keep: Path | None) -> Iterator[Path]:
    """A folder that goes with the show, or the one to keep."""
    if keep is None:
        with TemporaryDirectory(prefix="priemnaya-", ignore_cleanup_errors=True) as folder:
            yield Path(folder)
        return
    try:
        keep.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise FolderInUse(error.strerror or str(error)) from None
    if (keep / DATABASE).exists():
        raise FolderInUse(f"здесь уже есть {DATABASE}, укажите пустую папку")
    yield keep


@contextmanager
def _logs(folder: Path | None) -> Iterator[None]:
    """The bot's log does not come between the lines of the story: it is kept beside the database, or not at all."""
    root = logging.getLogger()
    handler = (
        logging.FileHandler(folder / "sandbox.log", encoding="utf-8") if folder else logging.NullHandler()
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    former = root.handlers[:]
    root.handlers = [handler]
    try:
        yield
    finally:
        root.handlers = former
        handler.close()


def _fail(lines: str, code: int) -> int:
    sys.stderr.write(f"{lines}\n")
    return code


if __name__ == "__main__":
    sys.exit(main())
