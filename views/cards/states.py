"""What is so now, in one or two lines of a card."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from domain.appeal import Appeal
from domain.assignments import Assignment, AssignmentState, is_taken_back, list_turns_after
from domain.casefile import Card, CaseFile
from domain.drafts import DraftKind
from domain.notices import CardKind
from domain.outcomes import Outcome
from domain.status import Status
from domain.words.masking import mask
from locales.texts import Html, Texts
from views.cards.fates import fate_lines, waiting_lines
from views.cards.joint import find_part, part_state
from views.cards.people import gender
from views.measure import one_line
from views.moments import moment, to_the_second, until, zone
from views.work.extending import extension_lines
from views.work.measures import measures_lines
from views.work.promising import promise_lines

REASON_ROOM: Final = 300
_LABEL_ROOM: Final = 100


def state_lines(file: CaseFile, texts: Texts, card: Card, now: datetime) -> list[Html]:
    """The state as this card's chat has to know it: a department that gave it away sees where it went."""
    part = find_part(file, card) if card.assignment_id is not None else None
    if part is not None:
        return _state_of_part(file, texts, part, now)
    may_return = card.kind is CardKind.DEPARTMENT and file.appeal.status is Status.ASSIGNED
    return [
        *_told_meanwhile(file, texts, now),
        _STATES[file.appeal.status](file, texts, now),
        *_silence(file, texts, now),
        *_citizens_verdict(file.appeal, texts),
        *extension_lines(file, texts),
        *promise_lines(file, texts),
        *measures_lines(file, texts, now),
        *(_return_term(file, texts, file.appeal.return_by, now) if may_return else []),
    ]


def is_current(file: CaseFile, card: Card) -> bool:
    """Whether the card's department still has the appeal, or its part of it, in this very turn."""
    if card.assignment_id is not None:
        part = find_part(file, card)
        return part is not None and part.is_open
    return card.turn == file.appeal.assignments and card.department == file.appeal.department


def is_gone(file: CaseFile, card: Card) -> bool:
    """Whether the card's department has given it away, or lost it: its card tells where it went and nothing more."""
    if card.kind is not CardKind.DEPARTMENT:
        return False
    part = find_part(file, card)
    return not part.works if part is not None else not is_current(file, card)


def _state_of_part(file: CaseFile, texts: Texts, part: Assignment, now: datetime) -> list[Html]:
    """A department that works on a part sees where the part is; in the end, what became of the answer."""
    if file.appeal.is_open:
        waits = part.state is AssignmentState.ASSIGNED
        said = texts("state-part", state=part_state(part, texts, now, file))
        return [said, *(_return_term(file, texts, part.return_by, now) if waits else [])]
    return [_STATES[file.appeal.status](file, texts, now), *_citizens_verdict(file.appeal, texts)]


def department_name(file: CaseFile) -> str:
    """Who has it, by name."""
    return _name_of(file, file.appeal.department or "")


def _name_of(file: CaseFile, code: str) -> str:
    """A code that the municipality has dropped stands for itself."""
    department = file.municipality.find_department(code)
    return one_line(department.name if department else code, _LABEL_ROOM)


def _return_term(file: CaseFile, texts: Texts, return_by: datetime | None, now: datetime) -> list[Html]:
    """Until it is accepted: how long it may be returned in time (R40)."""
    if return_by is None:
        return []
    time = until(return_by, now, zone(file.municipality), texts)
    return [texts("state-return-over" if now > return_by else "state-return-by", time=time)]


def _returned(appeal: Appeal, texts: Texts) -> Html:
    return texts("state-returned-late" if appeal.returned_late else "state-returned", reason=_reason(appeal))


def where_it_went(file: CaseFile, texts: Texts, card: Card) -> Html:
    """The one line of a card that is gone. Moments are told as on the day of the card, so that it never changes again."""
    part = find_part(file, card)
    if part is not None:
        return _where_part_went(file, texts, part)
    own = next((one for one in file.assignments if one.turn == card.turn), None)
    following = next(iter(list_turns_after(file.assignments, card.turn)), None)
    if own is None or is_taken_back(file.assignments, own):
        return texts("state-taken-back")
    if following is None:
        reason = one_line(mask(own.reason or ""), REASON_ROOM) or "—"
        return texts("state-returned-late" if own.is_late else "state-returned", reason=reason)
    at = moment(following.assigned_at, own.assigned_at, zone(file.municipality))
    return texts("state-moved", department=_name_of(file, following.department), time=at)


def was_taken_back(file: CaseFile, card: Card) -> bool:
    """Whether the coordinator thought better of the very route that this department's card came by."""
    own = next((one for one in file.assignments if one.turn == card.turn), None)
    is_lead_card = card.kind is CardKind.DEPARTMENT and card.assignment_id is None
    return is_lead_card and own is not None and is_taken_back(file.assignments, own)


def _where_part_went(file: CaseFile, texts: Texts, part: Assignment) -> Html:
    if part.state is AssignmentState.WITHDRAWN and file.appeal.department == part.department:
        return texts("state-part-leads")
    ended_at = part.ended_at or part.assigned_at
    return texts("state-part", state=part_state(part, texts, ended_at, file))


def _reason(appeal: Appeal) -> str:
    return one_line(mask(appeal.return_reason or ""), REASON_ROOM) or "—"


def _waiting(file: CaseFile, texts: Texts, now: datetime) -> Html:
    appeal, lines = file.appeal, []
    if appeal.shelved:
        return texts("state-shelved")
    if appeal.return_reason:
        lines.append(_returned(appeal, texts))
    if appeal.read_at is not None and appeal.read_by and not appeal.return_reason:
        at = moment(appeal.read_at, now, zone(file.municipality))
        lines.append(texts("state-taken", name=appeal.read_by, time=at))
    return Html("\n".join([*lines, texts("state-waiting")]))


def _routed(file: CaseFile, texts: Texts, now: datetime) -> Html:
    time, department = _time(file.appeal.assigned_at, now, zone(file.municipality)), department_name(file)
    if file.appeal.released_at is not None:
        return texts(
            "state-released",
            department=department,
            time=_time(file.appeal.released_at, now, zone(file.municipality)),
        )
    words = one_line(mask((file.appeal.route_reason or "").partition("\n")[0]), _LABEL_ROOM)
    if words:
        return texts("state-routed-by-words", department=department, time=time, words=words)
    return texts("state-routed", department=department, time=time)


def _accepted(file: CaseFile, texts: Texts, now: datetime) -> Html:
    name = one_line(file.appeal.executor_name or "", _LABEL_ROOM) or texts.plain("someone")
    time = _time(file.appeal.accepted_at, now, zone(file.municipality))
    return texts("state-accepted", gender=gender(name, file.municipality), name=name, time=time)


def _on_approval(file: CaseFile, texts: Texts, now: datetime) -> Html:
    return Html("\n".join([*_by_whom(file, texts, now), texts("state-on-approval")]))


def _approved(file: CaseFile, texts: Texts, now: datetime) -> Html:
    waits = waiting_lines(file.appeal, texts) or [texts("state-approved", at=sending_at(file))]
    return Html("\n".join([*_by_whom(file, texts, now), *waits]))


def _by_whom(file: CaseFile, texts: Texts, now: datetime) -> list[Html]:
    """Nobody has accepted what the coordinators answer themselves."""
    return [_accepted(file, texts, now)] if file.appeal.department is not None else []


def sending_at(file: CaseFile) -> str:
    """When what was approved leaves for the citizen: «09:50:30»."""
    publish_at = file.draft.publish_at if file.draft else None
    return to_the_second(publish_at, zone(file.municipality)) if publish_at else "—"


def _answered(file: CaseFile, texts: Texts, now: datetime) -> Html:
    return Html("\n".join(fate_lines(file, texts, now)))


def _closed(file: CaseFile, texts: Texts, now: datetime) -> Html:
    appeal = file.appeal
    return texts(
        f"state-closed-{(appeal.outcome or Outcome.WITHDRAWN).value}",
        time=_time(appeal.closed_at, now, zone(file.municipality)),
        name=one_line(appeal.closed_by or "", _LABEL_ROOM) or texts.plain("someone"),
        who=one_line(appeal.no_reply_by or "", _LABEL_ROOM) or texts.plain("someone"),
        reason=one_line(mask(appeal.no_reply_reason or ""), REASON_ROOM) or "—",
    )


def _silence(file: CaseFile, texts: Texts, now: datetime) -> list[Html]:
    """A proposal not to answer that waits for a second person, and who was told of a threat (R53)."""
    appeal, lines = file.appeal, list[Html]()
    if appeal.waits_for_second:
        name = one_line(appeal.no_reply_by or "", _LABEL_ROOM) or texts.plain("someone")
        reason = one_line(mask(appeal.no_reply_reason or ""), REASON_ROOM) or "—"
        lines.append(texts("state-no-reply-proposed", name=name, reason=reason))
    if appeal.handed_over_by is not None:
        name = one_line(appeal.handed_over_by, _LABEL_ROOM) or texts.plain("someone")
        time = _time(appeal.handed_over_at, now, zone(file.municipality))
        lines.append(texts("state-handed-over", name=name, time=time))
    return lines


def _told_meanwhile(file: CaseFile, texts: Texts, now: datetime) -> list[Html]:
    """An interim answer or a question that has left: the work goes on, and everybody sees what was promised."""
    if not file.appeal.is_open or file.answer is None or file.answer.kind is DraftKind.FINAL:
        return []
    time = _time(file.answer.published_at, now, zone(file.municipality))
    return [texts(f"state-{file.answer.kind.value}-sent", time=time)]


def _citizens_verdict(appeal: Appeal, texts: Texts) -> list[Html]:
    solved = [texts(f"state-solved-{appeal.solved.value}")] if appeal.solved else []
    return solved + ([texts("state-rated", rating=appeal.rating)] if appeal.rating else [])


def _time(at: datetime | None, now: datetime, tz: ZoneInfo) -> str:
    return moment(at, now, tz) if at else "—"


_STATES: Final[Mapping[Status, Callable[[CaseFile, Texts, datetime], Html]]] = {
    Status.REGISTERED: _waiting,
    Status.ASSIGNED: _routed,
    Status.IN_PROGRESS: _accepted,
    Status.ON_APPROVAL: _on_approval,
    Status.APPROVED: _approved,
    Status.ANSWERED: _answered,
    Status.CLOSED: _closed,
}
