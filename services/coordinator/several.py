"""«Несколько»: the coordinator ticks departments on the card and says what each one's part is (R47, п. 17)."""

from domain.appeal import Appeal
from domain.assignments import Assignment, Chosen, list_working, read_tasks
from domain.casefile import Card, Menu
from domain.drafts import Prompt, PromptKind
from domain.errors import LeadStays, NotFound, NotPossibleNow
from domain.ids import AppealId
from domain.municipality import Department
from domain.notices import CardKind, NoticeKind
from domain.people import Deed
from domain.status import Action
from services import announcements as announce
from services.ports import Rules, UnitOfWork
from services.work.assignment import get_for, hand_to, take_away


async def begin(uow: UnitOfWork, *, appeal_id: AppealId, message_id: int, by: Deed) -> None:
    """The card becomes a list to tick, with those who have it already ticked, the lead first."""
    appeal = await get_for(uow, by, Action.SHARE, appeal_id)
    appeal.ensure_possible(Action.SHARE)
    card = await _get_card(uow, appeal, message_id, by)
    present = [one for one in list_working(await uow.assignments.list_of_appeal(appeal.id)) if one.is_open]
    chosen = tuple(Chosen(one.department, one.task, one.questions) for one in present)
    await _show(uow, appeal, card, chosen, by)


async def tick(uow: UnitOfWork, *, appeal_id: AppealId, message_id: int, code: str, by: Deed) -> None:
    """Tick a department, or take its tick away; the lead's stays while it has the appeal."""
    appeal, card, chosen = await _get_chosen(uow, appeal_id, message_id, by)
    department = uow.municipality.find_department(code)
    if department is None:
        raise NotFound
    if department.code == appeal.department:
        raise LeadStays(department.label)
    kept = tuple(one for one in chosen if one.department != code)
    await _show(uow, appeal, card, kept if len(kept) < len(chosen) else (*chosen, Chosen(code)), by)


async def ask_tasks(uow: UnitOfWork, *, appeal_id: AppealId, message_id: int, by: Deed) -> None:
    """«Кому что»: one line for each department, in the coordinator's own words."""
    appeal, _, _ = await _get_chosen(uow, appeal_id, message_id, by)
    await announce.ask_for_words(uow, PromptKind.TASKS, appeal, by=by)
    await uow.commit()


async def take_tasks(uow: UnitOfWork, prompt: Prompt, words: str, *, by: Deed) -> Appeal:
    """The lines that were asked for: they stand on the card until they are sent."""
    appeal = await get_for(uow, by, Action.SHARE, prompt.appeal_id)
    card = await uow.cards.find_choosing(appeal.id)
    if card is None or card.chosen is None:
        raise NotPossibleNow(appeal.number, appeal.status)
    chosen = read_tasks(words, uow.municipality.departments, card.chosen)
    await announce.close_messages(uow, NoticeKind.PROMPT, prompt.id, by.at)
    await _show(uow, appeal, card, chosen, by)
    return appeal


async def send(
    uow: UnitOfWork, rules: Rules, *, appeal_id: AppealId, message_id: int, count: int, by: Deed
) -> int:
    """«Отправить N»: who is ticked anew gets a card, who is not ticked any more loses the part. How many have it now.

    The first one ticked leads. `count` is what the button said: ticked otherwise meanwhile, nothing is sent.
    """
    appeal, _, chosen = await _get_chosen(uow, appeal_id, message_id, by)
    departments = [uow.municipality.find_department(one.department) for one in chosen]
    if len(chosen) != count or not chosen or None in departments:
        raise NotPossibleNow(appeal.number, appeal.status)
    if appeal.department is None and departments[0] is not None:
        await hand_to(
            uow, rules, appeal, departments[0], by, task=chosen[0].task, questions=chosen[0].questions
        )
        uow.appeals.save(appeal, by.actor, by.at, action=Action.ROUTE)
    present = [one for one in await uow.assignments.list_of_appeal(appeal.id) if one.is_open]
    for one, department in zip(chosen, departments, strict=True):
        if department is not None:
            await _see_to(uow, rules, appeal, department, one, present, by)
    for part in present:
        if part.department not in {one.department for one in chosen}:
            await take_away(uow, part, by)
            args = {"part": part.id}
            announce.tell_department(
                uow, appeal, NoticeKind.PART_WITHDRAWN, by.at, args=args, code=part.department
            )
    _close(uow, appeal, by)
    await uow.cards.refresh(appeal.id, by.at)
    await uow.commit()
    return len(chosen)


async def _see_to(
    uow: UnitOfWork,
    rules: Rules,
    appeal: Appeal,
    department: Department,
    wanted: Chosen,
    present: list[Assignment],
    by: Deed,
) -> None:
    part = next((one for one in present if one.department == department.code), None)
    if part is None:
        part = Assignment(
            appeal_id=appeal.id,
            department=department.code,
            assigned_at=by.at,
            assigned_by=by.actor.name,
            task=wanted.task,
            questions=wanted.questions,
            return_by=rules.return_by(department, by.at),
        )
        await uow.assignments.add(part, by.actor, by.at)
        announce.open_department_card(uow, appeal, department, by.at, assignment=part)
    elif (part.task, part.questions) != (wanted.task, wanted.questions):
        part.task, part.questions = wanted.task, wanted.questions
        uow.assignments.save(part, by.actor, by.at, action=Action.SHARE)


async def _get_card(uow: UnitOfWork, appeal: Appeal, message_id: int, by: Deed) -> Card:
    card = await uow.cards.find_by_message(by.chat, message_id)
    if card is None or card.kind is not CardKind.COORDINATORS:
        card = await uow.cards.find_choosing(appeal.id)
    if card is None:
        raise NotFound
    return card


async def _get_chosen(
    uow: UnitOfWork, appeal_id: AppealId, message_id: int, by: Deed
) -> tuple[Appeal, Card, tuple[Chosen, ...]]:
    appeal = await get_for(uow, by, Action.SHARE, appeal_id)
    appeal.ensure_possible(Action.SHARE)
    card = await _get_card(uow, appeal, message_id, by)
    if card.menu is not Menu.SEVERAL or card.chosen is None:
        raise NotPossibleNow(appeal.number, appeal.status)
    return appeal, card, card.chosen


async def _show(uow: UnitOfWork, appeal: Appeal, card: Card, chosen: tuple[Chosen, ...], by: Deed) -> None:
    uow.cards.choose(card.id, chosen)
    await uow.cards.refresh(appeal.id, by.at, CardKind.COORDINATORS)
    await uow.commit()


def _close(uow: UnitOfWork, appeal: Appeal, by: Deed) -> None:
    uow.prompts.close_of_appeal(appeal.id, (PromptKind.TASKS,), by.at)
    uow.cards.close_menus(appeal.id)
