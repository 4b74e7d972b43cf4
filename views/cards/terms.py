"""Until when whoever reads the card has to act: absolute, so that no card has to be drawn anew with every minute."""

from datetime import datetime

from domain.casefile import Card, CaseFile, Menu
from domain.deadlines import KeptDeadline
from domain.regulation.terms import Stage
from domain.shown_terms import find_explained, find_first, find_shown
from locales.texts import Html, Texts
from views.callbacks import AppealAction
from views.moments import until, zone


def with_term(headline: Html, file: CaseFile, texts: Texts, card: Card, now: datetime) -> Html:
    """The card's first line with the term of those in whose chat it stands, as long as it is theirs."""
    found = find_shown(file.deadlines, card, file.appeal)
    return headline if found is None else _said(headline, found, file, texts, now)


def list_whys(file: CaseFile, card: Card) -> list[AppealAction]:
    """The arithmetic of the term that the card names, or of the promise; once it was asked for, the whole of it too."""
    if find_explained(file.deadlines, card, file.appeal) is None:
        return []
    return [AppealAction.WHY, *([AppealAction.WHY_AT_LENGTH] if card.menu is Menu.WHY else [])]


def with_approval_term(headline: Html, file: CaseFile, texts: Texts, now: datetime) -> Html:
    """Until when to decide, and until when the citizen waits for the answer at most."""
    term, limit = (
        find_first(file.deadlines, stages) for stages in ((Stage.APPROVAL,), (Stage.ANSWER, Stage.FINAL))
    )
    line = _said(headline, term, file, texts, now) if term else headline
    if limit is None or limit.due_at is None:
        return line
    time = until(limit.due_at, now, zone(file.municipality), texts)
    return texts("card-headline-and-limit", headline=line, limit=time)


def _said(headline: Html, term: KeptDeadline, file: CaseFile, texts: Texts, now: datetime) -> Html:
    if term.due_at is None:
        return texts("card-headline-unknown", headline=headline)
    time = until(term.due_at, now, zone(file.municipality), texts)
    over = "card-headline-unread" if term.stage is Stage.READ else "card-headline-over"
    return texts(over if term.is_over(now) else "card-headline-until", headline=headline, until=time)
