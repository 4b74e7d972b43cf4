"""After the answer: is it solved, how good was it, and what is not solved opens again as a repeat (R61, R48)."""

from datetime import datetime

from domain.appeal import Appeal
from domain.errors import NotFound, NotPossibleNow
from domain.ids import AppealId
from domain.intake import ANSWER_REMEMBERED
from domain.notices import NoticeKind
from domain.outcomes import Solved
from domain.people import SYSTEM
from domain.status import Event
from services import announcements as announce
from services.citizen.acquaintance import find_own
from services.citizen.registration import register
from services.ports import Rules, UnitOfWork


async def _get_own_answered(uow: UnitOfWork, user_id: int, appeal_id: AppealId) -> Appeal:
    citizen = await find_own(uow, user_id)
    appeal = await uow.appeals.get(appeal_id)
    if appeal.citizen_id != citizen.id:
        raise NotFound
    if appeal.answered_at is None:
        raise NotPossibleNow(appeal.number, appeal.status)
    return appeal


async def tell_solved(
    uow: UnitOfWork, rules: Rules, *, appeal_id: AppealId, solved: Solved, user_id: int, now: datetime
) -> Appeal | None:
    """«Да, решено», «Частично», «Не решено»; the last opens it again within thirty days, once: the repeat, if so."""
    appeal = await _get_own_answered(uow, user_id, appeal_id)
    if appeal.solved is solved:
        return None
    if appeal.solved is Solved.NO:
        raise NotPossibleNow(appeal.number, appeal.status)
    appeal.solved = solved
    uow.appeals.save(appeal, SYSTEM, now, action=Event.CITIZEN_VERDICT)
    await uow.cards.refresh(appeal.id, now)
    citizen = await uow.citizens.get(appeal.citizen_id)
    repeat: Appeal | None = None
    told_at = appeal.kept_at or appeal.answered_at
    if solved is Solved.NO and told_at and now - told_at <= ANSWER_REMEMBERED:
        repeat = await register(uow, rules, citizen, now=now, repeat_of=appeal)
    else:
        announce.tell_citizen(uow, citizen, NoticeKind.RATING_QUESTION, now, appeal=appeal, ref_id=appeal.id)
    await uow.commit()
    return repeat


async def rate(uow: UnitOfWork, *, appeal_id: AppealId, rating: int, user_id: int, now: datetime) -> Appeal:
    """One to five, for the answer and the work behind it (R61); the last word counts."""
    appeal = await _get_own_answered(uow, user_id, appeal_id)
    if appeal.rating != rating:
        appeal.rating = rating
        uow.appeals.save(appeal, SYSTEM, now, action=Event.RATE)
        await uow.cards.refresh(appeal.id, now)
        await announce.close_messages(
            uow,
            NoticeKind.RATING_QUESTION,
            appeal.id,
            now,
            outcome="citizen-rating-noted",
            number=appeal.number,
        )
        await uow.commit()
    return appeal
