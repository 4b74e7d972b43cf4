"""A citizen corrects a message: old and new words are both kept, and whoever works on it sees the change."""

from datetime import datetime, timedelta

from domain.appeal import Appeal
from domain.messages import IncomingMessage
from domain.notices import Notice, NoticeKind, Priority
from domain.people import SYSTEM
from domain.status import Event
from domain.words.addresses import find_address
from domain.words.phrases import gist
from services.citizen import care
from services.citizen.intake import receive
from services.ports import Rules, UnitOfWork
from services.work import second_look
from services.work.mailed_additions import tell_by_mail

ALERT_GATHER = timedelta(seconds=5)
"""People correct in several goes: so long the alert waits for the last of them."""


async def edit(uow: UnitOfWork, rules: Rules, message: IncomingMessage, *, now: datetime) -> None:
    """Keep the old words, show the new; an edit of what was never stored is a new message."""
    row = await uow.messages.find(message.chat_id, message.message_id)
    if row is None:
        await receive(uow, rules, message, now=now)
        return
    if row.text == message.text:
        return
    same_sense = rules.says_the_same(row.text, message.text)
    uow.messages.edit(row, message.text, message.edited_at or now)
    care.offer_help(uow, rules, await uow.citizens.get(row.citizen_id), message.text, now)
    if row.appeal_id is not None:
        appeal = await uow.appeals.get(row.appeal_id)
        care.heed(uow, rules, appeal, message.text, now)
        await _note(uow, appeal, row.text, message.text, now)
        if not same_sense:
            await second_look.ask_for(uow, appeal, now, is_edit=True)
            await tell_by_mail(uow, appeal, [row.message_id], now)
        if appeal.executor_id is not None and appeal.is_open and not same_sense:
            _alert(uow, appeal, now)
    await uow.commit()


async def _note(uow: UnitOfWork, appeal: Appeal, old: str, new: str, now: datetime) -> None:
    """A corrected house is where the matter is; what did not come from these words stays."""
    if appeal.address in {None, find_address(old)}:
        appeal.address = find_address(new) or appeal.address
    if appeal.gist in {"", gist(old)}:
        appeal.gist = gist(new)
    uow.appeals.save(appeal, SYSTEM, now, action=Event.CITIZEN_EDIT)
    await uow.cards.refresh(appeal.id, now)


def _alert(uow: UnitOfWork, appeal: Appeal, now: datetime) -> None:
    department = uow.municipality.find_department(appeal.department or "")
    if department is None:
        return
    notice = Notice(
        NoticeKind.CITIZEN_EDITED,
        department.chat,
        Priority.INTERACTIVE,
        thread_id=department.thread,
        appeal_id=appeal.id,
        coalesce_key=f"edited:{appeal.id}",
        not_before=now + ALERT_GATHER,
    )
    uow.outbox.add(notice, now)
