"""A program that brings fewer years of the production calendar than this one."""

from dataclasses import replace

import pytest

from bot.production_calendar import production_calendar


def bring_years_until(monkeypatch: pytest.MonkeyPatch, last: int) -> None:
    """The years after the last are as unknown as they are in an old copy of the program."""
    known = production_calendar()
    years = {year: entry for year, entry in known.years.items() if year <= last}
    monkeypatch.setattr("bot.production_calendar.production_calendar", lambda: replace(known, years=years))
