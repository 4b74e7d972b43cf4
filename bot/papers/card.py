"""`report card`: one appeal on paper (R04)."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from bot.papers.orders import Order
from bot.papers.source import Source, open_source
from bot.papers.terms import due_finder
from bot.papers.writing import deliver, ensure_possible
from bot.refusals import FAILED, Refused
from bot.settings import Settings
from bot.setup_texts import Say
from bot.setup_texts import say as words
from domain.numbers import find_number
from locales.texts import Texts
from reports.papers.card import CardFields, card_fields
from storage.paper_card import PaperCard, find_paper_card


def write_card(
    settings: Settings, asked: str, order: Order, texts: Texts, *, now: datetime, say: Say
) -> None:
    """By its number, or by the counter of this year's alone."""
    ensure_possible(order)
    source = open_source(settings)
    card = find_card(source, asked, now)
    due = due_finder(source.town)(card.marks)
    local = None if due is None else due.astimezone(source.zone)
    fields = card_fields(source.town, card.row, card.answer, local, texts)
    deliver(settings, "card", order, _told(fields), fields, say=say)


def find_card(source: Source, asked: str, now: datetime) -> PaperCard:
    """By its number, or by the counter of this year's alone. Raises `Refused`."""
    number = find_number(asked, now.astimezone(source.zone).year)
    card = find_paper_card(source.path, number) if number else None
    if card is None:
        raise Refused(words("report-no-appeal", number=asked), FAILED)
    return card


def _told(fields: CardFields) -> Mapping[str, Any]:
    return asdict(fields)
