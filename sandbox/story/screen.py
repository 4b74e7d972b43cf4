"""The story on the terminal: a lane for each chat, told by its name and colour, and what happens in it line by line."""

from collections.abc import Callable, Sequence

from sandbox.chat import Chat
from sandbox.story.news import News
from sandbox.story.wording import BOLD, DIM, Lane, Row, Wording
from sandbox.terminal import NO_BREAK, Terminal, cells

ALARM = "1;31"
TIME, LABEL = 5, 12
MARGIN = TIME + LABEL + 5
"""Cells to the left of a message's words."""
INDENT = "  "
"""Before all lines of a message but its first."""


class Screen:
    """Draws; each method gives the number of cells that the reader has to read."""

    def __init__(
        self,
        terminal: Terminal,
        lane: Callable[[Chat], Lane],
        name: Callable[[int], str],
        now: Callable[[], str],
    ) -> None:
        self._terminal = terminal
        self._lane = lane
        self._now = now
        self._wording = Wording(terminal, lane, name)
        self._above = ("", "")
        self._air = True

    def heading(self, title: str) -> int:
        """A new chapter."""
        rule, text = self._terminal.signs["rule"], f" {title} "
        self._gap()
        rest = rule * max(self._terminal.columns - cells(text) - 2, 2)
        self._terminal.write(self._terminal.paint(f"{rule * 2}{text}{rest}", BOLD))
        self._air = False
        self._gap()
        return cells(text)

    def narrate(self, text: str) -> int:
        """The narrator's own words, across the lanes."""
        self._gap()
        for line in self._terminal.wrap([(text, "")], self._terminal.columns - 2):
            self._terminal.write(f" {line}")
        self._air, self._above = False, ("", "")
        self._gap()
        return cells(text)

    def event(self, text: str) -> int:
        """What happens to the machine or the line, across the lanes."""
        self._gap()
        time, words = self._now(), f"{self._terminal.signs['event']}{NO_BREAK}{text}"
        for line in self._terminal.wrap([(words, ALARM)], self._terminal.columns - TIME - 3):
            self._terminal.write(f" {self._terminal.paint(f'{time:{TIME}}', DIM)} {line}")
            time = ""
        self._air = False
        self._gap()
        return cells(text)

    def press(self, chat: Chat, person: int, caption: str, toast: str) -> int:
        """Somebody presses, and reads the toast."""
        return self._block(self._lane(chat), self._wording.press(chat, person, caption, toast))

    def show(self, news: News) -> int:
        """One piece of news."""
        return self._block(self._lane(news.message.chat), self._wording.rows(news))

    def _block(self, lane: Lane, rows: Sequence[Row]) -> int:
        """The rows beside the lane's bar."""
        if rows and self._above[1] not in {"", lane.label}:
            self._gap()
        bar = self._terminal.paint(self._terminal.signs["bar"], lane.style)
        width = self._terminal.columns - MARGIN - len(INDENT)
        lines = [line for row in rows for line in self._terminal.wrap(row, width)]
        for at, line in enumerate(lines):
            self._terminal.write(f" {self._left(lane)} {bar} {INDENT if at else ''}{line}".rstrip())
            self._air = False
        return sum(cells(text) for row in rows for text, _ in row)

    def _left(self, lane: Lane) -> str:
        """Time and label, where they are not those of the line above."""
        now = (self._now(), lane.label)
        time, label = ("" if new == old else new for new, old in zip(now, self._above, strict=True))
        self._above = now
        label = label if len(label) <= LABEL else f"{label[: LABEL - 1]}…"
        when, where = f"{time:{TIME}}", f"{label:{LABEL}}"
        return f"{self._terminal.paint(when, DIM)} {self._terminal.paint(where, lane.strong)}"

    def _gap(self) -> None:
        """One empty line, never two."""
        if not self._air:
            self._terminal.write()
        self._air, self._above = True, (self._above[0], "")
