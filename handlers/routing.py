"""The order in which an update is offered to the handlers."""

from aiogram import Router

from handlers import (
    approval,
    by_hand,
    citizen,
    classifying,
    coordinator,
    department,
    duty,
    endings,
    handover,
    kinds,
    leadership,
    membership,
    setup,
    several,
    staff_commands,
    staff_words,
)
from handlers.filters import FromPerson, InPrivate, PressedByPerson


def build_router() -> Router:
    """All handlers. Messages of bots, channels and anonymous administrators reach none; presses carry a real id."""
    root = Router(name="root")
    people = Router(name="people")
    people.message.filter(FromPerson())
    people.edited_message.filter(FromPerson())
    people.callback_query.filter(PressedByPerson())
    private = Router(name="private")
    private.message.filter(InPrivate())
    private.edited_message.filter(InPrivate())
    private.include_router(_copy(citizen.router))
    staff = (
        kinds,
        coordinator,
        classifying,
        several,
        department,
        approval,
        duty,
        handover,
        endings,
        by_hand,
        leadership,
        staff_commands,
        staff_words,
    )
    people.include_routers(
        _copy(setup.router), _copy(setup.closed), *(_copy(module.router) for module in staff), private
    )
    root.include_routers(_copy(membership.router), _copy(setup.anonymous), people)
    return root


def _copy(router: Router) -> Router:
    """A router belongs to one dispatcher for good, and one process may run the program more than once."""
    copy = Router(name=router.name)
    for event, observer in router.observers.items():
        copy.observers[event].handlers.extend(observer.handlers)
    return copy
