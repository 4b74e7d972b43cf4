"""`python -m sandbox`: a city to try, with the real bot and a stand-in for Telegram; no token is needed.

Exit codes: 0, 1 (the page could not be served), 2 (wrong use).
"""

import argparse
import asyncio
import logging
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from bot.municipality import MunicipalityFile, MunicipalityFileError, load_municipality
from sandbox.page.running import open_browser, shown

OK, FAILED, WRONG_USE = 0, 1, 2
CITY = Path(__file__).with_name("city.toml")
START = datetime(2026, 3, 2, 9, 0)  # noqa: DTZ001 - the municipality's own time
PORT = 8080


ASKED_AGAIN = 5.0
"""Seconds in which an orderly end is over."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Play; the exit code."""
    options = _parse(arguments)
    try:
        file = load_municipality(options.municipality)
        with _silent_logs():
            asyncio.run(_show_page(options, file))
    except MunicipalityFileError as error:
        return _fail(str(error), WRONG_USE)
    except (KeyboardInterrupt, asyncio.CancelledError):
        _say("\nПоказ остановлен. / The show has ended.")
    except OSError as error:
        return _fail(f"Показ не начать: {error.strerror or error}", FAILED)
    return OK


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m sandbox",
        description="Показательный город: настоящий бот и стенд вместо Telegram. Токен не нужен.",
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
        default=1.0,
        metavar="N",
        help="во сколько раз быстрее идут часы города, иначе 1; 0: стоят, пока их не передвинут",
    )
    parser.add_argument(
        "--port",
        type=_port,
        default=PORT,
        metavar="N",
        help=f"порт на 127.0.0.1, иначе {PORT}; занят — следующий свободный",
    )
    return parser.parse_args(arguments)


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


async def _show_page(options: argparse.Namespace, file: MunicipalityFile) -> None:
    _end_politely()
    for warning in file.warnings:
        _say(f"Замечание: {warning}")
    async with shown(file, options.start, options.speed, options.port) as address:
        if options.port and not address.endswith(f":{options.port}"):
            _say(
                f"Порт {options.port} занят, взят следующий свободный. / The port is taken, the next one serves."
            )
        _say(f"Город открыт / The city is open: {address}")
        _say("Остановить / Stop: Ctrl+C")
        open_browser(address)
        await asyncio.Event().wait()


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
def _silent_logs() -> Iterator[None]:
    """The bot's log does not come between the lines of the invitation."""
    root = logging.getLogger()
    former, root.handlers = root.handlers[:], [logging.NullHandler()]
    try:
        yield
    finally:
        root.handlers = former


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _fail(lines: str, code: int) -> int:
    sys.stderr.write(f"{lines}\n")
    return code


if __name__ == "__main__":
    sys.exit(main())
