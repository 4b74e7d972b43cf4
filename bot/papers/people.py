"""`report people`: the directory of responsible persons on paper (R17)."""

from dataclasses import asdict

from bot.papers.orders import Order
from bot.papers.source import open_source
from bot.papers.writing import deliver, ensure_possible
from bot.settings import Settings
from bot.setup_texts import Say
from locales.texts import Texts
from reports.papers.people import people_fields


def write_people(settings: Settings, order: Order, texts: Texts, *, say: Say) -> None:
    """As the settings in force name them."""
    ensure_possible(order)
    source = open_source(settings, order.departments)
    fields = people_fields(source.town, texts)
    deliver(settings, "people", order, asdict(fields), fields, say=say)
