"""The pages of setting up: what is so now, and buttons for what can be made of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from aiogram.types import ForceReply, InlineKeyboardButton

from domain.ids import UserId
from domain.municipality import (
    Department,
    Municipality,
    SetupStep,
    Weekday,
    WeeklyHours,
)
from domain.regulation.regulation import BUILT_IN
from domain.setup.binding import Post, find_spot
from domain.setup.calendar import CalendarPicture
from domain.setup.changes import READY_HOURS, TIMEZONES, stamp
from domain.setup.founding import NOWHERE, list_lacking, next_step
from domain.setup.pages import Page, PageOf, Question, page_of_step
from domain.setup.vocabulary import Change
from locales.texts import Html, Texts, join_html
from views.buttons import Rows, button, in_rows, keyboard
from views.cards.people import mention
from views.measure import LIMIT, one_line, shorten
from views.parts import Edit, Part, Text
from views.setup.callbacks import SettingsFileCallback, SetupAsk, SetupGo, SetupSet

LABEL: Final = 40
"""Signs of a button that a phone still shows."""
_FACT_ROOM: Final = 3000


@dataclass(frozen=True, slots=True)
class Town:
    """What the pages look at: the settings in force, titles of groups, people who never pressed Start.

    `calendar` is drawn for its own page alone.
    """

    municipality: Municipality
    titles: Mapping[int, str] = field(default_factory=dict)
    silent: frozenset[int] = frozenset()
    calendar: CalendarPicture | None = None


Drawn = tuple[list[Html], Rows]


def page(
    town: Town, texts: Texts, there: PageOf, draw: "Draw", *, message_id: int = 0, reads: bool = False
) -> list[Part]:
    """The page as it is now, on a new message or in place of what stands there; without buttons where one only reads."""
    lines, rows = draw(town, texts, there.of)
    rows = [] if reads else [*rows, *_way_on(town.municipality, texts, there)]
    html = _within(join_html("\n", lines))
    markup = keyboard(rows) if rows else None
    return [Edit(message_id, html, markup)] if message_id else [Text(html, markup)]


def _within(html: Html) -> Html:
    """Pages are lists of short lines; a town of very many is shown from its beginning."""
    if len(html) <= LIMIT:
        return html
    kept = html[: html.rindex("\n", 0, LIMIT - 2)]
    return Html(f"{kept}\n…")


def question(texts: Texts, asked: Question) -> list[Part]:
    """One new message that asks the presser for words."""
    who = mention(asked.user_id, asked.user_name, texts)
    own = asked.change is Change.PERSON_NAME and not asked.message_id
    kind = "own" if own else asked.change.value
    markup = ForceReply(selective=True, input_field_placeholder=texts.plain("setup-placeholder", what=kind))
    return [Text(texts("setup-question", what=kind, mention=who), markup)]


def tell(texts: Texts, text: str, /, **facts: str | int | bool | None) -> list[Part]:
    """A plain line for somebody of the staff; a role and its department are told together."""
    shown = {name: shorten(str(value or ""), _FACT_ROOM) for name, value in facts.items()}
    if "role" in shown:
        shown["post"] = post_line(texts, shown.pop("role"), shown.pop("department", ""))
    return [Text(texts(text, **shown))]


def post_line(texts: Texts, role: str, department: str) -> str:
    """`исполнитель, ЖКХ`."""
    return ", ".join(filter(None, (texts.plain("role-name", role=role), department)))


# The buttons


def go(label: str, page: Page, of: str = "") -> InlineKeyboardButton:
    """A button that turns to a page."""
    return button(one_line(label, LABEL), SetupGo(page=page, of=of))


def put(municipality: Municipality, label: str, change: Change, of: str, value: str) -> InlineKeyboardButton:
    """A button that makes a change."""
    seen = stamp(municipality, change, of)
    return button(one_line(label, LABEL), SetupSet(change=change, of=of, value=value, seen=seen))


def ask(municipality: Municipality, label: str, change: Change, of: str = "") -> InlineKeyboardButton:
    """A button that asks for words."""
    return button(label, SetupAsk(change=change, of=of, seen=stamp(municipality, change, of)))


def back(texts: Texts, page: Page, of: str = "") -> InlineKeyboardButton:
    """`Назад`."""
    return go(texts.plain("setup-back"), page, of)


def _way_on(municipality: Municipality, texts: Texts, there: PageOf) -> Rows:
    """While something is lacking, each page leads on to it."""
    step = next_step(municipality)
    if step is None or step in {SetupStep.NAME, SetupStep.OPENING}:
        return []
    ahead = page_of_step(step)
    return [] if ahead == there else [[go(texts.plain("setup-next", step=step.value), ahead.page)]]


# The pages of the town


def home(town: Town, texts: Texts, _: str) -> Drawn:
    """Everything at a glance, with what is lacking."""
    municipality = town.municipality
    open_ = municipality.unsettled
    facts = {
        SetupStep.NAME: municipality.name,
        SetupStep.TIMEZONE: municipality.timezone,
        SetupStep.REGULATION: _regulation(texts, municipality.regulation),
        SetupStep.HOURS: hours_line(municipality.hours, texts),
        SetupStep.DEPARTMENTS: str(len(municipality.departments)),
        SetupStep.COORDINATORS: title_of(town, municipality.chats.coordinators, texts),
        SetupStep.PEOPLE: str(len(municipality.staff)),
    }
    lines = [
        texts("setup-lacks", step=step.value)
        if step in open_
        else texts("setup-has", step=step.value, value=one_line(value, 200))
        for step, value in facts.items()
    ]
    heading = texts("setup-home") if municipality.is_open else texts("setup-home-closed")
    return [heading, Html(""), *lines], _home_buttons(municipality, texts)


def _home_buttons(municipality: Municipality, texts: Texts) -> Rows:
    pages = [
        (SetupStep.TIMEZONE, Page.TIMEZONE),
        (SetupStep.REGULATION, Page.REGULATION),
        (SetupStep.HOURS, Page.HOURS),
    ]
    pages += [
        (SetupStep.DEPARTMENTS, Page.DEPARTMENTS),
        (SetupStep.COORDINATORS, Page.CHATS),
        (SetupStep.PEOPLE, Page.PEOPLE),
    ]
    every = [ask(municipality, texts.plain("setup-step", step="name"), Change.NAME)]
    every += [go(texts.plain("setup-step", step=step.value), page) for step, page in pages]
    every.append(go(texts.plain("setup-calendar"), Page.CALENDAR))
    terms = (Page.CONSENT, Page.APPROVAL, Page.DETAILS, Page.CHANNELS)
    every += [go(texts.plain("setup-terms", page=page.value), page) for page in terms]
    if municipality.is_open:
        every.append(button(texts.plain("settings-file-button"), SettingsFileCallback()))
    is_last = not municipality.is_open and not list_lacking(municipality)
    opening = [[put(municipality, texts.plain("setup-open"), Change.OPEN, "", "")]] if is_last else []
    return [*opening, every[:1], *in_rows(every[1:], 2)]


def timezones(town: Town, texts: Texts, _: str) -> Drawn:
    """Russia's zones, by their best-known towns."""
    now = town.municipality.timezone
    buttons = [
        put(
            town.municipality,
            _marked(texts.plain("setup-zone", zone=zone.partition("/")[2]), zone == now),
            Change.TIMEZONE,
            "",
            zone,
        )
        for zone in TIMEZONES
    ]
    return [texts("setup-timezone")], [*in_rows(buttons, 2), [back(texts, Page.HOME)]]


def regulations(town: Town, texts: Texts, _: str) -> Drawn:
    """The built-in profiles of terms."""
    now = town.municipality.regulation
    buttons = [
        put(town.municipality, _marked(_regulation(texts, name), name == now), Change.REGULATION, "", name)
        for name in BUILT_IN
    ]
    return [texts("setup-regulation")], [*in_rows(buttons, 1), [back(texts, Page.HOME)]]


def hours(town: Town, texts: Texts, _: str) -> Drawn:
    """Usual weeks, and the way to one's own."""
    municipality = town.municipality
    buttons = [
        put(municipality, texts.plain("setup-ready-hours", number=number), Change.HOURS, "", str(number))
        for number in range(len(READY_HOURS))
    ]
    own = ask(municipality, texts.plain("setup-own-hours"), Change.OWN_HOURS)
    lines = [texts("setup-hours", hours=hours_line(municipality.hours, texts))]
    return lines, [*in_rows(buttons, 1), [own], [back(texts, Page.HOME)]]


def chats(town: Town, texts: Texts, _: str) -> Drawn:
    """Where everything works, and how a group is told what it is."""
    municipality = town.municipality
    own = [
        texts("setup-chat", post=post.value, chat=_post_title(town, post, texts))
        for post in Post
        if post is not Post.DEPARTMENT
    ]
    theirs = [
        texts("setup-chat-department", name=one.label, chat=place_of_work(town, one, texts))
        for one in municipality.departments
    ]
    return [texts("setup-chats"), Html(""), *own, *theirs], [[back(texts, Page.HOME)]]


# What is said of things


def place_of_work(town: Town, one: Department, texts: Texts) -> str:
    """The department's group, or the coordinators' where it has none."""
    spot = find_spot(town.municipality, Post.DEPARTMENT, one.code)
    if spot is None:
        return texts.plain("setup-with-coordinators")
    title = title_of(town, spot.chat, texts)
    return texts.plain("setup-in-topic", chat=title, topic=str(spot.thread)) if spot.thread else title


def _post_title(town: Town, post: Post, texts: Texts) -> str:
    spot = find_spot(town.municipality, post, "")
    if spot is None:
        return texts.plain("setup-no-chat" if post is Post.COORDINATORS else "setup-with-coordinators")
    return title_of(town, spot.chat, texts)


def title_of(town: Town, chat: int, texts: Texts) -> str:
    """What a chat is called, or whose private chat it is; a group that the bot has not heard of yet is named by its number."""
    if chat == NOWHERE:
        return texts.plain("setup-no-chat")
    employee = town.municipality.find_employee(UserId(chat))
    named = town.titles.get(chat) or (employee.name if employee else "")
    return named or texts.plain("setup-chat-unheard", chat=str(chat))


def hours_line(week: WeeklyHours, texts: Texts) -> str:
    """`пн–чт 08:00-12:00, 13:00-17:00; пт 08:00-16:00`: days that are alike together."""
    runs: list[tuple[list[Weekday], tuple[str, ...]]] = []
    for day in Weekday:
        times = week.get(day, ())
        if runs and runs[-1][1] == times:
            runs[-1][0].append(day)
        else:
            runs.append(([day], times))
    return "; ".join(f"{_days(days, texts)} {', '.join(times)}" for days, times in runs if times)


def _days(days: list[Weekday], texts: Texts) -> str:
    names = [texts.plain("setup-day", day=day.value) for day in (days[0], days[-1])]
    return names[0] if len(days) == 1 else f"{names[0]}–{names[1]}"


def _regulation(texts: Texts, name: str) -> str:
    return texts.plain("setup-regulation-name", name=name) if name in BUILT_IN else name


def _marked(label: str, is_now: bool) -> str:  # noqa: FBT001
    return f"✓ {label}" if is_now else label


Draw = Callable[[Town, Texts, str], Drawn]
