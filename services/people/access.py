"""Asking for access to a department's work: offered under a refused press, granted by one press of who may."""

from datetime import datetime

from domain.errors import AskedOfAnother, Forbidden, NotFound, StaleVersion
from domain.ids import ChatId
from domain.municipality import Department, Role
from domain.notices import Args, Notice, NoticeKind, Priority
from domain.people import Actor, Deed
from domain.setup.access import OFFERED_AGAIN, AccessRequest, department_at, list_heads, may_decide
from domain.setup.errors import AlreadyDecided
from domain.setup.founding import progressed
from domain.status import Event
from domain.words.names import short_name
from services.people.invitations import employed
from services.people.stand_ins import list_private
from services.ports import UnitOfWork


async def offer(uow: UnitOfWork, *, by: Deed) -> None:
    """A person whom nobody knows was refused in a department's chat: once a day the way in is shown."""
    if by.actor.roles or uow.municipality.find_employee(by.actor.user_id) is not None:
        return
    department = department_at(uow.municipality, by.chat, by.thread)
    if department is None:
        return
    former = await uow.access_requests.find(by.actor.user_id, department.code)
    if former is not None and by.at - former.offered_at < OFFERED_AGAIN:
        return
    request = await uow.access_requests.offer(department.code, by)
    notice = Notice(
        NoticeKind.ACCESS_OFFER, by.chat, Priority.INTERACTIVE, thread_id=by.thread, ref_id=request
    )
    uow.outbox.add(notice, by.at)


async def ask(uow: UnitOfWork, request_id: int, *, by: Deed) -> None:
    """«Попросить доступ»: to the department's heads, or who stands in for them (A19), in private, or else to the coordinators' chat."""
    request = await uow.access_requests.get(request_id)
    if request.user_id != by.actor.user_id:
        raise AskedOfAnother(short_name(request.name))
    if request.asked_at is not None:
        raise StaleVersion
    department = _department(uow, request)
    request.asked_at = by.at
    uow.access_requests.save(request)
    uow.journal.record(by.actor, Event.ASK_ACCESS, by.at, after={"department": department.code})
    for chat in await _deciders(uow, department, by.at):
        uow.outbox.add(
            Notice(NoticeKind.ACCESS_REQUEST, chat, Priority.INTERACTIVE, ref_id=request.id), by.at
        )
    await _redraw(uow, request, by.at)
    await uow.commit()


async def decide(uow: UnitOfWork, request_id: int, *, grants: bool, by: Deed) -> None:
    """One press lets the person in as an executor of the department, or does not; the second one is told who decided."""
    request = await uow.access_requests.get(request_id)
    department = _department(uow, request)
    is_place = by.chat > 0 or by.chat == uow.municipality.chats.coordinators
    if not is_place or not may_decide(uow.municipality, department, by.actor):
        raise Forbidden
    if request.decided_at is not None:
        raise AlreadyDecided(short_name(request.decided_by or ""), request.decided_at)
    if request.asked_at is None:
        raise StaleVersion
    request.decided_by, request.decided_at, request.granted = by.actor.name, by.at, grants
    uow.access_requests.save(request)
    uow.journal.record(
        by.actor,
        Event.GRANT_ACCESS if grants else Event.REFUSE_ACCESS,
        by.at,
        after={"user": request.user_id, "department": department.code},
    )
    if grants:
        person = Actor(request.user_id, request.name)
        municipality = employed(uow.municipality, person, Role.EXECUTOR, department.code)
        uow.change_municipality(progressed(municipality), by.actor, by.at)
    await _redraw(uow, request, by.at)
    await uow.commit()


def _department(uow: UnitOfWork, request: AccessRequest) -> Department:
    department = uow.municipality.find_department(request.department)
    if department is None:
        raise NotFound
    return department


async def _deciders(uow: UnitOfWork, department: Department, now: datetime) -> list[ChatId]:
    """Heads, or who stands in for them, who can be written to; a request must not wait for somebody who never opened the bot."""
    open_ = list[ChatId]()
    for chat in await list_private(uow, [one.id for one in list_heads(uow.municipality, department)], now):
        citizen = await uow.citizens.find_by_user(chat)
        open_ += [chat] if citizen is not None and citizen.blocked_at is None else []
    return open_ or [uow.municipality.chats.coordinators]


async def _redraw(uow: UnitOfWork, request: AccessRequest, now: datetime) -> None:
    """Every message about it shows what is so now."""
    for kind in (NoticeKind.ACCESS_OFFER, NoticeKind.ACCESS_REQUEST):
        for chat, message_id in await uow.outbox.list_sent(kind, request.id):
            args: Args = {"message_id": message_id}
            uow.outbox.add(Notice(kind, ChatId(chat), Priority.EDIT, ref_id=request.id, args=args), now)
