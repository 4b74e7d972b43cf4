"""The pages of departments and of their topics (R05, R63)."""

from collections.abc import Iterable
from typing import Final

from domain.municipality import Category, Department, DepartmentKind, Members, Municipality
from domain.setup.pages import Page
from domain.setup.vocabulary import Change
from locales.texts import Texts
from views.buttons import Rows, in_rows
from views.measure import shorten
from views.setup.pages import Drawn, Town, ask, back, go, place_of_work, put

_WORDS_ROOM: Final = 1500
_NAMES_ROOM: Final = 800


def overview(town: Town, texts: Texts, _: str) -> Drawn:
    """Every department, and a new one."""
    municipality = town.municipality
    buttons = [go(one.label, Page.DEPARTMENT, one.code) for one in municipality.departments]
    new = ask(municipality, texts.plain("setup-new-department"), Change.NEW_DEPARTMENT)
    return [texts("setup-departments")], [*in_rows(buttons, 2), [new], [back(texts, Page.HOME)]]


def department(town: Town, texts: Texts, of: str) -> Drawn:
    """One department: its chat, its people, its topics."""
    municipality, one = town.municipality, town.municipality.find_department(of)
    if one is None:
        return overview(town, texts, "")
    topics = [topic for topic in municipality.topics if topic.department == one.code]
    people = [person.name for person in municipality.staff if one.code in person.departments]
    lines = [
        texts(
            "setup-department",
            name=one.name,
            short=one.label,
            phone=one.duty_phone or "—",
            mail=one.email or "—",
            kind=one.kind.value,
        ),
        texts("setup-department-chat", chat=place_of_work(town, one, texts)),
        texts("setup-department-people", names=_joined(people), who=one.members.value),
        texts("setup-department-topics", names=_joined([topic.name for topic in topics])),
    ]
    return lines, _department_buttons(
        municipality, one, texts, [(topic.name, topic.code) for topic in topics]
    )


def _department_buttons(
    municipality: Municipality, one: Department, texts: Texts, topics: Iterable[tuple[str, str]]
) -> Rows:
    other = Members.LISTED if one.members is Members.CHAT else Members.CHAT
    trust = texts.plain("setup-members", who=other.value)
    kinds = list(DepartmentKind)
    kind = kinds[(kinds.index(one.kind) + 1) % len(kinds)]
    return [
        *in_rows([go(name, Page.TOPIC, code) for name, code in topics], 2),
        [ask(municipality, texts.plain("setup-new-topic"), Change.NEW_TOPIC, one.code)],
        [
            ask(municipality, texts.plain("setup-rename"), Change.DEPARTMENT_NAME, one.code),
            ask(municipality, texts.plain("setup-short"), Change.SHORT, one.code),
        ],
        [
            ask(municipality, texts.plain("setup-phone"), Change.PHONE, one.code),
            ask(municipality, texts.plain("setup-mail"), Change.DEPARTMENT_EMAIL, one.code),
        ],
        [put(municipality, trust, Change.MEMBERS, one.code, other.value)],
        [
            put(
                municipality,
                texts.plain("setup-kind", kind=kind.value),
                Change.DEPARTMENT_KIND,
                one.code,
                kind.value,
            )
        ],
        [back(texts, Page.DEPARTMENTS), go(texts.plain("setup-drop"), Page.DROP_DEPARTMENT, one.code)],
    ]


def drop_department(town: Town, texts: Texts, of: str) -> Drawn:
    """Asked once more, because its topics go with it."""
    one = town.municipality.find_department(of)
    if one is None:
        return overview(town, texts, "")
    yes = put(town.municipality, texts.plain("setup-drop-yes"), Change.DROP_DEPARTMENT, one.code, "")
    return [texts("setup-drop-department", name=one.name)], [[yes], [back(texts, Page.DEPARTMENT, one.code)]]


def topic(town: Town, texts: Texts, of: str) -> Drawn:
    """One topic with its words."""
    municipality, one = town.municipality, town.municipality.find_topic(of)
    if one is None:
        return overview(town, texts, "")
    words = shorten(", ".join(one.words), _WORDS_ROOM) or "—"
    lines = [
        texts(
            "setup-topic",
            name=one.name,
            words=words,
            category=one.category.value,
            urgent=int(one.urgent),
        )
    ]
    other = Category.ORDINARY if one.category is Category.FAST_TRACK else Category.FAST_TRACK
    urgent = "0" if one.urgent else "1"
    rows = [
        [
            ask(municipality, texts.plain("setup-words"), Change.WORDS, one.code),
            ask(municipality, texts.plain("setup-rename"), Change.TOPIC_NAME, one.code),
        ],
        [put(municipality, texts.plain("setup-urgent", on=int(urgent)), Change.URGENT, one.code, urgent)],
        [
            put(
                municipality,
                texts.plain("setup-category", to=other.value),
                Change.CATEGORY,
                one.code,
                other.value,
            )
        ],
        [
            back(texts, Page.DEPARTMENT, one.department),
            put(municipality, texts.plain("setup-drop"), Change.DROP_TOPIC, one.code, ""),
        ],
    ]
    return lines, rows


def _joined(names: list[str]) -> str:
    return shorten(", ".join(names), _NAMES_ROOM) or "—"
