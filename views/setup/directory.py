"""The directory of responsible persons, a page of departments at a time (R17)."""

from collections.abc import Iterator, Sequence
from typing import Final

from domain.municipality import Employee
from domain.setup.directory import Part as Role
from domain.setup.directory import Responsible
from locales.texts import Html, Texts, join_html
from views.buttons import button, keyboard
from views.measure import one_line
from views.parts import Part, Text, in_place_of
from views.setup.callbacks import DirectoryCallback

PAGE: Final = 6
"""Departments."""
_MOST: Final = 8
"""People of one department: a page stays within a message."""
_NAME: Final = 80
_CONTACT: Final = 60


_KEYS: Final = {
    Role.HEAD: "directory-head-person",
    Role.EXECUTOR: "directory-executor",
    Role.CURATOR: "directory-curator",
}


def directory(texts: Texts, found: Sequence[Responsible], *, page: int, message_id: int) -> list[Part]:
    """`message_id`: the message that is turned; 0: a new one."""
    last = max(len(found) - 1, 0) // PAGE
    page = min(page, last)
    blocks = [_block(one, texts) for one in found[page * PAGE : (page + 1) * PAGE]]
    lines = [texts("directory-head", page=page + 1, pages=last + 1), *blocks]
    turns = [
        button(texts.plain(label), DirectoryCallback(page=other))
        for label, other in (("button-page-before", page - 1), ("button-page-after", page + 1))
        if 0 <= other <= last
    ]
    shown = Text(join_html("\n\n", lines), keyboard([turns]), silent=True)
    return [in_place_of(message_id, shown) if message_id else shown]


def _block(one: Responsible, texts: Texts) -> Html:
    return join_html("\n", _lines(one, texts))


def _lines(one: Responsible, texts: Texts) -> Iterator[Html]:
    yield texts("directory-department", name=one_line(one.department.name, _NAME))
    for part, employee in one.people[:_MOST]:
        yield texts(_KEYS[part], name=one_line(employee.name, _NAME), contacts=_contacts(employee, texts))
    if len(one.people) > _MOST:
        yield texts("directory-more", count=len(one.people) - _MOST)
    if not (one.department.email or any(part is not Role.CURATOR for part, _ in one.people)):
        yield texts("directory-nobody")
    if one.department.duty_phone:
        yield texts("directory-duty", phone=one_line(one.department.duty_phone, _CONTACT))
    if one.department.email:
        yield texts("directory-mail", address=one_line(one.department.email, _CONTACT))


def _contacts(employee: Employee, texts: Texts) -> str:
    """Position, phone, e-mail, as far as they are known."""
    known = [
        one_line(value, _CONTACT) for value in (employee.position, employee.phone, employee.email) if value
    ]
    return ", ".join(known) or texts.plain("directory-no-contacts")
