"""What is to be said to whom: the rows of the outbox, written in the transaction of the change they announce."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum

from domain.ids import AppealId, ChatId


class Priority(IntEnum):
    """Which message of a chat goes first; within one priority the older."""

    URGENT = 0
    INTERACTIVE = 1
    CITIZEN = 2
    CARD = 3
    EDIT = 4
    BULK = 5


class NoticeKind(StrEnum):
    """What a row says. Cards show the current state; the others the version or the words that the row names."""

    SAY = "say"
    REFUSAL = "refusal"
    OWN_APPEALS = "own_appeals"
    LANGUAGE_QUESTION = "language_question"
    RECEIPT = "receipt"
    CONSENT_REQUEST = "consent_request"
    ADDITION_NOTED = "addition_noted"
    TOPIC_QUESTION = "topic_question"
    AFTER_ANSWER_QUESTION = "after_answer_question"
    LIMIT_REACHED = "limit_reached"
    RATING_QUESTION = "rating_question"
    WITHDRAW_QUESTION = "withdraw_question"
    FORGET_QUESTION = "forget_question"
    ANSWER = "answer"
    PUBLIC_ANSWER = "public_answer"
    REACTION = "reaction"
    CARD = "card"
    CARD_EDIT = "card_edit"
    LATE_FILES = "late_files"
    PROMPT = "prompt"
    PREVIEW = "preview"
    PROOF_OFFER = "proof_offer"
    REMARK_QUESTION = "remark_question"
    WORDS_QUESTION = "words_question"
    BAR_REASONS = "bar_reasons"
    KEPT_MEANWHILE = "kept_meanwhile"
    REPLY_HINT = "reply_hint"
    INSTRUCTION_OFFER = "instruction_offer"
    INSTRUCTION = "instruction"
    REPORT_OFFER = "report_offer"
    URGENT_LIST = "urgent_list"
    SURGE = "surge"
    SUMMARY = "summary"
    SUMMARY_VIEW = "summary_view"
    REMINDER_NOTE = "reminder_note"
    DIGEST = "digest"
    NUDGE = "nudge"
    OVERDUE = "overdue"
    REWORKED = "reworked"
    DUTY = "duty"
    QUEUE_CALL = "queue_call"
    HANDOVER = "handover"
    RELEASED = "released"
    PINNED = "pinned"
    PIN = "pin"
    RETURNED = "returned"
    PARTS_IN = "parts_in"
    PART_LATE = "part_late"
    PART_WITHDRAWN = "part_withdrawn"
    REVISION = "revision"
    CITIZEN_EDITED = "citizen_edited"
    BECAME_URGENT = "became_urgent"
    CITIZEN_ADDED = "citizen_added"
    SECOND_LOOK = "second_look"
    EXTENSION_REQUEST = "extension_request"
    EXTENSION_DECIDED = "extension_decided"
    EXTENDED = "extended"
    UNCONSENTED = "unconsented"
    TERM_EXPLAINED = "term_explained"
    FIND_PROMPT = "find_prompt"
    FOUND = "found"
    FOUND_PAGE = "found_page"
    HISTORY = "history"
    DIRECTORY = "directory"
    PAPER_CHOICE = "paper_choice"
    PAPER_PROMPT = "paper_prompt"
    PAPER_PROGRESS = "paper_progress"
    PAPER = "paper"
    PAPER_TROUBLE = "paper_trouble"
    OCCASION = "occasion"
    OCCASION_EDIT = "occasion_edit"
    OCCASIONS = "occasions"
    OCCASIONS_EDIT = "occasions_edit"
    OCCASION_PROMPT = "occasion_prompt"
    CAUSES = "causes"
    CAUSES_EDIT = "causes_edit"
    CAUSE_PROMPT = "cause_prompt"
    MEASURE = "measure"
    MEASURE_DUE = "measure_due"
    MEASURE_EDIT = "measure_edit"
    MEASURE_TOLD = "measure_told"
    WATCH = "watch"
    WATCH_EDIT = "watch_edit"
    UPLOAD = "upload"
    UPLOAD_EDIT = "upload_edit"
    ENTRY = "entry"
    ENTRY_EDIT = "entry_edit"
    ENTRY_PROMPT = "entry_prompt"
    ENDED = "ended"
    NO_REPLY_QUESTION = "no_reply_question"
    NO_REPLY_REJECTED = "no_reply_rejected"
    LIFE_AT_RISK = "life_at_risk"
    DELIVERY_FAILED = "delivery_failed"
    LOST_CARDS = "lost_cards"
    CLOSE_MESSAGE = "close_message"
    STAFF_LINE = "staff_line"
    ALARM = "alarm"
    TELL = "tell"
    SETUP_PAGE = "setup_page"
    SETUP_PROMPT = "setup_prompt"
    SETTINGS_FILE = "settings_file"
    HANDED_FILE = "handed_file"
    HANDED_FILE_EDIT = "handed_file_edit"
    INVITATION = "invitation"
    BINDING = "binding"
    ACCESS_OFFER = "access_offer"
    ACCESS_REQUEST = "access_request"


TO_CITIZENS = frozenset(
    {
        NoticeKind.SAY,
        NoticeKind.OWN_APPEALS,
        NoticeKind.LANGUAGE_QUESTION,
        NoticeKind.RECEIPT,
        NoticeKind.CONSENT_REQUEST,
        NoticeKind.ADDITION_NOTED,
        NoticeKind.TOPIC_QUESTION,
        NoticeKind.AFTER_ANSWER_QUESTION,
        NoticeKind.LIMIT_REACHED,
        NoticeKind.RATING_QUESTION,
        NoticeKind.WITHDRAW_QUESTION,
        NoticeKind.FORGET_QUESTION,
        NoticeKind.ANSWER,
        NoticeKind.REACTION,
        NoticeKind.EXTENDED,
    }
)
"""A reply to these is a citizen's message, whoever writes it."""


class AlarmKind(StrEnum):
    """What administrators must hear of: also the keys of the texts; the facts of each stand beside it."""

    UPDATE_SET_ASIDE = "alarm-update-set-aside"
    """update_id, error"""
    TOKEN_REFUSED = "alarm-token-refused"  # noqa: S105 — a name
    """no facts"""
    TOPIC_GONE = "alarm-topic-gone"
    """chat_id, thread_id"""
    POLLING = "alarm-polling"
    """state"""
    NOT_SENT = "alarm-not-sent"
    """chat_id, row_id, notice, error"""
    NOT_DONE = "alarm-not-done"
    """what, error"""
    CHAT_UNREACHABLE = "alarm-chat-unreachable"
    """chat, reason"""
    COORDINATORS_UNREACHABLE = "alarm-coordinators-unreachable"
    """chat, reason"""
    PUBLIC_UNREACHABLE = "alarm-public-unreachable"
    """chat, reason"""
    MIGRATED = "alarm-migrated"
    """old, new"""
    FILES_NOT_KEPT = "alarm-files-not-kept"
    """no facts"""
    PAPER_NOT_MADE = "alarm-paper-not-made"
    """what, error"""
    SUMMARY_NOT_DRAWN = "alarm-summary-not-drawn"
    """error"""
    MAIL_NOT_SENT = "alarm-mail-not-sent"
    """address, trouble, code"""
    MAIL_CLOSED = "alarm-mail-closed"
    """code"""
    CALENDAR_ENDS = "alarm-calendar-ends"
    """year"""
    TERM_UNKNOWN = "alarm-term-unknown"
    """trouble, calendar, year"""
    MUNICIPALITY_DIFFERS = "alarm-municipality-differs"
    """count, list"""


class CardKind(StrEnum):
    """For whom a card is drawn. `SENDER`: whoever passed the message on is to be told. `QUEUE` shows one waiting appeal
    after another, `VIEW` offers nothing to press.
    """

    COORDINATORS = "coordinators"
    DEPARTMENT = "department"
    LEADERSHIP = "leadership"
    MAYOR = "mayor"
    APPROVAL = "approval"
    TASK = "task"
    SENDER = "sender"
    QUEUE = "queue"
    VIEW = "view"


Args = Mapping[str, str | int | bool | None]


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to be said in one chat. `ref_id` names the draft, prompt, card or message it is about.

    `coalesce_key`: while a row with this key waits, another one is not written. `not_before`: aware UTC.
    """

    kind: NoticeKind
    chat_id: ChatId
    priority: Priority
    thread_id: int = 0
    appeal_id: AppealId | None = None
    ref_id: int | None = None
    args: Args = field(default_factory=dict)
    coalesce_key: str | None = None
    not_before: datetime | None = None


@dataclass(frozen=True, slots=True)
class SentMessage:
    """A message of the bot that somebody replies to or presses on: what it was, and about which appeal."""

    kind: NoticeKind
    appeal_id: AppealId | None
    ref_id: int | None
