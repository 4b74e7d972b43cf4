"""Where the bot's processes hatch. `python -m bot` spends its first seconds on importing and on reading its texts and
its dictionary; here that is done once, and every start is a fork which then runs the same `python -m bot` to the letter.

Orders come as JSON lines, each gets one line back:
{"start": {"environment": {…}, "folder": "…", "log": "…"}} → the process id;
{"ended": process id} → its exit code, a negative signal number, or null while it lives;
{"now": true} → what the clock shows here, in seconds since 1970.
When the orders end, so do all the processes.
"""

import gc
import json
import os
import runpy
import signal
import sys
import time
from typing import Any

from bot.collector import building_for_good

with building_for_good():
    import bot.app
    import bot.cli
    import bot.running
    import bot.words  # whatever a start would import


class _Hatched(BaseException):
    """Raised in the new process: it leaves the nest's frames behind."""


def _start(order: dict[str, Any]) -> int:
    process = os.fork()
    if process:
        return process
    log = os.open(order["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(log, 1)
    os.dup2(log, 2)
    os.environ.clear()
    os.environ.update(order["environment"])
    os.chdir(order["folder"])
    raise _Hatched


def _ended(process: int) -> int | None:
    found, status = os.waitpid(process, os.WNOHANG)
    return os.waitstatus_to_exitcode(status) if found else None


def _read_once() -> None:
    bot.words.dictionary()
    bot.app.translations()


def _obey() -> None:
    living: set[int] = set()
    for line in sys.stdin:
        order = json.loads(line)
        if "start" in order:
            answer: float | None = _start(order["start"])
            living.add(int(answer or 0))
        elif "ended" in order:
            answer = _ended(order["ended"])
            living -= set() if answer is None else {order["ended"]}
        else:
            answer = time.time()
        sys.stdout.write(f"{json.dumps(answer)}\n")
        sys.stdout.flush()
    for process in living:
        os.kill(process, signal.SIGKILL)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _read_once()
    gc.freeze()
    try:
        _obey()
    except _Hatched:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        sys.argv = ["bot"]
        runpy.run_module("bot", run_name="__main__", alter_sys=True)
