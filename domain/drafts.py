"""Drafts of what the citizen will read: each version is kept, and an approval names the version it saw."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from domain.errors import AskedOfAnother, Forbidden
from domain.ids import AppealId, AssignmentId, ChatId, DraftId, InstructionId, PromptId, UserId
from domain.messages import Attachment, ContentKind
from domain.outcomes import Outcome
from domain.people import Actor
from domain.words.commitments import Commitment
from domain.words.names import short_name
from domain.words.promised_days import PromiseFlaw


class DraftKind(StrEnum):
    """Interim answers and questions to the citizen are approved like answers (R31), and so is what is said of a promise:
    KEPT, or MOVED to another day.
    """

    FINAL = "final"
    INTERIM = "interim"
    CLARIFICATION = "clarification"
    KEPT = "kept"
    MOVED = "moved"


class DraftState(StrEnum):
    """Preview in the department, then the way through approval; a department's part is given to the common draft."""

    PREVIEW = "preview"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    REPLACED = "replaced"
    APPROVED = "approved"
    PUBLISHED = "published"
    DROPPED = "dropped"
    GIVEN = "given"


_UNSAVED = DraftId(0)
PROOF_PATIENCE = timedelta(minutes=3)
"""So long files and words of one person are taken for one draft."""


@dataclass(slots=True)
class Draft:
    """One version of a text for the citizen; `version` counts within its appeal.

    `author` answers for the draft and its term (R54); an approver who replaces the words does not become it.
    `reason` is empty where the remark was spoken: it is among the `remark_files` then.
    `assignment_id`: these words are that department's part, not an answer. `is_common`: put together from parts.
    `promised_on`: the day that it promises to the citizen, `controlled_on` the working day on which that is controlled,
    `promise_flaw` why the words name none that is certain;
    `promise_id`: it is about that promise, not an answer.
    `chat_id`, `message_id`: where its words were said, so that an edit of them is no surprise; 0: nowhere.
    `committed_until`, `responsible`, `actions`: what an interim answer commits to (R51).
    """

    appeal_id: AppealId
    version: int
    text: str
    author_id: UserId
    author_name: str
    created_at: datetime
    id: DraftId = _UNSAVED
    state: DraftState = DraftState.PREVIEW
    kind: DraftKind = DraftKind.FINAL
    outcome: Outcome | None = None
    attachments: tuple[Attachment, ...] = ()
    media_group_id: str | None = None
    submitted_at: datetime | None = None
    decided_by: str | None = None
    decided_at: datetime | None = None
    reason: str | None = None
    remark_files: tuple[Attachment, ...] = ()
    replaced_by: str | None = None
    publish_at: datetime | None = None
    published_at: datetime | None = None
    assignment_id: AssignmentId | None = None
    is_common: bool = False
    chat_id: int = 0
    message_id: int = 0
    committed_until: date | None = None
    responsible: str = ""
    actions: str = ""
    promised_on: date | None = None
    controlled_on: date | None = None
    promise_flaw: PromiseFlaw | None = None
    promise_id: int | None = None

    @property
    def is_history(self) -> bool:
        """Whether another version, or none, has taken its place."""
        return self.state in {DraftState.REPLACED, DraftState.RETURNED, DraftState.DROPPED}

    @property
    def commitment(self) -> Commitment:
        """Until when, who answers for it, what is being done."""
        return Commitment(self.committed_until, self.responsible, self.actions)

    def commit_to(self, commitment: Commitment) -> None:
        """Keep the three with this version."""
        self.committed_until = commitment.until
        self.responsible, self.actions = commitment.responsible, commitment.actions

    def can_promise(self) -> bool:
        """Whether a day in it is a promise: measures are planned, or the final answer is still to come (R24, R42)."""
        return self.kind in {DraftKind.INTERIM, DraftKind.MOVED} or self.outcome is Outcome.MEASURES


@dataclass(frozen=True, slots=True)
class LooseFile:
    """A picture that somebody sent to the department's chat beside a reply: of no answer until that person says so."""

    id: int
    kind: ContentKind
    file_id: str


def with_proof(
    earlier: Draft | None, text: str, attachments: tuple[Attachment, ...], now: datetime
) -> tuple[str, tuple[Attachment, ...]]:
    """The words and files of a new draft: files without words belong to the same person's words of just now, and
    words to the files that came before them (interface: proof before, in, or within three minutes after the reply).
    New words for a common draft keep the files of the parts.
    """
    if earlier is not None and earlier.is_common:
        return text if text.strip() else earlier.text, earlier.attachments + attachments
    if (
        earlier is None
        or now - earlier.created_at > PROOF_PATIENCE
        or (earlier.text.strip() and text.strip())
    ):
        return text, attachments
    return text if text.strip() else earlier.text, earlier.attachments + attachments


def is_spoken(attachments: tuple[Attachment, ...]) -> bool:
    """Whether a person said it instead of writing: whoever sits in a car does."""
    return any(file.kind in {ContentKind.VOICE, ContentKind.VIDEO_NOTE} for file in attachments)


class PromptKind(StrEnum):
    """What the bot waits to be told."""

    RETURN_REASON = "return_reason"
    REVISION_REASON = "revision_reason"
    DRAFT = "draft"
    REMARK = "remark"
    MAYOR_REASON = "mayor_reason"
    INSTRUCTION = "instruction"
    INSTRUCTION_TERM = "instruction_term"
    REPORT = "report"
    ADDRESS = "address"
    GIST = "gist"
    FORMER = "former"
    CLARIFICATION = "clarification"
    CONTACT = "contact"
    OUTGOING = "outgoing"
    NO_REPLY_REASON = "no_reply_reason"
    TALK = "talk"
    NOT_OURS = "not_ours"
    TASKS = "tasks"
    BAR_REASON = "bar_reason"
    PROOF = "proof"
    EXTENSION_REASON = "extension_reason"
    EXTENSION_TERM = "extension_term"
    EXTENSION_REFUSAL = "extension_refusal"
    COMMITMENT = "commitment"
    PROMISE_KEPT = "promise_kept"
    PROMISE_MOVED = "promise_moved"
    PROMISE_DAY = "promise_day"
    PROMISE_DROP = "promise_drop"
    INQUIRY = "inquiry"
    EVIDENCE = "evidence"
    NO_EVIDENCE = "no_evidence"
    SENDER_OUTGOING = "sender_outgoing"
    MEASURES = "measures"


DRAFTED = frozenset({PromptKind.DRAFT, PromptKind.PROOF, PromptKind.PROMISE_KEPT, PromptKind.PROMISE_MOVED})
"""A reply to these is a draft, or belongs to one."""
OF_DRAFT = DRAFTED | {PromptKind.COMMITMENT}
"""What is asked about a draft that waits to be sent; other words put an end to it."""
REASONS = frozenset(
    {
        PromptKind.RETURN_REASON,
        PromptKind.REVISION_REASON,
        PromptKind.MAYOR_REASON,
        PromptKind.CLARIFICATION,
        PromptKind.NO_REPLY_REASON,
        PromptKind.BAR_REASON,
        PromptKind.EXTENSION_REASON,
        PromptKind.EXTENSION_REFUSAL,
        PromptKind.PROMISE_DROP,
        PromptKind.NO_EVIDENCE,
        PromptKind.MEASURES,
    }
)
"""What another person reads in words: a picture, a sticker or «...» is none."""
OFFERED = frozenset({PromptKind.TALK, PromptKind.NOT_OURS})
"""The words are there; it is asked what they are meant to be, and another reply takes the question back."""
PRESSED = OFFERED | {PromptKind.REMARK, PromptKind.INSTRUCTION, PromptKind.REPORT}
"""A press decides what the words are; further words answer nothing."""


class AnothersWords(AskedOfAnother):
    """What the words are to be is decided by whoever has written them."""

    code = "error-anothers-words"


@dataclass(slots=True)
class Prompt:
    """A waiting for one person's words; `words` (and files with them) are kept while it is asked what they are meant to be.

    `message_id`: where the words were said; 0: nowhere yet, or they came to nothing.
    """

    id: PromptId
    kind: PromptKind
    appeal_id: AppealId
    draft_id: DraftId | None
    chat_id: ChatId
    user_id: UserId
    user_name: str
    words: str | None
    created_at: datetime
    closed_at: datetime | None = None
    attachments: tuple[Attachment, ...] = ()
    instruction_id: InstructionId | None = None
    assignment_id: AssignmentId | None = None
    message_id: int = 0

    def ensure_asked(self, actor: Actor) -> None:
        """Raise `AskedOfAnother` or `AnothersWords` where a colleague answers, `Forbidden` where nobody of the staff does."""
        if self.user_id == actor.user_id:
            return
        if not actor.roles:
            raise Forbidden
        name = short_name(self.user_name)
        raise AnothersWords(name) if self.kind in PRESSED else AskedOfAnother(name)
