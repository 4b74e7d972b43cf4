"""`/people`: the directory of responsible persons; their phones are personal data, so that who looks is journaled (R17)."""

from domain.errors import Forbidden
from domain.ids import ChatId, DepartmentCode
from domain.municipality import Role
from domain.notice_args import DirectoryArgs, stored_args
from domain.notices import Notice, NoticeKind, Priority
from domain.people import Deed
from domain.rights import search_scope
from domain.status import Event
from services.ports import UnitOfWork


async def show(uow: UnitOfWork, *, by: Deed) -> None:
    """Its first page, on a message of its own. Raises `Forbidden`, `SearchElsewhere`."""
    scope = _scope(uow, by)
    uow.journal.record(by.actor, Event.DIRECTORY, by.at, after={"departments": scope})
    _say(uow, DirectoryArgs(scope=scope), by)
    await uow.commit()


async def turn(uow: UnitOfWork, page: int, *, by: Deed) -> None:
    """Another page on the same message. Raises as `show`."""
    _say(uow, DirectoryArgs(page, _scope(uow, by), by.message_id), by)
    await uow.commit()


def _scope(uow: UnitOfWork, by: Deed) -> str:
    """Whoever finds all appeals reaches all who answer for them; the others the people of their departments (R66)."""
    if Role.ADMIN in by.actor.roles and by.chat == ChatId(by.actor.user_id):
        return ""
    scope = search_scope(by.actor, chat=by.chat, municipality=uow.municipality)
    if scope is not None and not scope:
        raise Forbidden
    return ",".join(sorted(scope or frozenset[DepartmentCode]()))


def _say(uow: UnitOfWork, args: DirectoryArgs, by: Deed) -> None:
    notice = Notice(
        NoticeKind.DIRECTORY,
        by.chat,
        Priority.INTERACTIVE,
        thread_id=by.thread,
        args=stored_args(args),
    )
    uow.outbox.add(notice, by.at)
