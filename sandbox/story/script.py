"""The table of contents, and the whole story from the first line to the last."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from sandbox.story import everyday, mishaps
from sandbox.story.stage import Stage

BETWEEN = 600
"""Seconds of the city's time from chapter to chapter."""


@dataclass(frozen=True, slots=True)
class Chapter:
    title: str
    about: str
    play: Callable[[Stage], Awaitable[None]]


CHAPTERS = (
    Chapter(
        "Сообщение и ответ",
        "Житель пишет боту, как знакомому. Номер приходит сразу, карточка — в отдел, ответ — после согласования.",
        everyday.from_message_to_answer,
    ),
    Chapter(
        "Не тот отдел",
        "Правило ошиблось отделом. Вернуть можно только с причиной; координатор передаёт дальше одной кнопкой.",
        everyday.the_wrong_department,
    ),
    Chapter(
        "Срочное",
        "Прорыв трубы: карточка со звуком в отделе и копия у руководства в ту же секунду.",
        everyday.something_urgent,
    ),
    Chapter(
        "Доработка, замена текста, отмена",
        "Ни один ответ не уходит без второго человека. Он может вернуть, переписать и даже отменить отправку.",
        everyday.sent_back_and_rewritten,
    ),
    Chapter(
        "Двое нажали одновременно",
        "Карточку держит один. Второй узнаёт кто и когда, и работа не делается дважды.",
        mishaps.two_press_at_once,
    ),
    Chapter(
        "Житель дополняет и исправляет",
        "Дополнение не плодит новых номеров, исправление видно: что было и что стало.",
        mishaps.added_and_corrected,
    ),
    Chapter(
        "Нет связи и перезагрузка",
        "Telegram недоступен минуту, посреди неё перезапущен бот. Люди продолжают писать.",
        mishaps.cut_off_and_restarted,
    ),
    Chapter(
        "Заблокировал и вернулся",
        "Ответ нельзя доставить — об этом знают все, кто его ждал; он уйдёт, когда житель вернётся.",
        mishaps.blocked_and_back,
    ),
)


async def play(stage: Stage) -> None:
    """All chapters."""
    for number, chapter in enumerate(CHAPTERS, 1):
        await stage.chapter(number, chapter.title, chapter.about)
        await chapter.play(stage)
        await stage.life.wait(BETWEEN)
