"""/bind: from within a group, an administrator says in one press what it is."""

from domain.ids import ChatId
from domain.notices import Args, Notice, NoticeKind, Priority
from domain.people import Deed
from domain.setup.binding import Post, Spot, bound, find_spot, list_removals
from domain.setup.errors import BadSetting, OnlyInGroup, WriteAsYourself
from domain.setup.founding import next_step
from domain.setup.pages import page_of_step
from services import announcements as announce
from services import delivery
from services.ports import Rules, UnitOfWork
from services.setup.rights import ensure_administrator, show_page


async def offer(uow: UnitOfWork, *, title: str, is_basic: bool, by: Deed) -> None:
    """Show what this chat is, and what it can be. `is_basic`: a group that is no supergroup yet."""
    ensure_administrator(by)
    if by.chat > 0:
        raise OnlyInGroup
    uow.chats.note_title(by.chat, title)
    _show(uow, by, user=by.actor.user_id, title=title, basic=is_basic)
    await uow.commit()


async def bind(
    uow: UnitOfWork, rules: Rules, post: Post, code: str, *, message_id: int, moves: bool, by: Deed
) -> None:
    """Make the chat what was pressed; where that works elsewhere, offer to move it with its open cards."""
    ensure_administrator(by)
    spot = Spot(by.chat, by.thread)
    present = find_spot(uow.municipality, post, code)
    if present not in (None, spot) and not moves:
        _show(uow, by, message_id=message_id, post=post.value, code=code)
        await uow.commit()
        return
    new = bound(uow.municipality, post, code, spot)
    problem = rules.find_mistake(new, uow.municipality)
    if problem is not None:
        raise BadSetting(problem)
    if new != uow.municipality:
        removals = list_removals(uow.municipality, new)
        uow.change_municipality(new, by.actor, by.at)
        await delivery.carry_cards(uow, removals, now=by.at)
    _show(uow, by, message_id=message_id, done=True, post=post.value, code=code)
    if not new.is_open:
        show_page(uow, by.actor.user_id, page_of_step(next_step(new)), by.at)
    await uow.commit()


async def leave(uow: UnitOfWork, *, message_id: int, by: Deed) -> None:
    """Nothing is bound; the message says what the chat is."""
    ensure_administrator(by)
    _show(uow, by, message_id=message_id, done=True)
    await uow.commit()


def _show(uow: UnitOfWork, by: Deed, **args: str | int | bool) -> None:
    facts: Args = args
    notice = Notice(
        NoticeKind.BINDING, ChatId(by.chat), Priority.INTERACTIVE, thread_id=by.thread, args=facts
    )
    uow.outbox.add(notice, by.at)


async def refuse_anonymous(uow: UnitOfWork, *, by: Deed) -> None:
    """Telegram does not tell who it was, so nobody can have the right to it."""
    announce.refuse(uow, WriteAsYourself(), by)
    await uow.commit()
