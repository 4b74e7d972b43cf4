"""Around the story: what the reader is told before it begins and after it has ended."""

from collections.abc import Iterable
from datetime import datetime

from domain.municipality import Employee, Role
from domain.words.names import short_name
from sandbox.story.cast import Cast
from sandbox.story.outcome import Outcome
from sandbox.story.wording import BOLD, DIM
from sandbox.terminal import Span, Terminal

WEEKDAYS = ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье")
MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip
PARTS = {
    Role.COORDINATOR: "координатора",
    Role.APPROVER: "согласующего",
    Role.LEADER: "руководителя",
    Role.EXECUTOR: "исполнителя",
}
NOTHING_LEAVES = "Бот настоящий, жители вымышленные, наружу ничего не уходит."
PAGE_LATER = "Страница, где можно писать и нажимать самому, появится позже; пока история идёт прямо здесь."
NEXT_STEPS = (
    "Запустить по-настоящему: BOT_TOKEN в .env и свой municipality.toml, по шагам в README.ru.md.",
    "Показать на своём файле: python -m sandbox --municipality municipality.toml",
    "Читать медленнее: --speed 0.5, не останавливаясь: --speed 0",
)


def open_story(
    terminal: Terminal, cast: Cast, *, address: str, start: datetime, notes: Iterable[str] = ()
) -> None:
    """What this is, who plays, how to read it."""
    name = cast.city.municipality.name
    day = (
        f"{WEEKDAYS[start.weekday()]}, {start.day} {MONTHS[start.month - 1]} {start.year} года, {start:%H:%M}"
    )
    _say(terminal, [("ПРИЁМНАЯ", BOLD), (": показ в терминале", BOLD)])
    _say(terminal, [(f"{name}, {day}", "")])
    terminal.write()
    _say(
        terminal,
        [
            (
                f"Токен не нужен: вместо Telegram работает стенд на этом компьютере, {address}. {NOTHING_LEAVES}",
                "",
            )
        ],
    )
    _say(terminal, [(PAGE_LATER, "")])
    for note in [*notes, *map(_invented, cast.city.invented)]:
        _say(terminal, [(note, DIM)])
    terminal.write()
    _say(terminal, [("Чаты: ", ""), *_legend(cast)])
    signs = terminal.signs
    _say(
        terminal,
        [
            (f"Знаки: {signs['silent']} без звука, {signs['edit']} бот изменил сообщение, ", ""),
            (f"{signs['reply']} ответом на сообщение, {signs['toast']} что увидел нажавший", ""),
        ],
    )
    terminal.write()


def close_story(terminal: Terminal, outcome: Outcome, kept: str = "") -> None:
    """The count, and what to do next."""
    sign = terminal.signs["done"]
    first, last = outcome.numbers[0], outcome.numbers[-1]
    open_ones = len(outcome.numbers) - outcome.answered
    for line in (
        f"Сообщений жителей: {outcome.written}. Все в базе, слово в слово; потеряно {len(outcome.lost)}.",
        f"Зарегистрировано: {len(outcome.numbers)}, номера {first} … {last}.",
        f"Отвечено: {outcome.answered}, каждый ответ дошёл один раз; в работе: {open_ones}.",
        f"Бот отправил сообщений: {outcome.sent}, изменил: {outcome.edited}.",
        f"Не удалось с первого раза: {outcome.failed} (не было связи, бот заблокирован); ничего не потеряно.",
    ):
        _say(terminal, [(f"{sign} ", "32"), (line, "")])
    terminal.write()
    _say(terminal, [("Что дальше", BOLD)])
    for line in _next_steps(kept):
        _say(terminal, [(line, "")])


def _next_steps(kept: str) -> list[str]:
    return [*NEXT_STEPS, f"База и записи этого показа: {kept}"] if kept else [*NEXT_STEPS]


def _legend(cast: Cast) -> list[Span]:
    spans: list[Span] = []
    for lane in cast.lanes():
        spans += [(", ", "")] if spans else []
        spans.append((lane.label, lane.strong))
    return spans


def _invented(employee: Employee) -> str:
    (role,) = employee.roles
    return f"Вымышлен, чтобы показать {PARTS[role]}: {short_name(employee.name)}"


def _say(terminal: Terminal, spans: Iterable[Span]) -> None:
    for line in terminal.wrap(spans, terminal.columns - 2):
        terminal.write(f" {line}")
