"""The consent to personal data: a text in the first receipt, or a button before anything is registered (152-ФЗ, ст. 9)."""

from datetime import datetime, timedelta

from domain.ids import CitizenId
from domain.messages import Citizen
from domain.municipality import ConsentMode, Municipality
from domain.notices import NoticeKind
from services import announcements as announce
from services.ports import Rules, UnitOfWork

FIRST_REMINDER = timedelta(minutes=10)
NEXT_MORNING_AFTER = timedelta(hours=8)
"""A reminder this long after the question falls on the next morning, when work begins."""


def is_missing(municipality: Municipality, citizen: Citizen) -> bool:
    """Whether the municipality's text in its present version has to be agreed to first."""
    terms = municipality.consent
    return terms.mode is ConsentMode.REQUIRED and citizen.consent_version != terms.version


def note_notice(uow: UnitOfWork, citizen: Citizen, now: datetime) -> None:
    """The first receipt carries the text; its version and the moment are kept."""
    citizen.consent_version, citizen.consent_at = uow.municipality.consent.version, now
    uow.citizens.save(citizen)


def ask(uow: UnitOfWork, citizen: Citizen, now: datetime) -> None:
    """Ask once in a message of its own; reminders follow after ten minutes and next morning."""
    if citizen.consent_asked_at is not None:
        return
    citizen.consent_asked_at, citizen.consent_remind_at = now, now + FIRST_REMINDER
    uow.citizens.save(citizen)
    announce.tell_citizen(uow, citizen, NoticeKind.CONSENT_REQUEST, now, ref_id=citizen.id)
    announce.count_unconsented(uow, now)


async def remind(uow: UnitOfWork, rules: Rules, citizen_id: CitizenId, *, now: datetime) -> None:
    """Ask again: ten minutes later, and once more next morning; then no more. Who has just agreed is left in peace."""
    citizen = await uow.citizens.get(citizen_id)
    if citizen.consent_remind_at is None or citizen.consent_remind_at > now:
        return
    first = citizen.consent_asked_at is not None and now - citizen.consent_asked_at < NEXT_MORNING_AFTER
    citizen.consent_remind_at = (rules.opens_at(next_morning(now)) or next_morning(now)) if first else None
    uow.citizens.save(citizen)
    announce.tell_citizen(
        uow, citizen, NoticeKind.CONSENT_REQUEST, now, ref_id=citizen.id, args={"again": True}
    )
    await uow.commit()


def next_morning(now: datetime) -> datetime:
    """Half a day on: whatever hour it is, the opening after that is the next morning's."""
    return now + NEXT_MORNING_AFTER
