"""Giving a number: the appeal, its receipt and its way to whoever works on it, in one transaction (R03)."""

from datetime import datetime
from zoneinfo import ZoneInfo

from domain.appeal import Appeal
from domain.ids import AppealId
from domain.intake import may_have_more, settles_at
from domain.kinds import AppealKind
from domain.messages import Citizen, CitizenMessage, ContentKind, IncomingMessage, Position
from domain.municipality import ConsentMode
from domain.notice_args import ReceiptArgs, stored_args
from domain.notices import NoticeKind
from domain.people import SYSTEM
from domain.routing import Route
from domain.status import Event
from domain.words.addresses import find_address
from domain.words.phrases import gist
from services import announcements as announce
from services.citizen import consent
from services.coordinator.kinds import name_kind
from services.ports import Rules, UnitOfWork
from services.work import promises
from services.work.assignment import repeat_to_department, route_by_rule


async def register(
    uow: UnitOfWork,
    rules: Rules,
    citizen: Citizen,
    *,
    now: datetime,
    message: IncomingMessage | None = None,
    held: list[CitizenMessage] | None = None,
    repeat_of: Appeal | None = None,
) -> Appeal:
    """Give a number, tell it, and send the matter on its way.

    Detection is the first message (A1), also where it had to wait (`held`) for a consent or for room in the hour.
    A repeat goes to those who answered before; it takes over what is not said anew.
    """
    rows = held or []
    words = "\n".join(row.text for row in rows) or (message.text if message else "")
    own = uow.municipality.find_channel(citizen.channel)
    account = own.account if own else ""
    appeal = _draw_up(citizen, rows, message, words, repeat_of, now, account=account)
    appeal.caution = rules.caution(words)
    route = rules.route(words)
    name_topic(uow, appeal, route)
    await uow.appeals.add(appeal, now.astimezone(ZoneInfo(uow.municipality.timezone)).year)
    told = {"number": appeal.number, "kind": appeal.kind, "kind_reason": appeal.kind_reason}
    uow.journal.record(SYSTEM, Event.REGISTER, now, appeal_id=appeal.id, after=told)
    uow.messages.attach([row.id for row in rows], appeal.id, Position.FIRST)
    if message is not None:
        uow.messages.add(citizen.id, message, now, position=Position.FIRST, appeal_id=appeal.id)
    _start_afresh(uow, citizen)
    _give_receipt(uow, rules, citizen, appeal, message, now)
    _send_on(uow, rules, appeal, route, repeat_of, now)
    if repeat_of is not None:
        await promises.carry(uow, repeat_of, appeal, now)
    return appeal


def _draw_up(
    citizen: Citizen,
    rows: list[CitizenMessage],
    message: IncomingMessage | None,
    words: str,
    repeat_of: Appeal | None,
    now: datetime,
    *,
    account: str,
) -> Appeal:
    appeal = Appeal(
        number="",
        citizen_id=citizen.id,
        detected_at=min([row.received_at for row in rows], default=now),
        registered_at=now,
        account=account,
        address=find_address(words) or (repeat_of.address if repeat_of else None),
        gist=gist(words) or (repeat_of.gist if repeat_of else ""),
    )
    if repeat_of is not None:
        appeal.repeat_of, appeal.topic, appeal.category = repeat_of.id, repeat_of.topic, repeat_of.category
        appeal.kind = repeat_of.kind
    name_kind(appeal, words)
    if message is not None and may_have_more(message):
        appeal.settles_at = settles_at(appeal.detected_at, now)
    place_on_map(appeal, message)
    return appeal


def name_topic(uow: UnitOfWork, appeal: Appeal, route: Route) -> None:
    """The topic whose words were found, with its category."""
    topic = uow.municipality.find_topic(route.best.topic) if route.best else None
    if topic is not None:
        appeal.topic, appeal.category = topic.code, topic.category


def _start_afresh(uow: UnitOfWork, citizen: Citizen) -> None:
    if citizen.wants_new_until is not None:
        citizen.wants_new_until = None
        uow.citizens.save(citizen)


def _send_on(
    uow: UnitOfWork, rules: Rules, appeal: Appeal, route: Route, repeat_of: Appeal | None, now: datetime
) -> None:
    answered_by = repeat_of.department if repeat_of and appeal.caution is None else None
    if answered_by is not None:
        repeat_to_department(uow, rules, appeal, uow.municipality.find_department(answered_by), now)
    elif appeal.settles_at is None:
        route_by_rule(uow, rules, appeal, route, now=now)


def _give_receipt(
    uow: UnitOfWork,
    rules: Rules,
    citizen: Citizen,
    appeal: Appeal,
    message: IncomingMessage | None,
    now: datetime,
) -> None:
    opens_at = rules.opens_at(now)
    notice = uow.municipality.consent.mode is ConsentMode.NOTICE and citizen.consent_at is None
    args = ReceiptArgs(
        opens_at=opens_at.isoformat() if opens_at else None,
        asks_address=_asks_address(appeal),
        spoken=message is not None and message.kind in {ContentKind.VOICE, ContentKind.VIDEO_NOTE},
        notice=notice,
    )
    announce.tell_citizen(uow, citizen, NoticeKind.RECEIPT, now, appeal=appeal, args=stored_args(args))
    if notice:
        consent.note_notice(uow, citizen, now)


def _asks_address(appeal: Appeal) -> bool:
    """Thanks happen nowhere; and whoever threatens or despairs hears of a person, and of no form to fill in."""
    is_placed = appeal.address is not None or appeal.latitude is not None
    return not is_placed and appeal.caution is None and appeal.kind is not AppealKind.THANKS


def place_on_map(appeal: Appeal, message: IncomingMessage | None) -> bool:
    """Note the point that came with the message; True where there was one."""
    if message is None or message.place is None:
        return False
    appeal.latitude, appeal.longitude = message.place.latitude, message.place.longitude
    appeal.address = appeal.address or message.place.title or None
    return True


async def settle(uow: UnitOfWork, rules: Rules, appeal_id: AppealId, *, now: datetime) -> None:
    """Route an appeal whose parts have come together: three seconds of silence, fifteen at most."""
    appeal = await uow.appeals.get(appeal_id)
    if appeal.settles_at is None or appeal.settles_at > now:
        return
    rows = await uow.messages.list_of_appeal(appeal.id)
    words = "\n".join(row.text for row in rows)
    appeal.settles_at = None
    appeal.caution = rules.caution(words)
    appeal.gist = gist(words)
    appeal.address = appeal.address or find_address(words)
    name_kind(appeal, words)
    route = rules.route(words)
    name_topic(uow, appeal, route)
    route_by_rule(uow, rules, appeal, route, now=now)
    await uow.commit()
