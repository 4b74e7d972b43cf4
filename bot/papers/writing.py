"""A paper's way out: as JSON, or through its form into a file."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from bot.papers.orders import Order
from bot.refusals import FAILED, Refused
from bot.settings import Settings
from bot.setup_texts import Say
from bot.setup_texts import say as words
from reports.files import whole_file
from reports.papers.form import FormError, built_in_form, fill
from reports.papers.shape import PAPER_WRITERS

_OWN_FORMS = "papers"
"""The folder of a municipality's own forms, beside its municipality file."""
_FORM = ".docx"


Drawn = Mapping[str, Callable[[BinaryIO], None]]
"""What is made without a form, by the ending of its file."""
_NOTHING: Drawn = {}


def ensure_possible(order: Order, drawn: Mapping[str, object] = _NOTHING) -> None:
    """Before anything is counted. Raises `Refused`."""
    if order.out is None and not order.as_json:
        raise Refused(words("report-no-way"))
    endings = dict.fromkeys([*PAPER_WRITERS, *drawn])
    if order.out is not None and order.out.suffix.lower() not in endings:
        raise Refused(words("report-ending", file=str(order.out), expected=", ".join(endings)))
    if order.out is not None and order.out.suffix.lower() in drawn and order.template is not None:
        raise Refused(words("report-without-form", file=str(order.out)))


def deliver(
    settings: Settings,
    paper: str,
    order: Order,
    figures: Mapping[str, Any],
    fields: Any,
    *,
    say: Say,
    drawn: Drawn = _NOTHING,
) -> None:
    """Print the figures, write the file, or both; the file stands whole or not at all. Raises `Refused`."""
    done = "" if order.out is None else _write(settings, paper, order.out, order.template, fields, drawn)
    if order.as_json:
        say(json.dumps(figures, ensure_ascii=False, default=float))
    elif done:
        say(done)


def _write(
    settings: Settings, paper: str, out: Path, template: Path | None, fields: Any, drawn: Drawn
) -> str:
    """What to say of it."""
    ending = out.suffix.lower()
    if ending in drawn:
        with written(out) as file:
            drawn[ending](file)
        return words("paper-drawn", file=str(out))
    form, name = _find_form(settings, paper, template)
    filled = _fill(form, name, fields)
    with written(out) as file:
        PAPER_WRITERS[ending](file, filled)
    own = "" if name is None else str(name)
    return words("paper-written", file=str(out), form="own" if own else "built_in", own=own)


def write_form(paper: str, out: Path, *, say: Say) -> None:
    """The built-in form, for a clerk to make one's own of. Raises `Refused`."""
    if out.suffix.lower() != _FORM:
        raise Refused(words("report-ending", file=str(out), expected=_FORM))
    with written(out) as file:
        file.write(built_in_form(paper))
    say(words("form-written", file=str(out), folder=_OWN_FORMS, name=f"{paper}{_FORM}"))


@contextmanager
def written(out: Path) -> Iterator[BinaryIO]:
    """A file that stands whole or not at all. Raises `Refused`."""
    try:
        with whole_file(out) as file:
            yield file
    except OSError as error:
        detail = error.strerror or str(error)
        raise Refused(words("report-not-written", file=str(out), detail=detail), FAILED) from None


def _find_form(settings: Settings, paper: str, template: Path | None) -> tuple[bytes, Path | None]:
    """The one that was named, else the municipality's own, else the built-in one, which has no name."""
    own = settings.municipality_file.parent / _OWN_FORMS / f"{paper}{_FORM}"
    path = template or (own if own.exists() else None)
    if path is None:
        return built_in_form(paper), None
    try:
        return path.read_bytes(), path
    except OSError as error:
        detail = error.strerror or str(error)
        raise Refused(words("form-unreadable", file=str(path), detail=detail)) from None


def _fill(form: bytes, name: Path | None, fields: Any) -> bytes:
    try:
        return fill(form, fields)
    except FormError as error:
        raise Refused(words(error.text, file=str(name), **error.facts)) from None


def flat(figures: Mapping[str, Any]) -> dict[str, Any]:
    """Figures for JSON: lines as objects, a fraction as a number."""
    return {name: list(value) if isinstance(value, tuple) else value for name, value in figures.items()}
