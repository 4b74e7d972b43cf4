"""What the buttons of a coordinators' card show: its table, or a menu behind it, in the same message."""

from domain.casefile import Menu
from domain.ids import AppealId
from domain.people import Deed
from domain.status import Action
from services.ports import UnitOfWork
from services.work.assignment import get_for


async def open_menu(
    uow: UnitOfWork, *, appeal_id: AppealId, message_id: int, menu: Menu, page: int, by: Deed
) -> None:
    """Show a menu on the pressed card, at a page from 0; no new message. `Menu.TABLE` is the way back."""
    await get_for(uow, by, Action.ROUTE, appeal_id)
    uow.cards.open_menu(by.chat, message_id, menu, page)
    await uow.cards.refresh(appeal_id, by.at)
    await uow.commit()
