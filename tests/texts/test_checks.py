"""The search through code and files finds what it is there to find."""

from pathlib import Path

import pytest

from tests.texts.fluent_files import find_wrong_markup, has_markup, read_file
from tests.texts.usage import Use, scan_program, scan_source


def said(source: str) -> list[Use]:
    return [use for use in scan_source(source, "a.py") if use.is_said]


@pytest.mark.parametrize(
    "source",
    [
        'texts("card-title", number=n)',
        'self.texts.plain("card-title")',
        't("card-title")',
        'say("card-title")',
        'announce.say(uow, chat, "card-title", now)',
        'Notice(text_key="card-title")',
        'Notice(key="card-title")',
        'class Lost(Error):\n    code = "card-title"',
        'class Lost(Error):\n    code: ClassVar[str] = "card-title"',
        '@dataclass\nclass Row:\n    text_key: str = "card-title"',
    ],
)
def test_a_key_that_is_said_is_found(source: str) -> None:
    [use] = said(source)

    assert use.covers("card-title")
    assert not use.covers("card-titles")


def test_a_key_of_one_word_is_found_where_it_is_said() -> None:
    assert [use.text for use in said('texts("mention", name=name)')] == ["mention"]


def test_a_toast_is_called_without_its_family() -> None:
    [use] = scan_source('scene.toast("reason-given", number=n)', "a.py")

    assert (use.text, use.is_said, use.is_plain, use.arguments) == (
        "toast-reason-given",
        True,
        True,
        {"number"},
    )


def test_only_what_is_shown_without_markup_counts_as_plain() -> None:
    sources = (
        'texts.plain("card-title")',
        'say("card-title")',
        'say(uow, chat, "card-title")',
        'texts("card-title")',
    )

    assert [use.is_plain for source in sources for use in said(source)] == [True, True, False, False]


def test_both_keys_of_a_choice_are_found() -> None:
    assert [use.pattern for use in said('texts("card-open" if x else "card-shut")')] == [
        r"card\-open",
        r"card\-shut",
    ]


def test_an_f_string_covers_all_keys_of_its_shape() -> None:
    [use] = said('texts(f"outcome-{outcome}-done")')

    assert use.covers("outcome-solved-done")
    assert not use.covers("outcome-solved")


def test_a_wholly_unknown_key_covers_nothing() -> None:
    assert not said('texts(f"{key}")')
    assert not said("texts(key)")


def test_a_language_or_a_code_of_something_else_is_no_key() -> None:
    assert not said('Translations().texts("ru")')
    assert not said('class Channel:\n    code: str = "telegram"')
    assert not said('sorted(rows, key="name")')


def test_a_key_kept_in_a_table_counts_as_spoken_of() -> None:
    [use] = scan_source('_TEXTS = {Kind.A: "card-title"}', "a.py")

    assert use.covers("card-title")
    assert not use.is_said


def test_arguments_are_seen_where_they_stand_in_the_call() -> None:
    assert [use.arguments for use in said('texts("card-title", number=1, due=d)')] == [{"number", "due"}]
    assert [use.arguments for use in said('texts("card-title", **facts)')] == [None]
    assert [use.arguments for use in said('say(uow, chat, "card-title", now)')] == [None]


def test_only_the_program_is_searched(tmp_path: Path) -> None:
    for room in ("handlers", "tests", "sandbox"):
        (tmp_path / room).mkdir()
        (tmp_path / room / "a.py").write_text(f'\ntexts("{room}-text")')

    assert {use.where for use in scan_program(tmp_path)} == {"handlers/a.py:2"}


@pytest.mark.parametrize(
    "comment", ["### $due: absolute time", "## $due: absolute time", "# $due: absolute time"]
)
def test_an_argument_is_explained_above_its_text_group_or_file(tmp_path: Path, comment: str) -> None:
    file = tmp_path / "a.ftl"
    blank = "\n" if comment.startswith("##") else ""
    file.write_text(f"{comment}\n{blank}card-due = {'{'} $due {'}'} {'{'} $number {'}'}\n")

    [entry] = read_file(file)

    assert entry.undocumented == {"number"}


def test_every_branch_of_a_text_is_looked_at(tmp_path: Path) -> None:
    file = tmp_path / "a.ftl"
    file.write_text('card-n = { $n ->\n    [one] <b>{ $who }</b>\n   *[other] { "" }\n }\n')

    [entry] = read_file(file)

    assert entry.variables == {"n", "who"}
    assert entry.patterns[1:] == ("<b>0</b>", "")


@pytest.mark.parametrize(
    "wrong", ["<b>a", "a</b>", "<b><i>a</b></i>", "<br>", "a < b", "a & b", "a &nbsp; b"]
)
def test_markup_that_telegram_refuses_is_found(wrong: str) -> None:
    assert find_wrong_markup(wrong)


@pytest.mark.parametrize(
    "right", ["<b>a</b> <i>b</i>", "<blockquote expandable>a</blockquote>", "a &lt; b &amp; c"]
)
def test_markup_that_telegram_takes_is_left_alone(right: str) -> None:
    assert not find_wrong_markup(right)


def test_markup_is_told_from_signs() -> None:
    assert has_markup("<b>a</b>")
    assert has_markup("a &lt; b")
    assert not has_markup("< 20 МБ & больше ->")
