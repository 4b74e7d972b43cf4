"""Where the bot needs a person's words, and where it shows what it would make of them."""

import re
from collections.abc import Sequence
from typing import Final

from aiogram.types import ForceReply

from domain.assignments import is_joint, list_awaited
from domain.casefile import CaseFile
from domain.drafts import Draft, DraftKind, DraftState, LooseFile, Prompt, PromptKind
from domain.outcomes import Outcome
from domain.words.masking import mask
from domain.words.text import split_utf16, utf16_len
from locales.texts import Html, Texts, join_html
from views.callbacks import Choice, WordsAction
from views.cards.commitments import too_late
from views.cards.lines import approval_files
from views.cards.people import mention
from views.cards.quotations import closed_note, shown_answer
from views.measure import LIMIT, one_line, quote, shorten
from views.parts import Part, Text
from views.work.approval_keyboards import preview_keyboard, proof_keyboard, remark_keyboard, words_keyboard
from views.work.guesses import guess_choice
from views.work.promising import found_day
from views.work.referring import body_rows, lacking_lines

_PREVIEW_ROOM: Final = LIMIT - 200
_NAME_ROOM: Final = 64
_SHOWN_WORDS: Final = 3500
_LONG_FOR_A_REMARK: Final = 200
_GREETING: Final = re.compile(r"\s*(?:здравствуй|добр(?:ый|ое|ого)\b|уважаем)", re.IGNORECASE)
_SENTENCE: Final = re.compile(r"[.!?…](?:\s|$)")


def prompt(file: CaseFile, texts: Texts, *, prompt: Prompt) -> list[Part]:
    """One new message that reaches the presser alone: a mention, the number, and what words are wanted."""
    who = mention(prompt.user_id, prompt.user_name, texts)
    placeholder = texts.plain(f"placeholder-{prompt.kind.value}")
    markup = ForceReply(selective=True, input_field_placeholder=placeholder)
    is_part = prompt.assignment_id is not None and prompt.kind is PromptKind.DRAFT
    key = "prompt-part" if is_part else f"prompt-{prompt.kind.value}"
    html = texts(key, mention=who, number=file.appeal.number, **_asked(prompt, texts))
    return [Text(html, markup, silent=True)]


def _asked(prompt: Prompt, texts: Texts) -> dict[str, str]:
    """What an interim answer lacks, and by which clause it must not (R51); where a report on measures is demanded (R12)."""
    if prompt.kind is PromptKind.MEASURES:
        return {"clause": prompt.words or ""}
    if prompt.kind is not PromptKind.COMMITMENT:
        return {}
    lacks, _, clause = (prompt.words or "").partition("\n")
    return {
        "clause": clause,
        "lacks": ", ".join(texts.plain("commitment-lack", lack=one) for one in lacks.split()),
        "example": "; ".join(texts.plain("commitment-example", lack=one) for one in lacks.split()),
    }


def preview(file: CaseFile, texts: Texts, *, guess: Choice | None = None) -> list[Part]:
    """What would be sent, silently; the outcomes are the sending buttons (R24, R49)."""
    draft = file.draft
    if draft is None:
        return []
    is_part = draft.assignment_id is not None or (is_joint(file.assignments) and not draft.is_common)
    markup = preview_keyboard(
        draft,
        texts,
        guess or _guess(draft),
        is_part=is_part,
        is_complete=not list_awaited(file.assignments),
        bodies=body_rows(file, draft, texts),
    )
    files = [
        *_others(file, draft, texts),
        *found_day(draft, texts),
        *lacking_lines(draft, texts),
        *closed_note(file, draft, texts),
        *too_late(file, draft, texts),
        *approval_files(len(draft.attachments), texts),
    ]
    if not draft.text.strip() and draft.promise_id is None:
        needed = texts("preview-needs-words", number=file.appeal.number)
        return [Text(join_html("\n", [needed, *files]), markup, silent=True)]
    *ahead, last = _pages(file, draft, texts)
    return [*ahead, Text(join_html("\n", [last.html, *files]), markup, silent=True)]


def _guess(draft: Draft) -> Choice:
    """Who was asked for what an interim answer lacks, or warned of missing contacts, has pressed its button once."""
    if draft.outcome is Outcome.REFERRED:
        return Choice.REFERRED
    return Choice.INTERIM if draft.kind is DraftKind.INTERIM else guess_choice(draft.text)


def _others(file: CaseFile, draft: Draft, texts: Texts) -> list[Html]:
    """Two colleagues wrote at once: the later one sees whose words wait here too."""
    waiting = [
        one
        for one in file.drafts
        if one.state is DraftState.PREVIEW
        and one.author_id != draft.author_id
        and one.assignment_id == draft.assignment_id
    ]
    names = ", ".join(dict.fromkeys(one_line(one.author_name, _NAME_ROOM) for one in waiting))
    return [texts("preview-others", names=names)] if waiting else []


def _pages(file: CaseFile, draft: Draft, texts: Texts) -> list[Text]:
    words = shown_answer(file, draft, texts)
    pieces = (words,) if utf16_len(words) <= _PREVIEW_ROOM else split_utf16(words, _PREVIEW_ROOM)
    number = file.appeal.number
    first = (
        texts("preview-part", number=number)
        if draft.assignment_id is not None
        else texts("preview-heading", number=number)
    )
    headings = [first, texts("preview-continued", number=number)]
    return [
        Text(join_html("\n", [headings[at > 0], quote(piece)]), silent=True)
        for at, piece in enumerate(pieces)
    ]


def remark_question(file: CaseFile, texts: Texts, *, prompt: Prompt) -> list[Part]:
    """A remark for the executor, or the text for the citizen? The likelier first."""
    words = prompt.words or ""
    lines = [
        texts("remark-question", number=file.appeal.number),
        quote(shorten(mask(words), _SHOWN_WORDS)),
        texts("remark-one-of"),
    ]
    return [Text(join_html("\n", lines), remark_keyboard(prompt, texts, likelier_words(words)), silent=True)]


def proof_offer(file: CaseFile, texts: Texts, *, files: Sequence[LooseFile]) -> list[Part]:
    """Pictures sent beside the words: into the answer only by a press."""
    if file.draft is None or not files:
        return []
    html = texts("proof-offer", number=file.appeal.number)
    return [Text(html, proof_keyboard(file.draft, texts, files), silent=True)]


def words_question(file: CaseFile, texts: Texts, *, prompt: Prompt, message_id: int | None) -> list[Part]:
    """One silent line under the words: they go nowhere, or back with them; the other way is a press."""
    key = "words-not-ours" if prompt.kind is PromptKind.NOT_OURS else "words-talk"
    html = texts(key, number=file.appeal.number)
    return [Text(html, words_keyboard(prompt, texts), reply_to=message_id, silent=True)]


def likelier_words(words: str) -> WordsAction:
    """Long, greeting, or in several sentences: so is an answer written; a remark is short."""
    is_answer = (
        utf16_len(words) > _LONG_FOR_A_REMARK
        or _GREETING.match(words) is not None
        or len(_SENTENCE.findall(words)) > 1
    )
    return WordsAction.TEXT if is_answer else WordsAction.REMARK
