"""`Зарегистрировать`: what was entered by hand gets its number and goes its way (R03, R18, R57)."""

from zoneinfo import ZoneInfo

from domain.appeal import Appeal
from domain.ids import AppealId
from domain.messages import CitizenMessage, Held, Position
from domain.people import Deed
from domain.register.entry import Entry, EntryState
from domain.register.entry_errors import ExternalKnown
from domain.status import Event
from domain.words.letters import find_body
from domain.words.phrases import gist
from services.citizen.registration import name_topic
from services.coordinator.kinds import name_kind
from services.ports import Rules, UnitOfWork
from services.register.entering import end, get_open
from services.work.assignment import route_by_rule


async def register(uow: UnitOfWork, rules: Rules, entry_id: int, *, by: Deed) -> str:
    """The number. Who enters it has read it (A2), so its thirty minutes begin; a sure rule sends it on at once.

    Raises `EntryOver` for a second press, `ExternalKnown`.
    """
    entry = await get_open(uow, entry_id, by)
    await _ensure_new(uow, entry)
    rows = await uow.messages.list_held(entry.citizen_id, Held.ENTRY)
    words = "\n".join(filter(None, (row.text or row.detail for row in rows)))
    appeal = _draw_up(uow, entry, rows, words, by)
    appeal.caution = rules.caution(words)
    route = rules.route(words)
    name_topic(uow, appeal, route)
    await _name_applicant(uow, entry)
    await uow.appeals.add(appeal, by.at.astimezone(ZoneInfo(uow.municipality.timezone)).year)
    told = {
        "number": appeal.number,
        "kind": appeal.kind,
        "kind_reason": appeal.kind_reason,
        "entry": entry.id,
    }
    uow.journal.record(by.actor, Event.ENTER, by.at, appeal_id=appeal.id, after=told)
    uow.messages.attach([row.id for row in rows], appeal.id, Position.FIRST)
    route_by_rule(uow, rules, appeal, route, now=by.at)
    entry.appeal_id = AppealId(appeal.id)
    await end(uow, entry, EntryState.REGISTERED, by.at)
    await uow.commit()
    return appeal.number


async def _ensure_new(uow: UnitOfWork, entry: Entry) -> None:
    """One message of a channel stands in the register once, as with a register from a file."""
    if entry.external_number:
        key = (entry.channel, entry.external_number)
        known = await uow.register.list_external([key])
        if key in known:
            raise ExternalKnown(entry.external_number, known[key])


async def _name_applicant(uow: UnitOfWork, entry: Entry) -> None:
    citizen = await uow.citizens.get(entry.citizen_id)
    citizen.name = entry.applicant
    uow.citizens.save(citizen)


def _draw_up(uow: UnitOfWork, entry: Entry, rows: list[CitizenMessage], words: str, by: Deed) -> Appeal:
    channel = uow.municipality.find_channel(entry.channel)
    appeal = Appeal(
        number="",
        citizen_id=entry.citizen_id,
        detected_at=entry.received or min([row.received_at for row in rows], default=entry.created_at),
        registered_at=by.at,
        channel=entry.channel,
        account=channel.account if channel else "",
        address=entry.address or None,
        gist=gist(find_body(words)),
        way=entry.way,
        contact=entry.contact or None,
        external_number=entry.external_number or None,
        link=entry.link or None,
        applicant_kind=entry.applicant_kind,
        formal=entry.formal,
        collective=entry.collective,
        forwarded_from=entry.forwarded_from or None,
        questions=entry.questions,
        read_by=by.actor.short_name or None,
        read_at=by.at,
    )
    name_kind(appeal, words)
    return appeal
