"""What a button carries: at most 64 bytes, typed, and never trusted, since anyone can send any of it."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from domain.appeal import Outcome, Solved
from domain.drafts import DraftKind


class AppealAction(StrEnum):
    """Buttons of a card that need no more than the appeal."""

    TAKE = "take"
    URGENT = "urgent"
    CONTROL = "control"
    ACCEPT = "accept"
    RETURN = "return"
    WRITE = "write"
    MORE = "more"
    PHONE = "phone"


class AppealCallback(CallbackData, prefix="a"):
    """`Взять`, `Срочно`, `Взять на контроль`, `Принять`, `Не наше`, `Написать ответ`, `Ещё…`, `Телефон`."""

    action: AppealAction
    appeal: int


class RouteCallback(CallbackData, prefix="r"):
    """A department; `turn` is how often the appeal was assigned when the button was drawn."""

    appeal: int
    department: str
    turn: int


class DraftAction(StrEnum):
    """Buttons of one version of a draft."""

    APPROVE = "approve"
    UNDO = "undo"
    REVISE = "revise"
    DROP = "drop"


class DraftCallback(CallbackData, prefix="d"):
    """`Согласовать`, `Отменить отправку`, `На доработку`, `Просто переписка`."""

    action: DraftAction
    draft: int


class Choice(StrEnum):
    """The sending buttons of a preview: outcomes of a final answer (R24), or something before it (R31)."""

    SOLVED = "solved"
    MEASURES = "measures"
    EXPLAINED = "explained"
    NOT_CONFIRMED = "not_confirmed"
    REFERRED = "referred"
    INTERIM = "interim"
    CLARIFY = "clarify"

    @property
    def kind(self) -> DraftKind:
        """What the draft becomes."""
        other = {Choice.INTERIM: DraftKind.INTERIM, Choice.CLARIFY: DraftKind.CLARIFICATION}
        return other.get(self, DraftKind.FINAL)

    @property
    def outcome(self) -> Outcome | None:
        """What the answer says was done; None where it is not the final one."""
        return Outcome(self.value) if self.kind is DraftKind.FINAL else None


class OutcomeCallback(CallbackData, prefix="o"):
    """Sends a previewed draft to approval."""

    draft: int
    choice: Choice


class ReasonKind(StrEnum):
    """What a ready reason is for."""

    RETURN = "return"
    REVISE = "revise"


class ReasonCallback(CallbackData, prefix="q"):
    """A ready reason, by its place in the list (`views.ready_reasons`)."""

    kind: ReasonKind
    prompt: int
    index: int


class WordsAction(StrEnum):
    """What an approver's words are."""

    REMARK = "remark"
    TEXT = "text"


class WordsCallback(CallbackData, prefix="w"):
    """`Это замечание`, `Заменить текст`."""

    prompt: int
    action: WordsAction


class PromptCancel(CallbackData, prefix="x"):
    """`Отмена`: the words are not waited for any more."""

    prompt: int


class MessageAction(StrEnum):
    """What a citizen's message is, in the citizen's own word."""

    NEW = "new"
    ADD = "add"
    UNSOLVED = "unsolved"
    THANKS = "thanks"


class MessageCallback(CallbackData, prefix="m"):
    """`Новый вопрос`, `Дополнение`, `Не решено`, `Просто спасибо`; `row` is the stored message."""

    action: MessageAction
    row: int


class SolvedCallback(CallbackData, prefix="s"):
    """`Да, решено`, `Частично`, `Не решено` under an answer."""

    appeal: int
    solved: Solved


class RatingCallback(CallbackData, prefix="g"):
    """`1` … `5`."""

    appeal: int
    rating: int


class ConsentCallback(CallbackData, prefix="c"):
    """`Даю согласие`."""


class Language(StrEnum):
    """What the bot itself can speak to citizens."""

    RU = "ru"
    EN = "en"


class LanguageCallback(CallbackData, prefix="l"):
    """A language for this citizen."""

    language: Language
