"""Copies of people's files in a folder beside the database: generated names, readable for the bot's own user alone."""

import os
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

_UNFINISHED = ".part"


class Copies:
    """The folder. Every call may block on the disk: never on the event loop."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, name: str) -> Path:
        """Where the copy of this name lies; two digits of it are a folder, so that none grows too long to list."""
        return self._folder / name[:2] / name

    def write(self, name: str, content: bytes) -> None:
        """Keep it, wholly or not at all, and through a loss of power; raises OSError."""
        path = self.path(name)
        for folder in (self._folder, path.parent):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        unfinished = path.with_suffix(_UNFINISHED)
        descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
        _settle(path.parent)

    def remove(self, name: str) -> None:
        """Let it be gone; one that is not there is gone already."""
        self.path(name).unlink(missing_ok=True)

    def sweep(self, known: Collection[str]) -> set[str]:
        """Remove every file that no row knows, unfinished ones too; the names that are there."""
        there = set()
        for file in self._folder.glob("*/*"):
            if file.name in known:
                there.add(file.name)
            else:
                file.unlink(missing_ok=True)
        return there


def _settle(folder: Path) -> None:
    """A new name survives a loss of power only once its folder is on the disk; Windows opens no folders."""
    with suppress(PermissionError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
