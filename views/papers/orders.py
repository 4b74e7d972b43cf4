"""Papers in the chat: which, of which days, the question for others, and what is said of the file."""

from datetime import date
from pathlib import Path

from aiogram.types import ForceReply, InlineKeyboardButton

from domain.papers.days import find_likely, is_everything, is_month, list_stretches
from domain.papers.kinds import OF_DAYS, Paper, PaperOrder, Stretch
from locales.texts import Texts
from views.buttons import Rows, button, in_even_rows, in_rows, keyboard
from views.cards.people import mention
from views.measure import one_line
from views.papers.callbacks import PaperCallback, PaperDaysCallback, PaperWordsCallback
from views.parts import Document, Part, Text, in_place_of
from views.rhythm.callbacks import SummaryCallback, SummaryView

_TROUBLE_ROOM = 600


def paper_rows(texts: Texts, today: date) -> Rows:
    """Under a summary that was asked for: what is likely wanted on this day with one press, then every paper."""
    paper, days = find_likely(today)
    named = texts.plain("paper-likely", name=name(paper, days, texts))
    kinds = [button(texts.plain(f"button-paper-{one.value}"), PaperCallback(paper=one)) for one in OF_DAYS]
    return [[_order(named, paper, days)], *in_even_rows(kinds, 3)]


def choice(
    texts: Texts, paper: Paper, today: date, message_id: int, *, under_photo: bool = False
) -> list[Part]:
    """Of which days: the likely ones first, others in words; and the way back to the summary."""
    stretches = list_stretches(paper, today)
    days = [_order(days_name(paper, one, texts, today), paper, one) for one in stretches]
    others = button(texts.plain("button-paper-words"), PaperWordsCallback(paper=paper))
    back = button(texts.plain("button-summary"), SummaryCallback(view=SummaryView.DAY, day=0))
    rows = [*in_rows(days, 1), [others, back]]
    asked = Text(texts("paper-choice", paper=paper.value), keyboard(rows), silent=True)
    return [in_place_of(message_id, asked, under_photo=under_photo)]


def _order(label: str, paper: Paper, days: Stretch) -> InlineKeyboardButton:
    first, last = days.first.toordinal(), days.last.toordinal()
    return button(label, PaperDaysCallback(paper=paper, first=first, last=last))


def prompt(texts: Texts, order: PaperOrder) -> list[Part]:
    """Days in words, by examples; the presser alone is asked."""
    who = mention(order.user_id, order.user_name, texts)
    placeholder = texts.plain("paper-placeholder", paper=order.paper.value)
    markup = ForceReply(selective=True, input_field_placeholder=placeholder)
    return [Text(texts("paper-prompt", mention=who, paper=order.paper.value), markup, silent=True)]


def progress(texts: Texts, order: PaperOrder) -> list[Part]:
    """It takes a moment; nobody need wait for it."""
    return [Text(texts("paper-progress", name=_called(order, texts)), silent=True)]


def made(texts: Texts, order: PaperOrder, path: Path) -> list[Part]:
    """The file, with what it is and, of the register, what it holds."""
    called = _called(order, texts)
    caption = texts.plain("paper-caption", name=called, paper=order.paper.value)
    return [Document(path, f"{called}{path.suffix}", caption)]


def trouble(texts: Texts, order: PaperOrder) -> list[Part]:
    """Why there is none, as far as it is known."""
    called = _called(order, texts)
    if order.trouble:
        detail = one_line(order.trouble, _TROUBLE_ROOM)
        return [Text(texts("paper-refused", name=called, detail=detail))]
    return [Text(texts("paper-failed", name=called))]


def lost(texts: Texts, order: PaperOrder) -> list[Part]:
    """The file was made and is not on the disk any more."""
    return [Text(texts("paper-lost", name=_called(order, texts)))]


def _called(order: PaperOrder, texts: Texts) -> str:
    if order.about:
        return texts.plain("paper-of-appeal", paper=order.paper.value, number=order.about)
    return name(order.paper, order.days, texts)


def name(paper: Paper, days: Stretch, texts: Texts) -> str:
    """«Отчёт за октябрь 2026 года»: as a button, a caption and a file are called."""
    return texts.plain("paper-name", paper=paper.value, days=_days_words(paper, days, texts))


def days_name(paper: Paper, days: Stretch, texts: Texts, today: date) -> str:
    """On a button: what is not over yet says so."""
    said = _days_words(paper, days, texts)
    if paper is Paper.DAY:
        return said
    said = said[:1].upper() + said[1:]
    is_over = days.last < today
    return said if is_over or is_everything(days) else texts.plain("order-days-so-far", days=said)


def _days_words(paper: Paper, days: Stretch, texts: Texts) -> str:
    first, last = _day(days.first), _day(days.last)
    if is_everything(days):
        return texts.plain("order-days-all", last=last)
    if paper is Paper.DAY:
        return first
    if is_month(days):
        month = texts.plain(f"paper-month-{days.first.month}")
        return texts.plain("paper-month", month=month, year=str(days.first.year))
    return texts.plain("order-days", first=first, last=last)


def _day(day: date) -> str:
    return f"{day:%d.%m.%Y}"
