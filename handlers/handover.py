"""What an absent person holds goes back to the department, by a coordinator's press."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.ids import AssignmentId, UserId
from handlers.scene import Scene
from services.people import handover
from views.callbacks import ReleaseCallback

router = Router(name="handover")


@router.callback_query(ReleaseCallback.filter())
async def release(_: CallbackQuery, callback_data: ReleaseCallback, scene: Scene) -> str:
    only = AssignmentId(callback_data.assignment) if callback_data.assignment else None
    count = await handover.release(scene.uow, user_id=UserId(callback_data.user), only=only, by=scene.deed)
    return scene.toast("released", count=count) if count else scene.toast("released-already")
