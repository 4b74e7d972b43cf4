"""Until when an answer was due: as the program kept it, else as the regulation says of such a message."""

from datetime import datetime

from bot.reckoning import reckon
from bot.regulation_file import built_in
from domain.municipality import Municipality
from domain.register.paper_rows import PaperRow
from domain.regulation.due import due_at
from domain.regulation.regulation import Regulation
from domain.regulation.terms import Stage, Term
from domain.worktime.errors import CalendarError
from reports.timeliness import FindDue

_LAW = "federal59"


def due_finder(municipality: Municipality) -> FindDue:
    """The rule for one municipality. What a clerk has marked as an appeal under 59-ФЗ goes by the law, not by the regulation."""
    reckoning = reckon(municipality)
    law = built_in(_LAW)

    def find_due(row: PaperRow) -> datetime | None:
        if row.due is not None:
            return row.due
        regulation = law if row.formal else reckoning.regulation
        term = _find_term(regulation, row)
        if term is None:
            return None
        try:
            return due_at(term, row.received, reckoning.town, regulation.day_due)
        except CalendarError:
            return None

    return find_due


def _find_term(regulation: Regulation, row: PaperRow) -> Term | None:
    """That of the final answer; where there is none, that of any answer."""
    found = (
        regulation.find_term(stage, row.category, urgent=row.urgent) for stage in (Stage.FINAL, Stage.ANSWER)
    )
    return next(filter(None, found), None)
