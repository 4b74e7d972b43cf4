"""What a button carries: at most 64 bytes, typed, and never trusted, since anyone can send any of it."""

from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from domain.casefile import Menu
from domain.drafts import DraftKind
from domain.instructions import Term
from domain.kinds import AppealKind
from domain.municipality import Category
from domain.outcomes import Outcome, Solved
from domain.ways import Way

Count = Annotated[int, Field(ge=0, lt=2**63)]
"""What a row of the database can be called; a forged number beyond that is no button of ours."""


class AppealAction(StrEnum):
    """Buttons of a card that need no more than the appeal."""

    TAKE = "take"
    TAKE_BACK = "take_back"
    URGENT = "urgent"
    CONTROL = "control"
    ACCEPT = "accept"
    RETURN = "return"
    WRITE = "write"
    PHONE = "phone"
    ADDRESS = "address"
    NO_ADDRESS = "no_address"
    GIST = "gist"
    FORMER = "former"
    SHOW = "show"
    BELOW = "below"
    CLARIFY = "clarify"
    CALL = "call"
    LETTER = "letter"
    REACHED = "reached"
    MISSED = "missed"
    OUTGOING = "outgoing"
    NOT_NEEDED = "not_needed"
    NO_REPLY = "no_reply"
    HAND_OVER = "hand_over"
    MAYOR_WORDS = "mayor_words"
    COLLECT = "collect"
    WITHOUT_LATE = "without_late"
    NEED_TIME = "need_time"
    WHY = "why"
    WHY_AT_LENGTH = "why_at_length"
    INQUIRE = "inquire"
    EVIDENCE = "evidence"
    NO_EVIDENCE = "no_evidence"
    TOLD = "told"
    TOLD_UNDER = "told_under"
    MEASURES = "measures"


class AppealCallback(CallbackData, prefix="a"):
    """`Взять`, `Срочно`, `Взять на контроль`, `Принять`, `Не наше`, `Написать ответ`, `Телефон`,
    `Адрес`, `Убрать адрес`, `Суть`, `По номеру`, `Уточнить`, `Своими словами` of `Главе`, what stands behind
    `Без ответа`, `Собрать ответ`, `Без опоздавших`, `Позвонить`, `Написать письмо`, `Дозвонились`, `Не дозвонились`,
    `Исх. № и дата`, `Скриншот или ссылка`, `Без скриншота`, `Сообщено` (also under a number), `Отчёт о мерах`, `Нужно время`, `Почему такой срок`, `Подробно`, `Отменить` after a route; a number in the list of
    what a lost group has open (SHOW) or in a reminder or a list of what is missed (BELOW).
    """

    action: AppealAction
    appeal: Count


class RouteCallback(CallbackData, prefix="r"):
    """A department; `turn` is how often the appeal was assigned when the button was drawn."""

    appeal: Count
    department: str
    turn: Count


class SeparateCallback(CallbackData, prefix="sp"):
    """An addition in the menu `Отделить дополнение`; `row` is its message."""

    appeal: Count
    row: Count


class MenuCallback(CallbackData, prefix="n"):
    """`Ещё…`, `Назад` and whatever opens a menu on the coordinators' card; `page` counts from 0."""

    menu: Menu
    appeal: Count
    page: Count = 0


class CategoryCallback(CallbackData, prefix="k"):
    """`Обычное`, `Решаемое`."""

    appeal: Count
    category: Category


class TopicCallback(CallbackData, prefix="t"):
    """A topic by its code; without one `Без темы`."""

    appeal: Count
    topic: str


class KindCallback(CallbackData, prefix="v"):
    """`Вопрос`, `Замечание`, `Жалоба`, `Предложение`, `Заявление`, `Благодарность`."""

    appeal: Count
    kind: AppealKind


class RepeatCallback(CallbackData, prefix="e"):
    """An earlier appeal that this one repeats; 0: `Не повторное`."""

    appeal: Count
    former: Count


class WayCallback(CallbackData, prefix="h"):
    """`В бот`, `Звонок`, `Письмо`, `Лично`."""

    appeal: Count
    way: Way


class Second(StrEnum):
    """What the second person says to a proposal not to answer."""

    CONFIRM = "confirm"
    REJECT = "reject"


class SecondCallback(CallbackData, prefix="y"):
    """`Подтвердить`, `Отклонить`; `prompt` is the proposal (R53)."""

    says: Second
    prompt: Count


class SeveralAction(StrEnum):
    """Buttons of the menu in which a coordinator ticks departments."""

    BEGIN = "begin"
    TICK = "tick"
    TASKS = "tasks"
    SEND = "send"


class SeveralCallback(CallbackData, prefix="j"):
    """`Несколько`, a department to tick, `Кому что`, `Отправить N`; `count`: how many were ticked."""

    action: SeveralAction
    appeal: Count
    department: str = ""
    count: Count = 0


class PartAction(StrEnum):
    """Buttons on the card of a department that works on a part."""

    ACCEPT = "accept"
    RETURN = "return"
    WRITE = "write"


class PartCallback(CallbackData, prefix="p"):
    """`Принять`, `Не наше`, `Написать ответ` about one department's part."""

    action: PartAction
    assignment: Count


class QueueAction(StrEnum):
    """Buttons of the message that goes through the queue."""

    SKIP = "skip"
    CLOSE = "close"


class QueueCallback(CallbackData, prefix="u"):
    """`Пропустить`, `Закрыть`; `appeal` is what the queue showed when the button was drawn."""

    action: QueueAction
    appeal: Count


class Kept(StrEnum):
    """What becomes of words that came from a citizen who was blocked."""

    REGISTER = "register"
    DROP = "drop"


class KeptCallback(CallbackData, prefix="kp"):
    """`Зарегистрировать`, `Не регистрировать` under the list of such words."""

    becomes: Kept
    citizen: Count


class DraftAction(StrEnum):
    """Buttons of one version of a draft."""

    APPROVE = "approve"
    UNDO = "undo"
    REVISE = "revise"
    NEXT = "next"
    DROP = "drop"
    GIVE = "give"


class DraftCallback(CallbackData, prefix="d"):
    """`Согласовать`, `Отменить отправку`, `На доработку`, `Следующий`, `Просто переписка`, `Готово, моя часть`."""

    action: DraftAction
    draft: Count


class ProofCallback(CallbackData, prefix="pf"):
    """`Приложить 2 фото`: those that were there when the button was drawn, up to the picture `last`."""

    draft: Count
    last: Count


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

    draft: Count
    choice: Choice


class ReasonKind(StrEnum):
    """What a ready reason is for."""

    RETURN = "return"
    REVISE = "revise"
    NO_REPLY = "no_reply"
    MAYOR = "mayor"
    BAR = "bar"
    EXTEND = "extend"


class ReasonCallback(CallbackData, prefix="q"):
    """A ready reason, by its place in the list (`views.work.ready_reasons`)."""

    kind: ReasonKind
    prompt: Count
    index: Count


class WordsAction(StrEnum):
    """What an approver's words are, or an executor's."""

    REMARK = "remark"
    TEXT = "text"
    ANSWER = "answer"
    RETURN = "return"


class WordsCallback(CallbackData, prefix="w"):
    """`Это замечание`, `Заменить текст`; `Это ответ`, `Вернуть с этой причиной`."""

    prompt: Count
    action: WordsAction


class PromptCancel(CallbackData, prefix="x"):
    """`Отмена`: the words are not waited for any more."""

    prompt: Count


class MayorCallback(CallbackData, prefix="ma"):
    """`Главе`, confirmed: the ready reason by its place from 1, or 0 for none."""

    appeal: Count
    reason: Count


class InstructionCallback(CallbackData, prefix="in"):
    """`Передать как поручение`, `Сегодня`, `Завтра`, `Три дня`."""

    prompt: Count
    term: Term


class ReportCallback(CallbackData, prefix="re"):
    """`Исполнено`: the words are the report on an instruction."""

    prompt: Count


class StintCallback(CallbackData, prefix="st"):
    """`Снять`: somebody stands in no longer."""

    stint: Count


class ReleaseCallback(CallbackData, prefix="f"):
    """`Передать отделу`, or one number: what an absent person holds; `assignment` 0: all of it."""

    user: Count
    assignment: Count = 0


class TakeOverCallback(CallbackData, prefix="to"):
    """`Взять на себя`: the queue that nobody sees to."""


class MessageAction(StrEnum):
    """What a citizen's message is, in the citizen's own word."""

    NEW = "new"
    ADD = "add"
    UNSOLVED = "unsolved"
    THANKS = "thanks"


class MessageCallback(CallbackData, prefix="m"):
    """`Новый вопрос`, `Дополнение`, `Не решено`, `Просто спасибо`; `row` is the stored message."""

    action: MessageAction
    row: Count


class SolvedCallback(CallbackData, prefix="s"):
    """`Да, решено`, `Частично`, `Не решено` under an answer."""

    appeal: Count
    solved: Solved


class OwnCallback(CallbackData, prefix="b"):
    """A page of the citizen's own messages, from 0; with `appeal` the whole of one, and the page to go back to."""

    page: Count = 0
    appeal: Count = 0


class WithdrawCallback(CallbackData, prefix="z"):
    """`Да, снять`: the citizen takes the message back."""

    appeal: Count


class RatingCallback(CallbackData, prefix="g"):
    """`1` … `5`."""

    appeal: Count
    rating: Annotated[int, Field(ge=1, le=5)]


class ConsentCallback(CallbackData, prefix="c"):
    """`Даю согласие`."""


class Language(StrEnum):
    """What the bot itself can speak to citizens."""

    RU = "ru"
    EN = "en"


class LanguageCallback(CallbackData, prefix="l"):
    """A language for this citizen."""

    language: Language
