"""«Запрос в…»: a paper to another body for an appeal, noted by a press, counted in the month in which it left (R80)."""

from zoneinfo import ZoneInfo

from domain.appeal import Appeal
from domain.drafts import Prompt, PromptKind
from domain.errors import NotFound, WordsNeeded
from domain.ids import AppealId
from domain.notices import NoticeKind
from domain.people import Deed
from domain.register.inquiries import Inquiry, InquiryGone, InquiryKnown
from domain.status import Action
from domain.words.text import cut_utf16
from services import announcements as announce
from services.ports import UnitOfWork
from services.work.assignment import get_for

_ROOM = 150
"""UTF-16 units of a body's name."""


async def note_again(uow: UnitOfWork, *, appeal_id: AppealId, like: int, by: Deed) -> str:
    """To a body that was asked before, about whatever appeal; its name. Raises `InquiryKnown`."""
    appeal = await get_for(uow, by, Action.INQUIRE, appeal_id)
    body = (await uow.inquiries.get(like)).body
    await _note(uow, appeal, body, by)
    return body


async def note_known(uow: UnitOfWork, *, appeal_id: AppealId, code: str, by: Deed) -> str:
    """To a body of the directory; its name. Raises `NotFound`, `InquiryKnown`."""
    appeal = await get_for(uow, by, Action.INQUIRE, appeal_id)
    body = uow.municipality.find_body(code)
    if body is None:
        raise NotFound
    await _note(uow, appeal, body.name, by)
    return body.name


async def ask(uow: UnitOfWork, *, appeal_id: AppealId, by: Deed) -> None:
    """«Другой орган…»: its name, in words."""
    appeal = await get_for(uow, by, Action.INQUIRE, appeal_id)
    appeal.ensure_possible(Action.INQUIRE)
    await announce.ask_for_words(uow, PromptKind.INQUIRY, appeal, by=by)
    uow.cards.close_menus(appeal.id)
    await uow.cards.refresh(appeal.id, by.at)
    await uow.commit()


async def take_words(uow: UnitOfWork, *, prompt: Prompt, words: str, by: Deed) -> Appeal:
    """The body's name; raises `WordsNeeded`, `InquiryKnown`."""
    body = " ".join(words.split())
    if not body:
        raise WordsNeeded
    appeal = await get_for(uow, by, Action.INQUIRE, prompt.appeal_id)
    await announce.close_messages(uow, NoticeKind.PROMPT, prompt.id, by.at)
    await _note(uow, appeal, cut_utf16(body, _ROOM), by)
    return appeal


async def drop(uow: UnitOfWork, *, inquiry_id: int, by: Deed) -> str:
    """It is counted no more; the row stays, with who took it off. The body's name. Raises `InquiryGone`."""
    inquiry = await uow.inquiries.get(inquiry_id)
    appeal = await get_for(uow, by, Action.INQUIRE, inquiry.appeal_id)
    if inquiry.dropped_at is not None:
        raise InquiryGone(inquiry.dropped_by or "")
    appeal.ensure_possible(Action.INQUIRE)
    appeal.inquire(-1)
    inquiry.dropped_by, inquiry.dropped_at = by.actor.short_name, by.at
    uow.inquiries.save(inquiry)
    await _save(uow, appeal, inquiry.body, by)
    return inquiry.body


async def _note(uow: UnitOfWork, appeal: Appeal, body: str, by: Deed) -> None:
    """Once a day for a body: a second press is a slip."""
    tz = ZoneInfo(uow.municipality.timezone)
    today = by.at.astimezone(tz).date()
    for one in await uow.inquiries.list_of_appeal(appeal.id):
        if one.body.casefold() == body.casefold() and one.asked_at.astimezone(tz).date() == today:
            raise InquiryKnown(one.body, one.asked_by)
    appeal.ensure_possible(Action.INQUIRE)
    appeal.inquire(1)
    inquiry = Inquiry(
        appeal_id=appeal.id,
        body=body,
        asked_by_id=by.actor.user_id,
        asked_by=by.actor.short_name,
        asked_at=by.at,
    )
    await uow.inquiries.add(inquiry)
    await _save(uow, appeal, body, by)


async def _save(uow: UnitOfWork, appeal: Appeal, body: str, by: Deed) -> None:
    uow.appeals.save(appeal, by.actor, by.at, action=Action.INQUIRE, reason=body)
    uow.cards.close_menus(appeal.id)
    await uow.cards.refresh(appeal.id, by.at)
    await uow.commit()
