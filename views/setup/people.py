"""The pages of setting up that are about people, and the links that let them in."""

from collections.abc import Mapping
from typing import Final

from domain.municipality import Employee, Municipality, Role
from domain.setup.invitations import shown_code
from domain.setup.pages import Page, PageOf
from domain.setup.vocabulary import Change
from locales.texts import Html, Texts, join_html
from views.buttons import button, in_rows
from views.parts import Part, Text
from views.setup import calendar, departments, pages, terms
from views.setup.callbacks import SetupInvite
from views.setup.pages import Draw, Drawn, Town, ask, back, go, put

_OF_DEPARTMENT: Final = frozenset({Role.EXECUTOR, Role.DEPARTMENT_HEAD})
"""Roles that mean something only with a department."""
_SHOWN: Final = 40
"""So many people get a button; Telegram takes a hundred, and a screen far less."""


def people(town: Town, texts: Texts, _: str) -> Drawn:
    """Everybody, who has not pressed Start, and which roles one person alone holds."""
    municipality = town.municipality
    lines = [texts("setup-people", count=len(municipality.staff))]
    silent = [one.name for one in municipality.staff if one.id in town.silent]
    if silent:
        lines.append(texts("setup-silent", names=", ".join(silent)))
    thin = [texts.plain("role-name", role=role.value) for role in _list_thin(municipality)]
    if thin:
        lines.append(texts("setup-thin", roles=", ".join(thin)))
    buttons = [go(one.name, Page.PERSON, str(one.id)) for one in municipality.staff[:_SHOWN]]
    return lines, [
        *in_rows(buttons, 2),
        [go(texts.plain("setup-invite"), Page.INVITE)],
        [back(texts, Page.HOME)],
    ]


def _list_thin(municipality: Municipality) -> list[Role]:
    """Roles that stop with one person's holiday (A19)."""
    needed = (Role.COORDINATOR, Role.EXECUTOR, Role.APPROVER, Role.ADMIN)
    return [role for role in needed if len(list(municipality.list_employees(role))) < 2]


def person(town: Town, texts: Texts, of: str) -> Drawn:
    """One person: what he or she is, each role and department a switch."""
    municipality, one = town.municipality, _find(town.municipality, of)
    if one is None:
        return people(town, texts, "")
    lines = [
        texts(
            "setup-person",
            name=one.name,
            roles=_roles(one, texts),
            departments=_departments(one, municipality),
        ),
        texts(
            "setup-person-contacts",
            position=one.position or "—",
            phone=one.phone or "—",
            email=one.email or "—",
        ),
    ]
    if one.id in town.silent:
        lines.append(texts("setup-person-silent"))
    roles = [
        put(
            municipality,
            _switch(texts.plain("role-name", role=role.value), role in one.roles),
            Change.ROLE,
            of,
            role.value,
        )
        for role in Role
    ]
    places = [
        put(municipality, _switch(each.label, each.code in one.departments), Change.PLACE, of, each.code)
        for each in municipality.departments[:_SHOWN]
    ]
    contacts = [
        ask(municipality, texts.plain("setup-contact", what=one.value), one, of)
        for one in (Change.POSITION, Change.PERSON_PHONE, Change.EMAIL)
    ]
    last = [
        ask(municipality, texts.plain("setup-rename"), Change.PERSON_NAME, of),
        go(texts.plain("setup-drop"), Page.REMOVE, of),
    ]
    return lines, [*in_rows(roles, 2), *in_rows(places, 2), contacts, last, [back(texts, Page.PEOPLE)]]


def remove(town: Town, texts: Texts, of: str) -> Drawn:
    """Asked once more."""
    one = _find(town.municipality, of)
    if one is None:
        return people(town, texts, "")
    yes = put(town.municipality, texts.plain("setup-drop-yes"), Change.REMOVE, of, "")
    return [texts("setup-remove-person", name=one.name)], [[yes], [back(texts, Page.PERSON, of)]]


def invite(_town: Town, texts: Texts, _: str) -> Drawn:
    """As what?"""
    buttons = [
        go(texts.plain("role-name", role=role.value), Page.INVITE_TO, role.value)
        if role in _OF_DEPARTMENT
        else button(texts.plain("role-name", role=role.value), SetupInvite(role=role))
        for role in Role
    ]
    return [texts("setup-invite-as")], [*in_rows(buttons, 2), [back(texts, Page.PEOPLE)]]


def invite_to(town: Town, texts: Texts, of: str) -> Drawn:
    """In which department?"""
    if of not in tuple(Role) or not town.municipality.departments:
        return [texts("setup-departments-first")], [[back(texts, Page.INVITE)]]
    buttons = [
        button(one.label, SetupInvite(role=Role(of), department=one.code))
        for one in town.municipality.departments
    ]
    return [texts("setup-invite-to")], [*in_rows(buttons, 2), [back(texts, Page.INVITE)]]


def invitation(
    municipality: Municipality, texts: Texts, *, code: str, role: str, department: str, username: str
) -> list[Part]:
    """What to send to one person: a link, and the code for whoever can't open it."""
    found = municipality.find_department(department)
    post = pages.post_line(texts, role, found.label if found else "")
    link = f"https://t.me/{username}?start={code}" if username else ""
    lines = [
        texts("setup-invitation", municipality=municipality.name, post=post),
        *([Html(f'<a href="{link}">{link}</a>')] if link else []),
        texts("setup-invitation-code", code=shown_code(code)),
    ]
    return [Text(join_html("\n", lines))]


def _find(municipality: Municipality, of: str) -> Employee | None:
    return municipality.find_employee(int(of)) if of.isdecimal() else None


def _roles(one: Employee, texts: Texts) -> str:
    return ", ".join(texts.plain("role-name", role=role.value) for role in Role if role in one.roles) or "—"


def _departments(one: Employee, municipality: Municipality) -> str:
    return ", ".join(each.label for each in municipality.departments if each.code in one.departments) or "—"


def _switch(label: str, is_on: bool) -> str:  # noqa: FBT001
    return f"✓ {label}" if is_on else label


PAGES: Final[Mapping[Page, Draw]] = {
    Page.HOME: pages.home,
    Page.TIMEZONE: pages.timezones,
    Page.REGULATION: pages.regulations,
    Page.HOURS: pages.hours,
    Page.DEPARTMENTS: departments.overview,
    Page.DEPARTMENT: departments.department,
    Page.DROP_DEPARTMENT: departments.drop_department,
    Page.TOPIC: departments.topic,
    Page.CHATS: pages.chats,
    Page.PEOPLE: people,
    Page.PERSON: person,
    Page.REMOVE: remove,
    Page.INVITE: invite,
    Page.INVITE_TO: invite_to,
    Page.CALENDAR: calendar.calendar,
    Page.CONSENT: terms.consent,
    Page.APPROVAL: terms.approval,
    Page.DETAILS: terms.details,
    Page.CHANNELS: terms.channels,
}


def page(town: Town, texts: Texts, there: PageOf, *, message_id: int = 0, reads: bool = False) -> list[Part]:
    """Any page of setting up."""
    return pages.page(town, texts, there, PAGES[there.page], message_id=message_id, reads=reads)
