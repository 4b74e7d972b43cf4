"""`Опубликовано`: a picture of the answer or a link to it, and word of it to whoever passed the message on (R26, Chaikovsky, п. 6)."""

from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from domain.appeal import Appeal
from domain.drafts import Prompt, PromptKind
from domain.errors import NotPossibleNow
from domain.ids import AppealId, DraftId
from domain.messages import Attachment
from domain.notices import CardKind, Notice, NoticeKind, Priority
from domain.people import Deed
from domain.register.comments import link_beside
from domain.register.publications import EvidenceKnown, Publication, SenderTold
from domain.status import Action
from domain.words.outgoing import read_outgoing
from services import announcements as announce
from services.ports import UnitOfWork
from services.work.assignment import get_for

_ASKED: Final = (PromptKind.EVIDENCE, PromptKind.NO_EVIDENCE)
_GATHER: Final = timedelta(seconds=2)
"""Pictures of an album come one by one."""


async def begin(uow: UnitOfWork, appeal: Appeal, *, by: Deed) -> None:
    """It stands there since this press, and is answered; what shows it is asked for and keeps nothing waiting."""
    draft = await uow.drafts.find_answer(appeal.id)
    publication = Publication(
        appeal_id=appeal.id,
        draft_id=draft.id if draft else None,
        sender=appeal.forwarded_from,
        published_by=by.actor.short_name,
        published_at=by.at,
    )
    uow.publications.add(publication)
    await announce.ask_for_words(uow, PromptKind.EVIDENCE, appeal, by=by)


async def note_published(
    uow: UnitOfWork, appeal_id: AppealId, draft_id: DraftId, message_id: int, *, now: datetime
) -> None:
    """The bot itself has put the answer under the comment: its link shows that, and nobody is asked."""
    appeal = await uow.appeals.get(appeal_id)
    publication = Publication(
        appeal_id=appeal.id,
        draft_id=draft_id,
        sender=appeal.forwarded_from,
        published_by="",
        published_at=now,
        link=link_beside(appeal.link, message_id),
        settled_at=now,
    )
    uow.publications.add(publication)
    if publication.waits_for_sender:
        _open_card(uow, appeal, publication, now)


async def ask(uow: UnitOfWork, *, appeal_id: AppealId, kind: PromptKind, by: Deed) -> None:
    """`Скриншот или ссылка`, `Без скриншота`: asked once more, also of a colleague. Raises `EvidenceKnown`."""
    action = Action.EVIDENCE if kind is PromptKind.EVIDENCE else Action.NO_EVIDENCE
    appeal, publication = await _get(uow, appeal_id, action, by)
    if publication.settled_at is not None:
        raise EvidenceKnown(publication.settled_by or "", publication.settled_at)
    await announce.ask_for_words(uow, kind, appeal, by=by)
    await uow.commit()


async def take(
    uow: UnitOfWork, prompt: Prompt, words: str, files: tuple[Attachment, ...], album: str | None, *, by: Deed
) -> Appeal:
    """What was asked for; raises `EvidenceNeeded`, and the question stays open."""
    appeal, publication = await _get(uow, prompt.appeal_id, Action.EVIDENCE, by)
    publication.show(files, words, album, by.actor, by.at)
    told = {"files": len(files)} if files else {}
    uow.journal.record(
        by.actor, Action.EVIDENCE, by.at, appeal_id=appeal.id, after=told, reason=publication.link
    )
    await _settle(uow, appeal, publication, prompt, by)
    return appeal


async def take_more(
    uow: UnitOfWork, prompt: Prompt, files: tuple[Attachment, ...], album: str | None, *, by: Deed
) -> bool:
    """A further picture of the album whose first one was taken; False where it is none."""
    appeal, publication = await _get(uow, prompt.appeal_id, Action.EVIDENCE, by)
    if prompt.user_id != by.actor.user_id or not publication.is_of_album(album):
        return False
    publication.attachments += files
    uow.publications.save(publication)
    await uow.cards.refresh(appeal.id, by.at)
    await uow.commit()
    return True


async def take_reason(uow: UnitOfWork, prompt: Prompt, words: str, *, by: Deed) -> Appeal:
    """Why there is no picture."""
    appeal, publication = await _get(uow, prompt.appeal_id, Action.NO_EVIDENCE, by)
    publication.do_without(words.strip(), by.actor, by.at)
    uow.journal.record(by.actor, Action.NO_EVIDENCE, by.at, appeal_id=appeal.id, reason=words.strip())
    await _settle(uow, appeal, publication, prompt, by)
    return appeal


async def _settle(
    uow: UnitOfWork, appeal: Appeal, publication: Publication, prompt: Prompt, by: Deed
) -> None:
    uow.publications.save(publication)
    uow.prompts.close_of_appeal(appeal.id, _ASKED, by.at)
    await announce.close_messages(uow, NoticeKind.PROMPT, prompt.id, by.at)
    if publication.waits_for_sender:
        _open_card(uow, appeal, publication, by.at)
    await uow.cards.refresh(appeal.id, by.at)
    await uow.commit()


def _open_card(uow: UnitOfWork, appeal: Appeal, publication: Publication, now: datetime) -> None:
    """`Сообщить отправителю`, with the pictures before it."""
    notice = Notice(
        NoticeKind.CARD,
        uow.municipality.chats.coordinators,
        Priority.CARD,
        appeal_id=appeal.id,
        not_before=now + _GATHER if publication.media_group_id else None,
    )
    uow.cards.open(CardKind.SENDER, appeal, notice, now, draft_id=publication.draft_id)


async def tell_sender(uow: UnitOfWork, *, appeal_id: AppealId, by: Deed) -> str:
    """`Сообщено`; to whom. Raises `SenderTold`."""
    appeal, publication = await _get_untold(uow, appeal_id, by)
    publication.tell_sender(by.actor, by.at)
    await _note_told(uow, appeal, publication, by)
    return publication.sender or ""


async def ask_outgoing(uow: UnitOfWork, *, appeal_id: AppealId, by: Deed) -> None:
    """`Исх. № и дата` of the letter that told it. Raises `SenderTold`."""
    appeal, _ = await _get_untold(uow, appeal_id, by)
    await announce.ask_for_words(uow, PromptKind.SENDER_OUTGOING, appeal, by=by)
    await uow.commit()


async def take_outgoing(uow: UnitOfWork, prompt: Prompt, words: str, *, by: Deed) -> Appeal:
    """Number and date; raises `OutgoingNotUnderstood`, and the question stays open."""
    appeal, publication = await _get_untold(uow, prompt.appeal_id, by)
    local = by.at.astimezone(ZoneInfo(uow.municipality.timezone)).replace(tzinfo=None)
    publication.tell_sender(by.actor, by.at, read_outgoing(words, now=local))
    await announce.close_messages(uow, NoticeKind.PROMPT, prompt.id, by.at)
    await _note_told(uow, appeal, publication, by)
    return appeal


async def _note_told(uow: UnitOfWork, appeal: Appeal, publication: Publication, by: Deed) -> None:
    told = {"sender": publication.sender}
    if publication.outgoing_number and publication.outgoing_date:
        day = publication.outgoing_date.isoformat()
        told |= {"outgoing_number": publication.outgoing_number, "outgoing_date": day}
    uow.journal.record(by.actor, Action.TELL_SENDER, by.at, appeal_id=appeal.id, after=told)
    uow.publications.save(publication)
    uow.prompts.close_of_appeal(appeal.id, (PromptKind.SENDER_OUTGOING,), by.at)
    await uow.cards.refresh(appeal.id, by.at)
    await uow.commit()


async def _get_untold(uow: UnitOfWork, appeal_id: AppealId, by: Deed) -> tuple[Appeal, Publication]:
    appeal, publication = await _get(uow, appeal_id, Action.TELL_SENDER, by)
    if publication.told_at is not None:
        raise SenderTold(publication.told_by or "", publication.told_at)
    if not publication.waits_for_sender:
        raise NotPossibleNow(appeal.number, appeal.status)
    return appeal, publication


async def _get(uow: UnitOfWork, appeal_id: AppealId, action: Action, by: Deed) -> tuple[Appeal, Publication]:
    appeal = await get_for(uow, by, action, appeal_id)
    appeal.ensure_possible(action)
    return appeal, await uow.publications.get_last(appeal.id)
