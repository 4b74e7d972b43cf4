"""`report measures`: a department's report to the head on the measures taken (R12)."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict
from datetime import datetime
from typing import Any

from bot.papers.card import find_card
from bot.papers.orders import Order
from bot.papers.source import Source, open_source
from bot.papers.writing import deliver, ensure_possible
from bot.refusals import FAILED, Refused
from bot.settings import Settings
from bot.setup_texts import Say
from bot.setup_texts import say as words
from domain.messages import ContentKind
from domain.register.measures import MeasuresReport
from locales.texts import Texts
from reports.papers.measures import MeasuresFields, measures_fields
from storage.copies import Copies
from storage.paper_measures import find_paper_measures, list_kept_copies


def write_measures(
    settings: Settings, asked: str, order: Order, texts: Texts, *, now: datetime, say: Say
) -> None:
    """By the appeal's number, or by the counter of this year's alone. Raises `Refused` where nothing was reported."""
    ensure_possible(order)
    source = open_source(settings)
    card = find_card(source, asked, now)
    report = find_paper_measures(source.path, card.row.number)
    if report is None:
        raise Refused(words("report-no-measures", number=card.row.number), FAILED)
    if report.given_at is None:
        raise Refused(words("report-measures-awaited", number=card.row.number, name=report.asked_of), FAILED)
    pictures = _read_pictures(settings, source, report) if _shows(order) else ()
    fields = measures_fields(source.town, card.row, card.answer, report, texts, pictures=pictures)
    deliver(settings, "measures", order, _told(fields), fields, say=say)


def _told(fields: MeasuresFields) -> Mapping[str, Any]:
    told = asdict(fields)
    del told["pictures"]
    return told


def _shows(order: Order) -> bool:
    """A table and plain text show no pictures."""
    return order.out is not None and order.out.suffix.lower() == ".docx"


def _read_pictures(settings: Settings, source: Source, report: MeasuresReport) -> Iterator[bytes]:
    """The photos that are kept (`ATTACHMENTS=copy`); what is not there is named in words all the same."""
    copies = Copies(settings.copies_folder)
    wanted = [one.file_id for one in report.attachments if one.kind is ContentKind.PHOTO]
    for name in list_kept_copies(source.path, wanted):
        with suppress(OSError):
            yield copies.path(name).read_bytes()
