"""Role × action × chat × state, generated from the table of transitions and from the buttons that there are (guarantee 22).

A new action or a new button is tried by itself: nothing here names one.
"""

import enum
import itertools
from dataclasses import replace

import pytest
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, Chat, Message, Update, User

from domain.errors import Forbidden, NotFound, NotPossibleNow
from domain.ids import AppealId, ChatId, DepartmentCode, UserId
from domain.municipality import Employee, Role
from domain.people import SYSTEM, Deed, actor_in_chat
from domain.status import TRANSITIONS, Action, Event, Status
from handlers.filters import ANONYMOUS_ADMIN
from services.work.assignment import get_for
from tests.bot.rights_town import (
    BOT,
    GROUPS,
    HOME,
    IDS,
    IN_PRIVATE_TOO,
    NOW,
    REMOVED,
    STRANGER,
    UPDATES,
    remember,
    staffed,
)
from tests.domain.people import COORDINATORS, LEADERSHIP
from views import callbacks
from views.coordinator import callbacks as coordinator_callbacks
from views.mailing import callbacks as mail_callbacks
from views.papers import callbacks as paper_callbacks
from views.rhythm import callbacks as rhythm_callbacks
from views.setup import callbacks as setup_callbacks
from views.work import callbacks as work_callbacks

# Every cell of the table


def may(role, action, chat, status, *, own):
    """The rule as people would say it, beside the code's: at home, or in private where the role works there."""
    at_home = chat in HOME.get(role, set()) or (chat == IDS[role] and role in IN_PRIVATE_TOO)
    has_it = role is not Role.EXECUTOR or (own and status is not Status.REGISTERED)
    return role in TRANSITIONS[action].roles and at_home and has_it


async def outcome(uow, actor, chat, action, appeal_id):
    try:
        appeal = await get_for(uow, Deed(actor, chat, 0, NOW), action, appeal_id)
        appeal.ensure_possible(action)
    except Forbidden:
        return "forbidden"
    except NotPossibleNow:
        return "not now"
    return "done"


@pytest.mark.parametrize("own", [True, False], ids=["own department", "another department"])
async def test_only_the_listed_cells_pass(town, own):
    units, ids, _ = town
    units.municipality = staffed("zhkh" if own else "roads")
    wrong = []
    async with units.open(now=NOW) as uow:
        for role, status in itertools.product(Role, Status):
            for chat, action in itertools.product((*GROUPS, ChatId(IDS[role])), Action):
                actor = actor_in_chat(units.municipality, IDS[role], "", chat)
                allowed = may(role, action, chat, status, own=own)
                possible = status in TRANSITIONS[action].moves
                expected = "forbidden" if not allowed else "done" if possible else "not now"
                found = await outcome(uow, actor, chat, action, ids[status][0])
                wrong += [] if found == expected else [(role, action, chat, status, found)]
    assert wrong == []


async def test_an_appeal_that_is_not_there_is_not_found(town):
    units, _, _ = town
    coordinator = actor_in_chat(units.municipality, IDS[Role.COORDINATOR], "", COORDINATORS)
    async with units.open(now=NOW) as uow:
        for action in Action:
            with pytest.raises(NotFound):
                await get_for(uow, Deed(coordinator, COORDINATORS, 0, NOW), action, AppealId(99_999))


# Every button that there is, pressed by whoever has no right to it there


KINDS = [
    one
    for module in (
        callbacks,
        coordinator_callbacks,
        setup_callbacks,
        rhythm_callbacks,
        work_callbacks,
        paper_callbacks,
        mail_callbacks,
    )
    for one in vars(module).values()
    if isinstance(one, type) and issubclass(one, CallbackData) and one is not CallbackData
]


def values_of(name, hint, row):
    """What a field of a button may hold: every member of a vocabulary, the ids of this row, a code that exists."""
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return list(hint)
    if hint is str:
        return ["zhkh"]
    return [{"appeal": row[0], "draft": row[1], "former": 1}.get(name, 1)]


def buttons_of(row):
    """Every button of every kind about this appeal."""
    for kind in KINDS:
        fields = {name: values_of(name, field.annotation, row) for name, field in kind.model_fields.items()}
        for chosen in itertools.product(*fields.values()):
            yield kind(**dict(zip(fields, chosen, strict=True))).pack()


def press(person, chat, data, *, is_bot=False):
    user = User(id=person, is_bot=is_bot, first_name="Кто-то")
    place = Chat(id=chat, type="private" if chat > 0 else "supergroup")
    message = Message(message_id=5, date=NOW, chat=place, text="карточка")
    return Update(
        update_id=next(UPDATES),
        callback_query=CallbackQuery(id="1", from_user=user, chat_instance="1", message=message, data=data),
    )


AWAY = {
    IDS[role]: [chat for chat in GROUPS if chat not in HOME.get(role, set())]
    for role in Role
    if role is not Role.ADMIN
}
NOBODY = {person: [*GROUPS, ChatId(person)] for person in (STRANGER, REMOVED)}


OPEN_TO_STAFF = {COORDINATORS: "a:show:", LEADERSHIP: ("sm:", "rp:", "rw:")}
"""Whoever of the staff has come to the coordinators' chat may have a card of a lost group's work put up there, and in
the leaders' chat turn the pages of the summary that stands there for all, and order the papers of its figures."""


def deal(ids, chats, shift):
    """Every button once: the chats and the states go round, each person begins elsewhere."""
    rows = [list(buttons_of(row)) for row in ids.values()]
    for number, same in enumerate(zip(*rows, strict=True)):
        yield chats[(number + shift) % len(chats)], same[(number // 2 + shift) % len(same)]


async def test_whoever_has_no_right_there_changes_nothing_and_the_journal_knows_who_tried(
    town, dispatch, toasts
):
    """Each button by a stranger, by one who was removed and whose work it was, and by the roles in turn away from home."""
    _, ids, path = town
    before, _ = remember(path)
    presses = 0
    for shift, people in enumerate((list(AWAY.items()), *([one] for one in NOBODY.items()))):
        for number, (_, data) in enumerate(deal(ids, GROUPS, shift)):
            person, chats = people[number % len(people)]
            chat = chats[number // len(people) % len(chats)]
            if data.startswith(OPEN_TO_STAFF.get(chat, "-")) and person not in NOBODY:
                continue
            await dispatch.handle(press(person, chat, data), 1)
            presses += 1
    after, done = remember(path)
    assert after == before
    assert done.keys() <= {Event.REFUSED, Event.ASK_ACCESS}, (
        "whoever is unknown may ask to be let in, and no more"
    )
    assert done.total() == presses
    assert all(toasts)
    assert presses > 500


@pytest.mark.parametrize("mask", [ANONYMOUS_ADMIN, BOT])
async def test_whoever_hides_or_is_no_person_presses_in_vain(town, dispatch, toasts, mask):
    units, ids, path = town
    roles = frozenset(Role)
    everything = Employee(UserId(mask), "Кто угодно", roles, departments=frozenset({DepartmentCode("zhkh")}))
    units.municipality = replace(units.municipality, staff=(everything,))
    before, _ = remember(path)
    presses = 0
    for chat, data in deal(ids, GROUPS, mask):
        await dispatch.handle(press(mask, chat, data, is_bot=True), 1)
        presses += 1
    after, done = remember(path)
    assert after == before
    assert done == {Event.REFUSED: presses}


async def test_what_no_button_of_ours_carries_is_refused_and_journaled(town, dispatch, toasts):
    _, _, path = town
    before, _ = remember(path)
    forged = ["", "a", "a:accept:-1", "a:destroy:1", "d:approve:9999999999999999999999", "я" * 32]
    for data in forged:
        await dispatch.handle(press(IDS[Role.COORDINATOR], COORDINATORS, data), 1)
    after, done = remember(path)
    assert (after, done) == (before, {Event.REFUSED: len(forged)})
    assert SYSTEM.roles == frozenset(), "the program itself presses nothing"
