"""What comes with every update: who, where, when, in which words, in which transaction."""

from dataclasses import dataclass
from datetime import datetime

from domain.people import Actor, Deed
from handlers.here import Here
from locales.texts import Texts
from services.ports import Rules, UnitOfWork
from views.toasts import toast


@dataclass(frozen=True, slots=True)
class Scene:
    """A handler reads the update, calls one verb with this, and returns the words of the toast, if any.

    It sends nothing itself: messages leave through the outbox, toasts after the transaction has ended.
    """

    uow: UnitOfWork
    rules: Rules
    texts: Texts
    actor: Actor
    here: Here
    now: datetime

    @property
    def deed(self) -> Deed:
        """The same as the verbs of the staff want to know it."""
        here = self.here
        return Deed(self.actor, here.chat, here.thread, self.now, here.message, here.is_photo)

    def toast(self, what: str, **facts: str | int) -> str:
        """A short answer to a press."""
        return toast(self.texts, what, **facts)
