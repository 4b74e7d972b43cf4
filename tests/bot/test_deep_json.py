"""A batch with a trap in it is read all the same."""

import pytest

from bot.intake.deep_json import DEEPEST, read_json


def nested(levels, inside="1"):
    return "[" * levels + inside + "]" * levels


def depth_of(value):
    depth = 0
    while isinstance(value, list) and value:
        depth, value = depth + 1, value[0]
    return depth


@pytest.mark.parametrize("inside", ["1", '"]]]"', r'"\"[["', '{"a": 1}'])
def test_what_stands_beside_the_depths_is_read(inside):
    deep, told = read_json(f'[{nested(100_000, inside)}, {{"update_id": 7, "text": "[яма]"}}]'.encode())
    assert told == {"update_id": 7, "text": "[яма]"}
    assert depth_of(deep) < DEEPEST


def test_what_is_no_json_stays_none():
    with pytest.raises(ValueError, match="Expecting"):
        read_json(("[" * 100_000).encode())
    with pytest.raises(ValueError, match="Expecting"):
        read_json(b"<html>")
