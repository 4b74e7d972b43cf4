"""What is missed: one list a chat, and the curator's word that a draft comes back again and again (R55)."""

from collections.abc import Sequence
from typing import Final

from aiogram.types import InlineKeyboardButton

from domain.assignments import AssignmentState
from domain.casefile import CaseFile
from domain.drafts import DraftState
from domain.escalation import OverdueLine
from domain.municipality import Municipality
from domain.regulation.terms import Stage
from domain.setup.access import list_curators
from domain.words.masking import mask
from domain.words.names import short_name
from locales.texts import Html, Texts, join_html
from views.buttons import button, in_rows, keyboard
from views.callbacks import AppealAction, AppealCallback
from views.cards.lines import headline
from views.cards.pinned import what
from views.measure import one_line, quote, shorten
from views.moments import day_and_hour, zone
from views.parts import Edit, Part, Text
from views.rhythm.lines import department_name, in_one_line, missed_counts

LISTED: Final = 20
"""Lines of the list, each with its button; of the rest it says how many there are."""
_WHAT_ROOM: Final = 90
_NAME_ROOM: Final = 40
_NAMES_ROOM: Final = 120
_REASON_ROOM: Final = 700
_SHORT_ROOM: Final = 300
_ACROSS: Final = 3


def overdue_list(
    municipality: Municipality,
    texts: Texts,
    *,
    lines: Sequence[OverdueLine],
    without_curator: Sequence[str] = (),
    in_place_of: Sequence[str] = (),
    message_id: int | None = None,
    silent: bool = False,
) -> list[Part]:
    """`message_id`: the list stands there and is changed; it says so too when nothing is missed any more.

    `in_place_of`: for whom the reader stands in.
    """
    if not lines:
        return [Edit(message_id, texts("late-none"))] if message_id else []
    rows = [texts("late-head", counts=in_one_line(_counts(lines[0], texts)))]
    rows += [_line(one, municipality, texts) for one in lines]
    if lines[0].every > len(lines):
        rows.append(texts("pinned-more", count=lines[0].every - len(lines)))
    rows += [_without_curator(code, municipality, texts) for code in without_curator]
    if in_place_of:
        rows.append(texts("late-in-place-of", names=one_line(", ".join(in_place_of), _NAMES_ROOM)))
    html = join_html("\n", rows)
    buttons = [
        button(one.number, AppealCallback(action=AppealAction.BELOW, appeal=one.appeal_id)) for one in lines
    ]
    markup = keyboard(in_rows(buttons, _ACROSS))
    return [Edit(message_id, html, markup) if message_id else Text(html, markup, silent=silent)]


def _line(line: OverdueLine, municipality: Municipality, texts: Texts) -> Html:
    return texts(
        "work-overdue",
        urgent="yes" if line.urgent else "no",
        number=line.number,
        what=one_line(what(line, municipality, texts), _WHAT_ROOM),
        who=_who(line, municipality, texts),
        moment=day_and_hour(line.due_at, zone(municipality)),
    )


def _counts(first: OverdueLine, texts: Texts) -> list[str]:
    overdue = first.every - first.unaccepted - first.unread
    return missed_counts(texts, overdue=overdue, unaccepted=first.unaccepted, unread=first.unread)


def _who(line: OverdueLine, municipality: Municipality, texts: Texts) -> str:
    if line.stage is Stage.READ:
        return texts.plain("late-not-read", who=texts.plain("work-coordinators"))
    who = _holder(line, municipality, texts)
    return texts.plain("late-not-accepted", who=who) if line.stage is Stage.RETURN else who


def _holder(line: OverdueLine, municipality: Municipality, texts: Texts) -> str:
    if line.status == "on_approval":
        return texts.plain("late-approvers")
    if line.department is None or line.status == "approved":
        return texts.plain("work-coordinators")
    label, name = (
        department_name(line.department, municipality),
        one_line(line.executor_name or "", _NAME_ROOM),
    )
    return f"{label}, {name}" if name else label


def _without_curator(code: str, municipality: Municipality, texts: Texts) -> Html:
    department = municipality.find_department(code)
    label, curators = (
        department_name(code, municipality),
        list_curators(municipality, department) if department else [],
    )
    if not curators:
        return texts("late-curator-none", department=label)
    found = filter(None, map(municipality.find_employee, curators))
    names = ", ".join(short_name(one.name) for one in found)
    return texts("late-curator-closed", department=label, names=one_line(names, _NAMES_ROOM))


def bounced(line: Html, file: CaseFile, texts: Texts) -> Text:
    """To the coordinators: departments pass it on to one another; every reason, and the card with what can be done."""
    back = [one for one in file.assignments if one.state is AssignmentState.RETURNED and one.is_lead]
    reasons = [
        texts(
            "late-bounced-reason",
            department=department_name(one.department, file.municipality),
            reason=one_line(mask(one.reason or "—"), _SHORT_ROOM),
        )
        for one in back
    ]
    lines = [line, texts("late-bounced"), *reasons, headline(file, texts)]
    return Text(join_html("\n", lines), keyboard([[_below(file)]]))


def reworked(file: CaseFile, texts: Texts, *, unreachable: bool) -> list[Part]:
    """To the curator, or to the coordinators where there is none to be reached: what the approvers have found, each time (A18)."""
    appeal = file.appeal
    label = one_line(file.department.label if file.department else "", _NAME_ROOM)
    lines = [texts("late-reworked", number=appeal.number, department=label, count=appeal.revisions)]
    if unreachable and file.department is not None:
        lines.append(_without_curator(file.department.code, file.municipality, texts))
    lines.append(headline(file, texts))
    reasons = [draft.reason for draft in file.drafts if draft.state is DraftState.RETURNED and draft.reason]
    lines += [quote(shorten(mask(reason), _REASON_ROOM)) for reason in reasons[-appeal.revisions :]]
    return [Text(join_html("\n", lines), keyboard([[_below(file)]]))]


def _below(file: CaseFile) -> InlineKeyboardButton:
    return button(file.appeal.number, AppealCallback(action=AppealAction.BELOW, appeal=file.appeal.id))
