"""The department's report on the measures taken: waited for, or there (R12)."""

from datetime import datetime
from typing import Final

from domain.casefile import CaseFile
from domain.words.names import short_name
from locales.texts import Html, Texts
from views.measure import one_line
from views.moments import moment, zone

_NAME_ROOM: Final = 100


def measures_lines(file: CaseFile, texts: Texts, now: datetime) -> list[Html]:
    """One line on the cards of whoever waits for it or has to give it; none where it is not demanded."""
    report = file.measures
    if report is None:
        return []
    if report.given_at is None:
        return [texts("measures-awaited", name=_name(report.asked_of, texts), clause=report.clause)]
    time = moment(report.given_at, now, zone(file.municipality))
    return [texts("measures-given", name=_name(report.given_by or "", texts), time=time)]


def _name(name: str, texts: Texts) -> str:
    return one_line(short_name(name), _NAME_ROOM) or texts.plain("someone")
