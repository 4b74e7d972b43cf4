"""What the words are for that a prompt has waited for: one verb for each kind of prompt."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Final

from domain.appeal import Appeal
from domain.drafts import Prompt, PromptKind
from domain.ids import DraftId
from domain.messages import Attachment
from domain.notices import NoticeKind
from domain.people import Deed
from services import announcements as announce
from services.coordinator import (
    blocking,
    by_hand,
    clarifying,
    classifying,
    inquiries,
    no_reply,
    publications,
    several,
)
from services.ports import UnitOfWork
from services.work import (
    answering,
    assignment,
    commitments,
    extending,
    joint,
    leadership,
    measures,
    promises,
)


@dataclass(frozen=True, slots=True)
class Said:
    """What was given to a prompt; `album`: the messages that came together with this one share it."""

    words: str
    attachments: tuple[Attachment, ...]
    album: str | None = None


async def _revise(uow: UnitOfWork, prompt: Prompt, said: Said, by: Deed) -> Appeal:
    return await answering.revise(
        uow, draft_id=DraftId(prompt.draft_id or 0), reason=said.words, by=by, attachments=said.attachments
    )


async def _return(uow: UnitOfWork, prompt: Prompt, said: Said, by: Deed) -> Appeal:
    if prompt.assignment_id is not None:
        return await joint.hand_back(uow, assignment_id=prompt.assignment_id, reason=said.words, by=by)
    return await assignment.return_to_coordinator(uow, appeal_id=prompt.appeal_id, reason=said.words, by=by)


async def _clarify(uow: UnitOfWork, prompt: Prompt, said: Said, by: Deed) -> Appeal:
    return await clarifying.take_words(uow, prompt=prompt, words=said.words, by=by)


async def _take_contact(uow: UnitOfWork, prompt: Prompt, said: Said, by: Deed) -> Appeal:
    return await by_hand.take_contact(uow, prompt=prompt, words=said.words, by=by)


async def _take_outgoing(uow: UnitOfWork, prompt: Prompt, said: Said, by: Deed) -> Appeal:
    return await by_hand.take_outgoing(uow, prompt=prompt, words=said.words, by=by)


async def _propose_no_reply(uow: UnitOfWork, prompt: Prompt, said: Said, by: Deed) -> Appeal:
    return await no_reply.propose(uow, prompt=prompt, reason=said.words, by=by)


async def _share(uow: UnitOfWork, prompt: Prompt, said: Said, by: Deed) -> Appeal:
    return await several.take_tasks(uow, prompt, said.words, by=by)


async def _bar(uow: UnitOfWork, prompt: Prompt, said: Said, by: Deed) -> Appeal:
    return await blocking.take_reason(uow, prompt=prompt, words=said.words, by=by)


async def _classify(uow: UnitOfWork, prompt: Prompt, said: Said, by: Deed) -> Appeal:
    await announce.close_messages(uow, NoticeKind.PROMPT, prompt.id, by.at)
    return await classifying.take_words(
        uow, kind=prompt.kind, appeal_id=prompt.appeal_id, words=said.words, by=by
    )


async def _tell_mayor(uow: UnitOfWork, prompt: Prompt, said: Said, by: Deed) -> Appeal:
    await leadership.tell_mayor(uow, appeal_id=prompt.appeal_id, reason=said.words, by=by)
    return await uow.appeals.get(prompt.appeal_id)


async def _set_term(uow: UnitOfWork, prompt: Prompt, said: Said, by: Deed) -> Appeal:
    return await leadership.take_term(uow, prompt, said.words, by=by)


async def _need_time(uow: UnitOfWork, prompt: Prompt, said: Said, by: Deed) -> Appeal:
    return await extending.take_reason(uow, prompt, said.words, by=by)


async def _until_when(uow: UnitOfWork, prompt: Prompt, said: Said, by: Deed) -> Appeal:
    return await extending.take_term(uow, prompt, said.words, by=by)


async def _refuse_time(uow: UnitOfWork, prompt: Prompt, said: Said, by: Deed) -> Appeal:
    return await extending.refuse(uow, prompt, said.words, by=by)


async def _commit_to(uow: UnitOfWork, prompt: Prompt, said: Said, by: Deed) -> Appeal:
    return await commitments.take(uow, prompt, said.words, said.attachments, by=by)


async def _promise_day(uow: UnitOfWork, prompt: Prompt, said: Said, by: Deed) -> Appeal:
    return await promises.take_day(uow, prompt, said.words, by=by)


async def _drop_promise(uow: UnitOfWork, prompt: Prompt, said: Said, by: Deed) -> Appeal:
    return await promises.drop(uow, prompt, said.words, by=by)


async def _inquire(uow: UnitOfWork, prompt: Prompt, said: Said, by: Deed) -> Appeal:
    return await inquiries.take_words(uow, prompt=prompt, words=said.words, by=by)


async def _show_published(uow: UnitOfWork, prompt: Prompt, said: Said, by: Deed) -> Appeal:
    return await publications.take(uow, prompt, said.words, said.attachments, said.album, by=by)


async def _show_more(uow: UnitOfWork, prompt: Prompt, said: Said, by: Deed) -> bool:
    return await publications.take_more(uow, prompt, said.attachments, said.album, by=by)


async def _do_without(uow: UnitOfWork, prompt: Prompt, said: Said, by: Deed) -> Appeal:
    return await publications.take_reason(uow, prompt, said.words, by=by)


async def _tell_sender(uow: UnitOfWork, prompt: Prompt, said: Said, by: Deed) -> Appeal:
    return await publications.take_outgoing(uow, prompt, said.words, by=by)


async def _report_measures(uow: UnitOfWork, prompt: Prompt, said: Said, by: Deed) -> Appeal:
    return await measures.take(uow, prompt, said.words, said.attachments, said.album, by=by)


async def _more_of_measures(uow: UnitOfWork, prompt: Prompt, said: Said, by: Deed) -> bool:
    return await measures.take_more(uow, prompt, said.attachments, said.album, by=by)


TAKERS: Final[Mapping[PromptKind, Callable[[UnitOfWork, Prompt, Said, Deed], Awaitable[Appeal]]]] = {
    PromptKind.RETURN_REASON: _return,
    PromptKind.REVISION_REASON: _revise,
    PromptKind.CLARIFICATION: _clarify,
    PromptKind.CONTACT: _take_contact,
    PromptKind.OUTGOING: _take_outgoing,
    PromptKind.NO_REPLY_REASON: _propose_no_reply,
    PromptKind.ADDRESS: _classify,
    PromptKind.GIST: _classify,
    PromptKind.FORMER: _classify,
    PromptKind.MAYOR_REASON: _tell_mayor,
    PromptKind.INSTRUCTION_TERM: _set_term,
    PromptKind.TASKS: _share,
    PromptKind.BAR_REASON: _bar,
    PromptKind.EXTENSION_REASON: _need_time,
    PromptKind.EXTENSION_TERM: _until_when,
    PromptKind.EXTENSION_REFUSAL: _refuse_time,
    PromptKind.COMMITMENT: _commit_to,
    PromptKind.PROMISE_DAY: _promise_day,
    PromptKind.PROMISE_DROP: _drop_promise,
    PromptKind.INQUIRY: _inquire,
    PromptKind.EVIDENCE: _show_published,
    PromptKind.NO_EVIDENCE: _do_without,
    PromptKind.SENDER_OUTGOING: _tell_sender,
    PromptKind.MEASURES: _report_measures,
}
"""What the words are for. Drafts and remarks are told by the message that is replied to (`take_words`)."""

MORE: Final[Mapping[PromptKind, Callable[[UnitOfWork, Prompt, Said, Deed], Awaitable[bool]]]] = {
    PromptKind.EVIDENCE: _show_more,
    PromptKind.MEASURES: _more_of_measures,
}
"""Pictures of one album come as messages of their own: the first answers the question, these belong to it. True: taken."""
