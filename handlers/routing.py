"""The order in which an update is offered to the handlers."""

from aiogram import Router

from handlers import (
    approval,
    by_hand,
    causes,
    citizen,
    classifying,
    comments,
    coordinator,
    department,
    directory,
    duty,
    endings,
    entering,
    extending,
    finding,
    handover,
    inquiries,
    kinds,
    leadership,
    mailing,
    measures,
    membership,
    occasions,
    papers,
    promising,
    publications,
    rhythm,
    setup,
    several,
    staff_commands,
    staff_words,
)
from handlers.filters import FromPerson, InPrivate, NotInPublic, PressedByPerson


def build_router() -> Router:
    """All handlers. Messages of bots, channels and anonymous administrators reach none; presses carry a real id."""
    staff = (
        kinds,
        inquiries,
        mailing,
        directory,
        coordinator,
        classifying,
        several,
        department,
        extending,
        measures,
        promising,
        approval,
        duty,
        handover,
        endings,
        by_hand,
        publications,
        leadership,
        rhythm,
        finding,
        papers,
        entering,
        occasions,
        causes,
        staff_commands,
        staff_words,
    )
    root = _gather("root", membership.router, comments.router, setup.anonymous)
    people = _gather("people", setup.router, setup.closed, *(module.router for module in staff))
    people.message.filter(FromPerson())
    people.edited_message.filter(FromPerson())
    people.callback_query.filter(PressedByPerson(), NotInPublic())
    private = _gather("private", citizen.router)
    private.message.filter(InPrivate())
    private.edited_message.filter(InPrivate())
    people.include_router(private)
    root.include_router(people)
    return root


def _gather(name: str, *routers: Router) -> Router:
    """Their handlers in one router: each router on an update's way costs as much as ten of its handlers.

    A new one, because a router belongs to one dispatcher for good, and one process may run the program more than once.
    """
    gathered = Router(name=name)
    for router in routers:
        for event, observer in router.observers.items():
            gathered.observers[event].handlers.extend(observer.handlers)
    return gathered
