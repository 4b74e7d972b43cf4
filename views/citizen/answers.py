"""What was approved, to the letter, on its way to the citizen; and the question whether it helped."""

from dataclasses import replace
from typing import Final

from domain.casefile import CaseFile
from domain.drafts import Draft, DraftKind
from domain.outcomes import Solved
from domain.words.text import split_utf16
from locales.texts import Html, Texts, escape, join_html
from views.cards.commitments import whole_answer
from views.cards.media import albums
from views.citizen.keyboards import citizen_keyboard, rating_keyboard, solved_keyboard
from views.citizen.terms import find_last, last_day
from views.measure import LIMIT, visible_len
from views.moments import day_and_month
from views.parts import Files, Part, Text

_FRAME: Final = 200
"""Units kept free in each part for what stands around the answer."""


def answer(file: CaseFile, texts: Texts) -> list[Part]:
    """The files, then the text of `file.draft`; its last message asks whether the matter is solved (R46, R61).

    Cut only where one message can't hold it; each message carries the number, later ones at their end, so that the
    text itself reads on without a break.
    """
    if file.draft is None:
        return []
    framed = [_frame(page, file, file.draft, texts) for page in _pages(file, file.draft, texts)]
    asks = file.draft.kind in {DraftKind.FINAL, DraftKind.KEPT}
    last = solved_keyboard(texts, file.appeal.id) if asks else None
    ahead = [Text(html) for html in framed[:-1]]
    return [*albums(file.draft.attachments), *ahead, Text(framed[-1], last or citizen_keyboard(texts))]


def public_answer(file: CaseFile, texts: Texts, *, reply_to: int) -> list[Part]:
    """The same text under a comment that everybody reads (R09, R46): nothing to press, nothing asked, the files last."""
    if file.draft is None:
        return []
    pieces = split_utf16(whole_answer(file.draft, texts), LIMIT - _FRAME) or ("",)
    first = _heading(file.draft, texts, file.appeal.number)
    further = texts("answer-continued", number=file.appeal.number)
    framed = [
        join_html("\n\n", [further if at else first, *([escape(words)] if words else [])])
        for at, words in enumerate(pieces)
    ]
    return [
        *(Text(html, reply_to=reply_to, bound=True) for html in framed),
        *(
            replace(files, reply_to=reply_to, bound=True)
            for files in albums(file.draft.attachments)
            if isinstance(files, Files)
        ),
    ]


def rating_question(file: CaseFile, texts: Texts) -> list[Part]:
    """One to five; what is not solved and too old to be opened again may be written anew."""
    appeal = file.appeal
    lines = [texts("rating-too-late-to-reopen")] if appeal.solved is Solved.NO else []
    lines.append(texts("rating-question", number=appeal.number))
    return [Text(join_html("\n\n", lines), rating_keyboard(appeal.id))]


def _pages(file: CaseFile, draft: Draft, texts: Texts) -> list[tuple[bool, bool, str]]:
    """The text in as few pieces as hold it; each knows whether it is the first and the last."""
    text = whole_answer(draft, texts)
    whole = (True, True, text)
    if visible_len(_frame(whole, file, draft, texts)) <= LIMIT:
        return [whole]
    pieces = split_utf16(text, LIMIT - _FRAME) or ("",)
    return [(at == 0, at == len(pieces) - 1, piece) for at, piece in enumerate(pieces)]


def _frame(page: tuple[bool, bool, str], file: CaseFile, draft: Draft, texts: Texts) -> Html:
    is_first, is_last, words = page
    number = file.appeal.number
    return join_html(
        "\n\n",
        [
            *([_heading(draft, texts, number)] if is_first else []),
            *([escape(words)] if words else []),
            *([] if is_first else [texts("answer-continued", number=number)]),
            *(_closing(file, draft, texts) if is_last else []),
        ],
    )


def _heading(draft: Draft, texts: Texts, number: str) -> Html:
    match draft.kind:
        case DraftKind.INTERIM:
            return texts("answer-interim", number=number)
        case DraftKind.CLARIFICATION:
            return texts("answer-clarification", number=number)
        case DraftKind.KEPT:
            return texts("answer-kept", number=number)
        case DraftKind.MOVED:
            day = day_and_month(draft.promised_on, texts) if draft.promised_on else ""
            return texts("answer-moved", number=number, day=day)
        case _:
            return texts("answer-final", number=number)


def _closing(file: CaseFile, draft: Draft, texts: Texts) -> list[Html]:
    """After an interim answer, by which day the final one comes (R42)."""
    if draft.kind is DraftKind.INTERIM:
        day = last_day(file.municipality, texts, find_last(file.deadlines))
        return [texts("answer-final-until", day=day)] if day else []
    closings = {
        DraftKind.FINAL: texts("answer-is-it-solved"),
        DraftKind.KEPT: texts("answer-is-it-solved"),
        DraftKind.CLARIFICATION: texts("answer-reply-here"),
    }
    return [closings[draft.kind]] if draft.kind in closings else []
