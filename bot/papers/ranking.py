"""`report ranking`: departments compared, over all channels and for each (R67, R70)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.papers.orders import Order, Stretch
from bot.papers.source import Source, open_source, say_so_far
from bot.papers.terms import due_finder
from bot.papers.writing import deliver, ensure_possible
from bot.settings import Settings
from bot.setup_texts import Say
from domain.municipality import Municipality
from locales.texts import Texts
from reports import ranking
from reports.papers.ranking import ranking_fields
from reports.papers.words import day_words
from storage.ranked_rows import iterate_ranked_rows


def write_ranking(
    settings: Settings, days: Stretch, order: Order, texts: Texts, *, now: datetime, say: Say
) -> None:
    """Of what departments had in their hands on these days."""
    ensure_possible(order)
    source = open_source(settings, order.departments)
    every, each = rank_days(source, days, now)
    whole = own_places(source, every)
    by_channel = {code: own for code, one in each.items() if (own := own_places(source, one)).departments}
    words = texts.plain("paper-period", first=day_words(days.first), last=day_words(days.last))
    so_far = say_so_far(source, days, now, texts)
    fields = ranking_fields(source.town, words, so_far, whole, by_channel, texts)
    figures = {
        "from": f"{days.first}",
        "to": f"{days.last}",
        **_told(source.town, whole),
        "channels": [{"channel": code, **_told(source.town, one)} for code, one in by_channel.items()],
    }
    deliver(settings, "ranking", order, figures, fields, say=say)


def rank_days(
    source: Source, days: Stretch, now: datetime
) -> tuple[ranking.Ranking, dict[str, ranking.Ranking]]:
    """Over all channels, and for each by its code."""
    since, until = source.moments(days)
    rows = iterate_ranked_rows(source.path, since, until)
    return ranking.rank(source.town, rows, due_finder(source.town), ranking.Stretch(since, until, now))


def own_places(source: Source, found: ranking.Ranking) -> ranking.Ranking:
    """Each has its place among all; whoever reads of some departments reads of theirs alone (R66)."""
    if source.scope is None:
        return found
    own = tuple(one for one in found.departments if one.department in source.scope)
    return replace(found, departments=own)


def _told(town: Municipality, told: ranking.Ranking) -> Mapping[str, Any]:
    names = {str(one.code): one.name for one in town.departments}
    return {
        "departments": [_told_of(one, names) for one in told.departments],
        "town": _told_shares(told.town),
        "idle": list(told.idle),
    }


def _told_of(one: ranking.Ranked, names: Mapping[str, str]) -> Mapping[str, Any]:
    return {
        "code": one.department,
        "name": names.get(one.department, one.department),
        "place_from": one.first_place,
        "place_to": one.last_place,
        "points": round(one.points, 1),
        "margin": round(one.margin, 1),
        **_told_shares(one.shares),
        "improve": one.improve,
    }


def _told_shares(shares: ranking.Shares) -> Mapping[str, Any]:
    return {axis.value: {"done": share.done, "of": share.of} for axis, share in shares.items()}
