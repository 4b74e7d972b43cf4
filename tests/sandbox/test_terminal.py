"""The terminal: colours only where they are wanted, words that fit, signs that can be shown."""

import io

import pytest

from sandbox.terminal import NO_BREAK, PLAIN_SIGNS, SIGNS, Terminal, cells, open_terminal


class Window(io.TextIOWrapper):
    """A stream as a terminal gives it."""

    def __init__(self, encoding="utf-8", *, is_terminal=True):
        super().__init__(io.BytesIO(), encoding=encoding)
        self._is_terminal = is_terminal

    def isatty(self):
        return self._is_terminal

    @property
    def shown(self):
        self.flush()
        return self.buffer.getvalue().decode(self.encoding)


def test_a_terminal_has_colours():
    assert open_terminal(Window(), {}).paint("срочно", "31") == "\x1b[31mсрочно\x1b[0m"


@pytest.mark.parametrize(
    ("window", "environment"),
    [
        (Window(is_terminal=False), {}),
        (Window(), {"NO_COLOR": "1"}),
        (Window(), {"TERM": "dumb"}),
    ],
)
def test_a_pipe_no_color_and_a_dumb_terminal_get_none(window, environment):
    assert open_terminal(window, environment).paint("срочно", "31") == "срочно"


@pytest.mark.parametrize(("window", "columns"), [("20", 60), ("72", 72), ("300", 100)])
def test_the_width_is_that_of_the_window_within_what_can_be_read(window, columns, monkeypatch):
    monkeypatch.setenv("COLUMNS", window)
    assert Terminal(io.StringIO()).columns == columns


def test_words_are_wrapped_with_their_styles():
    terminal = Terminal(io.StringIO(), colour=True)
    assert terminal.wrap([("Номер: ", ""), ("2026-00001", "1"), (". Ответ придёт", "")], 18) == [
        "Номер: \x1b[1m2026-00001\x1b[0m.",
        "Ответ придёт",
    ]


def test_neighbours_of_one_style_are_painted_together():
    terminal = Terminal(io.StringIO(), colour=True)
    assert terminal.wrap([("Петров И. С.", "1"), (" нажимает", "")], 40) == [
        "\x1b[1mПетров И. С.\x1b[0m нажимает"
    ]


def test_a_no_break_space_keeps_a_button_whole():
    assert Terminal(io.StringIO()).wrap([(f"[Принять] [Не{NO_BREAK}наше]", "")], 14) == [
        "[Принять]",
        "[Не наше]",
    ]


def test_a_word_longer_than_the_line_is_cut():
    assert Terminal(io.StringIO()).wrap([("а" * 25, "")], 10) == ["а" * 10, "а" * 10, "а" * 5]


def test_wide_and_invisible_signs_are_counted_as_they_are_seen():
    assert [cells(text) for text in ("🔴", "✏️", "й", "и\u0306")] == [2, 1, 1, 1]


def test_an_old_cyrillic_encoding_gets_plain_signs():
    window = Window("cp866")
    terminal = open_terminal(window, {})
    assert terminal.signs is PLAIN_SIGNS
    terminal.write("🔴 «Не наше» — № 1 💧")
    assert window.shown == '(!) "Не наше" - N 1 ?\n'


def test_an_encoding_without_cyrillic_is_not_believed():
    window = Window("ascii")
    terminal = open_terminal(window, {})
    terminal.write("Приёмная 🔕")
    assert terminal.signs is SIGNS
    assert window.shown == "Приёмная 🔕\n"
