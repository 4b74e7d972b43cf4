"""A second program must not work with the same database."""

import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from storage.lock import AlreadyRunning, single_instance

HOLD = """
import sys
from pathlib import Path
from storage.lock import single_instance
with single_instance(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def held_elsewhere(database):
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", HOLD, str(database)]
    with subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout.readline() == b"held\n"
        yield process
        process.kill()


@pytest.fixture
def database(tmp_path):
    return tmp_path / "data" / "priemnaya.sqlite3"


def test_a_second_program_is_refused_at_once(database):
    with held_elsewhere(database), pytest.raises(AlreadyRunning) as refusal, single_instance(database):
        pass
    assert refusal.value.path == database.with_name("priemnaya.sqlite3.lock")


def test_another_name_of_the_same_file_is_refused_too(database, tmp_path):
    database.parent.mkdir()
    database.touch()
    (tmp_path / "link").symlink_to(database)
    with held_elsewhere(tmp_path / "link"), pytest.raises(AlreadyRunning), single_instance(database):
        pass


def test_kill_9_lets_go_of_it(database):
    with held_elsewhere(database) as process:
        process.kill()
        process.wait()
        with single_instance(database):
            pass


def test_it_is_free_again_after_the_block(database):
    with single_instance(database):
        pass
    with single_instance(database):
        pass


def test_another_database_is_another_matter(database, tmp_path):
    with held_elsewhere(database), single_instance(tmp_path / "other.sqlite3"):
        pass
