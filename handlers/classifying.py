"""The coordinators' presses on what an appeal is: category, topic, address, territory, applicant, gist, repeat."""

from typing import Final

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.drafts import PromptKind
from domain.ids import AppealId, MessageRowId
from handlers.scene import Scene
from services.citizen import held
from services.coordinator import applicants, classifying
from views.callbacks import (
    AppealAction,
    AppealCallback,
    CategoryCallback,
    RepeatCallback,
    SeparateCallback,
    TopicCallback,
)
from views.coordinator.applicants import applicant_set
from views.coordinator.callbacks import ApplicantCallback, TerritoryCallback
from views.coordinator.territories import territory_set

router = Router(name="classifying")

_ASKS: Final = {
    AppealAction.ADDRESS: PromptKind.ADDRESS,
    AppealAction.GIST: PromptKind.GIST,
    AppealAction.FORMER: PromptKind.FORMER,
}


@router.callback_query(CategoryCallback.filter())
async def set_category(_: CallbackQuery, callback_data: CategoryCallback, scene: Scene) -> str:
    category = callback_data.category
    await classifying.set_category(
        scene.uow, appeal_id=AppealId(callback_data.appeal), category=category, by=scene.deed
    )
    return scene.toast(f"category-{category.value}")


@router.callback_query(TopicCallback.filter())
async def set_topic(_: CallbackQuery, callback_data: TopicCallback, scene: Scene) -> str:
    topic = await classifying.set_topic(
        scene.uow, appeal_id=AppealId(callback_data.appeal), code=callback_data.topic, by=scene.deed
    )
    return scene.toast("topic", topic=topic.name) if topic else scene.toast("no-topic")


@router.callback_query(AppealCallback.filter(F.action == AppealAction.NO_ADDRESS))
async def clear_address(_: CallbackQuery, callback_data: AppealCallback, scene: Scene) -> str:
    await classifying.clear_address(scene.uow, appeal_id=AppealId(callback_data.appeal), by=scene.deed)
    return scene.toast("no-address")


@router.callback_query(TerritoryCallback.filter())
async def set_territory(_: CallbackQuery, callback_data: TerritoryCallback, scene: Scene) -> str:
    territory = await classifying.set_territory(
        scene.uow, appeal_id=AppealId(callback_data.appeal), code=callback_data.territory, by=scene.deed
    )
    return territory_set(territory, scene.texts)


@router.callback_query(ApplicantCallback.filter())
async def set_applicant(_: CallbackQuery, callback_data: ApplicantCallback, scene: Scene) -> str:
    changed = await applicants.set_applicant(
        scene.uow, appeal_id=AppealId(callback_data.appeal), kind=callback_data.kind, by=scene.deed
    )
    return applicant_set(callback_data.kind, scene.texts, changed=changed)


@router.callback_query(RepeatCallback.filter())
async def set_repeat(_: CallbackQuery, callback_data: RepeatCallback, scene: Scene) -> str:
    former = await classifying.set_repeat(
        scene.uow,
        appeal_id=AppealId(callback_data.appeal),
        former_id=AppealId(callback_data.former) or None,
        by=scene.deed,
    )
    return scene.toast("repeat", former=former.number) if former else scene.toast("no-repeat")


@router.callback_query(AppealCallback.filter(F.action.in_(_ASKS)))
async def ask_for_words(_: CallbackQuery, callback_data: AppealCallback, scene: Scene) -> str:
    await classifying.ask(
        scene.uow, kind=_ASKS[callback_data.action], appeal_id=AppealId(callback_data.appeal), by=scene.deed
    )
    return scene.toast("words-asked")


@router.callback_query(SeparateCallback.filter())
async def separate(_: CallbackQuery, callback_data: SeparateCallback, scene: Scene) -> str:
    appeal = await held.separate_for(
        scene.uow,
        scene.rules,
        appeal_id=AppealId(callback_data.appeal),
        row_id=MessageRowId(callback_data.row),
        by=scene.deed,
    )
    return scene.toast("separated", number=appeal.number)
