"""The approver's card: the question, the answer to the letter, and what became of this version."""

from datetime import datetime
from typing import Final

from domain.casefile import Card, CaseFile
from domain.drafts import Draft, DraftKind, DraftState
from domain.words.masking import mask
from domain.words.personal_numbers import find_numbers
from domain.words.text import split_utf16
from locales.texts import Html, Texts, join_html
from views.callbacks import Choice
from views.cards.commitments import too_late, whole_answer
from views.cards.fates import fate_lines
from views.cards.joint import authors_of_parts
from views.cards.lines import approval_files, headline, note_lines
from views.cards.media import albums
from views.cards.quotations import (
    citizens_quote,
    closed_note,
    list_additions,
    message_text,
    shown_answer,
    words_of,
)
from views.cards.states import REASON_ROOM, sending_at
from views.cards.terms import with_approval_term
from views.measure import LIMIT, divide, one_line, quote, shorten, visible_len
from views.moments import moment, zone
from views.parts import Edit, Part, Text
from views.work.approval_keyboards import approval_keyboard
from views.work.promising import promised_facts
from views.work.referring import lacking_lines

_DRAFT_ROOM: Final = 2600
"""Units of the draft on the card; constant, so that a card drawn anew is cut in the same place."""
_QUESTION_ROOM: Final = 3000
_NAME_ROOM: Final = 100


def approval_card(file: CaseFile, texts: Texts, *, card: Card, now: datetime) -> list[Part]:
    """The attachments, the beginning of a draft too long for one message, and the card with its buttons."""
    if file.draft is None:
        return []
    return [
        *albums(file.draft.attachments),
        *_beginnings(file, file.draft, texts),
        Text(
            _draw(file, file.draft, texts, now),
            approval_keyboard(file, texts, file.draft, card),
            is_card=True,
        ),
    ]


def edit_of_approval_card(file: CaseFile, texts: Texts, *, card: Card, now: datetime) -> Edit | None:
    """The same card as it has to look now; None where its draft is not at hand."""
    if file.draft is None:
        return None
    html = _draw(file, file.draft, texts, now)
    return Edit(card.message_id or 0, html, approval_keyboard(file, texts, file.draft, card))


def second_look(file: CaseFile, texts: Texts, *, is_edit: bool) -> list[Part]:
    """With sound: the citizen wrote after this version was sent to approval; nothing where it was decided on meanwhile."""
    if file.draft is None or file.draft.state not in {DraftState.SUBMITTED, DraftState.APPROVED}:
        return []
    key = "notice-second-look-edit" if is_edit else "notice-second-look-addition"
    return [Text(texts(key, number=file.appeal.number))]


def choice_of(draft: Draft) -> Choice:
    """The button by which the draft was sent to approval."""
    other = {DraftKind.INTERIM: Choice.INTERIM, DraftKind.CLARIFICATION: Choice.CLARIFY}
    return other.get(draft.kind) or Choice(draft.outcome.value if draft.outcome else Choice.EXPLAINED)


def _beginnings(file: CaseFile, draft: Draft, texts: Texts) -> list[Part]:
    *beginnings, _ = split_utf16(shown_answer(file, draft, texts), _DRAFT_ROOM) or ("",)
    number, parts = file.appeal.number, str(len(beginnings) + 1)
    return [
        Text(
            join_html(
                "\n",
                [
                    texts("approval-draft-part", kind=draft.kind, number=number, part=str(part), parts=parts),
                    quote(words),
                ],
            ),
            silent=True,
        )
        for part, words in enumerate(beginnings, 1)
    ]


def _draw(file: CaseFile, draft: Draft, texts: Texts, now: datetime) -> Html:
    *beginnings, words = split_utf16(shown_answer(file, draft, texts), _DRAFT_ROOM) or ("",)
    heading = "approval-draft-end" if beginnings else "approval-draft"
    answer = [texts(heading, kind=draft.kind), quote(words or "—")]
    below = [
        *answer,
        *closed_note(file, draft, texts),
        *_public_notes(file, draft, texts),
        *too_late(file, draft, texts),
        *_lacking_contacts(file, draft, texts),
        *_facts(draft, texts),
        *authors_of_parts(file, texts),
        *_former_remark(file, draft, texts),
        *note_lines(file, texts, now=now),
        _state(file, draft, texts, now),
        Html(file.appeal.number),
    ]
    above = [with_approval_term(headline(file, texts), file, texts, now), texts("approval-question")]
    room = LIMIT - visible_len(join_html("\n", [*above, *below])) - 3
    return join_html("\n", [*above, _question(file, room), *below])


def _lacking_contacts(file: CaseFile, draft: Draft, texts: Texts) -> list[Html]:
    """The author was warned and sent it all the same: whoever decides sees it too, while there is something to decide (R25)."""
    is_open = draft.state is DraftState.SUBMITTED and file.needs_contacts
    return lacking_lines(draft, texts) if is_open else []


def _question(file: CaseFile, room: int) -> Html:
    """The citizen's words alone; what does not fit stands on the department's card."""
    said = "\n\n".join(filter(None, [message_text(file), *map(words_of, list_additions(file))]))
    limit = min(room, _QUESTION_ROOM)
    shown, rest = divide(said, limit - 1)
    return citizens_quote(file, shorten(f"{shown}…", limit) if rest else shown or "—")


def _public_notes(file: CaseFile, draft: Draft, texts: Texts) -> list[Html]:
    """That everybody will read it, and that it names numbers (R09)."""
    if file.comment is None:
        return []
    numbers = find_numbers(whole_answer(draft, texts))
    return [texts("approval-public"), *([texts("approval-public-numbers")] if numbers else [])]


def _facts(draft: Draft, texts: Texts) -> list[Html]:
    outcome = texts.plain(f"button-{choice_of(draft).value}")
    author = one_line(draft.author_name, _NAME_ROOM) or texts.plain("someone")
    wording = one_line(draft.replaced_by or "", _NAME_ROOM)
    return [
        *([texts("approval-outcome", outcome=outcome)] if draft.kind is DraftKind.FINAL else []),
        texts("approval-author-version", name=author, version=str(draft.version))
        if draft.version > 1
        else texts("approval-author", name=author),
        *([texts("approval-replaced-by", name=wording)] if wording else []),
        *promised_facts(draft, texts),
        *approval_files(len(draft.attachments), texts),
    ]


def reason_of(draft: Draft, texts: Texts, room: int) -> str:
    """Why it was sent back, in one line; a voice is only told of."""
    spoken = texts.plain("approval-returned-spoken") if draft.remark_files else "—"
    return one_line(mask(draft.reason or ""), room) or spoken


def _former_remark(file: CaseFile, draft: Draft, texts: Texts) -> list[Html]:
    """What was to be mended: the approver sees whether it was."""
    returned = [
        one for one in file.drafts if one.state is DraftState.RETURNED and one.version < draft.version
    ]
    if not returned or draft.state is not DraftState.SUBMITTED:
        return []
    last = returned[-1]
    return [
        texts(
            "approval-former-remark",
            version=str(last.version),
            name=one_line(last.decided_by or "", _NAME_ROOM) or texts.plain("someone"),
            reason=reason_of(last, texts, REASON_ROOM),
        )
    ]


def _state(file: CaseFile, draft: Draft, texts: Texts, now: datetime) -> Html:
    by = one_line(draft.decided_by or "", _NAME_ROOM) or texts.plain("someone")
    match draft.state:
        case DraftState.APPROVED:
            return texts("approval-approved-by", name=by, at=sending_at(file))
        case DraftState.RETURNED:
            return texts("approval-returned", name=by, reason=reason_of(draft, texts, REASON_ROOM))
        case DraftState.REPLACED:
            return texts("approval-superseded")
        case DraftState.DROPPED:
            return texts("approval-dropped")
        case DraftState.PUBLISHED:
            return _published(file, draft, texts, now)
        case _:
            return texts("state-on-approval")


def _published(file: CaseFile, draft: Draft, texts: Texts, now: datetime) -> Html:
    tz = zone(file.municipality)
    time = moment(draft.published_at, now, tz) if draft.published_at else "—"
    if draft.kind is DraftKind.FINAL and (fate := fate_lines(file, texts, now)):
        return Html("\n".join(fate))
    return texts("approval-published", time=time)
