"""Setting up: codes that let people in, /setup and its pages in private, /bind in groups."""

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.types import CallbackQuery, Message

from domain.ids import DepartmentCode
from domain.municipality import Role
from domain.setup.handed import HandedKind
from domain.setup.invitations import code_in_link
from domain.setup.pages import PageOf
from domain.words.text import clean_text
from handlers.filters import HasCode, InPrivate, IsAnonymous, IsHandedFile, IsReply, IsStaffText, NotOpen
from handlers.incoming import is_service, read_message, read_reply
from handlers.scene import Scene
from services.citizen import information
from services.people import access, invitations
from services.setup import binding, handing, in_chat
from services.work import replies
from views.setup.callbacks import (
    AccessAction,
    AccessCallback,
    BindAction,
    BindCallback,
    HandedCallback,
    SettingsFileCallback,
    SetupAsk,
    SetupGo,
    SetupInvite,
    SetupSet,
)

router = Router(name="setup")


@router.message(InPrivate(), CommandStart(deep_link=True))
async def follow_link(message: Message, command: CommandObject, scene: Scene) -> None:
    """A link with a code; any other payload is a citizen's start."""
    code = code_in_link(command.args or "")
    if code is None:
        raise SkipHandler
    await invitations.come_in(scene.uow, code, read_message(message), now=scene.now)


@router.message(InPrivate(), HasCode())
async def give_code(message: Message, code: str, scene: Scene) -> None:
    await invitations.come_in(scene.uow, code, read_message(message), now=scene.now)


@router.message(Command("setup"))
async def begin(message: Message, scene: Scene) -> None:
    """To a citizen in private it is a command that there is not."""
    if message.chat.type == "private" and not scene.actor.roles:
        raise SkipHandler
    await in_chat.begin(scene.uow, by=scene.deed)


@router.message(Command("calendar"))
async def show_calendar(_: Message, command: CommandObject, scene: Scene) -> None:
    """To a citizen in private it is a command that there is not; with a year it declares that one known."""
    if scene.here.chat > 0 and not scene.actor.roles:
        raise SkipHandler
    if command.args:
        await in_chat.declare_year(scene.uow, scene.rules, command.args, by=scene.deed)
    else:
        await in_chat.show_calendar(scene.uow, by=scene.deed)


@router.message(Command("bind"))
async def offer_posts(message: Message, scene: Scene) -> None:
    if message.chat.type == "private" and not scene.actor.roles:
        raise SkipHandler
    title, is_basic = message.chat.title or "", message.chat.type == "group"
    await binding.offer(scene.uow, title=title, is_basic=is_basic, by=scene.deed)


@router.message(InPrivate(), IsHandedFile())
async def take_file(message: Message, kind: HandedKind, scene: Scene) -> None:
    """Settings or a register of an administrator's; the file of anybody else is a citizen's."""
    if Role.ADMIN not in scene.actor.roles:
        raise SkipHandler
    file = message.document
    assert file is not None
    name, size = clean_text(file.file_name or ""), file.file_size or 0
    await handing.hand_in(scene.uow, kind, name, file.file_id, size, by=scene.deed)


@router.callback_query(SettingsFileCallback.filter())
async def send_settings(_: CallbackQuery, scene: Scene) -> str:
    await handing.send_settings(scene.uow, by=scene.deed)
    return scene.toast("settings-file")


@router.callback_query(HandedCallback.filter())
async def decide_on_file(_: CallbackQuery, callback_data: HandedCallback, scene: Scene) -> str:
    await handing.decide(scene.uow, callback_data.file, wants=callback_data.wants, by=scene.deed)
    return ""


@router.message(InPrivate(), IsStaffText())
async def take_words(message: Message, scene: Scene) -> None:
    """Words that answer no question of setting up are for others."""
    if not await in_chat.answer(scene.uow, scene.rules, read_reply(message), by=scene.deed):
        raise SkipHandler


@router.callback_query(SetupGo.filter())
async def turn(_: CallbackQuery, callback_data: SetupGo, scene: Scene) -> str:
    there = PageOf(callback_data.page, callback_data.of)
    await in_chat.show(scene.uow, there, message_id=scene.here.message, by=scene.deed)
    return ""


@router.callback_query(SetupAsk.filter())
async def ask(_: CallbackQuery, callback_data: SetupAsk, scene: Scene) -> str:
    await in_chat.ask(
        scene.uow,
        callback_data.change,
        callback_data.of,
        seen=callback_data.seen,
        message_id=scene.here.message,
        by=scene.deed,
    )
    return scene.toast("setup-asked")


@router.callback_query(SetupSet.filter())
async def change(_: CallbackQuery, callback_data: SetupSet, scene: Scene) -> str:
    await in_chat.change_by_button(
        scene.uow,
        scene.rules,
        callback_data.change,
        callback_data.of,
        callback_data.value,
        seen=callback_data.seen,
        message_id=scene.here.message,
        by=scene.deed,
    )
    return scene.toast("setup-changed")


@router.callback_query(SetupInvite.filter())
async def invite(_: CallbackQuery, callback_data: SetupInvite, scene: Scene) -> str:
    department = DepartmentCode(callback_data.department) if callback_data.department else None
    await invitations.invite(scene.uow, callback_data.role, department, by=scene.deed)
    return scene.toast("setup-invited")


@router.callback_query(BindCallback.filter(F.action == BindAction.LEAVE))
async def leave_unbound(_: CallbackQuery, scene: Scene) -> str:
    await binding.leave(scene.uow, message_id=scene.here.message, by=scene.deed)
    return ""


@router.callback_query(BindCallback.filter())
async def bind(_: CallbackQuery, callback_data: BindCallback, scene: Scene) -> str:
    await binding.bind(
        scene.uow,
        scene.rules,
        callback_data.post,
        callback_data.code,
        message_id=scene.here.message,
        moves=callback_data.action is BindAction.MOVE,
        by=scene.deed,
    )
    return ""


@router.callback_query(AccessCallback.filter(F.action == AccessAction.ASK))
async def ask_for_access(_: CallbackQuery, callback_data: AccessCallback, scene: Scene) -> str:
    await access.ask(scene.uow, callback_data.request, by=scene.deed)
    return scene.toast("access-asked")


@router.callback_query(AccessCallback.filter())
async def decide_on_access(_: CallbackQuery, callback_data: AccessCallback, scene: Scene) -> str:
    grants = callback_data.action is AccessAction.GRANT
    await access.decide(scene.uow, callback_data.request, grants=grants, by=scene.deed)
    return scene.toast("access-granted" if grants else "access-refused")


closed = Router(name="closed")
"""While citizens are not let in: nothing of theirs is kept, and they are told so."""


@closed.message(InPrivate(), NotOpen())
async def say_not_open(message: Message, scene: Scene) -> None:
    if not is_service(message):
        await information.say_not_open(scene.uow, message.chat.id, by=scene.deed)


@closed.edited_message(InPrivate(), NotOpen())
async def keep_nothing(_: Message) -> None:
    """An edit of what was not kept."""


anonymous = Router(name="anonymous")
"""Commands and answers of whoever hides behind a group's or a channel's name: rights need a person."""


@anonymous.message(
    IsAnonymous(),
    Command(
        "queue",
        "card",
        "find",
        "people",
        "add",
        "event",
        "causes",
        "block",
        "unblock",
        "report",
        "duty",
        "calendar",
        "setup",
        "bind",
    ),
)
async def ask_for_own_name(_: Message, scene: Scene) -> None:
    await binding.refuse_anonymous(scene.uow, by=scene.deed)


@anonymous.message(IsAnonymous(), IsReply())
async def ask_for_own_name_in_reply(message: Message, scene: Scene) -> None:
    await replies.refuse_anonymous(scene.uow, read_reply(message), by=scene.deed)
