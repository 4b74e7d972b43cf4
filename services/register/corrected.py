"""A field of the register put right after the registration: written at once, journaled with what it was, terms recomputed."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.appeal import Appeal
from domain.assignments import Assignment
from domain.errors import NotFound
from domain.people import Deed
from domain.register.entry import Entry, EntryField
from domain.register.entry_errors import DataErased, ExternalKnown, ValueNotUnderstood
from domain.status import Action
from services.ports import UnitOfWork
from services.work.assignment import get_for


async def fill(uow: UnitOfWork, entry: Entry, appeal: Appeal) -> None:
    """What is so now, whoever has changed it meanwhile. Raises `DataErased`."""
    if appeal.erased_at is not None:
        raise DataErased(appeal.number)
    entry.applicant = (await uow.citizens.get(appeal.citizen_id)).name
    entry.channel, entry.received = appeal.channel, appeal.detected_at
    entry.applicant_kind, entry.way, entry.is_way_chosen = appeal.applicant_kind, appeal.way, True
    entry.address, entry.contact = appeal.address or "", appeal.contact or ""
    entry.forwarded_from = appeal.forwarded_from or ""
    entry.external_number, entry.link = appeal.external_number or "", appeal.link or ""
    entry.collective, entry.formal, entry.questions = appeal.collective, appeal.formal, appeal.questions


async def write(uow: UnitOfWork, entry: Entry, field: EntryField, by: Deed) -> None:
    """The entry's value of this field becomes the appeal's, in the caller's transaction; what is so already is not written.

    Raises `ExternalKnown`, `ValueNotUnderstood`, `NotFound` for what stands on the card alone.
    """
    assert entry.appeal_id is not None
    appeal = await get_for(uow, by, Action.CORRECT, entry.appeal_id)
    appeal.ensure_possible(Action.CORRECT)
    if field is EntryField.APPLICANT:
        await _rename(uow, entry, appeal, by)
        return
    put = _PUT.get(field)
    if put is None:
        raise NotFound
    before = _facts(appeal)
    put(appeal, entry, uow)
    if _facts(appeal) == before:
        return
    await _ensure_new(uow, appeal)
    uow.appeals.save(appeal, by.actor, by.at, action=Action.CORRECT)
    if field is EntryField.QUESTIONS:
        await _put_questions(uow, appeal, by)
    await uow.cards.refresh(appeal.id, by.at)


async def _rename(uow: UnitOfWork, entry: Entry, appeal: Appeal, by: Deed) -> None:
    citizen = await uow.citizens.get(appeal.citizen_id)
    if citizen.name == entry.applicant:
        return
    was, citizen.name = citizen.name, entry.applicant
    uow.citizens.save(citizen)
    uow.journal.record(
        by.actor,
        Action.CORRECT,
        by.at,
        appeal_id=appeal.id,
        before={"applicant": was},
        after={"applicant": citizen.name},
    )
    await uow.cards.refresh(appeal.id, by.at)


async def _ensure_new(uow: UnitOfWork, appeal: Appeal) -> None:
    """One message of a channel stands in the register once."""
    if not appeal.external_number:
        return
    key = (appeal.channel, appeal.external_number)
    known = (await uow.register.list_external([key])).get(key, appeal.number)
    if known != appeal.number:
        raise ExternalKnown(appeal.external_number, known)


async def _put_questions(uow: UnitOfWork, appeal: Appeal, by: Deed) -> None:
    """A department that works alone has all of them (R74); of several each has what it was given."""
    stays = await uow.assignments.list_of_appeal(appeal.id)
    working: list[Assignment] = [one for one in stays if one.works]
    if len(working) == 1:
        working[0].questions = appeal.questions
        uow.assignments.save(working[0], by.actor, by.at, action=Action.CORRECT)


def _facts(appeal: Appeal) -> tuple[object, ...]:
    where = appeal.channel, appeal.account, appeal.address, appeal.contact, appeal.forwarded_from
    what = appeal.external_number, appeal.applicant_kind, appeal.collective, appeal.formal, appeal.questions
    return *where, *what, appeal.detected_at


def _put_channel(appeal: Appeal, entry: Entry, uow: UnitOfWork) -> None:
    channel = uow.municipality.find_channel(entry.channel)
    appeal.channel, appeal.account = entry.channel, channel.account if channel else ""


def _put_received(appeal: Appeal, entry: Entry, _: UnitOfWork) -> None:
    """Nothing comes after it was registered; a dash leaves what is known."""
    if entry.received is None:
        return
    if entry.received > appeal.registered_at:
        raise ValueNotUnderstood(EntryField.RECEIVED.value)
    appeal.detected_at = entry.received


def _put_kind(appeal: Appeal, entry: Entry, _: UnitOfWork) -> None:
    appeal.applicant_kind = entry.applicant_kind


def _put_address(appeal: Appeal, entry: Entry, _: UnitOfWork) -> None:
    appeal.address = entry.address or None


def _put_contact(appeal: Appeal, entry: Entry, _: UnitOfWork) -> None:
    appeal.contact = entry.contact or None


def _put_sender(appeal: Appeal, entry: Entry, _: UnitOfWork) -> None:
    appeal.forwarded_from = entry.forwarded_from or None


def _put_external(appeal: Appeal, entry: Entry, _: UnitOfWork) -> None:
    appeal.external_number = entry.external_number or None


def _put_questions_held(appeal: Appeal, entry: Entry, _: UnitOfWork) -> None:
    appeal.questions = entry.questions


def _put_collective(appeal: Appeal, entry: Entry, _: UnitOfWork) -> None:
    appeal.collective = entry.collective


def _put_formal(appeal: Appeal, entry: Entry, _: UnitOfWork) -> None:
    appeal.formal = entry.formal


_PUT: Final[Mapping[EntryField, Callable[[Appeal, Entry, UnitOfWork], None]]] = {
    EntryField.CHANNEL: _put_channel,
    EntryField.RECEIVED: _put_received,
    EntryField.KIND: _put_kind,
    EntryField.ADDRESS: _put_address,
    EntryField.CONTACT: _put_contact,
    EntryField.SENDER: _put_sender,
    EntryField.EXTERNAL: _put_external,
    EntryField.QUESTIONS: _put_questions_held,
    EntryField.COLLECTIVE: _put_collective,
    EntryField.FORMAL: _put_formal,
}
"""`WAY` has a button of its own on the card."""
