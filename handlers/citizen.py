"""The citizen's private chat: commands, the keyboard, presses, and above all messages."""

from aiogram import F, Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.types import CallbackQuery, Message

from domain.ids import AppealId, MessageRowId
from domain.outcomes import Solved
from handlers.filters import CitizenButton, IsCommand
from handlers.incoming import is_service, read_message
from handlers.scene import Scene
from services.citizen import edits, feedback, forgetting, held, information, intake, withdrawal
from views.callbacks import (
    ConsentCallback,
    LanguageCallback,
    MessageAction,
    MessageCallback,
    OwnCallback,
    RatingCallback,
    SolvedCallback,
    WithdrawCallback,
)
from views.citizen.callbacks import ForgetCallback
from views.citizen.keyboards import Button

router = Router(name="citizen")


@router.message(CommandStart())
async def start(message: Message, scene: Scene) -> None:
    await information.greet(scene.uow, read_message(message), now=scene.now)


@router.message(Command("help"))
@router.message(CitizenButton(Button.HELP))
async def give_help(message: Message, scene: Scene) -> None:
    await information.give_help(scene.uow, read_message(message), now=scene.now)


@router.message(Command("my"))
@router.message(CitizenButton(Button.MY))
async def list_own(message: Message, scene: Scene) -> None:
    await information.list_own(scene.uow, read_message(message), now=scene.now)


@router.message(Command("status"))
async def tell_status(message: Message, command: CommandObject, scene: Scene) -> None:
    await information.tell_status(scene.uow, read_message(message), command.args or "", now=scene.now)


@router.message(Command("withdraw"))
async def ask_to_withdraw(message: Message, command: CommandObject, scene: Scene) -> None:
    await withdrawal.ask(scene.uow, read_message(message), command.args or "", now=scene.now)


@router.message(Command("forget"))
async def ask_to_forget(message: Message, scene: Scene) -> None:
    await forgetting.ask(scene.uow, read_message(message), now=scene.now)


@router.message(Command("language"))
async def offer_languages(message: Message, scene: Scene) -> None:
    await information.offer_languages(scene.uow, read_message(message), now=scene.now)


@router.message(Command("new"))
@router.message(CitizenButton(Button.WRITE))
async def want_new(message: Message, scene: Scene) -> None:
    await held.want_new(scene.uow, read_message(message), now=scene.now)


@router.message(IsCommand())
async def refuse_command(message: Message, scene: Scene) -> None:
    await information.list_commands(scene.uow, read_message(message), now=scene.now)


@router.message()
async def receive(message: Message, scene: Scene) -> None:
    if not is_service(message):
        await intake.receive(scene.uow, scene.rules, read_message(message), now=scene.now)


@router.edited_message()
async def edit(message: Message, scene: Scene) -> None:
    """A live location that moves on is no correction of anything."""
    if message.location is None:
        await edits.edit(scene.uow, scene.rules, read_message(message), now=scene.now)


@router.callback_query(ConsentCallback.filter())
async def give_consent(_: CallbackQuery, scene: Scene) -> str:
    await held.give_consent(scene.uow, scene.rules, user_id=scene.actor.user_id, now=scene.now)
    return scene.toast("consent")


@router.callback_query(LanguageCallback.filter())
async def choose_language(_: CallbackQuery, callback_data: LanguageCallback, scene: Scene) -> str:
    await information.choose_language(
        scene.uow, callback_data.language.value, user_id=scene.actor.user_id, now=scene.now
    )
    return ""


@router.callback_query(MessageCallback.filter(F.action == MessageAction.NEW))
async def separate(_: CallbackQuery, callback_data: MessageCallback, scene: Scene) -> str:
    appeal = await held.separate(
        scene.uow,
        scene.rules,
        row_id=MessageRowId(callback_data.row),
        user_id=scene.actor.user_id,
        now=scene.now,
    )
    return scene.toast("registered", number=appeal.number)


@router.callback_query(MessageCallback.filter(F.action == MessageAction.ADD))
async def add_to_former(_: CallbackQuery, callback_data: MessageCallback, scene: Scene) -> str:
    await held.add_to_former(
        scene.uow, row_id=MessageRowId(callback_data.row), user_id=scene.actor.user_id, now=scene.now
    )
    return scene.toast("added")


@router.callback_query(MessageCallback.filter(F.action == MessageAction.UNSOLVED))
async def not_solved(_: CallbackQuery, callback_data: MessageCallback, scene: Scene) -> str:
    appeal = await held.not_solved(
        scene.uow,
        scene.rules,
        row_id=MessageRowId(callback_data.row),
        user_id=scene.actor.user_id,
        now=scene.now,
    )
    return scene.toast("registered", number=appeal.number)


@router.callback_query(MessageCallback.filter(F.action == MessageAction.THANKS))
async def only_thanks(_: CallbackQuery, callback_data: MessageCallback, scene: Scene) -> str:
    await held.only_thanks(
        scene.uow, row_id=MessageRowId(callback_data.row), user_id=scene.actor.user_id, now=scene.now
    )
    return scene.toast("thanks")


@router.callback_query(SolvedCallback.filter())
async def tell_solved(_: CallbackQuery, callback_data: SolvedCallback, scene: Scene) -> str:
    repeat = await feedback.tell_solved(
        scene.uow,
        scene.rules,
        appeal_id=AppealId(callback_data.appeal),
        solved=callback_data.solved,
        user_id=scene.actor.user_id,
        now=scene.now,
    )
    if repeat:
        return scene.toast("opened-again")
    return scene.toast("noted" if callback_data.solved is Solved.NO else "thanks")


@router.callback_query(RatingCallback.filter())
async def rate(_: CallbackQuery, callback_data: RatingCallback, scene: Scene) -> str:
    await feedback.rate(
        scene.uow,
        appeal_id=AppealId(callback_data.appeal),
        rating=callback_data.rating,
        user_id=scene.actor.user_id,
        now=scene.now,
    )
    return scene.toast("thanks")


@router.callback_query(OwnCallback.filter())
async def turn_own(_: CallbackQuery, callback_data: OwnCallback, scene: Scene) -> str:
    await information.turn_own(
        scene.uow,
        page=callback_data.page,
        appeal_id=AppealId(callback_data.appeal) or None,
        message_id=scene.here.message,
        user_id=scene.actor.user_id,
        now=scene.now,
    )
    return ""


@router.callback_query(WithdrawCallback.filter())
async def withdraw(_: CallbackQuery, callback_data: WithdrawCallback, scene: Scene) -> str:
    appeal = await withdrawal.withdraw(
        scene.uow,
        appeal_id=AppealId(callback_data.appeal),
        message_id=scene.here.message,
        user_id=scene.actor.user_id,
        now=scene.now,
    )
    return scene.toast("withdrawn", number=appeal.number)


@router.callback_query(ForgetCallback.filter())
async def forget(_: CallbackQuery, callback_data: ForgetCallback, scene: Scene) -> str:
    await forgetting.decide(
        scene.uow,
        wanted=callback_data.wanted,
        message_id=scene.here.message,
        user_id=scene.actor.user_id,
        now=scene.now,
    )
    return ""
