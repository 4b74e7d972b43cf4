"""What needs words: a cause, a measure, a term, why it is put off or given up, what was done."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final
from zoneinfo import ZoneInfo

from domain.causes.causes import LONGEST, Measure, MeasureState, RootCause
from domain.causes.errors import CauseQuestionOver, CauseWordsTooLong
from domain.causes.pages import CauseAsk, CausePage, CausePlace, CauseQuestion
from domain.causes.rights import ensure_keeps, ensure_may_report, keeps
from domain.causes.terms import read_term
from domain.errors import AskedOfAnother, NotFound, WordsNeeded
from domain.notices import Notice, NoticeKind, Priority
from domain.people import Deed
from domain.status import Event
from services import announcements as announce
from services.causes import telling
from services.causes.deciding import set_term
from services.causes.pages import forget_questions, show
from services.ports import UnitOfWork
from services.work.replies import Reply


async def ask(uow: UnitOfWork, what: CauseAsk, of: str, *, by: Deed) -> None:
    """One new message that waits for the presser's words; an earlier question to the same person goes.

    Raises `Forbidden`, `NotFound`, `CauseOver`, `MeasureOver`.
    """
    await _ensure_may(uow, what, of, by)
    await forget_questions(uow, by)
    question = await uow.causes.ask(what, of, message_id=by.message_id, by=by)
    notice = Notice(
        NoticeKind.CAUSE_PROMPT, by.chat, Priority.INTERACTIVE, thread_id=by.thread, ref_id=question
    )
    uow.outbox.add(notice, by.at)
    await uow.commit()


async def answer(uow: UnitOfWork, reply: Reply, *, by: Deed) -> bool:
    """Words in reply to a question; False where they reply to something else.

    Raises `AskedOfAnother`, `CauseQuestionOver`, `WordsNeeded`, `CauseWordsTooLong`, `MeasureDayWrong`, `MeasureIsSet` and
    what `ask` raises: the cause may have been closed meanwhile.
    """
    sent = await uow.outbox.find_sent(reply.chat_id, reply.replied_to)
    if sent is None or sent.kind is not NoticeKind.CAUSE_PROMPT or sent.ref_id is None:
        return False
    question = await uow.causes.get_question(sent.ref_id)
    if question.user_id != by.actor.user_id:
        raise AskedOfAnother(question.user_name)
    if question.closed_at is not None:
        raise CauseQuestionOver
    words = _read_words(reply)
    await _ensure_may(uow, question.ask, question.of, by)
    place = await _TAKE[question.ask](uow, question, words, by)
    uow.causes.close_question(question.id, by.at)
    await announce.close_messages(uow, NoticeKind.CAUSE_PROMPT, question.id, by.at)
    if keeps(by.actor, chat=by.chat, municipality=uow.municipality):
        await _show_below(uow, place, question, by)
    await uow.commit()
    return True


def _read_words(reply: Reply) -> str:
    words = " ".join(reply.text.split())
    if not words:
        raise WordsNeeded
    if len(words) > LONGEST:
        raise CauseWordsTooLong(LONGEST)
    return words


async def _ensure_may(uow: UnitOfWork, what: CauseAsk, of: str, by: Deed) -> None:
    """The one look at rights and states, for the press and for the words alike."""
    town = uow.municipality
    if what is not CauseAsk.DONE:
        ensure_keeps(by.actor, chat=by.chat, municipality=town)
    if what is CauseAsk.CAUSE:
        if town.find_topic(of) is None:
            raise NotFound
    elif what is CauseAsk.MEASURE:
        (await uow.causes.get(_number(of))).ensure_open()
    else:
        measure = await uow.causes.get_measure(_number(of))
        if what is CauseAsk.DONE:
            ensure_may_report(by.actor, measure, chat=by.chat, municipality=town)
        measure.ensure_open()


def _number(of: str) -> int:
    if not of.isdecimal() or len(of) > _DIGITS:
        raise NotFound
    return int(of)


async def _add_cause(uow: UnitOfWork, question: CauseQuestion, words: str, by: Deed) -> CausePlace:
    topic = uow.municipality.find_topic(question.of)
    if topic is None:
        raise NotFound
    cause = RootCause(
        topic=topic.code,
        words=words,
        noted_by_id=by.actor.user_id,
        noted_by=by.actor.short_name,
        noted_at=by.at,
    )
    await uow.causes.add(cause)
    told = {"cause": cause.id, "topic": topic.code, "words": words}
    uow.journal.record(by.actor, Event.CAUSE, by.at, after=told)
    return CausePlace(CausePage.CAUSE, str(cause.id))


async def _add_measure(uow: UnitOfWork, question: CauseQuestion, words: str, by: Deed) -> CausePlace:
    measure = Measure(
        cause_id=int(question.of),
        words=words,
        noted_by_id=by.actor.user_id,
        noted_by=by.actor.short_name,
        noted_at=by.at,
    )
    await uow.causes.add_measure(measure)
    told = {"measure": measure.id, "cause": measure.cause_id, "words": words}
    uow.journal.record(by.actor, Event.MEASURE, by.at, after=told)
    return CausePlace(CausePage.MEASURE, str(measure.id))


async def _take_term(uow: UnitOfWork, question: CauseQuestion, words: str, by: Deed) -> CausePlace:
    measure = await uow.causes.get_measure(int(question.of))
    set_term(uow, measure, read_term(words, by.at.astimezone(ZoneInfo(uow.municipality.timezone))), by)
    return CausePlace(CausePage.MEASURE, question.of)


async def _move(uow: UnitOfWork, question: CauseQuestion, words: str, by: Deed) -> CausePlace:
    measure = await uow.causes.get_measure(int(question.of))
    due = read_term(words, by.at.astimezone(ZoneInfo(uow.municipality.timezone)))
    before = {"measure": measure.id, "due": measure.due.isoformat() if measure.due else None}
    measure.move(due, words, by=by.actor.short_name, at=by.at)
    uow.causes.save_measure(measure)
    after = {"due": due.isoformat()}
    uow.journal.record(by.actor, Event.MEASURE_MOVED, by.at, before=before, after=after, reason=words)
    await telling.redraw(uow, measure, by.at)
    telling.tell_department(uow, measure, by.at)
    return CausePlace(CausePage.MEASURE, question.of)


async def _end(uow: UnitOfWork, question: CauseQuestion, words: str, by: Deed) -> CausePlace:
    state, event = _ENDS[question.ask]
    measure = await uow.causes.get_measure(int(question.of))
    measure.end(state, words, by=by.actor.short_name, at=by.at)
    uow.causes.save_measure(measure)
    uow.journal.record(by.actor, event, by.at, after={"measure": measure.id}, reason=words)
    await telling.redraw(uow, measure, by.at)
    if not keeps(by.actor, chat=by.chat, municipality=uow.municipality):
        telling.tell_coordinators(uow, measure, by.at)
    return CausePlace(CausePage.MEASURE, question.of)


async def _show_below(uow: UnitOfWork, place: CausePlace, question: CauseQuestion, by: Deed) -> None:
    """The page comes below the words, and the one above them goes: there is one screen, and nobody has to look for it."""
    sent = await uow.outbox.find_sent(question.chat_id, question.message_id)
    if sent is not None and sent.kind is NoticeKind.CAUSES:
        announce.close_message(uow, question.chat_id, question.message_id, by.at)
    show(uow, place, by)


_DIGITS: Final = 18
_ENDS: Final[Mapping[CauseAsk, tuple[MeasureState, Event]]] = {
    CauseAsk.DONE: (MeasureState.DONE, Event.MEASURE_DONE),
    CauseAsk.DROP: (MeasureState.DROPPED, Event.MEASURE_DROPPED),
}
_Take = Callable[[UnitOfWork, CauseQuestion, str, Deed], Awaitable[CausePlace]]
_TAKE: Final[Mapping[CauseAsk, _Take]] = {
    CauseAsk.CAUSE: _add_cause,
    CauseAsk.MEASURE: _add_measure,
    CauseAsk.TERM: _take_term,
    CauseAsk.MOVE: _move,
    CauseAsk.DONE: _end,
    CauseAsk.DROP: _end,
}
