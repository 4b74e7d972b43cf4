"""Days and stretches of time as people call them, the same in messages, papers and pictures."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from domain.rhythm.days import Period
from locales.texts import Texts


def day_in_words(day: date, texts: Texts) -> str:
    """«пн, 2 марта»."""
    weekday, month = texts.plain(f"day-{day.weekday()}"), texts.plain(f"month-{day.month}")
    return texts.plain("date-in-words", weekday=weekday, day=str(day.day), month=month)


def period_in_words(period: Period, tz: ZoneInfo, texts: Texts) -> str:
    """«Сводка за пн, 2 марта»; what came on days off counts to the working day after them."""
    since, until = (_moment(at, tz) for at in (period.since, period.until))
    if not period.is_whole:
        return texts.plain("summary-so-far", until=until, since=since)
    said = day_in_words(period.day, texts)
    if period.spans_days_off:
        return texts.plain("summary-with-days-off", day=said, since=since)
    return texts.plain("summary-day", day=said)


def _moment(at: datetime, tz: ZoneInfo) -> str:
    return at.astimezone(tz).strftime("%d.%m %H:%M")
