"""Logs: one line an event, for people or as JSON; never a token, a citizen's words or a phone."""

import json
import logging
import re
import sys
from datetime import UTC, datetime
from typing import Any

_TOKEN = re.compile(r"\d{4,}:[\w-]{8,}")


class _Line(logging.Formatter):
    """A token may stand in the address that an exception quotes: the whole entry is looked through."""

    def format(self, record: logging.LogRecord) -> str:
        return _TOKEN.sub("<token>", super().format(record))


class _Json(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        entry: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            entry["error"] = self.formatException(record.exc_info)
        return _TOKEN.sub("<token>", json.dumps(entry, ensure_ascii=False))


def set_up_logs(level: str, *, as_json: bool) -> None:
    """Write logs to standard error; the libraries' own chatter only from warnings up."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Json() if as_json else _Line("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for library in ("aiogram", "apscheduler", "aiosqlite", "aiohttp", "asyncio", "pymorphy3"):
        logging.getLogger(library).setLevel(max(logging.WARNING, logging.getLevelNamesMapping()[level]))
