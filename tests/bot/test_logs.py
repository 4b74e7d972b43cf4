"""What the log must never hold (guarantee 28)."""

import json
import logging

import pytest

from bot.logs import set_up_logs

TOKEN = "123456789:AAHkCanaryCanaryCanaryCanary"


@pytest.fixture(autouse=True)
def quiet_root():
    """Give the root logger back as it was."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:], root.level = handlers, level


@pytest.mark.parametrize("as_json", [True, False])
def test_no_token_leaves_by_words_or_by_an_exception(capsys, as_json):
    set_up_logs("INFO", as_json=as_json)
    error = OSError(f"https://api.invalid/bot{TOKEN}/getMe")
    logging.getLogger("bot").error("asked %s", TOKEN, exc_info=error)
    told = capsys.readouterr().err
    assert "OSError" in told
    assert TOKEN not in told
    assert "<token>" in told


def test_json_is_one_object_a_line(capsys):
    set_up_logs("INFO", as_json=True)
    logging.getLogger("bot").info("работает")
    assert json.loads(capsys.readouterr().err)["message"] == "работает"
