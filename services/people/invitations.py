"""How people come into the staff: by a code that the program, or an administrator, has given out."""

import secrets
from dataclasses import replace
from datetime import datetime

from domain.ids import DepartmentCode
from domain.messages import IncomingMessage
from domain.municipality import Employee, Municipality, Role
from domain.notices import Notice, NoticeKind, Priority
from domain.people import SYSTEM, Actor, Deed
from domain.setup.errors import CodeExpired, CodeUnknown, CodeUsed
from domain.setup.founding import progressed
from domain.setup.invitations import ALPHABET, CODE_LENGTH, FIRST_CODE_LIVES, INVITATION_LIVES, Invitation
from domain.setup.pages import Page, PageOf
from domain.setup.vocabulary import Change
from domain.status import Event
from domain.words.names import visible
from services import announcements as announce
from services.citizen.acquaintance import meet
from services.ports import UnitOfWork
from services.setup.in_chat import ask_for_words
from services.setup.rights import ensure_sets_up, show_page


async def issue_first(uow: UnitOfWork, *, now: datetime) -> str | None:
    """The code of the first administrator, for a start without any; codes of earlier starts end (guarantee 23)."""
    if any(uow.municipality.list_employees(Role.ADMIN)):
        return None
    uow.invitations.end_first(now)
    code = _new_code()
    uow.invitations.add(code, Role.ADMIN, None, by=SYSTEM, now=now, expires_at=now + FIRST_CODE_LIVES)
    await uow.commit()
    return code


def _new_code() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))


async def invite(uow: UnitOfWork, role: Role, department: DepartmentCode | None, *, by: Deed) -> None:
    """A link to send to one person, in a message of its own so that it can be forwarded as it is."""
    ensure_sets_up(by)
    code = _new_code()
    uow.invitations.add(code, role, department, by=by.actor, now=by.at, expires_at=by.at + INVITATION_LIVES)
    args = {"code": code, "role": role.value, "department": department or ""}
    uow.outbox.add(Notice(NoticeKind.INVITATION, by.chat, Priority.INTERACTIVE, args=args), by.at)
    uow.journal.record(by.actor, Event.INVITE, by.at, after={"role": role.value, "department": department})
    await uow.commit()


async def come_in(uow: UnitOfWork, code: str, person: IncomingMessage, *, now: datetime) -> None:
    """Whoever opens it first is let in; the same person meets no refusal later, anybody else does.

    Raises CodeUnknown, CodeUsed, CodeExpired.
    """
    invitation = await uow.invitations.find(code)
    if invitation is None:
        raise CodeUnknown
    invitation.ensure_opens(person.user_id, now)
    if invitation.used_by is None:
        _ensure_sense(uow.municipality, invitation)
        await meet(uow, person, now)
        _employ(uow, invitation, person, now)
    elif uow.municipality.find_employee(person.user_id) is None:
        raise CodeUsed
    await _welcome(uow, invitation, person, now)
    await uow.commit()


def _ensure_sense(municipality: Municipality, invitation: Invitation) -> None:
    """The department may be gone, and a first administrator may have come by another way."""
    gone = invitation.department is not None and municipality.find_department(invitation.department) is None
    if gone or (invitation.is_first and any(municipality.list_employees(Role.ADMIN))):
        raise CodeExpired


def _employ(uow: UnitOfWork, invitation: Invitation, person: IncomingMessage, now: datetime) -> None:
    name = visible(person.user_name) or str(person.user_id)
    actor = Actor(person.user_id, name)
    uow.invitations.use(invitation.id, person.user_id, now)
    municipality = employed(uow.municipality, actor, invitation.role, invitation.department)
    uow.change_municipality(progressed(municipality), actor, now)
    if not invitation.is_first:
        announce.tell(
            uow,
            invitation.issued_by,
            "setup-came-in",
            now,
            name=name,
            role=invitation.role.value,
            department=_label(municipality, invitation.department),
        )


def employed(
    municipality: Municipality, person: Actor, role: Role, department: DepartmentCode | None
) -> Municipality:
    """The municipality with this person in this role; what he or she holds already stays."""
    present = municipality.find_employee(person.user_id)
    departments = frozenset({department} if department else ())
    if present is None:
        new = Employee(person.user_id, person.name, frozenset({role}), departments=departments)
        return replace(municipality, staff=(*municipality.staff, new))
    changed = replace(present, roles=present.roles | {role}, departments=present.departments | departments)
    staff = tuple(changed if one.id == changed.id else one for one in municipality.staff)
    return replace(municipality, staff=staff)


async def _welcome(uow: UnitOfWork, invitation: Invitation, person: IncomingMessage, now: datetime) -> None:
    announce.tell(
        uow,
        person.user_id,
        "setup-welcome",
        now,
        role=invitation.role.value,
        department=_label(uow.municipality, invitation.department),
    )
    if invitation.role is Role.ADMIN:
        show_page(uow, person.user_id, PageOf(Page.HOME), now)
    else:
        by = Deed(Actor(person.user_id, person.user_name), person.chat_id, 0, now)
        await ask_for_words(uow, Change.PERSON_NAME, str(person.user_id), by=by)


def _label(municipality: Municipality, code: DepartmentCode | None) -> str:
    department = municipality.find_department(code) if code else None
    return department.label if department else ""
