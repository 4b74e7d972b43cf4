"""Who may set up, where, and what the verbs of setting up share."""

from datetime import datetime

from domain.ids import ChatId
from domain.municipality import Role
from domain.notices import Args, Notice, NoticeKind, Priority
from domain.people import Deed
from domain.setup.errors import OnlyAdministrator, OnlyInPrivate
from domain.setup.pages import PageOf
from services.ports import UnitOfWork


def ensure_administrator(by: Deed) -> None:
    """Raise OnlyAdministrator for everybody else: no other role, no right of the messenger's gives this."""
    if Role.ADMIN not in by.actor.roles:
        raise OnlyAdministrator


def ensure_sets_up(by: Deed) -> None:
    """An administrator, in private."""
    ensure_administrator(by)
    if by.chat < 0:
        raise OnlyInPrivate


def show_page(
    uow: UnitOfWork, chat: int, there: PageOf, now: datetime, *, message_id: int = 0, reads: bool = False
) -> None:
    """Turn the message to a page, or begin a new one; it shows what is in force when it is drawn. `reads`: no buttons."""
    args: Args = {"page": there.page.value, "of": there.of, "message_id": message_id, "reads": reads}
    uow.outbox.add(Notice(NoticeKind.SETUP_PAGE, ChatId(chat), Priority.INTERACTIVE, args=args), now)
