"""Until when whoever reads the card has to act: absolute, so that no card has to be drawn anew with every minute."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from domain.casefile import Card, CaseFile
from domain.deadlines import KeptDeadline
from domain.notices import CardKind
from domain.regulation.terms import Stage
from locales.texts import Html, Texts
from views.moments import until, zone

_OF_DEPARTMENT: Final = (Stage.PART, Stage.REWORK, Stage.DRAFT)
_OF_COORDINATORS: Final = (Stage.READ, Stage.ROUTE, Stage.REWORK, Stage.PUBLICATION)


def with_term(headline: Html, file: CaseFile, texts: Texts, card: Card, now: datetime) -> Html:
    """The card's first line with the term of those in whose chat it stands, as long as it is theirs."""
    found = find_term(file, card)
    return headline if found is None else _said(headline, found, file, texts, now)


def find_term(file: CaseFile, card: Card) -> KeptDeadline | None:
    """The term that the readers of this card have to keep now."""
    match card.kind:
        case CardKind.DEPARTMENT:
            own = [one for one in file.deadlines if one.department == card.department]
            return _first(own, _OF_DEPARTMENT) or _of_work_that_goes_on(file, card)
        case CardKind.COORDINATORS | CardKind.QUEUE:
            towns = [one for one in file.deadlines if one.department is None]
            return _first(towns, _OF_COORDINATORS)
        case _:
            return None


def with_approval_term(headline: Html, file: CaseFile, texts: Texts, now: datetime) -> Html:
    """Until when to decide, and until when the citizen waits for the answer at most."""
    term, limit = (
        _first(file.deadlines, stages) for stages in ((Stage.APPROVAL,), (Stage.ANSWER, Stage.FINAL))
    )
    line = _said(headline, term, file, texts, now) if term else headline
    if limit is None or limit.due_at is None:
        return line
    time = until(limit.due_at, now, zone(file.municipality), texts)
    return texts("card-headline-and-limit", headline=line, limit=time)


def _of_work_that_goes_on(file: CaseFile, card: Card) -> KeptDeadline | None:
    """After an interim answer the final one is awaited of the department that leads (R42)."""
    leads = card.assignment_id is None and card.department == file.appeal.department
    at_work = leads and file.appeal.interim_at is not None and file.appeal.submitted_at is not None
    return _first(file.deadlines, (Stage.FINAL,)) if at_work and file.appeal.is_open else None


def _first(deadlines: Iterable[KeptDeadline], stages: Iterable[Stage]) -> KeptDeadline | None:
    known = {one.stage: one for one in deadlines if one.due_at is not None}
    return next((known[stage] for stage in stages if stage in known), None)


def _said(headline: Html, term: KeptDeadline, file: CaseFile, texts: Texts, now: datetime) -> Html:
    if term.due_at is None:
        return headline
    time = until(term.due_at, now, zone(file.municipality), texts)
    key = "card-headline-over" if term.is_over(now) else "card-headline-until"
    return texts(key, headline=headline, until=time)
