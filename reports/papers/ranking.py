"""The fields of the ranking of departments (R67, R70; control centre, п. 2.5б, 3.2б)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from domain.municipality import Municipality
from locales.texts import Texts
from reports.papers.words import literal
from reports.ranking import Axis, Ranked, Ranking, Share


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A department's place; each axis as «9 из 12». `channel` is empty over all channels."""

    channel: str
    place: str
    name: str
    points: str
    quantity: str
    time: str
    completeness: str


@dataclass(frozen=True, slots=True)
class ImproveLine:
    """What a department lies farthest behind in, beside the town."""

    name: str
    what: str


@dataclass(frozen=True, slots=True)
class RankingFields:
    """Each is told of in docs/papers.md."""

    municipality: str
    legal_act: str
    days_words: str
    so_far: str
    departments: tuple[PlaceLine, ...]
    by_channel: tuple[PlaceLine, ...]
    improve: tuple[ImproveLine, ...]
    town_quantity: str
    town_time: str
    town_completeness: str
    idle: str


def ranking_fields(
    town: Municipality,
    days_words: str,
    so_far: str,
    whole: Ranking,
    by_channel: Mapping[str, Ranking],
    texts: Texts,
) -> RankingFields:
    """`by_channel`: channels by their codes; `so_far`: a sentence where the days are not over yet."""
    words = _Words(town, texts)
    return RankingFields(
        municipality=literal(town.name),
        legal_act=literal(town.legal_act),
        days_words=days_words,
        so_far=so_far,
        departments=list_places(town, whole, texts),
        by_channel=tuple(
            words.line(words.channel(code), one)
            for code, ranking in by_channel.items()
            for one in ranking.departments
        ),
        improve=tuple(words.improve(whole)),
        town_quantity=words.share(whole.town[Axis.QUANTITY]),
        town_time=words.share(whole.town[Axis.TIME]),
        town_completeness=words.share(whole.town[Axis.COMPLETENESS]),
        idle=", ".join(words.department(code) for code in whole.idle),
    )


def list_places(town: Municipality, ranking: Ranking, texts: Texts) -> tuple[PlaceLine, ...]:
    """Best first."""
    words = _Words(town, texts)
    return tuple(words.line("", one) for one in ranking.departments)


class _Words:
    def __init__(self, town: Municipality, texts: Texts) -> None:
        self._texts = texts
        self._departments = {str(one.code): literal(one.name) for one in town.departments}
        self._channels = {one.code: literal(one.name) for one in town.channels}

    def department(self, code: str) -> str:
        """One that is no more stands by its code."""
        return self._departments.get(code, code)

    def channel(self, code: str) -> str:
        """The same of a channel."""
        return self._channels.get(code, code)

    def share(self, share: Share) -> str:
        if not share.of:
            return self._texts.plain("paper-ranking-none")
        return self._texts.plain("paper-ranking-share", done=str(share.done), of=str(share.of))

    def line(self, channel: str, one: Ranked) -> PlaceLine:
        first, last = one.first_place, one.last_place
        return PlaceLine(
            channel=channel,
            place=str(first) if first == last else f"{first}–{last}",
            name=self.department(one.department),
            points=f"{one.points:.0f} ± {one.margin:.0f}",
            quantity=self.share(one.shares[Axis.QUANTITY]),
            time=self.share(one.shares[Axis.TIME]),
            completeness=self.share(one.shares[Axis.COMPLETENESS]),
        )

    def improve(self, ranking: Ranking) -> Iterator[ImproveLine]:
        for one in ranking.departments:
            if one.improve is None:
                continue
            share = self.share(one.shares[one.improve])
            town = self.share(ranking.town[one.improve])
            what = self._texts.plain(f"paper-improve-{one.improve}", share=share, town=town)
            yield ImproveLine(self.department(one.department), what)
