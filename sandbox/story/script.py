"""The table of contents, and the whole story from the first line to the last."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sandbox.life import Life
from sandbox.story import everyday, mishaps
from sandbox.story.frame import close_story, open_story
from sandbox.story.outcome import count
from sandbox.story.stage import Pace, Stage, StoryFailed
from sandbox.terminal import Terminal

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
        "Согласующий может вернуть проект с причиной, переписать его сам и даже отменить отправку.",
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


async def tell_story(
    life: Life, terminal: Terminal, pace: Pace, *, notes: Iterable[str] = (), kept: str = ""
) -> None:
    """From the title to the count. Raises StoryFailed."""
    stage = Stage(life, terminal, pace)
    start = life.city.clock.now().astimezone(ZoneInfo(life.city.municipality.timezone))
    await life.settle()
    open_story(terminal, stage.cast, address=life.address, start=start, notes=notes)
    for number, chapter in enumerate(CHAPTERS, 1):
        await _play(stage, number, chapter)
    outcome = await count(life)
    lost = (*outcome.lost, *outcome.altered)
    stage.ensure(outcome.is_whole, f"потеряно или изменено сообщений: {len(lost)}, первое: {lost[:1]}")
    _ = stage.screen.heading("Итог")
    close_story(terminal, outcome, kept)


async def _play(stage: Stage, number: int, chapter: Chapter) -> None:
    try:
        await stage.chapter(number, chapter.title, chapter.about)
        await chapter.play(stage)
        await stage.waits(BETWEEN)
    except StoryFailed as failure:
        raise StoryFailed(f"глава {number} «{chapter.title}»: {failure}") from None
