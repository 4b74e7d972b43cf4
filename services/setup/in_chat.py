"""Setting up in the chat: pages on one message, words on request; every change is a new version of the settings.

The rules are those of the municipality file (`Rules.find_mistake`); the file and the chat are two ways to the same.
"""

from datetime import datetime

from domain.errors import Forbidden, StaleVersion, WordsNeeded
from domain.ids import ChatId
from domain.municipality import Role
from domain.notices import Args, Notice, NoticeKind, Priority
from domain.people import Deed
from domain.setup.changes import changed, stamp
from domain.setup.errors import BadSetting, DepartmentHasWork, SettingsChanged
from domain.setup.pages import QUESTION_LIVES, Page, PageOf, Question, page_after, page_of
from domain.setup.vocabulary import Change
from services import announcements as announce
from services.people import handover
from services.ports import Rules, UnitOfWork
from services.setup.rights import ensure_sets_up, show_page
from services.work.replies import Reply


async def begin(uow: UnitOfWork, *, by: Deed) -> None:
    """/setup: the first page, on a new message."""
    ensure_sets_up(by)
    await _forget_questions(uow, by)
    show_page(uow, by.chat, PageOf(Page.HOME), by.at)
    await uow.commit()


async def show_calendar(uow: UnitOfWork, *, by: Deed) -> None:
    """/calendar: administrators change it in private, coordinators see it (A23)."""
    if not by.actor.roles & {Role.ADMIN, Role.COORDINATOR}:
        raise Forbidden
    await _forget_questions(uow, by)
    reads = Role.ADMIN not in by.actor.roles or by.chat < 0
    show_page(uow, by.chat, PageOf(Page.CALENDAR), by.at, reads=reads)
    await uow.commit()


async def declare_year(uow: UnitOfWork, rules: Rules, words: str, *, by: Deed) -> None:
    """/calendar with a year that the program does not know: it counts from now on as the law has it (A23)."""
    ensure_sets_up(by)
    await _forget_questions(uow, by)
    show_page(uow, by.chat, await _make(uow, rules, Change.NEW_YEAR, "", words, by=by), by.at)
    await uow.commit()


async def show(uow: UnitOfWork, there: PageOf, *, message_id: int, by: Deed) -> None:
    """Another page on the same message."""
    ensure_sets_up(by)
    await _forget_questions(uow, by)
    show_page(uow, by.chat, there, by.at, message_id=message_id)
    await uow.commit()


async def ask(uow: UnitOfWork, change: Change, of: str, *, seen: str, message_id: int, by: Deed) -> None:
    """A button that needs words: one question at a time."""
    ensure_sets_up(by)
    await _ensure_seen(uow, change, of, seen, message_id=message_id, by=by)
    await _forget_questions(uow, by)
    await ask_for_words(uow, change, of, message_id=message_id, by=by)
    await uow.commit()


async def ask_for_words(uow: UnitOfWork, change: Change, of: str, *, message_id: int = 0, by: Deed) -> None:
    """Wait for words, and say so."""
    seen = stamp(uow.municipality, change, of)
    question = await uow.setup_questions.add(change, of, seen, message_id=message_id, by=by)
    uow.outbox.add(Notice(NoticeKind.SETUP_PROMPT, by.chat, Priority.INTERACTIVE, ref_id=question), by.at)


async def change_by_button(
    uow: UnitOfWork,
    rules: Rules,
    change: Change,
    of: str,
    value: str,
    *,
    seen: str,
    message_id: int,
    by: Deed,
) -> None:
    """A button that is a value. `seen`: what the page knew; changed meanwhile, it is shown anew and nothing happens."""
    ensure_sets_up(by)
    await _ensure_seen(uow, change, of, seen, message_id=message_id, by=by)
    await _forget_questions(uow, by)
    there = await _make(uow, rules, change, of, value, by=by)
    show_page(uow, by.chat, there, by.at, message_id=message_id)
    await uow.commit()


async def answer(uow: UnitOfWork, rules: Rules, reply: Reply, *, by: Deed) -> bool:
    """Words in private: the answer to the question they reply to, or to the newest one; False where none waits."""
    question = await _find_question(uow, reply, by)
    if question is None:
        return False
    if question.closed_at is not None:
        raise StaleVersion
    if not reply.text.strip():
        raise WordsNeeded
    _ensure_may_answer(question, by)
    await _ensure_seen(
        uow, question.change, question.of, question.stamp, message_id=question.message_id, by=by
    )
    there = await _make(uow, rules, question.change, question.of, reply.text, by=by)
    await _close(uow, question, by.at)
    if question.message_id:
        _take_away(uow, by.chat, reply.message_id, by.at)
        show_page(uow, by.chat, there, by.at, message_id=question.message_id)
    else:
        announce.tell(uow, by.chat, "setup-name-noted", by.at, name=" ".join(reply.text.split()))
    await uow.commit()
    return True


async def _find_question(uow: UnitOfWork, reply: Reply, by: Deed) -> Question | None:
    """A reply names its question; words without one, or under a refusal, are meant for what was asked last, on a page,
    lately.
    """
    sent = await uow.outbox.find_sent(reply.chat_id, reply.replied_to) if reply.replied_to else None
    if sent is not None and sent.kind is NoticeKind.SETUP_PROMPT and sent.ref_id is not None:
        return await uow.setup_questions.get(sent.ref_id)
    if sent is not None and sent.kind is not NoticeKind.REFUSAL:
        return None
    asked = await uow.setup_questions.list_open(by.actor.user_id)
    return next((one for one in asked if one.message_id and by.at - one.created_at < QUESTION_LIVES), None)


def _ensure_may_answer(question: Question, by: Deed) -> None:
    """Everybody may spell the own name; all else is the administrators'."""
    if question.user_id != by.actor.user_id:
        raise Forbidden
    if question.change is not Change.PERSON_NAME or question.of != str(by.actor.user_id):
        ensure_sets_up(by)


async def _ensure_seen(
    uow: UnitOfWork, change: Change, of: str, seen: str, *, message_id: int, by: Deed
) -> None:
    """Two administrators at once: the second sees what the first has made of it, and decides again."""
    if seen == stamp(uow.municipality, change, of):
        return
    name, at = await uow.last_settings_change()
    await _forget_questions(uow, by)
    if message_id:
        there = page_of(change, of, uow.municipality)
        show_page(uow, by.chat, there, by.at, message_id=message_id)
    await uow.commit()
    raise SettingsChanged(name, at)


async def _make(uow: UnitOfWork, rules: Rules, change: Change, of: str, value: str, *, by: Deed) -> PageOf:
    old = uow.municipality
    new = changed(old, change, of, value, now=by.at)
    problem = rules.find_mistake(new, old)
    if problem is not None:
        raise BadSetting(problem)
    if change is Change.DROP_DEPARTMENT and await uow.appeals.list_open_of_department(of):
        raise DepartmentHasWork
    if new != old:
        uow.change_municipality(new, by.actor, by.at)
        await handover.tell_of_leavers(uow, old, by.at)
    if change is Change.OPEN:
        announce_opening(uow, by.at)
    return page_after(old, new, change, of)


def announce_opening(uow: UnitOfWork, now: datetime) -> None:
    """Every administrator hears that citizens are let in from now on."""
    for employee in uow.municipality.list_employees(Role.ADMIN):
        announce.tell(uow, employee.id, "setup-opened", now)


async def _forget_questions(uow: UnitOfWork, by: Deed) -> None:
    for question in await uow.setup_questions.list_open(by.actor.user_id):
        await _close(uow, question, by.at)


async def _close(uow: UnitOfWork, question: Question, now: datetime) -> None:
    uow.setup_questions.close(question.id, now)
    await announce.close_messages(uow, NoticeKind.SETUP_PROMPT, question.id, now)


def _take_away(uow: UnitOfWork, chat: int, message_id: int, now: datetime) -> None:
    """The words stand on the page now; the chat keeps to one message."""
    args: Args = {"message_id": message_id, "text": "", "number": ""}
    uow.outbox.add(Notice(NoticeKind.CLOSE_MESSAGE, ChatId(chat), Priority.EDIT, args=args), now)
