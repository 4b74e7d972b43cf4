"""Moments as people read them, in the municipality's time."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.municipality import Municipality
from locales.texts import Texts


def zone(municipality: Municipality) -> ZoneInfo:
    """Where the municipality's clocks hang."""
    return ZoneInfo(municipality.timezone)


def start_of_day(now: datetime, municipality: Municipality) -> datetime:
    """The midnight before, on the municipality's clocks."""
    return now.astimezone(zone(municipality)).replace(hour=0, minute=0, second=0, microsecond=0)


def moment(at: datetime, now: datetime, tz: ZoneInfo) -> str:
    """«09:42» today, «02.03 09:42» on another day."""
    local = at.astimezone(tz)
    today = local.date() == now.astimezone(tz).date()
    return local.strftime("%H:%M" if today else "%d.%m %H:%M")


def span(since: datetime, until: datetime, now: datetime, tz: ZoneInfo) -> tuple[str, str]:
    """«02.03 09:42» and «15:00»; whole days as the first and the last of them, «24.11» and «28.11», in another year with it."""
    first, end = since.astimezone(tz), until.astimezone(tz)
    begins = (
        moment(since, now, tz) if first.time() != time() else _day(first.date(), now.astimezone(tz).date())
    )
    if end.time() != time():
        return begins, moment(until, now, tz)
    return begins, _day(end.date() - timedelta(days=1), now.astimezone(tz).date())


def _day(day: date, today: date) -> str:
    return day.strftime("%d.%m" if day.year == today.year else "%d.%m.%Y")


def day_and_hour(at: datetime, tz: ZoneInfo) -> str:
    """«02.03 09:42», where the reader's day is not known."""
    return at.astimezone(tz).strftime("%d.%m %H:%M")


def until(at: datetime, now: datetime, tz: ZoneInfo, texts: Texts) -> str:
    """«15:40» today, «пн 14:50» within a week, «11.01 08:30» later: what follows «до»."""
    local, today = at.astimezone(tz), now.astimezone(tz).date()
    if timedelta(0) < local.date() - today < timedelta(days=7):
        return f"{texts.plain(f'day-{local.weekday()}')} {local:%H:%M}"
    return moment(at, now, tz)


def day_and_month(day: date, texts: Texts) -> str:
    """«10 марта»: how a citizen reads every day."""
    return texts.plain("moment-day", day=str(day.day), month=texts.plain(f"month-{day.month}"))


def day_in_figures(day: date) -> str:
    """«24.12.2026»: how the staff reads a day that may lie in another year."""
    return f"{day:%d.%m.%Y}"


def told_at(at: datetime, now: datetime, tz: ZoneInfo, texts: Texts) -> str:
    """«09:42» today, «2 марта, 09:42» on another day, with its year in another one: how a citizen reads a moment."""
    local, today = at.astimezone(tz), now.astimezone(tz).date()
    time = local.strftime("%H:%M")
    if local.date() == today:
        return time
    day = day_and_month(local.date(), texts)
    return f"{day}, {time}" if local.year == today.year else f"{day} {local.year}, {time}"


def to_the_second(at: datetime, tz: ZoneInfo) -> str:
    """«09:50:30»: the end of an undo time is counted in seconds."""
    return at.astimezone(tz).strftime("%H:%M:%S")


def coming(at: datetime, now: datetime, tz: ZoneInfo, texts: Texts) -> str:
    """«сегодня в 13:00», «завтра в 08:00», «в пн, 2 марта, в 08:00»."""
    local, today = at.astimezone(tz), now.astimezone(tz).date()
    time = local.strftime("%H:%M")
    if local.date() == today:
        return texts.plain("moment-today", time=time)
    if local.date() == today + timedelta(days=1):
        return texts.plain("moment-tomorrow", time=time)
    weekday = texts.plain(f"weekday-{local.weekday()}")
    month = texts.plain(f"month-{local.month}")
    return texts.plain("moment-on", weekday=weekday, day=str(local.day), month=month, time=time)
