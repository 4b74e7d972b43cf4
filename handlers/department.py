"""The executors' presses and words in a department's chat."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.ids import AppealId, AssignmentId, DraftId, PromptId
from domain.regulation.answers import Demand
from handlers.scene import Scene
from services.work import answering, assignment, joint, proof, reasons, referring, talk, why
from views.callbacks import (
    AppealAction,
    AppealCallback,
    DraftAction,
    DraftCallback,
    OutcomeCallback,
    PartAction,
    PartCallback,
    PromptCancel,
    ProofCallback,
    ReasonCallback,
    WordsAction,
    WordsCallback,
)
from views.toasts import Alert, demanded, revealed
from views.work.callbacks import BodyCallback
from views.work.ready_reasons import ready_reason
from views.work.referring import contacts_words
from views.work.why import in_short

router = Router(name="department")


@router.callback_query(AppealCallback.filter(F.action == AppealAction.ACCEPT))
async def accept(_: CallbackQuery, callback_data: AppealCallback, scene: Scene) -> str:
    await assignment.accept(scene.uow, appeal_id=AppealId(callback_data.appeal), by=scene.deed)
    return scene.toast("accepted")


@router.callback_query(AppealCallback.filter(F.action == AppealAction.RETURN))
async def ask_return_reason(_: CallbackQuery, callback_data: AppealCallback, scene: Scene) -> str:
    await assignment.ask_return_reason(scene.uow, appeal_id=AppealId(callback_data.appeal), by=scene.deed)
    return scene.toast("reason-asked")


@router.callback_query(AppealCallback.filter(F.action == AppealAction.WRITE))
async def ask_for_draft(_: CallbackQuery, callback_data: AppealCallback, scene: Scene) -> str:
    await answering.ask_for_draft(scene.uow, appeal_id=AppealId(callback_data.appeal), by=scene.deed)
    return scene.toast("draft-asked")


@router.callback_query(AppealCallback.filter(F.action == AppealAction.PHONE))
async def reveal_phone(_: CallbackQuery, callback_data: AppealCallback, scene: Scene) -> str:
    appeal_id = AppealId(callback_data.appeal)
    return revealed(scene.texts, await assignment.reveal_phone(scene.uow, appeal_id=appeal_id, by=scene.deed))


@router.callback_query(AppealCallback.filter(F.action == AppealAction.WHY))
async def explain_term(_: CallbackQuery, callback_data: AppealCallback, scene: Scene) -> Alert:
    found = await why.explain(scene.uow, appeal_id=AppealId(callback_data.appeal), by=scene.deed)
    return Alert(in_short(scene.uow.municipality, scene.texts, found))


@router.callback_query(AppealCallback.filter(F.action == AppealAction.WHY_AT_LENGTH))
async def explain_term_at_length(_: CallbackQuery, callback_data: AppealCallback, scene: Scene) -> str:
    appeal_id = AppealId(callback_data.appeal)
    is_open = await why.explain_at_length(scene.uow, appeal_id=appeal_id, by=scene.deed)
    return scene.toast("explained" if is_open else "explained-once-open")


@router.callback_query(ReasonCallback.filter())
async def give_ready_reason(_: CallbackQuery, callback_data: ReasonCallback, scene: Scene) -> str:
    """A ready reason, for a return or a revision, by the one who was asked."""
    reason = ready_reason(callback_data.kind, callback_data.index, scene.texts)
    await reasons.give_ready(scene.uow, PromptId(callback_data.prompt), reason, by=scene.deed)
    return scene.toast("reason-given")


@router.callback_query(PromptCancel.filter())
async def cancel_prompt(_: CallbackQuery, callback_data: PromptCancel, scene: Scene) -> str:
    await reasons.cancel(scene.uow, PromptId(callback_data.prompt), by=scene.deed)
    return scene.toast("cancelled")


@router.callback_query(WordsCallback.filter(F.action == WordsAction.ANSWER))
async def take_as_answer(_: CallbackQuery, callback_data: WordsCallback, scene: Scene) -> str:
    await talk.take_as_answer(scene.uow, prompt_id=PromptId(callback_data.prompt), by=scene.deed)
    return scene.toast("answer-shown")


@router.callback_query(WordsCallback.filter(F.action == WordsAction.RETURN))
async def take_as_return(_: CallbackQuery, callback_data: WordsCallback, scene: Scene) -> str:
    await talk.take_as_return(scene.uow, prompt_id=PromptId(callback_data.prompt), by=scene.deed)
    return scene.toast("returned")


@router.callback_query(ProofCallback.filter())
async def attach_pictures(_: CallbackQuery, callback_data: ProofCallback, scene: Scene) -> str:
    draft_id = DraftId(callback_data.draft)
    count = await proof.attach(scene.uow, draft_id=draft_id, last=callback_data.last, by=scene.deed)
    return scene.toast("attached", count=count)


@router.callback_query(OutcomeCallback.filter())
async def submit(_: CallbackQuery, callback_data: OutcomeCallback, scene: Scene) -> str:
    choice = callback_data.choice
    lacking = await answering.submit(
        scene.uow,
        draft_id=DraftId(callback_data.draft),
        kind=choice.kind,
        outcome=choice.outcome,
        by=scene.deed,
    )
    if isinstance(lacking, Demand):
        return demanded(scene.texts, lacking)
    return scene.toast("submitted" if lacking is None else "promised-day-asked")


@router.callback_query(BodyCallback.filter())
async def add_contacts(_: CallbackQuery, callback_data: BodyCallback, scene: Scene) -> str:
    words = contacts_words(scene.uow.municipality, callback_data.body, scene.texts)
    await referring.add_contacts(scene.uow, draft_id=DraftId(callback_data.draft), words=words, by=scene.deed)
    return scene.toast("contacts-added")


@router.callback_query(DraftCallback.filter(F.action == DraftAction.DROP))
async def drop(_: CallbackQuery, callback_data: DraftCallback, scene: Scene) -> str:
    await answering.drop(scene.uow, draft_id=DraftId(callback_data.draft), by=scene.deed)
    return scene.toast("dropped")


@router.callback_query(PartCallback.filter(F.action == PartAction.ACCEPT))
async def accept_part(_: CallbackQuery, callback_data: PartCallback, scene: Scene) -> str:
    await joint.accept(scene.uow, assignment_id=AssignmentId(callback_data.assignment), by=scene.deed)
    return scene.toast("part-accepted")


@router.callback_query(PartCallback.filter(F.action == PartAction.RETURN))
async def ask_why_not_their_part(_: CallbackQuery, callback_data: PartCallback, scene: Scene) -> str:
    await joint.ask_return_reason(
        scene.uow, assignment_id=AssignmentId(callback_data.assignment), by=scene.deed
    )
    return scene.toast("reason-asked")


@router.callback_query(PartCallback.filter(F.action == PartAction.WRITE))
async def ask_for_part(_: CallbackQuery, callback_data: PartCallback, scene: Scene) -> str:
    await joint.ask_for_part(scene.uow, assignment_id=AssignmentId(callback_data.assignment), by=scene.deed)
    return scene.toast("part-asked")


@router.callback_query(DraftCallback.filter(F.action == DraftAction.GIVE))
async def give_part(_: CallbackQuery, callback_data: DraftCallback, scene: Scene) -> str:
    in_time = await joint.give(scene.uow, draft_id=DraftId(callback_data.draft), by=scene.deed)
    return scene.toast("part-given" if in_time else "part-late")


@router.callback_query(AppealCallback.filter(F.action == AppealAction.COLLECT))
async def collect(_: CallbackQuery, callback_data: AppealCallback, scene: Scene) -> str:
    await joint.collect(scene.uow, appeal_id=AppealId(callback_data.appeal), by=scene.deed)
    return scene.toast("collected")


@router.callback_query(AppealCallback.filter(F.action == AppealAction.WITHOUT_LATE))
async def collect_without_late(_: CallbackQuery, callback_data: AppealCallback, scene: Scene) -> str:
    await joint.collect(
        scene.uow,
        appeal_id=AppealId(callback_data.appeal),
        closing=scene.texts.plain("common-rest-follows"),
        by=scene.deed,
    )
    return scene.toast("collected")
