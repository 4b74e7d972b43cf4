"""Of which days a paper may be: what is offered first, and what words mean."""

from datetime import date

import pytest

from domain.papers.days import find_likely, list_stretches, read_stretch
from domain.papers.errors import PaperDaysNotUnderstood
from domain.papers.kinds import OF_DAYS, Paper, Stretch

TODAY = date(2026, 11, 23)
"""A Monday."""


def stretch(first, last):
    return Stretch(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("today", "paper", "first", "last"),
    [
        ("2026-11-03", Paper.MONTH, "2026-10-01", "2026-10-31"),
        ("2026-01-01", Paper.MONTH, "2025-12-01", "2025-12-31"),
        ("2026-11-23", Paper.WEEK, "2026-11-16", "2026-11-22"),
        ("2026-11-26", Paper.DAY, "2026-11-26", "2026-11-26"),
    ],
)
def test_the_likely_paper_is_the_one_of_what_has_just_ended(today, paper, first, last):
    assert find_likely(date.fromisoformat(today)) == (paper, stretch(first, last))


def test_every_paper_offers_days_of_which_none_begins_later_than_today():
    for paper in OF_DAYS:
        for day in (TODAY, date(2026, 1, 1), date(2024, 2, 29), date(2026, 12, 31)):
            offered = list_stretches(paper, day)
            assert len(set(offered)) == len(offered) > 1
            assert all(one.first <= min(one.last, day) for one in offered)


@pytest.mark.parametrize(
    ("paper", "words", "first", "last"),
    [
        (Paper.DAY, "вчера", "2026-11-22", "2026-11-22"),
        (Paper.DAY, "12.03", "2026-03-12", "2026-03-12"),
        (Paper.WEEK, "за 5 марта 2025", "2025-03-03", "2025-03-09"),
        (Paper.MONTH, "Март", "2026-03-01", "2026-03-31"),
        (Paper.MONTH, "декабрь 2025 года", "2025-12-01", "2025-12-31"),
        (Paper.PERIOD, "с 1 по 15 марта", "2026-03-01", "2026-03-15"),
        (Paper.PERIOD, "01.01.2026 – 31.03.2026", "2026-01-01", "2026-03-31"),
        (Paper.PERIOD, "2025", "2025-01-01", "2025-12-31"),
        (Paper.REGISTER, "с 1 ноября", "2026-11-01", "2026-11-23"),
        (Paper.REGISTER, "за 2026", "2026-01-01", "2026-11-23"),
    ],
)
def test_words_name_the_days_that_the_paper_needs(paper, words, first, last):
    assert read_stretch(paper, words, TODAY) == stretch(first, last)


@pytest.mark.parametrize(
    ("paper", "words"),
    [
        (Paper.DAY, "когда-нибудь"),
        (Paper.DAY, "с 1 по 15 марта"),
        (Paper.DAY, ""),
        (Paper.DAY, "01.01.2027"),
        (Paper.WEEK, "март"),
        (Paper.MONTH, "с 1 января по 31 марта"),
        (Paper.MONTH, "март 2028"),
        (Paper.PERIOD, "01.01.1990-31.12.1990"),
    ],
)
def test_words_that_name_no_such_days_are_refused(paper, words):
    with pytest.raises(PaperDaysNotUnderstood):
        read_stretch(paper, words, TODAY)
