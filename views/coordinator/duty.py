"""`/duty`, and the call for somebody to see to the queue."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from domain.duty import Stint
from domain.ids import UserId
from domain.municipality import Municipality, Role
from domain.words.names import short_name
from locales.texts import Html, Texts, join_html
from views.buttons import button, keyboard
from views.callbacks import StintCallback, TakeOverCallback
from views.measure import one_line
from views.moments import moment, span, zone
from views.parts import Edit, Part, Text

_ROOM: Final = 60
_LISTED: Final = 20


def duty(municipality: Municipality, texts: Texts, *, stints: Sequence[Stint], now: datetime) -> list[Part]:
    """Who sees to the queue and to the drafts, who stands in for whom until when; the way to set it in words."""
    shown = stints[:_LISTED]
    lines = [
        texts("duty-coordinators", names=_names(municipality, Role.COORDINATOR, texts)),
        texts("duty-approvers", names=_names(municipality, Role.APPROVER, texts)),
        *(_line(stint, municipality, texts, now) for stint in shown),
        texts("duty-how"),
    ]
    ends = [[button(_ending(one, municipality, texts), StintCallback(stint=one.id))] for one in shown]
    return [Text(join_html("\n", lines), keyboard(ends), silent=True)]


def queue_call(
    municipality: Municipality, texts: Texts, *, count: int, since: datetime, now: datetime
) -> list[Part]:
    """Nobody sees to the queue: whoever reads this may."""
    time = moment(since, now, zone(municipality))
    markup = keyboard([[button(texts.plain("button-take-over"), TakeOverCallback())]])
    return [Text(texts("queue-call", count=count, time=time), markup)] if count else []


def taken_over(texts: Texts, message_id: int, who: str) -> list[Part]:
    """The call is answered: who sees to the queue now."""
    return [Edit(message_id, texts("queue-taken-over", name=one_line(who, _ROOM)))]


def _line(stint: Stint, municipality: Municipality, texts: Texts, now: datetime) -> Html:
    tz, who = zone(municipality), _name(municipality, stint.user_id, texts)
    since, until = span(stint.since, stint.until, now, tz)
    if stint.replaced_id is None:
        return texts("duty-on", name=who, since=since, until=until)
    whom = _name(municipality, stint.replaced_id, texts)
    return texts("duty-instead", name=who, whom=whom, since=since, until=until)


def _ending(stint: Stint, municipality: Municipality, texts: Texts) -> str:
    name = _name(municipality, stint.user_id, texts)
    if stint.replaced_id is None:
        return texts.plain("duty-end", name=name)
    return texts.plain("duty-end-instead", name=name, whom=_name(municipality, stint.replaced_id, texts))


def _names(municipality: Municipality, role: Role, texts: Texts) -> str:
    names = [short_name(one.name) for one in municipality.list_employees(role)]
    return one_line(", ".join(names), 10 * _ROOM) or texts.plain("duty-nobody")


def _name(municipality: Municipality, user_id: UserId, texts: Texts) -> str:
    employee = municipality.find_employee(user_id)
    return one_line(short_name(employee.name), _ROOM) if employee else texts.plain("someone")
