"""What holds for all tests and before anything else is imported: where they keep their files, and what is no garbage."""

import gc
import os
import shutil
import sys
import tempfile
from pathlib import Path

import pytest

RAM_DISK = Path("/dev/shm")
ROOM = 512 * 1024 * 1024
"""Bytes; a container may have as little as 64 MB there."""


def _use_ram_disk() -> None:
    """A town waits for its disk a hundred times, and no test needs it to: what a process has written stays in the
    system's memory when it is killed, and nothing here plays a loss of power.
    """
    if "TMPDIR" in os.environ or not os.access(RAM_DISK, os.W_OK) or shutil.disk_usage(RAM_DISK).free < ROOM:
        return
    os.environ["TMPDIR"] = tempfile.tempdir = str(RAM_DISK)


def _keep_compiled() -> None:
    """Else each worker, and each program that a test starts, would compile everything anew."""
    sys.dont_write_bytecode = False
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop() -> None:
    """What was imported and collected stays until the end: looking through it for garbage took a tenth of all the time."""
    gc.freeze()
    gc.enable()


gc.disable()
_use_ram_disk()
_keep_compiled()
