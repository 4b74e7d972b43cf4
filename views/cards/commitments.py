"""What an interim answer commits to, in plain words under its text: until when, who answers for it, what is being done (R51)."""

from domain.casefile import CaseFile
from domain.drafts import Draft
from locales.texts import Html, Texts
from views.citizen.terms import day_of, find_last
from views.moments import day_and_month, day_in_figures


def whole_answer(draft: Draft, texts: Texts) -> str:
    """The text with the three below it, as the citizen reads it and the approver saw it; the text's own are not said twice."""
    day, said = draft.committed_until, " ".join(draft.text.split())
    lines = [
        *([texts.plain("answer-commitment-term", day=day_and_month(day, texts))] if day else []),
        *(
            [texts.plain("answer-commitment-responsible", who=draft.responsible)]
            if draft.responsible and draft.responsible not in said
            else []
        ),
        *(
            [texts.plain("answer-commitment-actions", what=draft.actions)]
            if draft.actions and draft.actions not in said
            else []
        ),
    ]
    return "\n\n".join([draft.text, "\n".join(lines)]) if lines else draft.text


def too_late(file: CaseFile, draft: Draft, texts: Texts) -> list[Html]:
    """The day that is named lies behind that of the final answer, which holds all the same (R42)."""
    due = find_last(file.deadlines)
    if draft.committed_until is None or due is None or not file.appeal.is_open:
        return []
    last = day_of(file, due)
    return [texts("commitment-too-late", day=day_in_figures(last))] if draft.committed_until > last else []
