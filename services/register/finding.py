"""`/find`: the register searched by whoever may see what is found; every search stands in the journal, its words do not."""

from domain.errors import Forbidden, WordsNeeded
from domain.notice_args import FoundArgs, stored_args
from domain.notices import Notice, NoticeKind, Priority
from domain.people import Deed
from domain.rights import search_scope
from domain.search.hits import Search
from domain.status import Event
from services import announcements as announce
from services.ports import UnitOfWork
from services.work.replies import Reply


async def begin(uow: UnitOfWork, words: str, *, by: Deed) -> None:
    """What is found, on a message of its own; without words it asks for them, with examples.

    Raises `Forbidden`, `SearchElsewhere`.
    """
    scope = _scope(uow, by)
    search = await uow.searches.add(words.strip() or None, by=by)
    if words.strip():
        _show(uow, search, FoundArgs(scope=scope), by)
    else:
        notice = Notice(
            NoticeKind.FIND_PROMPT, by.chat, Priority.INTERACTIVE, thread_id=by.thread, ref_id=search
        )
        uow.outbox.add(notice, by.at)
    await uow.commit()


async def answer(uow: UnitOfWork, reply: Reply, *, by: Deed) -> bool:
    """Words in reply to the question of `/find`; False where they reply to something else.

    Further words to the same question are another search.
    """
    sent = await uow.outbox.find_sent(reply.chat_id, reply.replied_to)
    if sent is None or sent.kind is not NoticeKind.FIND_PROMPT or sent.ref_id is None:
        return False
    search = await uow.searches.get(sent.ref_id)
    if search.user_id != by.actor.user_id:
        raise Forbidden
    scope, words = _scope(uow, by), reply.text.strip()
    if not words:
        raise WordsNeeded
    _show(uow, await _with_words(uow, search, words, by), FoundArgs(scope=scope), by)
    await uow.commit()
    return True


async def turn(uow: UnitOfWork, search_id: int, page: int, *, by: Deed) -> None:
    """Another page on the same message. Raises `Forbidden`, `SearchElsewhere`, `SearchForgotten`."""
    scope = _scope(uow, by)
    search = await uow.searches.get(search_id)
    if search.chat_id != by.chat or search.words is None:
        raise Forbidden
    _show(uow, search.id, FoundArgs(page, scope, by.message_id), by)
    await uow.commit()


async def _with_words(uow: UnitOfWork, search: Search, words: str, by: Deed) -> int:
    if search.words is not None:
        return await uow.searches.add(words, by=by)
    uow.searches.say(search.id, words)
    await announce.close_messages(uow, NoticeKind.FIND_PROMPT, search.id, by.at)
    return search.id


def _scope(uow: UnitOfWork, by: Deed) -> str:
    scope = search_scope(by.actor, chat=by.chat, municipality=uow.municipality)
    return ",".join(sorted(scope or ()))


def _show(uow: UnitOfWork, search: int, args: FoundArgs, by: Deed) -> None:
    kind = NoticeKind.FOUND_PAGE if args.message_id else NoticeKind.FOUND
    uow.journal.record(by.actor, Event.FIND, by.at, after={"search": search, "page": args.page + 1})
    notice = Notice(
        kind,
        by.chat,
        Priority.INTERACTIVE,
        thread_id=by.thread,
        ref_id=search,
        args=stored_args(args),
    )
    uow.outbox.add(notice, by.at)
