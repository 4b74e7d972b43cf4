"""An ordered paper as a command of its own: `python -m bot report …` in another process, which knows no Telegram."""

from datetime import datetime
from pathlib import Path

from bot.child import run_child
from bot.refusals import FAILED, WRONG_USE
from bot.settings import Settings
from domain.papers.kinds import Paper, PaperOrder

_REFUSALS = frozenset({FAILED, WRONG_USE})
_LONGEST_LINE = 2000


class Unmade(Exception):
    """There is no file; `why` in words for whoever asked, empty where nobody can say; `code`: how the process ended."""

    def __init__(self, why: str, code: int) -> None:
        super().__init__(code)
        self.why = why
        self.code = code


class PaperChild:
    """Makes one paper after another."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    async def make(self, order: PaperOrder, out: Path, now: datetime) -> None:
        """The file stands at `out`, whole. Raises `Unmade`; when cancelled the process is ended."""
        ended = await run_child(self._settings, "bot", *arguments(order, out.absolute(), now))
        if ended.code:
            raise Unmade(_line(ended.complaint, ended.code), ended.code)


def arguments(order: PaperOrder, out: Path, now: datetime) -> list[str]:
    """What follows `python -m bot`."""
    if order.about:
        return ["report", order.paper.value, order.about, "--out", str(out), "--now", now.isoformat()]
    return _about_days(order, out, now)


def _about_days(order: PaperOrder, out: Path, now: datetime) -> list[str]:
    days = order.days
    which = {
        Paper.DAY: ["--date", f"{days.first}"],
        Paper.WEEK: ["--date", f"{days.first}"],
        Paper.MONTH: ["--month", f"{days.first:%Y-%m}"],
    }.get(order.paper, ["--from", f"{days.first}", "--to", f"{days.last}"])
    own = ["--departments", order.scope] if order.scope else []
    moment = [] if order.paper in {Paper.REGISTER, Paper.CENTRE} else ["--now", now.isoformat()]
    return ["report", order.paper.value, *which, "--out", str(out), *moment, *own]


def _line(complaint: bytes, code: int) -> str:
    """The one line that a refusal is; a traceback is nothing to anybody who asked for a paper."""
    lines = complaint[-_LONGEST_LINE:].decode("utf-8", "replace").strip().splitlines()
    return lines[0] if code in _REFUSALS and len(lines) == 1 else ""
