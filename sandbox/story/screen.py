"""The story on the terminal: a lane for each chat, told by its name and colour, and what happens in it line by line."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sandbox.chat import Chat
from sandbox.story.lines import Line
from sandbox.story.news import Changed, Gone, New, News, Reacted
from sandbox.terminal import NO_BREAK, Span, Terminal, cells

BOLD, DIM = "1", "2"
LABEL = 12
TIME = 5
MARGIN = TIME + LABEL + 5
"""Cells to the left of a message's words."""
LONG, CUT = 44, 38
"""Signs. A line so long that was read before comes again as its beginning only."""


@dataclass(frozen=True, slots=True)
class Lane:
    """A chat as the reader knows it; `own`: a citizen's, where nothing of an answer is ever shortened."""

    label: str
    style: str
    own: bool = False


class Screen:
    """Draws; each method gives the number of cells that the reader has to read."""

    def __init__(
        self, terminal: Terminal, lane: Callable[[Chat], Lane], name: Callable[[int], str], now: Callable[[], str]
    ) -> None:
        self._terminal = terminal
        self._lane = lane
        self._name = name
        self._now = now
        self._last: tuple[str, str] = ("", "")
        self._read: set[tuple[bool, str]] = set()
        self._keys_shown = False

    def heading(self, number: int, title: str) -> int:
        sign, columns = self._terminal.signs["rule"], self._terminal.columns
        text = f" {number}. {title} "
        rule = sign * max(columns - cells(text) - 2, 2)
        self._terminal.write()
        self._terminal.write(self._terminal.paint(f"{sign * 2}{text}{rule}", BOLD))
        self._last = ("", "")
        return cells(text)

    def narrate(self, text: str) -> int:
        """The narrator's own words, across all lanes."""
        self._terminal.write()
        for line in self._terminal.wrap([(text, "")], self._terminal.columns - 2):
            self._terminal.write(f" {line}")
        self._terminal.write()
        self._last = ("", "")
        return cells(text)

    def event(self, text: str) -> int:
        """What happens to the machine: between the lanes."""
        sign = self._terminal.signs["event"]
        time = self._now()
        self._terminal.write(f" {self._terminal.paint(f'{time:{TIME}}', DIM)} {self._terminal.paint(f'{sign} {text}', '1;31')}")
        self._last = (time, "")
        return cells(text)

    def press(self, chat: Chat, person: int, caption: str, toast: str) -> int:
        """Somebody presses, and reads the toast."""
        lane = self._lane(chat)
        rows: list[list[Span]] = [[(f"{self._name(person)} нажимает «{caption}»", BOLD)]]
        if toast:
            rows.append([(f"{self._terminal.signs['toast']}{NO_BREAK}", lane.style), (toast, "3")])
        return self._block(lane, rows)

    def show(self, news: News) -> int:
        """One piece of news."""
        match news:
            case New():
                return self._new(news)
            case Changed():
                return self._changed(news)
            case Reacted():
                return self._reacted(news)
            case Gone():
                return 0

    def _new(self, news: New) -> int:
        message, lane = news.message, self._lane(news.message.chat)
        rows = [self._row(line, lane) for line in news.look.lines] or [[]]
        rows[0] = [*self._author(news, lane), *rows[0]]
        rows += self._buttons([caption for row in news.look.buttons for caption in row], lane)
        if not self._keys_shown and (message.markup or {}).get("keyboard"):
            self._keys_shown = True
            keys = [key["text"] for row in (message.markup or {})["keyboard"] for key in row]
            rows.append([(f"{self._terminal.signs['keys']} под чатом: {', '.join(keys)}", DIM)])
        return self._block(lane, rows)

    def _author(self, news: New, lane: Lane) -> list[Span]:
        message = news.message
        from_bot = message.sender is not None and message.sender.is_bot
        who = "Бот" if from_bot else self._name(message.sender.id if message.sender else 0)
        marks = [self._terminal.signs["silent"]] if from_bot and message.silent else []
        if not from_bot and message.reply_to is not None:
            marks.append(f"{self._terminal.signs['reply']} ответом на сообщение бота")
        marks += {"photo": ["[фото]"]}.get(message.media or "", [])
        spans = [(f"{who}{''.join(f' {mark}' for mark in marks)}:", lane.style if from_bot else BOLD)]
        return [*spans, (" ", "")] if news.look.lines else spans

    def _changed(self, news: Changed) -> int:
        lane = self._lane(news.message.chat)
        what = "карточка изменилась" if news.message.chat.type != "private" else "сообщение изменилось"
        others = ", ".join(self._lane(chat).label for chat in news.also)
        rows = [self._row(line, lane) for line in news.lines] or [[]]
        rows[0] = [(f"{self._terminal.signs['edit']} {what}: ", lane.style), *rows[0]]
        rows += self._buttons(news.buttons, lane)
        rows += [[(f"то же: {others}", DIM)]] if others else []
        return self._block(lane, rows)

    def _reacted(self, news: Reacted) -> int:
        return self._block(self._lane(news.message.chat), [[(f"Бот ставит {news.emoji}", "")]])

    def _row(self, line: Line, lane: Lane) -> list[Span]:
        text = line.text
        quote: list[Span] = [(f"{self._terminal.signs['quote']}{NO_BREAK}", lane.style)] if line.quoted else []
        if len(text) >= LONG and (lane.own, text) in self._read:
            return [*quote, (f"{text[:CUT].rstrip()}{self._terminal.signs['more']}", DIM)]
        self._read.add((lane.own, text))
        return [*quote, *((piece, BOLD if bold else "") for piece, bold in line.pieces)]

    def _buttons(self, captions: Iterable[str], lane: Lane) -> list[list[Span]]:
        shown = " ".join(f"[{caption.replace(' ', NO_BREAK)}]" for caption in captions)
        return [[(shown, f"{BOLD};{lane.style}")]] if shown else []

    def _block(self, lane: Lane, rows: Sequence[Sequence[Span]]) -> int:
        """The rows beside the lane's bar; time and label stand there when they are not those above."""
        bar = self._terminal.paint(self._terminal.signs["bar"], lane.style)
        time, label = self._now(), _fit(lane.label)
        width = self._terminal.columns - MARGIN
        for row in rows:
            for line in self._terminal.wrap(row, width):
                last_time, last_label = self._last
                when = self._terminal.paint(f"{'' if time == last_time else time:{TIME}}", DIM)
                where = self._terminal.paint(
                    f"{'' if label == last_label else label:{LABEL}}", f"{BOLD};{lane.style}"
                )
                self._terminal.write(f" {when} {where} {bar} {line}".rstrip())
                self._last = (time, label)
        return sum(cells(text) for row in rows for text, _ in row)


def _fit(label: str) -> str:
    return label if len(label) <= LABEL else f"{label[: LABEL - 1]}…"
