"""A piece of news as rows of words: who writes and how, what the reader has not read yet, the buttons."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sandbox.chat import Chat
from sandbox.model import Message
from sandbox.story.lines import Line
from sandbox.story.news import Changed, New, News, Reacted
from sandbox.terminal import NO_BREAK, Span, Terminal

BOLD, DIM, SLANTED = "1", "2", "3"
LONG, CUT = 44, 34
"""Signs. Words so long that were read before come again as their beginning only."""
SHORT_KEYBOARD = 4
"""Buttons. A longer keyboard that was read before comes again as so many."""
KNOWN = 0.5
"""A card of whose lines more than this part was read is one that stands in another chat too."""
START = "/start"
MEDIA = {"photo": "[фото]", "video": "[видео]", "voice": "[голосовое]", "location": "[место на карте]"}

Row = list[Span]


@dataclass(frozen=True, slots=True)
class Lane:
    """A chat as the reader knows it; `own`: a citizen's; `copies`: it gets cards that stand elsewhere too."""

    label: str
    style: str
    own: bool = False
    copies: bool = False

    @property
    def strong(self) -> str:
        """For what stands out in the lane."""
        return f"{BOLD};{self.style}"


class Wording:
    """Puts news into words, and remembers what was read."""

    def __init__(self, terminal: Terminal, lane: Callable[[Chat], Lane], name: Callable[[int], str]) -> None:
        self._signs = terminal.signs
        self._lane = lane
        self._name = name
        self._read: set[tuple[bool, str]] = set()
        self._keyboards: set[frozenset[str]] = set()
        self._keys_shown = False

    def rows(self, news: News) -> list[Row]:
        """What to write in the lane; nothing for what is not worth it."""
        match news:
            case New():
                return self._new(news)
            case Changed():
                return self._changed(news)
            case Reacted():
                return [[(f"Бот ставит {news.emoji}", "")]]
            case _:
                return []

    def press(self, chat: Chat, person: int, caption: str, toast: str = "") -> list[Row]:
        """Somebody presses, and reads the toast."""
        lane = self._lane(chat)
        pressed: Row = [(self._name(person), BOLD), (" нажимает ", ""), (f"[{caption}]", lane.strong)]
        answer: Row = [(f"{self._signs['toast']}{NO_BREAK}", lane.style), (toast, SLANTED)]
        return [pressed, answer] if toast else [pressed]

    # New messages

    def _new(self, news: New) -> list[Row]:
        message, lane = news.message, self._lane(news.message.chat)
        if message.text == START:
            return self.press(message.chat, message.chat.id, "Начать")
        head, lines = self._head(message, lane), news.look.lines
        if _is_from_bot(message) and lane.copies and self._is_known(lines):
            lines = tuple(line for line in lines if (False, line.text) not in self._read)
            head += [(" та же карточка", "")]
        buttons = self._buttons([caption for row in news.look.buttons for caption in row], lane)
        if not lines:
            return [_joined(head, buttons)]
        first, *others = self._lines(lines, lane)
        return [_joined(head, first), *others, *([buttons] if buttons else []), *self._keys(message)]

    def _is_known(self, lines: Sequence[Line]) -> bool:
        known = [line for line in lines if (False, line.text) in self._read]
        return len(lines) > 2 and len(known) > KNOWN * len(lines)

    def _head(self, message: Message, lane: Lane) -> Row:
        """Who writes, and how."""
        marks = [MEDIA.get(message.media, "[файл]")] if message.media else []
        if _is_from_bot(message):
            marks += [self._signs["silent"]] if message.silent else []
            return [(f"{' '.join(['Бот', *marks])}{':' if message.text else ''}", lane.style)]
        if message.reply_to is not None:
            to = "на карточку" if message.reply_to.buttons else "на вопрос"
            marks.append(f"{self._signs['reply']} {to}")
        return [(self._author(message), BOLD), (f"{' '.join(['', *marks])}:", "")]

    def _keys(self, message: Message) -> list[Row]:
        """The lasting keyboard, when the reader sees it first."""
        rows = (message.markup or {}).get("keyboard")
        if not rows or self._keys_shown:
            return []
        self._keys_shown = True
        names = ", ".join(key["text"] for row in rows for key in row)
        return [[(f"{self._signs['keys']} кнопки под чатом: {names}", DIM)]]

    # Changes

    def _changed(self, news: Changed) -> list[Row]:
        """Of the staff's chats only cards: what the bot has asked changes when it is answered, as the toast says."""
        message, lane = news.message, self._lane(news.message.chat)
        if _is_from_bot(message) and not lane.own and not _is_card(message):
            return []
        first, *others = self._lines(news.lines, lane) or [[]]
        rows = [_joined(self._what_changed(news, lane), first), *others]
        rows += [buttons] if (buttons := self._buttons(news.buttons, lane)) else []
        if news.also:
            rows.append([(f"и в чатах: {', '.join(self._lane(chat).label for chat in news.also)}", DIM)])
        return rows

    def _what_changed(self, news: Changed, lane: Lane) -> Row:
        sign = self._signs["edit"]
        if not _is_from_bot(news.message):
            return [(f"{sign} ", lane.style), (self._author(news.message), BOLD), (" исправляет:", "")]
        if not news.lines:
            return [(f"{sign} на карточке новые кнопки:", lane.style)]
        return [(f"{sign} {'сообщение изменилось' if lane.own else 'карточка изменилась'}:", lane.style)]

    # Words

    def _author(self, message: Message) -> str:
        return self._name(message.sender.id) if message.sender else ""

    def _lines(self, lines: Iterable[Line], lane: Lane) -> list[Row]:
        rows: list[Row] = []
        for line in lines:
            row = self._line(line, lane)
            self._read.add((lane.own, line.text))
            rows += [row] if row not in rows else []
        return rows

    def _line(self, line: Line, lane: Lane) -> Row:
        """Another's words that were read before are cut; of what a citizen is told every time, only that it was."""
        was_read = len(line.text) >= LONG and (lane.own, line.text) in self._read
        more = self._signs["more"]
        if was_read and lane.own:
            return [(f"{more} как выше", DIM)]
        quote = [(f"{self._signs['quote']}{NO_BREAK}", lane.style)] if line.quoted else []
        if was_read and line.quoted:
            return [*quote, (f"{line.text[:CUT].rstrip()}{more}", DIM)]
        return [*quote, *((text, BOLD if bold else "") for text, bold in line.pieces)]

    def _buttons(self, captions: Sequence[str], lane: Lane) -> Row:
        keyboard = frozenset(captions)
        shown = captions
        if keyboard in self._keyboards and len(captions) > SHORT_KEYBOARD:
            shown = captions[:SHORT_KEYBOARD]
        self._keyboards.add(keyboard)
        row: Row = [(" ".join(f"[{caption.replace(' ', NO_BREAK)}]" for caption in shown), lane.strong)]
        left = len(captions) - len(shown)
        return [*row, *([(f" ещё{NO_BREAK}{left}", DIM)] if left else [])] if captions else []


def _joined(head: Row, rest: Row) -> Row:
    return [*head, (" ", ""), *rest] if rest else head


def _is_from_bot(message: Message) -> bool:
    return message.sender is not None and message.sender.is_bot


def _is_card(message: Message) -> bool:
    """A card ends with its number."""
    return message.text.rsplit("\n", 1)[-1].replace("-", "").isdigit()
