"""Figures as the words of a paper: signs, per cent, days, names that cannot break a page."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from locales.texts import Texts
from reports.counting import Line, Lines
from reports.timeliness import Timeliness


def literal(words: str) -> str:
    """A name to the letter, on one line and without what no document can hold."""
    return "".join(sign for sign in " ".join(words.split()) if sign.isprintable())


def literal_lines(lines: Lines) -> Lines:
    """The same of names with numbers."""
    return tuple(Line(literal(line.name), line.count) for line in lines)


def signed(number: int | Decimal) -> str:
    """«+31», «−2,5», «0»."""
    sign = "+" if number > 0 else "−" if number < 0 else ""
    return f"{sign}{str(abs(number)).replace('.', ',')}"


def decimal(number: Decimal) -> str:
    """«97,3», as many places as it has."""
    return str(number).replace(".", ",")


def one_place(number: Decimal) -> str:
    """«9,5», and «10» where nothing is behind the comma."""
    rounded = number.quantize(Decimal("0.1"), ROUND_HALF_UP)
    return decimal(rounded.to_integral_value() if rounded == rounded.to_integral_value() else rounded)


def day_words(day: date) -> str:
    """«27.01.2022»."""
    return f"{day:%d.%m.%Y}"


def moment_words(moment: datetime) -> str:
    """«27.01.2022 14:05», in whatever zone it stands."""
    return f"{moment:%d.%m.%Y %H:%M}"


def month_words(first: date, texts: Texts) -> str:
    """«январь 2022 года»."""
    return texts.plain(
        "paper-month", month=texts.plain(f"paper-month-{first.month}"), year=f"{first.year:04}"
    )


def terms_words(times: Timeliness, texts: Texts) -> str:
    """What may be said of the terms (R79): «Все … рассмотрены в установленные сроки» only where it is so; empty: nothing."""
    if times.is_all:
        return texts.plain("paper-terms-all")
    sentences = [_decided(times, texts)]
    for key, count in (
        ("paper-terms-waiting", times.waiting),
        ("paper-terms-undated", times.undated),
        ("paper-terms-without", times.without_term),
    ):
        sentences += [texts.plain(key, count=count)] if count else []
    return " ".join(filter(None, sentences))


def _decided(times: Timeliness, texts: Texts) -> str:
    if times.percent is None:
        return ""
    if not (times.late or times.overdue):
        return texts.plain("paper-terms-kept", count=times.in_time)
    return texts.plain(
        "paper-terms-share",
        in_time=str(times.in_time),
        count=times.decided,
        percent=decimal(times.percent),
        late=str(times.late),
        overdue=str(times.overdue),
    )
