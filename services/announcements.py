"""Which messages a change makes: every verb says here what is to be told, in its own transaction."""

from datetime import datetime, timedelta

from domain.appeal import Appeal
from domain.assignments import Assignment
from domain.drafts import Draft, PromptKind
from domain.errors import DomainError
from domain.ids import AssignmentId, ChatId, PromptId
from domain.messages import Citizen
from domain.municipality import Department, Municipality, Role
from domain.notice_args import ClosingArgs, stored_args
from domain.notices import AlarmKind, Args, CardKind, Notice, NoticeKind, Priority
from domain.people import Deed
from services.ports import UnitOfWork

ASKED_JUST_NOW = timedelta(minutes=1)
LATE_FILES_GATHER = timedelta(seconds=1)
UNCONSENTED_PATIENCE = timedelta(minutes=10)


def tell_citizen(
    uow: UnitOfWork,
    citizen: Citizen,
    kind: NoticeKind,
    now: datetime,
    *,
    appeal: Appeal | None = None,
    ref_id: int | None = None,
    args: Args | None = None,
) -> None:
    """A message for the citizen, in the order in which things happened; who has no chat with the bot gets none."""
    if not citizen.has_chat:
        return
    uow.outbox.add(
        Notice(
            kind,
            citizen.chat_id,
            Priority.CITIZEN,
            appeal_id=appeal.id if appeal else None,
            ref_id=ref_id,
            args=args or {},
        ),
        now,
    )


def say(uow: UnitOfWork, chat: int, text: str, now: datetime, *, once: bool = False) -> None:
    """A plain answer to somebody by the key of its text; `once`: not while the same still waits to be said."""
    key = f"say:{text}:{chat}" if once else None
    notice = Notice(NoticeKind.SAY, ChatId(chat), Priority.CITIZEN, args={"text": text}, coalesce_key=key)
    uow.outbox.add(notice, now)


def tell(uow: UnitOfWork, chat: int, text: str, now: datetime, /, **facts: str | int | bool | None) -> None:
    """A plain line for somebody of the staff, by the key of its text."""
    args: Args = {"text": text, **facts}
    uow.outbox.add(Notice(NoticeKind.TELL, ChatId(chat), Priority.INTERACTIVE, args=args), now)


def hint(uow: UnitOfWork, chat: ChatId, thread: int, text: str, now: datetime) -> None:
    """One silent line for a staff chat that nobody there asked for, by the key of its text."""
    notice = Notice(NoticeKind.STAFF_LINE, chat, Priority.BULK, thread_id=thread, args={"text": text})
    uow.outbox.add(notice, now)


def tell_here(
    uow: UnitOfWork, text: str, by: Deed, *, appeal: Appeal | None = None, args: Args | None = None
) -> None:
    """One silent line where somebody of the staff asked for something; `text` is its key."""
    facts: Args = {**(args or {}), "text": text}
    notice = Notice(
        NoticeKind.STAFF_LINE,
        by.chat,
        Priority.INTERACTIVE,
        thread_id=by.thread,
        appeal_id=appeal.id if appeal else None,
        args=facts,
    )
    uow.outbox.add(notice, by.at)


def refuse(uow: UnitOfWork, error: DomainError, by: Deed, *, number: str | None = None) -> None:
    """Say in the chat why words were not taken; where and to whom they were said. `number`: of the appeal that the
    message was about which they answered, so that the next attempt can be a reply to this one.
    """
    facts = {"number": number} if number else {}
    facts |= {
        name: fact.isoformat() if isinstance(fact, datetime) else str(fact)
        for name, fact in error.facts.items()
    }
    notice = Notice(
        NoticeKind.REFUSAL,
        by.chat,
        Priority.INTERACTIVE,
        thread_id=by.thread,
        args={"text": error.said_code, **facts},
    )
    uow.outbox.add(notice, by.at)


def open_coordinators_card(uow: UnitOfWork, appeal: Appeal, now: datetime) -> None:
    """Coordinators have a card of every appeal: silent and last in line where it needs nothing of them."""
    priority = Priority.CARD if appeal.department is None else Priority.EDIT
    chat = uow.municipality.chats.coordinators
    _open_card(uow, CardKind.COORDINATORS, appeal, chat, now, priority=priority)


def open_department_card(
    uow: UnitOfWork,
    appeal: Appeal,
    department: Department,
    now: datetime,
    *,
    assignment: Assignment | None = None,
) -> None:
    """The card by which a department gets its work, by mail too where it has no chat (R30); `assignment`: its part, where it does not lead."""
    _open_card(
        uow,
        CardKind.DEPARTMENT,
        appeal,
        department.chat,
        now,
        thread=department.thread,
        assignment=assignment,
    )
    if uow.municipality.works_by_mail(department):
        uow.mailings.add(appeal.id, department.code, department.email, now, appeal.undo_until)


def open_leadership_card(uow: UnitOfWork, appeal: Appeal, now: datetime) -> None:
    """Urgent matters reach the leadership's chat at once (R10, Grozny, алг. 6)."""
    chat = uow.municipality.chats.leadership
    _open_card(uow, CardKind.LEADERSHIP, appeal, chat, now, priority=Priority.URGENT)
    uow.outbox.add(
        Notice(NoticeKind.URGENT_LIST, chat, Priority.BULK, coalesce_key=f"urgent-list:{chat}"), now
    )


def open_mayors_card(uow: UnitOfWork, appeal: Appeal, chat: ChatId, now: datetime) -> None:
    """A card for the mayor, in the own chat or in the one that stands in for it."""
    _open_card(uow, CardKind.MAYOR, appeal, chat, now, priority=Priority.URGENT)


def open_approval_card(uow: UnitOfWork, appeal: Appeal, draft: Draft, now: datetime) -> None:
    """One new message for each version of a draft that waits for approval (R43)."""
    _open_card(uow, CardKind.APPROVAL, appeal, uow.municipality.chats.approvals, now, draft=draft)


def open_task_card(uow: UnitOfWork, appeal: Appeal, draft: Draft, now: datetime) -> None:
    """In the coordinators' chat: this answer has to be given by a person."""
    _open_card(uow, CardKind.TASK, appeal, uow.municipality.chats.coordinators, now, draft=draft)


def _open_card(
    uow: UnitOfWork,
    kind: CardKind,
    appeal: Appeal,
    chat: ChatId,
    now: datetime,
    *,
    thread: int = 0,
    draft: Draft | None = None,
    assignment: Assignment | None = None,
    priority: Priority = Priority.CARD,
) -> None:
    first = Priority.URGENT if appeal.urgent else priority
    notice = Notice(NoticeKind.CARD, chat, first, thread_id=thread, appeal_id=appeal.id)
    uow.cards.open(kind, appeal, notice, now, draft_id=draft.id if draft else None, assignment=assignment)


def tell_department(
    uow: UnitOfWork,
    appeal: Appeal,
    kind: NoticeKind,
    now: datetime,
    *,
    ref_id: int | None = None,
    args: Args | None = None,
    code: str | None = None,
) -> None:
    """A message of its own for the department that holds the appeal, or for the one of this `code`."""
    department = uow.municipality.find_department(code or appeal.department or "")
    if department is None:
        return
    notice = Notice(
        kind,
        department.chat,
        Priority.INTERACTIVE,
        thread_id=department.thread,
        appeal_id=appeal.id,
        ref_id=ref_id,
        args=args or {},
    )
    uow.outbox.add(notice, now)


def tell_coordinators(
    uow: UnitOfWork,
    appeal: Appeal,
    kind: NoticeKind,
    now: datetime,
    *,
    ref_id: int | None = None,
    args: Args | None = None,
    priority: Priority = Priority.INTERACTIVE,
) -> None:
    """A message of its own for the coordinators."""
    chat = uow.municipality.chats.coordinators
    notice = Notice(kind, chat, priority, appeal_id=appeal.id, ref_id=ref_id, args=args or {})
    uow.outbox.add(notice, now)


def hint_at_buttons(uow: UnitOfWork, appeal: Appeal, replied_to: int, by: Deed) -> None:
    """What can be done, and where, for somebody who writes under a message that takes no words."""
    notice = Notice(
        NoticeKind.REPLY_HINT,
        by.chat,
        Priority.INTERACTIVE,
        thread_id=by.thread,
        appeal_id=appeal.id,
        ref_id=replied_to,
        coalesce_key=f"hint:{by.chat}:{replied_to}",
    )
    uow.outbox.add(notice, by.at)


async def ask_for_words(
    uow: UnitOfWork,
    kind: PromptKind,
    appeal: Appeal,
    *,
    draft: Draft | None = None,
    words: str | None = None,
    assignment_id: AssignmentId | None = None,
    by: Deed,
) -> PromptId:
    """One new message that asks the presser for words; asked just now, it is not asked again.

    A press a minute later asks once more: the first message may be deleted, or far above. What was asked about an older
    version of the draft is over.
    """
    already = await uow.prompts.find_open(kind, appeal.id, by.actor.user_id, by.chat, assignment_id)
    if already is not None and already.draft_id == (draft.id if draft else None):
        if by.at - already.created_at >= ASKED_JUST_NOW:
            _ask(uow, already.id, appeal, by)
        return already.id
    if already is not None:
        uow.prompts.close(already.id, by.at)
    prompt_id = await uow.prompts.add(
        kind,
        appeal.id,
        chat_id=by.chat,
        actor=by.actor,
        now=by.at,
        draft_id=draft.id if draft else None,
        words=words,
        assignment_id=assignment_id,
    )
    _ask(uow, prompt_id, appeal, by)
    return prompt_id


def _ask(uow: UnitOfWork, prompt_id: PromptId, appeal: Appeal, by: Deed) -> None:
    notice = Notice(
        NoticeKind.PROMPT,
        ChatId(by.chat),
        Priority.INTERACTIVE,
        thread_id=by.thread,
        appeal_id=appeal.id,
        ref_id=prompt_id,
        coalesce_key=f"asked:{prompt_id}",
    )
    uow.outbox.add(notice, by.at)


def ask_about(uow: UnitOfWork, kind: NoticeKind, appeal: Appeal, prompt_id: PromptId, by: Deed) -> None:
    """Words came as a reply: what are they meant to be? Asked where they were said."""
    notice = Notice(
        kind,
        by.chat,
        Priority.INTERACTIVE,
        thread_id=by.thread,
        appeal_id=appeal.id,
        ref_id=prompt_id,
    )
    uow.outbox.add(notice, by.at)


def close_message(
    uow: UnitOfWork, chat: int, message_id: int, now: datetime, *, outcome: str = "", number: str = ""
) -> None:
    """Let the key's words stand in a message's place, without buttons; empty: the message goes."""
    args: Args = {"message_id": message_id, "text": outcome, "number": number}
    uow.outbox.add(Notice(NoticeKind.CLOSE_MESSAGE, ChatId(chat), Priority.EDIT, args=args), now)


def show_preview(uow: UnitOfWork, draft: Draft, by: Deed, *, not_before: datetime | None = None) -> None:
    """What the citizen would get, where the words were said."""
    notice = Notice(
        NoticeKind.PREVIEW,
        ChatId(by.chat),
        Priority.INTERACTIVE,
        thread_id=by.thread,
        appeal_id=draft.appeal_id,
        ref_id=draft.id,
        not_before=not_before,
    )
    uow.outbox.add(notice, by.at)


async def close_messages(
    uow: UnitOfWork,
    kind: NoticeKind,
    ref_id: int,
    now: datetime,
    *,
    outcome: str = "",
    number: str = "",
    place: str = "",
) -> None:
    """Take the buttons off what was asked: `outcome` is the key of the words that stand there from now on, about
    the appeal of this `number`, now with `place`; empty where the message goes altogether.
    """
    for chat_id, message_id in await uow.outbox.list_sent(kind, ref_id):
        args = stored_args(ClosingArgs(message_id, outcome, number, place))
        uow.outbox.add(
            Notice(NoticeKind.CLOSE_MESSAGE, ChatId(chat_id), Priority.EDIT, ref_id=ref_id, args=args), now
        )


def alarm(uow: UnitOfWork, kind: AlarmKind, now: datetime, /, **facts: str | int | bool | None) -> None:
    """Tell every administrator, once while an equal alarm waits; facts never hold a citizen's words."""
    for chat in administrators(uow.municipality):
        key = f"{kind.value}:{chat}:{':'.join(str(fact) for fact in facts.values())}"
        args: Args = {"text": kind.value, **facts}
        uow.outbox.add(Notice(NoticeKind.ALARM, chat, Priority.INTERACTIVE, args=args, coalesce_key=key), now)


def administrators(municipality: Municipality) -> list[ChatId]:
    """Private chats of the administrators."""
    return [ChatId(employee.id) for employee in municipality.list_employees(Role.ADMIN)]


def show_late_files(uow: UnitOfWork, appeal: Appeal, now: datetime) -> None:
    """Files that came after the card go to the one chat that holds the appeal, under its card, a batch at a time."""
    department = uow.municipality.find_department(appeal.department) if appeal.department else None
    chat = department.chat if department else uow.municipality.chats.coordinators
    uow.outbox.add(
        Notice(
            NoticeKind.LATE_FILES,
            chat,
            Priority.CARD,
            thread_id=department.thread if department else 0,
            appeal_id=appeal.id,
            coalesce_key=f"late:{appeal.id}",
            not_before=now + LATE_FILES_GATHER,
        ),
        now,
    )


def list_lost_cards(uow: UnitOfWork, chat: ChatId, now: datetime) -> None:
    """To the coordinators: what is open in a group that is lost, and what each matter needs."""
    notice = Notice(
        NoticeKind.LOST_CARDS,
        uow.municipality.chats.coordinators,
        Priority.CARD,
        ref_id=chat,
        coalesce_key=f"lost:{chat}",
    )
    uow.outbox.add(notice, now)


def count_unconsented(uow: UnitOfWork, now: datetime) -> None:
    """Coordinators learn how many wait for their own consent, not what they wrote."""
    uow.outbox.add(
        Notice(
            NoticeKind.UNCONSENTED,
            uow.municipality.chats.coordinators,
            Priority.BULK,
            coalesce_key="unconsented",
            not_before=now + UNCONSENTED_PATIENCE,
        ),
        now,
    )
