"""A look at a file on its way from one process to another."""

import json
from dataclasses import asdict

from domain.setup.handed import HandedState, Look


def written(look: Look) -> str:
    """For the process that asked."""
    return json.dumps(asdict(look) | {"content": look.content.decode()})


def read_back(text: bytes) -> Look:
    """What `written` wrote."""
    values = json.loads(text)
    kept = {"state": HandedState(values["state"]), "lines": tuple(values["lines"])}
    return Look(**values | kept | {"content": values["content"].encode()})
