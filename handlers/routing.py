"""The order in which an update is offered to the handlers."""

from aiogram import Router

from handlers import approval, citizen, coordinator, department, leadership, membership, staff_words
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
    private.include_router(citizen.router)
    people.include_routers(
        coordinator.router,
        department.router,
        approval.router,
        leadership.router,
        staff_words.router,
        private,
    )
    root.include_routers(membership.router, people)
    return root
