"""One update through its handler in one transaction; then the press is answered, or a refusal is said."""

import logging
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from aiogram import Bot, Dispatcher
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.types import CallbackQuery, Message, Update

from bot.in_force import InForce
from bot.presses import Presses
from bot.strays import Strays
from domain.duty import with_stints
from domain.errors import DomainError, Forbidden
from domain.numbers import list_whole_numbers
from domain.people import actor_in_chat
from domain.status import Event
from domain.words.talk import Meaning, meaning_of
from handlers.filters import is_command, is_reply
from handlers.here import Here, here_of_message, here_of_press
from handlers.routing import build_router
from handlers.scene import Scene
from locales.texts import Texts
from services import announcements as announce
from services.people import access
from services.ports import Clock
from storage.inbox import RawUpdate
from storage.unit_of_work import UnitOfWork, Units
from views.citizen.keyboards import citizen_buttons
from views.errors import error_text
from views.toasts import Hint

_log = logging.getLogger(__name__)


class Dispatch:
    """The way from a stored update to what the handlers made of it."""

    def __init__(
        self,
        bot: Bot,
        units: Units,
        clock: Clock,
        presses: Presses,
        strays: Strays,
        in_force: InForce,
    ) -> None:
        self._bot = bot
        self._units = units
        self._clock = clock
        self._presses = presses
        self._strays = strays
        self._in_force = in_force
        self._dispatcher = Dispatcher(
            disable_fsm=True, citizen_buttons=citizen_buttons(in_force.translations)
        )
        self._dispatcher.include_router(build_router())

    async def handle(self, update: Update, update_id: int) -> bool:
        """Let the handlers work; True where their transaction has marked the update done."""
        try:
            done, toast = await self._in_transaction(update, update_id)
        except DomainError as error:
            done, toast = await self._refuse(update, update_id, error)
        if update.callback_query is not None:
            self._presses.answer(update.callback_query.id, toast)
            await self._strays.tidy(update.callback_query)
        return done

    async def _in_transaction(self, update: Update, update_id: int) -> tuple[bool, str]:
        now = self._clock.now()
        async with self._units.open(now=now, update_id=update_id) as uow:
            scene = await self._set_scene(update, uow, now)
            result = await self._dispatcher.feed_update(self._bot, update, scene=scene)
            if result is UNHANDLED and update.callback_query is not None:
                uow.journal.record(scene.actor, Event.REFUSED, now, reason=Hint.STALE_BUTTON.value)
                await uow.commit()
                return uow.is_done, scene.texts.plain(Hint.STALE_BUTTON)
            return uow.is_done, result if isinstance(result, str) else ""

    async def _set_scene(self, update: Update, uow: UnitOfWork, now: datetime) -> Scene:
        event = update.callback_query or update.message or update.edited_message
        here = _find_here(event)
        here = replace(here, chat=uow.chats.present_id(here.chat))
        _hear_title(event, here, uow)
        person = event.from_user if event else None
        called = person.full_name if person else ""
        actor = actor_in_chat(uow.municipality, person.id if person else 0, called, here.chat)
        if uow.municipality.find_employee(actor.user_id) is not None:
            stints = await uow.duty.list_of(actor.user_id, now)
            actor = with_stints(actor, uow.municipality, stints) if stints else actor
        texts = await self._texts(uow, update.callback_query, here)
        return Scene(uow, self._in_force.rules, texts, actor, here, now)

    async def _texts(self, uow: UnitOfWork, query: CallbackQuery | None, here: Here) -> Texts:
        if query is not None and here.chat > 0:
            citizen = await uow.citizens.find_by_user(query.from_user.id)
            if citizen is not None and citizen.language:
                return self._in_force.translations.texts(citizen.language)
        return self._in_force.translations.texts(uow.municipality.language)

    async def _refuse(self, update: Update, update_id: int, error: DomainError) -> tuple[bool, str]:
        """A rule said no and nothing was changed: a press gets the words as a toast, words get them in the chat."""
        now = self._clock.now()
        _log.info("update %d was refused: %s", update_id, type(error).__name__)
        async with self._units.open(now=now, update_id=update_id) as uow:
            scene = await self._set_scene(update, uow, now)
            uow.journal.record(scene.actor, Event.REFUSED, now, reason=error.code)
            words = update.message or update.edited_message
            if words is not None and _deserves_words(error, scene, words):
                announce.refuse(uow, error, scene.deed, number=_find_matter(words))
            if type(error) is Forbidden and _wants_to_work(update):
                await access.offer(uow, by=scene.deed)
            await uow.commit()
        tz = ZoneInfo(self._units.municipality.timezone)
        return True, error_text(error, scene.texts, tz, now)

    async def tell_set_aside(self, raw: RawUpdate, update: Update | None) -> None:
        """The person is not left waiting: a press says so at once, a citizen's message gets an answer in words."""
        now, texts = self._clock.now(), self._in_force.texts
        if update is not None and update.callback_query is not None:
            self._presses.answer(update.callback_query.id, texts.plain(Hint.PRESS_FAILED))
        elif raw.chat_key > 0:
            async with self._units.open(now=now) as uow:
                announce.say(uow, raw.chat_key, "citizen-not-taken", now, once=True)
                await uow.commit()


def _find_here(event: CallbackQuery | Message | None) -> Here:
    nowhere = Here(chat=0, thread=0, message=0)  # type: ignore[arg-type]
    if isinstance(event, CallbackQuery):
        return here_of_press(event) or nowhere
    return here_of_message(event) if event else nowhere


def _find_matter(words: Message) -> str | None:
    """The number of the appeal that the message was about which was replied to: a card ends with it, else it is the only one."""
    replied = words.reply_to_message
    text = ((replied.text or replied.caption) if replied else None) or ""
    numbers = list_whole_numbers(text)
    ending = text.rpartition("\n")[2]
    return ending if ending in numbers else numbers[0] if len(numbers) == 1 else None


def _hear_title(event: CallbackQuery | Message | None, here: Here, uow: UnitOfWork) -> None:
    """What a group of the staff is called now; a file names groups by their numbers alone."""
    message = event.message if isinstance(event, CallbackQuery) else event
    title = message.chat.title if message is not None else None
    if title and here.chat in uow.municipality.staff_chats:
        uow.chats.note_title(here.chat, title)


def _wants_to_work(update: Update) -> bool:
    """A press, or an answer in reply; short talk and commands are no work of the department's."""
    if update.callback_query is not None:
        return True
    words = update.message
    said = (words.text or words.caption or "") if words is not None and is_reply(words) else ""
    return bool(said) and not said.startswith("/") and meaning_of(said) is Meaning.ANSWER


def _deserves_words(error: DomainError, scene: Scene, message: Message) -> bool:
    """Whoever has no role here and merely talks in the group is not lectured by the bot; a command is answered.

    Under the posts of a channel nobody is answered by anything but an approved answer.
    """
    if scene.uow.municipality.is_public(scene.here.chat):
        return False
    return not isinstance(error, Forbidden) or bool(scene.actor.roles) or is_command(message)
