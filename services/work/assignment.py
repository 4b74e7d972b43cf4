"""Who works on it: routed by a rule or a coordinator, accepted by one executor, returned with a written reason."""

from datetime import datetime, timedelta
from typing import Final

from domain.appeal import Appeal
from domain.assignments import Assignment, AssignmentState, find_lead
from domain.drafts import DRAFTED, OFFERED, PromptKind
from domain.errors import DomainError, Forbidden, HandedOn, NotFound, NotPossibleNow, WordsNeeded
from domain.ids import AppealId, AssignmentId, DepartmentCode
from domain.municipality import Department, Role
from domain.notices import CardKind, NoticeKind
from domain.people import SYSTEM, Actor, Deed
from domain.rights import ensure_may
from domain.routing import Route
from domain.status import TRANSITIONS, UNROUTED, Action, Status
from domain.words.cautions import Caution
from domain.words.masking import each_once, given_numbers
from domain.words.personal_numbers import PersonalNumber, find_numbers
from services import announcements as announce
from services.citizen import care
from services.coordinator import waiting
from services.ports import Rules, UnitOfWork
from services.work.endings import forget_proposal

ROUTE_UNDO: Final = timedelta(seconds=10)
"""So long a coordinator's route can be taken back (spec: undo for ten seconds after a route)."""

_OF_DEPARTMENTS: Final = frozenset(UNROUTED.values()).union(
    action for action, transition in TRANSITIONS.items() if Role.EXECUTOR in transition.roles
)
"""What a department's buttons do, also while none has the appeal."""


async def get_for(uow: UnitOfWork, by: Deed, action: Action, appeal_id: AppealId) -> Appeal:
    """The appeal, if this person may do this to it in this chat; else `Forbidden`.

    A department that had it before is told where it is now: `HandedOn`, or `NotPossibleNow` while it waits.
    """
    appeal = await uow.appeals.get(appeal_id)
    card_chat = await uow.cards.find_chat(appeal.id, CardKind.DEPARTMENT)
    try:
        ensure_may(
            by.actor, action, appeal=appeal, chat=by.chat, municipality=uow.municipality, card_chat=card_chat
        )
    except Forbidden:
        if action in _OF_DEPARTMENTS and await _had_it(uow, appeal, by):
            raise _what_is_so(uow, appeal) from None
        raise
    return appeal


async def _had_it(uow: UnitOfWork, appeal: Appeal, by: Deed) -> bool:
    """Whether a department of the actor's, which works in this chat, had the whole of it in an earlier turn."""
    here = {department.code for department in uow.municipality.list_departments_of_chat(by.chat)}
    own = here & by.actor.departments_as(Role.EXECUTOR)
    stays = await uow.assignments.list_of_appeal(appeal.id) if own else []
    return any(one.turn and one.department in own for one in stays)


def _what_is_so(uow: UnitOfWork, appeal: Appeal) -> DomainError:
    department = uow.municipality.find_department(appeal.department or "")
    if department is None or appeal.assigned_at is None:
        return NotPossibleNow(appeal.number, appeal.status)
    return HandedOn(appeal.number, department.name, appeal.assigned_at)


async def get_part_for(
    uow: UnitOfWork, by: Deed, assignment_id: AssignmentId, action: Action = Action.CONTRIBUTE
) -> tuple[Appeal, Assignment]:
    """A department's part of an appeal, if this person may do this to it in this chat; else `Forbidden`."""
    part = await uow.assignments.get(assignment_id)
    appeal = await uow.appeals.get(part.appeal_id)
    card_chat = await uow.cards.find_chat(appeal.id, CardKind.DEPARTMENT, None if part.is_lead else part.id)
    ensure_may(
        by.actor,
        action,
        appeal=appeal,
        chat=by.chat,
        municipality=uow.municipality,
        card_chat=card_chat,
        department=part.department,
    )
    return appeal, part


def route_by_rule(uow: UnitOfWork, rules: Rules, appeal: Appeal, route: Route, *, now: datetime) -> None:
    """A sure rule sends straight to the department; all else waits for the coordinators (R63, R20, R39).

    Nothing goes by a rule where the municipality has switched rules off (`routing.automatic`), and nothing whose words
    a person has to judge (R53); of suicide the coordinators are told at once.
    """
    by_rule = uow.municipality.routing.automatic and appeal.caution is None
    sure = route.best if route.is_sure and by_rule else None
    if appeal.caution is Caution.SUICIDE or _names_danger(uow, route):
        appeal.urgent = appeal.important = True
    department = uow.municipality.find_department(sure.department) if sure else None
    if sure is not None and department is not None:
        _give(uow, rules, appeal, department, SYSTEM, now, reason=f"{sure.found}\n{sure.phrase}")
    uow.appeals.save(appeal, SYSTEM, now, action=Action.ROUTE)
    if appeal.urgent:
        announce.open_leadership_card(uow, appeal, now)
    announce.open_coordinators_card(uow, appeal, now)
    if appeal.caution is Caution.SUICIDE:
        care.call_people(uow, appeal, now)


def _names_danger(uow: UnitOfWork, route: Route) -> bool:
    """An urgent topic makes it urgent whoever will see to it: leaders hear of an accident at once (R10)."""
    topics = (uow.municipality.find_topic(match.topic) for match in route.matches)
    return any(topic.urgent for topic in topics if topic is not None)


def repeat_to_department(
    uow: UnitOfWork, rules: Rules, appeal: Appeal, department: Department | None, now: datetime
) -> None:
    """A repeated message goes to those who answered it before (R48, Krasnoufimsk No. 83, п. 18)."""
    if department is not None:
        _give(uow, rules, appeal, department, SYSTEM, now, reason=None)
    uow.appeals.save(appeal, SYSTEM, now, action=Action.ROUTE)
    announce.open_coordinators_card(uow, appeal, now)


def _give(
    uow: UnitOfWork,
    rules: Rules,
    appeal: Appeal,
    department: Department,
    actor: Actor,
    now: datetime,
    *,
    reason: str | None,
    task: str = "",
    questions: int | None = None,
    former: Assignment | None = None,
    undo_until: datetime | None = None,
) -> None:
    """`questions` put to it; None: it gets all that the message holds."""
    return_by = rules.return_by(department, now)
    appeal.route(department.code, actor, now, reason=reason, return_by=return_by, undo_until=undo_until)
    uow.assignments.begin(
        appeal, actor, now, task=task, questions=questions or appeal.questions, former=former
    )
    announce.open_department_card(uow, appeal, department, now)


async def take(uow: UnitOfWork, *, appeal_id: AppealId, by: Deed) -> str:
    """A coordinator reads it and sees to it (A2); the first one stays it. Who it is."""
    appeal = await get_for(uow, by, Action.TAKE, appeal_id)
    appeal.ensure_possible(Action.TAKE)
    if appeal.read_at is None:
        appeal.take(by.actor, by.at)
        uow.appeals.save(appeal, by.actor, by.at, action=Action.TAKE)
        await uow.cards.refresh(appeal.id, by.at)
        await uow.commit()
    return appeal.read_by or by.actor.short_name


async def route(
    uow: UnitOfWork, rules: Rules, *, appeal_id: AppealId, department_code: str, assignments: int, by: Deed
) -> Department:
    """Send to a department. `assignments` is what the button knew: routed meanwhile, it says so and does nothing.

    What waited can be taken back for `ROUTE_UNDO` (decision 0012); what a department had is sent on by another press.
    """
    appeal = await get_for(uow, by, Action.ROUTE, appeal_id)
    department = uow.municipality.find_department(department_code)
    if department is None:
        raise NotFound
    if appeal.assignments != assignments:
        raise NotPossibleNow(appeal.number, appeal.status)
    undo_until = by.at + ROUTE_UNDO if appeal.status is Status.REGISTERED else None
    await hand_to(uow, rules, appeal, department, by, undo_until=undo_until)
    uow.appeals.save(appeal, by.actor, by.at, action=Action.ROUTE)
    await forget_work(uow, appeal, by.at)
    uow.cards.close_menus(appeal.id)
    await waiting.turn_on(uow, appeal, by)
    await uow.cards.refresh(appeal.id, by.at)
    await uow.commit()
    return department


async def hand_to(
    uow: UnitOfWork,
    rules: Rules,
    appeal: Appeal,
    department: Department,
    by: Deed,
    *,
    task: str = "",
    questions: int | None = None,
    undo_until: datetime | None = None,
) -> None:
    """Make the department the lead; where it had a part of the work already, the part goes with it.

    A lead that has given its own part leads no more and keeps the part: nothing that was given is lost (R47).
    """
    await forget_proposal(uow, appeal, by.at)
    lead = find_lead(await uow.assignments.list_of_appeal(appeal.id))
    if lead is not None and lead.state is AssignmentState.GIVEN:
        lead.step_down()
        uow.assignments.save(lead, by.actor, by.at, action=Action.SHARE)
        uow.cards.become_part(appeal, lead)
    else:
        uow.assignments.leave(appeal, by.at, AssignmentState.WITHDRAWN, reason=None)
    own = await _find_open(uow, appeal, department.code)
    if own is not None:
        task, questions = task or own.task, max(questions or 1, own.questions)
        await take_away(uow, own, by)
    _give(
        uow,
        rules,
        appeal,
        department,
        by.actor,
        by.at,
        reason=None,
        task=task,
        questions=questions,
        former=own,
        undo_until=undo_until,
    )


async def _find_open(uow: UnitOfWork, appeal: Appeal, code: DepartmentCode) -> Assignment | None:
    parts = await uow.assignments.list_of_appeal(appeal.id)
    return next((one for one in parts if one.department == code and one.is_open), None)


async def take_away(uow: UnitOfWork, part: Assignment, by: Deed) -> None:
    """The department has no part in it any more: nothing that it was about to say is taken."""
    part.withdraw(by.at)
    uow.assignments.save(part, by.actor, by.at, action=Action.SHARE)
    await forget_part(uow, part, by.at)


async def forget_part(uow: UnitOfWork, part: Assignment, now: datetime) -> None:
    """Nothing is waited for from a department that has lost its part."""
    kinds = (PromptKind.RETURN_REASON, *DRAFTED, *OFFERED)
    uow.prompts.close_of_appeal(part.appeal_id, kinds, now, part.id)
    for draft_id in await uow.drafts.drop_previews(part.appeal_id, part.id):
        await announce.close_messages(uow, NoticeKind.PREVIEW, draft_id, now)


async def mark_urgent(uow: UnitOfWork, *, appeal_id: AppealId, by: Deed) -> bool:
    """High importance at once, with a copy to the leadership's chat (R10, R35); False where it was marked already."""
    appeal = await get_for(uow, by, Action.MARK_URGENT, appeal_id)
    if appeal.urgent:
        return False
    make_urgent(uow, appeal, by)
    await uow.cards.refresh(appeal.id, by.at)
    await uow.commit()
    return True


def make_urgent(uow: UnitOfWork, appeal: Appeal, by: Deed) -> None:
    """The mark, the leaders' copy and the word to the department, in the caller's transaction."""
    appeal.mark_urgent()
    uow.appeals.save(appeal, by.actor, by.at, action=Action.MARK_URGENT)
    announce.open_leadership_card(uow, appeal, by.at)
    announce.tell_department(uow, appeal, NoticeKind.BECAME_URGENT, by.at)


async def take_control(uow: UnitOfWork, *, appeal_id: AppealId, by: Deed) -> str:
    """The leadership keeps an eye on it; everyone sees who, and the first one stays it."""
    appeal = await get_for(uow, by, Action.TAKE_CONTROL, appeal_id)
    if appeal.controlled_by is None:
        appeal.take_control(by.actor, by.at)
        uow.appeals.save(appeal, by.actor, by.at, action=Action.TAKE_CONTROL)
        await uow.cards.refresh(appeal.id, by.at)
        await uow.commit()
    return appeal.controlled_by or by.actor.short_name


async def accept(uow: UnitOfWork, *, appeal_id: AppealId, by: Deed) -> Appeal:
    """One executor wins, the others are told who holds it; the winner's second press changes nothing."""
    appeal = await get_for(uow, by, Action.ACCEPT, appeal_id)
    await accept_if_free(uow, appeal, by.actor, by.at)
    await uow.commit()
    return appeal


async def accept_if_free(uow: UnitOfWork, appeal: Appeal, actor: Actor, now: datetime) -> None:
    """Accept, unless this person has done so already."""
    if appeal.executor_id == actor.user_id:
        return
    appeal.accept(actor, now)
    uow.assignments.accepted(appeal, actor, now)
    uow.appeals.save(appeal, actor, now, action=Action.ACCEPT)
    await uow.cards.refresh(appeal.id, now)


async def ask_return_reason(uow: UnitOfWork, *, appeal_id: AppealId, by: Deed) -> Appeal:
    """«Не наше»: the reason is asked in writing, ready ones stand on the card (R40, Krasnoufimsk No. 83, п. 11)."""
    appeal = await get_for(uow, by, Action.RETURN, appeal_id)
    appeal.ensure_possible(Action.RETURN)
    await announce.ask_for_words(uow, PromptKind.RETURN_REASON, appeal, by=by)
    await uow.cards.refresh(appeal.id, by.at)
    await uow.commit()
    return appeal


async def return_to_coordinator(uow: UnitOfWork, *, appeal_id: AppealId, reason: str, by: Deed) -> Appeal:
    """Back to the coordinators, with the reason as a new message of its own in their chat, marked where late (R40)."""
    if not reason.strip():
        raise WordsNeeded
    appeal = await get_for(uow, by, Action.RETURN, appeal_id)
    uow.assignments.leave(appeal, by.at, AssignmentState.RETURNED, reason=reason)
    return_by = appeal.return_by
    appeal.return_to_coordinator(reason, by.at)
    uow.appeals.save(appeal, by.actor, by.at, action=Action.RETURN, reason=reason)
    await forget_work(uow, appeal, by.at)
    late = return_by.isoformat() if return_by and appeal.returned_late else None
    args = {"who": by.actor.short_name, "return_by": late}
    announce.tell_coordinators(uow, appeal, NoticeKind.RETURNED, by.at, args=args)
    uow.cards.close_menus(appeal.id)
    await uow.cards.refresh(appeal.id, by.at)
    await uow.commit()
    return appeal


async def _get_for_any_part(uow: UnitOfWork, by: Deed, action: Action, appeal_id: AppealId) -> Appeal:
    """For whoever works on it, leading or not."""
    own = by.actor.departments_as(Role.EXECUTOR)
    for part in await uow.assignments.list_of_appeal(appeal_id):
        if part.is_open and not part.is_lead and part.department in own:
            return (await get_part_for(uow, by, part.id, action))[0]
    return await get_for(uow, by, action, appeal_id)


async def reveal_phone(uow: UnitOfWork, *, appeal_id: AppealId, by: Deed) -> list[PersonalNumber]:
    """What the cards close, for the presser alone; the journal knows who looked (guarantee 28)."""
    appeal = await _get_for_any_part(uow, by, Action.REVEAL_PHONE, appeal_id)
    citizen = await uow.citizens.get(appeal.citizen_id)
    given = given_numbers(citizen.phone, await uow.messages.list_of_appeal(appeal.id))
    numbers = each_once([*given, *find_numbers(appeal.contact or "")])
    if not numbers:
        raise NotFound
    uow.journal.record(by.actor, Action.REVEAL_PHONE, by.at, appeal_id=appeal.id)
    await uow.commit()
    return numbers


async def forget_work(uow: UnitOfWork, appeal: Appeal, now: datetime) -> None:
    """A department that has lost the appeal is asked nothing and sends none of its drafts, not even when it gets the appeal again."""
    uow.prompts.close_of_appeal(appeal.id, (PromptKind.RETURN_REASON, *DRAFTED, *OFFERED), now)
    for draft_id in await uow.drafts.drop_previews(appeal.id):
        await announce.close_messages(uow, NoticeKind.PREVIEW, draft_id, now)
