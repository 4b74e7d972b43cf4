"""The check that keeps the stand-in honest: what it says must be readable by aiogram's models."""

from functools import cache
from typing import Any

import aiogram.methods
from aiogram.types import Update
from pydantic import TypeAdapter, ValidationError

from sandbox.model import Json

METHODS = {name.lower(): getattr(aiogram.methods, name) for name in aiogram.methods.__all__}
"""Every method of the Bot API that aiogram knows, by its lower-case name."""


def check_update(update: Json) -> None:
    """AssertionError when aiogram could not read the update, or would read it as an unknown one."""
    try:
        read = Update.model_validate(update)
    except ValidationError as error:
        raise AssertionError(f"the stand-in made a broken update: {error}\n{update}") from error
    kind = next(key for key in update if key != "update_id")
    assert getattr(read, kind) is not None, f"unknown kind of update: {kind}"


def check_answer(method: str, result: Any) -> None:
    """AssertionError when the answer is not what aiogram expects of this method.

    Updates were checked one by one when they were made; those broken on purpose must reach the bot as they are.
    """
    if method.lower() == "getupdates":
        return
    try:
        _adapter(method.lower()).validate_python(result)
    except ValidationError as error:
        raise AssertionError(f"the stand-in answered {method} wrongly: {error}\n{result}") from error


@cache
def _adapter(method: str) -> TypeAdapter[Any]:
    return TypeAdapter(METHODS[method].__returning__)
