"""`report erased`: the act of what was erased of people's data on some days (152-ФЗ, ст. 21)."""

from dataclasses import asdict

from bot.papers.orders import Order, Stretch
from bot.papers.source import open_source
from bot.papers.writing import deliver, ensure_possible
from bot.settings import Settings
from bot.setup_texts import Say
from locales.texts import Texts
from reports.papers.erasure import erasure_fields
from reports.papers.words import day_words
from storage.erasure import list_acts


def write_erased(settings: Settings, days: Stretch, order: Order, texts: Texts, *, say: Say) -> None:
    """With whom by number alone: an act that names people would keep what was to be forgotten."""
    ensure_possible(order)
    source = open_source(settings)
    acts = list_acts(source.path, *source.moments(days))
    words = texts.plain("paper-period", first=day_words(days.first), last=day_words(days.last))
    fields = erasure_fields(source.town, words, acts, texts)
    figures = {"from": f"{days.first}", "to": f"{days.last}", **asdict(fields)}
    deliver(settings, "erased", order, figures, fields, say=say)
