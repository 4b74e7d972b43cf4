"""Which chat is what: a group, or a topic of one, becomes a place of work by an administrator's act (guarantee 23)."""

from dataclasses import dataclass, replace
from enum import StrEnum

from domain.errors import NotFound
from domain.ids import ChatId
from domain.municipality import Department, Municipality
from domain.notices import CardKind
from domain.setup.errors import NotInTopic
from domain.setup.founding import NOWHERE, progressed


class Post(StrEnum):
    """What a chat may be. A topic can only be a department's: the others have a chat of their own."""

    COORDINATORS = "coordinators"
    APPROVALS = "approvals"
    LEADERSHIP = "leadership"
    DEPARTMENT = "department"


@dataclass(frozen=True, slots=True)
class Spot:
    """A chat and its topic; 0: General, or none."""

    chat: ChatId
    thread: int = 0


def list_posts(municipality: Municipality, spot: Spot) -> list[tuple[Post, str]]:
    """What this spot is now, departments by their codes. What merely stands in with the coordinators is not named."""
    chats = municipality.chats
    own = {
        Post.COORDINATORS: chats.coordinators,
        Post.APPROVALS: chats.approvals,
        Post.LEADERSHIP: chats.leadership,
    }
    held = [
        (post, "")
        for post, chat in own.items()
        if Spot(chat) == spot and (post is Post.COORDINATORS or chat != chats.coordinators)
    ]
    return held + [
        (Post.DEPARTMENT, one.code)
        for one in municipality.departments
        if Spot(one.chat, one.thread) == spot and not _stands_in(municipality, one)
    ]


def find_spot(municipality: Municipality, post: Post, code: str) -> Spot | None:
    """Where this works now; None where it has no chat of its own yet. Raises NotFound for an unknown department."""
    chats = municipality.chats
    if post is Post.DEPARTMENT:
        department = municipality.find_department(code)
        if department is None:
            raise NotFound
        home = department.chat == NOWHERE or _stands_in(municipality, department)
        return None if home else Spot(department.chat, department.thread)
    if post is Post.COORDINATORS:
        return None if chats.coordinators == NOWHERE else Spot(chats.coordinators)
    chat = chats.approvals if post is Post.APPROVALS else chats.leadership
    return None if chat in (NOWHERE, chats.coordinators) else Spot(chat)


def bound(municipality: Municipality, post: Post, code: str, spot: Spot) -> Municipality:
    """The municipality with this spot as that post. Who has no chat of its own goes with the coordinators."""
    find_spot(municipality, post, code)
    if post is Post.DEPARTMENT:
        departments = tuple(
            replace(one, chat=spot.chat, thread=spot.thread) if one.code == code else one
            for one in municipality.departments
        )
        return progressed(replace(municipality, departments=departments))
    if spot.thread:
        raise NotInTopic
    if post is Post.COORDINATORS:
        return progressed(_with_coordinators(municipality, spot.chat))
    chats = municipality.chats
    if post is Post.APPROVALS:
        return replace(municipality, chats=replace(chats, approvals=spot.chat))
    return replace(municipality, chats=replace(chats, leadership=spot.chat))


def _with_coordinators(municipality: Municipality, chat: ChatId) -> Municipality:
    old = municipality.chats.coordinators

    def follow(present: ChatId) -> ChatId:
        return chat if present in (old, NOWHERE) else present

    chats = replace(
        municipality.chats,
        coordinators=chat,
        approvals=follow(municipality.chats.approvals),
        leadership=follow(municipality.chats.leadership),
    )
    departments = tuple(
        replace(one, chat=chat) if one.chat == NOWHERE or _stands_in(municipality, one) else one
        for one in municipality.departments
    )
    return replace(municipality, chats=chats, departments=departments)


def _stands_in(municipality: Municipality, department: Department) -> bool:
    """The coordinators' chat is every department's that has none: its own topic of it would be its own place."""
    return department.chat == municipality.chats.coordinators and department.thread == 0


@dataclass(frozen=True, slots=True)
class Removal:
    """Cards of one kind, of one department where they are a department's, that have to stand elsewhere."""

    kind: CardKind
    department: str | None
    old: Spot
    new: Spot


def list_removals(old: Municipality, new: Municipality) -> list[Removal]:
    """What has to follow when chats are bound anew: rights hold in the new chat, so the open cards have to be there."""
    former, present = _list_homes(old), _list_homes(new)
    return [
        Removal(kind, code, former[kind, code], spot)
        for (kind, code), spot in present.items()
        if former.get((kind, code), spot) not in (spot, Spot(NOWHERE))
    ]


def _list_homes(municipality: Municipality) -> dict[tuple[CardKind, str | None], Spot]:
    chats = municipality.chats
    homes: dict[tuple[CardKind, str | None], Spot] = {
        (CardKind.COORDINATORS, None): Spot(chats.coordinators),
        (CardKind.APPROVAL, None): Spot(chats.approvals),
        (CardKind.LEADERSHIP, None): Spot(chats.leadership),
    }
    theirs = {(CardKind.DEPARTMENT, one.code): Spot(one.chat, one.thread) for one in municipality.departments}
    return homes | theirs
