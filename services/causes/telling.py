"""Who hears of a measure: the department that answers for it, and the coordinators when it reports."""

from datetime import datetime

from domain.causes.causes import Measure
from domain.ids import ChatId
from domain.notice_args import MeasureArgs, stored_args
from domain.notices import Notice, NoticeKind, Priority
from services.ports import UnitOfWork


def tell_department(uow: UnitOfWork, measure: Measure, now: datetime) -> None:
    """It has a measure to answer for, or one with another term: with a button to report that it is done."""
    _tell(uow, NoticeKind.MEASURE, measure, now)


def remind_department(uow: UnitOfWork, measure: Measure, now: datetime) -> None:
    """The day has come."""
    _tell(uow, NoticeKind.MEASURE_DUE, measure, now)


def _tell(uow: UnitOfWork, kind: NoticeKind, measure: Measure, now: datetime) -> None:
    department = uow.municipality.find_department(measure.department) if measure.department else None
    if department is not None:
        notice = Notice(kind, department.chat, Priority.CARD, thread_id=department.thread, ref_id=measure.id)
        uow.outbox.add(notice, now)


async def redraw(uow: UnitOfWork, measure: Measure, now: datetime) -> None:
    """What departments were told of it says how it stands: no button is left where nothing is to be done."""
    for kind in (NoticeKind.MEASURE, NoticeKind.MEASURE_DUE):
        for chat, message_id in await uow.outbox.list_sent(kind, measure.id):
            args = stored_args(MeasureArgs(message_id, kind is NoticeKind.MEASURE_DUE))
            notice = Notice(
                NoticeKind.MEASURE_EDIT, ChatId(chat), Priority.EDIT, ref_id=measure.id, args=args
            )
            uow.outbox.add(notice, now)


def tell_coordinators(uow: UnitOfWork, measure: Measure, now: datetime) -> None:
    """A department has reported."""
    chat = uow.municipality.chats.coordinators
    uow.outbox.add(Notice(NoticeKind.MEASURE_TOLD, chat, Priority.CARD, ref_id=measure.id), now)
