"""A municipality that is set up in the chat: where it begins, and what it still lacks before citizens are let in."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Final

from domain.ids import ChatId
from domain.municipality import TELEGRAM, Chats, Members, Municipality, Role, SetupStep, Weekday

NOWHERE: Final = ChatId(0)
"""No chat yet."""


def blank() -> Municipality:
    """Nothing is decided. What has to have some value has a usual one, and is asked for all the same."""
    return Municipality(
        name="",
        timezone="Europe/Moscow",
        regulation="krasnoufimsk",
        hours=dict.fromkeys(list(Weekday)[:5], ("08:00-12:00", "13:00-17:00")),
        chats=Chats(NOWHERE, NOWHERE, NOWHERE),
        channels=(TELEGRAM,),
        unsettled=frozenset(SetupStep),
    )


def progressed(municipality: Municipality, given: Iterable[SetupStep] = ()) -> Municipality:
    """The same without the steps that were taken: those `given` now, and those that can be seen to be done."""
    done = {step for step, holds in _SEEN.items() if holds(municipality)} | set(given)
    return replace(municipality, unsettled=municipality.unsettled - done)


def next_step(municipality: Municipality) -> SetupStep | None:
    """What to ask next, in the order of the table; None where all is told."""
    return next((step for step in SetupStep if step in municipality.unsettled), None)


def list_lacking(municipality: Municipality) -> list[SetupStep]:
    """What keeps citizens out, apart from the last word."""
    return [step for step in SetupStep if step in municipality.unsettled and step is not SetupStep.OPENING]


def can_answer(municipality: Municipality) -> bool:
    """Whether somebody reads, somebody answers and somebody approves: the least with which an answer gets out."""
    held = {role for employee in municipality.staff for role in employee.roles}
    return {Role.COORDINATOR, Role.APPROVER} <= held and _somebody_answers(municipality)


def _somebody_answers(municipality: Municipality) -> bool:
    staffed = {code for one in municipality.list_employees(Role.EXECUTOR) for code in one.departments}
    return any(
        one.members is Members.CHAT or one.code in staffed or municipality.works_by_mail(one)
        for one in municipality.departments
    )


_SEEN: Final[Mapping[SetupStep, Callable[[Municipality], bool]]] = {
    SetupStep.COORDINATORS: lambda municipality: municipality.chats.coordinators != NOWHERE,
    SetupStep.DEPARTMENTS: lambda municipality: bool(municipality.departments),
    SetupStep.PEOPLE: can_answer,
}
