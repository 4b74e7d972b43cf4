"""`report map`: topics, territories and weeks as a picture, a book or a paper (R58)."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from functools import partial
from typing import Any

from bot.papers.orders import Order, Stretch
from bot.papers.source import open_source, say_so_far
from bot.papers.terms import due_finder
from bot.papers.writing import deliver, ensure_possible
from bot.settings import Settings
from bot.setup_texts import Say
from bot.words import dictionary
from domain.municipality import Municipality
from domain.register.mapped_rows import MappedRow
from domain.territories.locating import Locator
from locales.texts import Texts
from reports.heat.counting import MapFigures, Tally, count_map
from reports.papers.map import map_fields, map_words
from reports.papers.words import day_words
from storage.mapped_rows import iterate_mapped_rows


def write_map(
    settings: Settings, days: Stretch, order: Order, texts: Texts, *, now: datetime, say: Say
) -> None:
    """Of what was received on these days."""
    from reports.heat.book import write_map as write_book
    from reports.heat.picture import draw_map

    drawn = {".png": draw_map, ".xlsx": write_book}
    ensure_possible(order, drawn)
    source = open_source(settings, order.departments)
    rows = _within(source.scope, iterate_mapped_rows(source.path, *source.moments(days)))
    town = source.town
    figures = count_map(town, rows, territory_finder(town), due_finder(town), (days.first, days.last), now)
    told = texts.plain("paper-period", first=day_words(days.first), last=day_words(days.last))
    so_far = say_so_far(source, days, now, texts)
    fields = map_fields(town, told, so_far, figures, texts)
    words = map_words(town, told, so_far, figures, texts)
    ways = {ending: partial(way, figures=figures, words=words) for ending, way in drawn.items()}
    deliver(settings, "map", order, _told(figures), fields, say=say, drawn=ways)


def _within(scope: frozenset[str] | None, rows: Iterable[MappedRow]) -> Iterator[MappedRow]:
    """What these departments work on (R66)."""
    for one in rows:
        if scope is None or any(executor.department in scope for executor in one.row.executors):
            yield one


def territory_finder(town: Municipality) -> Callable[[MappedRow], str]:
    """By the borders of today, also for what came before they were told; what a person or a file has said stays."""
    known = {territory.name.casefold(): territory.name for territory in town.territories}
    known |= {territory.code: territory.name for territory in town.territories}
    locator = Locator(town, dictionary)

    def find(one: MappedRow) -> str:
        kept = one.row.territory.strip()
        if one.is_given:
            return known.get(kept.casefold(), kept)
        return locator.find(one.row.address, one.gist, one.point) or kept

    return find


def _told(figures: MapFigures) -> dict[str, Any]:
    """A name that is not known is null."""
    topics = [{"topic": one or None, **_told_of(figures.by_topic[one], figures)} for one in figures.topics]
    territories = [
        {"territory": one or None, **_told_of(figures.by_territory.get(one, Tally()), figures)}
        for one in figures.territories
    ]
    cells = [
        {"topic": topic or None, "territory": territory or None, **_told_of(tally, figures)}
        for (topic, territory), tally in figures.cells.items()
    ]
    return {
        "from": f"{figures.first}",
        "to": f"{figures.last}",
        **_told_of(figures.whole, figures),
        "nowhere": figures.nowhere,
        "week_starts": [f"{week}" for week in figures.weeks],
        "topics": topics,
        "territories": territories,
        "cells": cells,
        "unplaced": [{"number": one.number, "address": one.address} for one in figures.unplaced],
    }


def _told_of(tally: Tally, figures: MapFigures) -> Mapping[str, Any]:
    weeks = [tally.weeks[week] for week in figures.weeks]
    return {"count": tally.count, "late": tally.late, "unsolved": tally.unsolved, "weeks": weeks}
