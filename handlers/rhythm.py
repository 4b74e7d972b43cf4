"""The day in figures: `/report`, and the buttons under a summary."""

from datetime import date

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from domain.rhythm.readers import is_reader
from handlers.scene import Scene
from services.rhythm import summary, uploads, watching
from views.moments import moment, zone
from views.rhythm.callbacks import LookCallback, SummaryCallback, UploadCallback

router = Router(name="rhythm")


@router.message(Command("report"))
async def report(_: Message, command: CommandObject, scene: Scene) -> None:
    """To a citizen it is a command that there is not."""
    if scene.here.chat > 0 and not is_reader(scene.actor, scene.here.chat, scene.uow.municipality):
        raise SkipHandler
    await summary.report(scene.uow, scene.rules, command.args or "", by=scene.deed)


@router.callback_query(SummaryCallback.filter())
async def turn_to(_: CallbackQuery, callback_data: SummaryCallback, scene: Scene) -> str:
    await summary.turn_to(
        scene.uow,
        scene.rules,
        view=callback_data.view,
        day=date.fromordinal(callback_data.day) if callback_data.day else None,
        page=callback_data.page,
        by=scene.deed,
    )
    return ""


@router.callback_query(LookCallback.filter())
async def note_look(_: CallbackQuery, callback_data: LookCallback, scene: Scene) -> str:
    day = date.fromordinal(callback_data.day)
    look = await watching.note(scene.uow, scene.rules, callback_data.channel, day, by=scene.deed)
    time = moment(look.seen_at, scene.now, zone(scene.uow.municipality))
    return scene.toast("looked", who=look.seen_by, time=time)


@router.callback_query(UploadCallback.filter())
async def note_upload(_: CallbackQuery, callback_data: UploadCallback, scene: Scene) -> str:
    month = date.fromordinal(callback_data.month)
    upload = await uploads.note(scene.uow, scene.rules, month, by=scene.deed)
    time = moment(upload.uploaded_at, scene.now, zone(scene.uow.municipality))
    return scene.toast("uploaded", who=upload.uploaded_by, time=time)
