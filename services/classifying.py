"""What an appeal is, as the coordinator reads it: category, topic, address, gist; each change journaled, cards redrawn."""

from typing import Final

from domain.appeal import Appeal
from domain.drafts import PromptKind
from domain.errors import NotFound, WordsNeeded
from domain.ids import AppealId
from domain.municipality import Category, Topic
from domain.people import Deed
from domain.status import Action
from domain.text import cut_utf16
from services import announcements as announce
from services.assignment import get_for, make_urgent
from services.ports import UnitOfWork

ADDRESS_ROOM: Final = 200
GIST_ROOM: Final = 100
"""UTF-16 units that are kept of the words."""


async def set_category(uow: UnitOfWork, *, appeal_id: AppealId, category: Category, by: Deed) -> None:
    """Ordinary or fast track (R33, R34, Krasnoufimsk No. 83, п. 8)."""
    appeal = await get_for(uow, by, Action.CLASSIFY, appeal_id)
    before = _said_of(appeal)
    appeal.set_category(category)
    await _save(uow, appeal, before, by)


async def set_topic(uow: UnitOfWork, *, appeal_id: AppealId, code: str, by: Deed) -> Topic | None:
    """Another topic, or none where the code is empty; an urgent topic makes the matter urgent (R35)."""
    appeal = await get_for(uow, by, Action.CLASSIFY, appeal_id)
    topic = uow.municipality.find_topic(code)
    if code and topic is None:
        raise NotFound
    before = _said_of(appeal)
    appeal.set_topic(topic, uow.municipality.find_topic(appeal.topic))
    if topic is not None and topic.urgent and not appeal.urgent:
        make_urgent(uow, appeal, by)
    await _save(uow, appeal, before, by)
    return topic


async def clear_address(uow: UnitOfWork, *, appeal_id: AppealId, by: Deed) -> None:
    """What was taken for an address is none."""
    appeal = await get_for(uow, by, Action.CLASSIFY, appeal_id)
    before = _said_of(appeal)
    appeal.set_address(None)
    await _save(uow, appeal, before, by)


async def ask(uow: UnitOfWork, *, kind: PromptKind, appeal_id: AppealId, by: Deed) -> None:
    """Ask the presser for the address or the gist in words."""
    appeal = await get_for(uow, by, Action.CLASSIFY, appeal_id)
    appeal.ensure_possible(Action.CLASSIFY)
    await announce.ask_for_words(uow, kind, appeal, by=by)
    uow.cards.close_menus(appeal.id)
    await uow.cards.refresh(appeal.id, by.at)
    await uow.commit()


async def take_words(
    uow: UnitOfWork, *, kind: PromptKind, appeal_id: AppealId, words: str, by: Deed
) -> Appeal:
    """The words that were asked for, in one line; raises `WordsNeeded` where there are none."""
    line = " ".join(words.split())
    if not line:
        raise WordsNeeded
    appeal = await get_for(uow, by, Action.CLASSIFY, appeal_id)
    before = _said_of(appeal)
    if kind is PromptKind.ADDRESS:
        appeal.set_address(cut_utf16(line, ADDRESS_ROOM))
    else:
        appeal.set_gist(cut_utf16(line, GIST_ROOM))
    await _save(uow, appeal, before, by)
    return appeal


def _said_of(appeal: Appeal) -> tuple[object, ...]:
    return appeal.category, appeal.topic, appeal.address, appeal.gist


async def _save(uow: UnitOfWork, appeal: Appeal, before: tuple[object, ...], by: Deed) -> None:
    """What is so already is not written again: the journal tells changes."""
    if _said_of(appeal) != before:
        uow.appeals.save(appeal, by.actor, by.at, action=Action.CLASSIFY)
    uow.cards.close_menus(appeal.id)
    await uow.cards.refresh(appeal.id, by.at)
    await uow.commit()
