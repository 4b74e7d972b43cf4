"""One program to a database: a second one must not send what the first one sends."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows, where people try the sandbox
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]

else:

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class AlreadyRunning(Exception):
    """Another process works with this database; `path` is the lock it holds."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


@contextmanager
def single_instance(database: Path) -> Iterator[None]:
    """Hold `<database>.lock` while the block runs; AlreadyRunning at once where somebody else does.

    The system lets go of the lock when the process ends, however it ends. A child must be a new program
    (spawned, not forked), or it would hold on to the lock of its parent.
    """
    target = database.resolve()
    path = target.with_name(f"{target.name}.lock")
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _lock(descriptor, path)
        yield
    finally:
        os.close(descriptor)


def _lock(descriptor: int, path: Path) -> None:
    try:
        _take(descriptor)
    except (BlockingIOError, PermissionError):
        raise AlreadyRunning(path) from None
