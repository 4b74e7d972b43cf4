"""Under what a letter was registered, in the words of whoever wrote it."""

from datetime import date, datetime

import pytest

from domain.ways import Outgoing
from domain.words.outgoing import OutgoingNotUnderstood, read_outgoing

NOW = datetime(2026, 11, 22, 12, 0)  # noqa: DTZ001 — local, as clocks on the wall show it


@pytest.mark.parametrize(
    ("words", "number", "day"),
    [
        ("01-25/134 от 24.11.2026", "01-25/134", date(2026, 11, 24)),
        ("№ 01-25/134 от 24.11", "01-25/134", date(2026, 11, 24)),
        ("исх. № 77 от 20 ноября", "77", date(2026, 11, 20)),
        ("Исх 77-К, завтра", "77-К", date(2026, 11, 23)),
        ("134 вчера", "134", date(2026, 11, 21)),
        ("134 от сегодня", "134", date(2026, 11, 22)),
        ("исх 45 24 ноября", "45", date(2026, 11, 24)),
        ("Исх: 12-34 от 24.11.2026 г.", "12-34", date(2026, 11, 24)),
        ("Исходящий номер 45, дата 24.11", "45", date(2026, 11, 24)),
        ("01-25 / 134 от 24.11", "01-25/134", date(2026, 11, 24)),
        ("134 дсп от 24.11", "134 дсп", date(2026, 11, 24)),
        ("от 24.11.2026 № 01-25/134", "01-25/134", date(2026, 11, 24)),
        ("24 ноября, исх. № 45", "45", date(2026, 11, 24)),
        ("б/н от 24.11", "б/н", date(2026, 11, 24)),
        ("Б\\н, вчера", "б/н", date(2026, 11, 21)),
        ("исх. без номера от 20 ноября", "б/н", date(2026, 11, 20)),
        ("от 24.11 б/н", "б/н", date(2026, 11, 24)),
    ],
)
def test_number_and_day_are_read_as_people_write_them(words, number, day):
    assert read_outgoing(words, now=NOW) == Outgoing(number, day)


def test_a_day_without_a_year_is_the_nearest_one():
    assert read_outgoing("5 от 28.12", now=NOW.replace(2027, 1, 10)).day == date(2026, 12, 28)
    assert read_outgoing("5 от 03.01", now=NOW.replace(2026, 12, 30)).day == date(2027, 1, 3)


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ("", "both"),
        ("отправили почтой", "both"),
        ("134", "day"),
        ("134 от 31.02", "day"),
        ("134 когда-нибудь", "day"),
        ("б/н", "both"),
        ("от 24.11", "number"),
        ("24 ноября", "number"),
        ("24.11.2026", "number"),
        ("отправили вчера", "number"),
        ("134 от 24.12.2030", "future"),
    ],
)
def test_what_is_not_clear_is_asked_again_by_what_is_missing(words, missing):
    with pytest.raises(OutgoingNotUnderstood) as refused:
        read_outgoing(words, now=NOW)
    assert refused.value.missing == missing


@pytest.mark.parametrize("words", ["24.11 завтра", "завтра отправим 3 письма от 24.11", "24.11 45"])
def test_what_may_mean_two_things_is_not_guessed(words):
    with pytest.raises(OutgoingNotUnderstood):
        read_outgoing(words, now=NOW)
