"""What a button decides: until when, who answers for it, that a cause is there no more."""

from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

from domain.causes.causes import CauseState, Measure
from domain.causes.errors import CauseIsOpen, CauseOver, MeasureIsOpen, MeasureIsSet, MeasureOver
from domain.causes.pages import CauseAct, CausePage, CausePlace
from domain.causes.rights import ensure_keeps
from domain.causes.terms import ensure_ahead
from domain.errors import NotFound
from domain.ids import UserId
from domain.people import Deed
from domain.status import Event
from services.causes import telling
from services.causes.pages import forget_questions, show
from services.ports import UnitOfWork


async def decide(uow: UnitOfWork, act: CauseAct, of: int, value: str, *, by: Deed) -> None:
    """A press on a page. Two who press at once: the second is told what is so now and sees it, and nothing is done twice.

    Raises `Forbidden`, `NotFound`, `CauseOver`, `CauseIsOpen`, `MeasureOver`, `MeasureIsOpen`, `MeasureIsSet`, `MeasureDayWrong`.
    """
    ensure_keeps(by.actor, chat=by.chat, municipality=uow.municipality)
    await forget_questions(uow, by)
    is_cause = act in _OF_CAUSES
    try:
        place = await (_of_cause(uow, act, of, by) if is_cause else _of_measure(uow, act, of, value, by))
    except _TOO_LATE:
        page = CausePage.CAUSE if is_cause else CausePage.MEASURE
        show(uow, CausePlace(page, str(of)), by, message_id=by.message_id)
        await uow.commit()
        raise
    show(uow, place, by, message_id=by.message_id)
    await uow.commit()


async def _of_cause(uow: UnitOfWork, act: CauseAct, of: int, by: Deed) -> CausePlace:
    cause = await uow.causes.get(of)
    told = {"cause": cause.id}
    if act is CauseAct.REOPEN:
        cause.reopen()
        uow.journal.record(by.actor, Event.CAUSE_REOPENED, by.at, after=told)
    else:
        state = CauseState.REMOVED if act is CauseAct.REMOVED else CauseState.REFUTED
        cause.close(state, by=by.actor.short_name, at=by.at)
        uow.journal.record(by.actor, Event.CAUSE_CLOSED, by.at, after={**told, "state": state.value})
    uow.causes.save(cause)
    for measure in await uow.causes.list_measures(cause.id):
        await telling.redraw(uow, measure, by.at)
    return CausePlace(CausePage.CAUSE, str(of))


async def _of_measure(uow: UnitOfWork, act: CauseAct, of: int, value: str, by: Deed) -> CausePlace:
    measure = await uow.causes.get_measure(of)
    if act is CauseAct.RESUME:
        measure.resume()
        uow.causes.save_measure(measure)
        uow.journal.record(by.actor, Event.MEASURE_RESUMED, by.at, after={"measure": measure.id})
        await telling.redraw(uow, measure, by.at)
        telling.tell_department(uow, measure, by.at)
        return CausePlace(CausePage.MEASURE, str(of))
    measure.ensure_open()
    match act:
        case CauseAct.TERM:
            set_term(uow, measure, _read_day(value), by)
        case CauseAct.DEPARTMENT:
            return await _give(uow, measure, value, by)
        case _:
            await _name(uow, measure, value, by)
    return CausePlace(CausePage.MEASURE, str(of))


def set_term(uow: UnitOfWork, measure: Measure, due: date, by: Deed) -> None:
    """The first one; a term that stands is moved with a reason. Raises `MeasureIsSet`, `MeasureDayWrong`."""
    if measure.due is not None:
        raise MeasureIsSet(measure.due)
    ensure_ahead(due, by.at.astimezone(ZoneInfo(uow.municipality.timezone)).date())
    measure.due = due
    _keep(uow, measure, by, due=due.isoformat())


async def _give(uow: UnitOfWork, measure: Measure, code: str, by: Deed) -> CausePlace:
    """The department hears of it; the one that had it before sees that it has it no more."""
    department = uow.municipality.find_department(code)
    if department is None:
        raise NotFound
    if measure.department != department.code:
        measure.department, measure.person = department.code, None
        _keep(uow, measure, by, department=department.code)
        await telling.redraw(uow, measure, by.at)
        telling.tell_department(uow, measure, by.at)
    has_people = any(department.code in one.departments for one in uow.municipality.staff)
    return CausePlace(CausePage.PERSON if has_people else CausePage.MEASURE, str(measure.id))


async def _name(uow: UnitOfWork, measure: Measure, value: str, by: Deed) -> None:
    """Somebody of the department, or nobody in particular."""
    employee = uow.municipality.find_employee(int(value)) if value.isdecimal() and value != "0" else None
    if value != "0" and (employee is None or measure.department not in employee.departments):
        raise NotFound
    person = UserId(employee.id) if employee else None
    if measure.person != person:
        measure.person = person
        _keep(uow, measure, by, person=person)
        await telling.redraw(uow, measure, by.at)


def _keep(uow: UnitOfWork, measure: Measure, by: Deed, **changed: object) -> None:
    uow.causes.save_measure(measure)
    uow.journal.record(by.actor, Event.MEASURE_SET, by.at, after={"measure": measure.id, **changed})


def _read_day(value: str) -> date:
    try:
        return date.fromordinal(int(value))
    except (ValueError, OverflowError):
        raise NotFound from None


_TOO_LATE: Final = (CauseOver, CauseIsOpen, MeasureOver, MeasureIsOpen, MeasureIsSet)
_OF_CAUSES: Final = frozenset({CauseAct.REMOVED, CauseAct.REFUTED, CauseAct.REOPEN})
