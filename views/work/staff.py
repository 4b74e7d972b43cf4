"""Messages of their own in the staff's chats: what came back, what changed, what did not arrive."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from domain.appeal import Appeal
from domain.assignments import Assignment, AssignmentState, is_joint
from domain.casefile import CaseFile
from domain.escalation import BOUNCED_OFTEN
from domain.messages import CitizenMessage
from domain.outcomes import Delivery, Outcome
from domain.status import Status
from domain.words.masking import mask
from domain.words.text import split_utf16
from locales.texts import Html, Texts, join_html
from views.cards.joint import label_of
from views.cards.keyboards import second_keyboard
from views.cards.lines import headline, plain_headline
from views.cards.media import albums, count_files
from views.cards.quotations import citizens_quote, list_additions, message_text, shown_part, words_of
from views.measure import LIMIT, divide, one_line, quote, shorten, veiled_quote
from views.moments import moment, until, zone
from views.parts import Part, Text
from views.work.overdue import bounced

_REASON_ROOM: Final = 3000
_SHORT_REASON_ROOM: Final = 500
_NAME_ROOM: Final = 100
_SIDE_ROOM: Final = 1900
"""Units for the old and for the new wording of an edit."""


def returned(
    file: CaseFile, texts: Texts, *, now: datetime, who: str = "", late_for: datetime | None = None
) -> list[Part]:
    """To the coordinators: not theirs, with the written reason; `late_for` is the term that it missed (R40)."""
    number, by = file.appeal.number, one_line(who, _NAME_ROOM)
    reason = shorten(mask(file.appeal.return_reason or "—"), _REASON_ROOM)
    if late_for is not None:
        time = until(late_for, now, zone(file.municipality), texts)
        name = by or texts.plain("someone")
        line = texts("notice-returned-late", number=number, who=name, time=time, reason=reason)
    elif by:
        line = texts("notice-returned-by", number=number, who=by, reason=reason)
    else:
        line = texts("notice-returned", number=number, reason=reason)
    if is_joint(file.assignments) and file.department is None:
        line = join_html("\n", [line, texts("notice-lead-wanted", others=_what_others_do(file))])
    if file.appeal.returns == BOUNCED_OFTEN:
        return [bounced(line, file, texts)]
    return [_under_headline(line, file, texts)]


def part_returned(file: CaseFile, texts: Texts, *, part: Assignment, now: datetime, who: str) -> list[Part]:
    """To the coordinators: one department's part is not theirs; the others work on (R40, R47)."""
    line = texts(
        "notice-part-returned",
        number=file.appeal.number,
        department=label_of(file, part),
        who=one_line(who, _NAME_ROOM),
        reason=shorten(mask(part.reason or "—"), _REASON_ROOM),
        others=_what_others_do(file),
    )
    late = part.return_by is not None and part.ended_at is not None and part.ended_at > part.return_by
    if late and part.return_by is not None:
        time = until(part.return_by, now, zone(file.municipality), texts)
        line = join_html("\n", [line, texts("notice-part-returned-late", time=time)])
    return [_under_headline(line, file, texts)]


def _what_others_do(file: CaseFile) -> str:
    """Whether anybody works on it still, or all that is left is there already (a code)."""
    states = {one.state for one in file.assignments if one.is_open}
    if states - {AssignmentState.GIVEN}:
        return "work"
    return "done" if states else "none"


def parts_in(file: CaseFile, texts: Texts) -> list[Part]:
    """To the lead: nothing is waited for any more."""
    return [_under_headline(texts("notice-parts-in", number=file.appeal.number), file, texts)]


def part_late(file: CaseFile, texts: Texts, *, part: Assignment) -> list[Part]:
    """To the lead: words that came when the answer was on its way already."""
    line = texts("notice-part-late", number=file.appeal.number, department=label_of(file, part))
    return [Text(join_html("\n", [line, quote(shorten(shown_part(file, part.text), _REASON_ROOM))]))]


def part_withdrawn(file: CaseFile, texts: Texts) -> list[Part]:
    """To a department whose part has been taken away."""
    return [_under_headline(texts("notice-part-withdrawn", number=file.appeal.number), file, texts)]


def revision(file: CaseFile, texts: Texts) -> list[Part]:
    """To the department: `file.draft` came back, with the reasons, and with the voice that told them (R44, R45)."""
    draft = file.draft
    spoken = draft is not None and draft.remark_files and not draft.reason
    reason = texts.plain("approval-returned-spoken") if spoken else (draft.reason if draft else "") or "—"
    line = texts(
        "notice-revision",
        number=file.appeal.number,
        who=one_line((draft.decided_by if draft else "") or "", _NAME_ROOM) or texts.plain("someone"),
        reason=shorten(mask(reason), _REASON_ROOM),
    )
    return [_under_headline(line, file, texts), *albums(draft.remark_files if draft else ())]


def became_urgent(file: CaseFile, texts: Texts) -> list[Part]:
    """An edit makes no sound; what has become urgent must be heard (R35)."""
    line = texts("notice-urgent", number=file.appeal.number)
    return [Text(join_html("\n", [line, plain_headline(file, texts)]))]


def citizen_edited(file: CaseFile, texts: Texts, *, now: datetime) -> list[Part]:
    """To who accepted: the sense has changed, old words and new."""
    if not file.edits:
        return []
    edit = file.edits[-1]
    first = next((one for one in file.edits if one.row_id == edit.row_id), edit)
    time = moment(edit.edited_at, now, zone(file.municipality))
    old, new = (shorten(mask(text), _SIDE_ROOM) or "—" for text in (first.old_text, edit.new_text))
    lines = [
        texts("notice-edited", number=file.appeal.number, time=time),
        texts("notice-edited-old"),
        citizens_quote(file, old),
        texts("notice-edited-new"),
        citizens_quote(file, new),
    ]
    return [Text(join_html("\n", lines))]


def citizen_added(file: CaseFile, texts: Texts, *, row_id: int | None = None) -> list[Part]:
    """To who accepted: the citizen's further words in full; the latest addition where no row is named."""
    every = list_additions(file) if row_id is None else file.messages
    rows = [row for row in every if row_id is None or row.id == row_id][-1:]
    words = split_utf16("\n".join(filter(None, map(words_of, rows))), LIMIT - 300)
    heading = _added_heading(file, texts, rows)
    return [
        Text(join_html("\n", [heading, citizens_quote(file, piece)]), silent=at > 0)
        for at, piece in enumerate(words)
    ] or [Text(heading)]


def _added_heading(file: CaseFile, texts: Texts, rows: Sequence[CitizenMessage]) -> Html:
    line = texts("notice-added", number=file.appeal.number)
    files = count_files(rows, texts)
    return join_html("\n", [line, texts("card-files", files=files)]) if files else line


def delivery_failed(file: CaseFile, texts: Texts) -> list[Part]:
    """The answer is kept, and somebody has to reach the citizen in another way."""
    number = file.appeal.number
    blocked = file.appeal.delivery is Delivery.BLOCKED
    return [
        Text(
            texts("notice-blocked", number=number) if blocked else texts("notice-failed", number=number),
            silent=True,
        )
    ]


def reply_hint(file: CaseFile, texts: Texts) -> list[Part]:
    """Where somebody replied to what takes no words: what can be done instead, and where."""
    department = file.department.label if file.department else ""
    said = texts(
        "hint-reply", number=file.appeal.number, case=_what_is_due(file.appeal), department=department
    )
    return [Text(said, silent=True)]


def _what_is_due(appeal: Appeal) -> str:
    if appeal.status is Status.ON_APPROVAL:
        return "approval"
    if appeal.task_since is not None and appeal.way.is_by_hand:
        return appeal.way.value
    if appeal.is_open:
        return "waits" if appeal.department is None else "department"
    undelivered = appeal.delivery in {Delivery.BLOCKED, Delivery.FAILED} and appeal.task_since is None
    return "undelivered" if undelivered else "over"


def ended(file: CaseFile, texts: Texts) -> list[Part]:
    """To who accepted, in silence: there is nothing to do any more, and why."""
    outcome = (file.appeal.outcome or Outcome.WITHDRAWN).value
    line = texts(f"notice-ended-{outcome}", number=file.appeal.number)
    return [_under_headline(line, file, texts, silent=True)]


def life_at_risk(file: CaseFile, texts: Texts) -> list[Part]:
    """To the coordinators, with sound: somebody has to read it now (R53, A20)."""
    return [_under_headline(texts("notice-life-at-risk", number=file.appeal.number), file, texts)]


def no_reply_rejected(file: CaseFile, texts: Texts, *, who: str = "") -> list[Part]:
    """To the coordinators: it needs an answer after all."""
    by = one_line(who, _NAME_ROOM) or texts.plain("someone")
    return [
        _under_headline(texts("notice-no-reply-rejected", number=file.appeal.number, who=by), file, texts)
    ]


def no_reply_question(file: CaseFile, texts: Texts) -> list[Part]:
    """To the approvers: shall it get no answer? The words stand folded below the reason (R53)."""
    appeal = file.appeal
    if not appeal.waits_for_second:
        return []
    words, _ = divide(message_text(file), _REASON_ROOM)
    lines = [
        texts(
            "silence-question",
            number=appeal.number,
            who=one_line(appeal.no_reply_by or "", _NAME_ROOM) or texts.plain("someone"),
            reason=shorten(mask(appeal.no_reply_reason or "—"), _SHORT_REASON_ROOM),
        ),
        veiled_quote(words or "—"),
    ]
    return [Text(join_html("\n", lines), second_keyboard(appeal, texts))]


def unconsented(texts: Texts, *, count: int) -> list[Part]:
    """How many wait for their own consent; not a word of theirs."""
    return [Text(texts("notice-unconsented", count=count), silent=True)]


def line(texts: Texts, *, text: str, loud: bool = False, **facts: str | int | bool | None) -> list[Part]:
    """One line by its key, silent to whoever asked for something."""
    shown = {
        name: one_line("" if value is None else str(value), _REASON_ROOM) for name, value in facts.items()
    }
    return [Text(texts(text, **shown), silent=not loud)]


def _under_headline(line: Html, file: CaseFile, texts: Texts, *, silent: bool = False) -> Text:
    return Text(join_html("\n", [line, headline(file, texts)]), silent=silent)
