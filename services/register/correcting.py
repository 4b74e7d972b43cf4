"""`Поправить сведения`: what was entered by hand, put right after the registration on the same kind of message."""

from domain.ids import AppealId
from domain.people import Deed
from domain.register.entry import Entry, EntryState
from domain.register.entry_errors import NotByHand
from domain.status import Action
from services.ports import UnitOfWork
from services.register.corrected import fill
from services.register.entering import end, get_open, show
from services.work.assignment import get_for


async def begin(uow: UnitOfWork, appeal_id: AppealId, *, by: Deed) -> None:
    """All fields with their buttons; one message for an appeal in a chat, brought to its end where it stands already.

    Raises `Forbidden`, `NotByHand` for what a citizen wrote to the bot, `DataErased`.
    """
    appeal = await get_for(uow, by, Action.CORRECT, appeal_id)
    appeal.ensure_possible(Action.CORRECT)
    if (await uow.citizens.get(appeal.citizen_id)).has_chat:
        raise NotByHand(appeal.number)
    former = await uow.entries.find_correction(appeal.id, by.chat)
    if former is not None:
        await end(uow, former, EntryState.DROPPED, by.at)
    entry = Entry(
        chat_id=by.chat,
        thread_id=by.thread,
        user_id=by.actor.user_id,
        user_name=by.actor.name,
        citizen_id=appeal.citizen_id,
        created_at=by.at,
        last_at=by.at,
        channel=appeal.channel,
        appeal_id=appeal.id,
    )
    await fill(uow, entry, appeal)
    await uow.entries.add(entry)
    show(uow, entry, by.at, anew=True)
    uow.cards.close_menus(appeal.id)
    await uow.cards.refresh(appeal.id, by.at)
    await uow.commit()


async def finish(uow: UnitOfWork, entry_id: int, *, by: Deed) -> str:
    """`Готово`: the number. All was written press by press."""
    entry = await get_open(uow, entry_id, by)
    assert entry.appeal_id is not None
    appeal = await uow.appeals.get(entry.appeal_id)
    await end(uow, entry, EntryState.CORRECTED, by.at)
    await uow.commit()
    return appeal.number
