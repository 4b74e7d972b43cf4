"""What an appeal is, as the coordinator reads it: category, topic, address, territory, gist, repeat; each change journaled, cards redrawn."""

from typing import Final
from zoneinfo import ZoneInfo

from domain.appeal import Appeal
from domain.drafts import PromptKind
from domain.errors import NoSuchFormer, NotFound, WordsNeeded
from domain.ids import AppealId
from domain.municipality import Category, Territory, Topic
from domain.numbers import find_number
from domain.people import Deed
from domain.status import Action
from domain.words.text import cut_utf16
from services import announcements as announce
from services.ports import UnitOfWork
from services.work.assignment import get_for, make_urgent

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


async def set_territory(uow: UnitOfWork, *, appeal_id: AppealId, code: str, by: Deed) -> Territory | None:
    """In which part of the municipality it lies, by a person's word; in none of them where the code is empty (R58)."""
    appeal = await get_for(uow, by, Action.CLASSIFY, appeal_id)
    territory = uow.municipality.find_territory(code)
    if code and territory is None:
        raise NotFound
    appeal.ensure_possible(Action.CLASSIFY)
    before = _said_of(appeal)
    appeal.give_territory(territory.name if territory else None)
    await _save(uow, appeal, before, by)
    return territory


async def set_repeat(
    uow: UnitOfWork, *, appeal_id: AppealId, former_id: AppealId | None, by: Deed
) -> Appeal | None:
    """A repeat of an earlier appeal of this citizen (R48, Krasnoufimsk No. 83, п. 18), or of none; which one."""
    appeal = await get_for(uow, by, Action.CLASSIFY, appeal_id)
    former = await uow.appeals.get(former_id) if former_id else None
    await _repeat(uow, appeal, former, by)
    return former


async def _repeat(uow: UnitOfWork, appeal: Appeal, former: Appeal | None, by: Deed) -> None:
    if former is not None and (former.citizen_id != appeal.citizen_id or former.id >= appeal.id):
        raise NoSuchFormer
    before = _said_of(appeal)
    appeal.set_repeat(former.id if former else None)
    await _save(uow, appeal, before, by)


async def ask(uow: UnitOfWork, *, kind: PromptKind, appeal_id: AppealId, by: Deed) -> None:
    """Ask the presser for the address, the gist, or the number of a former appeal."""
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
    if not any(map(str.isalnum, line)):
        raise WordsNeeded
    appeal = await get_for(uow, by, Action.CLASSIFY, appeal_id)
    before = _said_of(appeal)
    if kind is PromptKind.FORMER:
        await _repeat(uow, appeal, await _find_former(uow, line, by), by)
        return appeal
    if kind is PromptKind.ADDRESS:
        appeal.set_address(cut_utf16(line, ADDRESS_ROOM))
    else:
        appeal.set_gist(cut_utf16(line, GIST_ROOM))
    await _save(uow, appeal, before, by)
    return appeal


async def _find_former(uow: UnitOfWork, words: str, by: Deed) -> Appeal:
    number = find_number(words, by.at.astimezone(ZoneInfo(uow.municipality.timezone)).year)
    former = await uow.appeals.find_by_number(number) if number else None
    if former is None:
        raise NoSuchFormer
    return former


def _said_of(appeal: Appeal) -> tuple[object, ...]:
    place = appeal.address, appeal.territory, appeal.territory_given
    return appeal.category, appeal.topic, *place, appeal.gist, appeal.repeat_of


async def _save(uow: UnitOfWork, appeal: Appeal, before: tuple[object, ...], by: Deed) -> None:
    """What is so already is not written again: the journal tells changes."""
    if _said_of(appeal) != before:
        uow.appeals.save(appeal, by.actor, by.at, action=Action.CLASSIFY)
    uow.cards.close_menus(appeal.id)
    await uow.cards.refresh(appeal.id, by.at)
    await uow.commit()
