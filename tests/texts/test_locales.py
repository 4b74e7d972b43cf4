"""The texts and the code that speaks of them agree, and every language says the same."""

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

import pytest

from locales.texts import Translations
from tests.texts.fluent_files import Entry, find_wrong_markup, has_markup, read_language
from tests.texts.usage import KEY, Use, scan_program

ROOT = Path(__file__).parents[2]
CITIZENS_FILES = {"citizen.ftl", "common.ftl"}


@pytest.fixture(scope="module")
def uses() -> list[Use]:
    return scan_program(ROOT)


@pytest.fixture(scope="module")
def russian() -> dict[str, Entry]:
    return {entry.key: entry for entry in read_language(ROOT / "locales" / "ru")}


@pytest.fixture(scope="module")
def english() -> dict[str, Entry]:
    return {entry.key: entry for entry in read_language(ROOT / "locales" / "en")}


@pytest.fixture(scope="module")
def entries(russian: dict[str, Entry], english: dict[str, Entry]) -> list[Entry]:
    return [*russian.values(), *english.values()]


def test_the_files_load() -> None:
    assert Translations().languages == ("ru", "en")


def test_the_program_reads_them_once() -> None:
    """Twice they take 4 MB and a third of a second more."""
    readers = [file for file in (ROOT / "bot").rglob("*.py") if "Translations()" in file.read_text("utf-8")]
    assert [file.name for file in readers] == ["setup_texts.py"]


def test_keys_are_of_the_shape_that_the_search_knows(entries: list[Entry]) -> None:
    assert not [entry.key for entry in entries if not KEY.fullmatch(entry.key)]


def test_whatever_the_code_says_has_a_text(uses: list[Use], russian: dict[str, Entry]) -> None:
    missing = [use for use in uses if use.is_said and not any(map(use.covers, russian))]

    assert not missing, _show(missing)


def test_whatever_looks_like_a_key_is_one(uses: list[Use], russian: dict[str, Entry]) -> None:
    """Keys travel through tables and rows of the outbox; a string of a known family must be one of them."""
    families = tuple({f"{key.partition('-')[0]}-" for key in russian if "-" in key})
    missing = [use for use in uses if use.text.startswith(families) and not any(map(use.covers, russian))]

    assert not missing, _show(missing)


def test_every_text_is_shown_somewhere(uses: list[Use], russian: dict[str, Entry]) -> None:
    exact = {use.text for use in uses if use.is_exact}
    patterns = [use for use in uses if not use.is_exact]
    unused = [key for key in russian.keys() - exact if not any(use.covers(key) for use in patterns)]

    assert not unused, _lines(sorted(unused))


def test_a_call_gives_the_arguments_that_its_text_has(uses: list[Use], russian: dict[str, Entry]) -> None:
    variables = {message.key: message.variables for message in Translations().texts("ru")}
    wrong = [
        f"{use.where}: {key} needs {sorted(variables[key])}, gets {sorted(use.arguments)}"
        for use in uses
        if use.arguments is not None
        for key in filter(use.covers, russian)
        if (use.is_exact and variables[key] != use.arguments) or not variables[key] <= use.arguments
    ]

    assert not wrong, _lines(wrong)


def test_a_button_or_toast_has_no_markup(uses: list[Use], entries: list[Entry]) -> None:
    plain = [use for use in uses if use.is_plain]
    wrong = [
        entry.key
        for entry in entries
        if any(map(has_markup, entry.patterns)) and any(u.covers(entry.key) for u in plain)
    ]

    assert not wrong, _lines(wrong)


def test_citizens_read_the_same_in_both_languages(
    russian: dict[str, Entry], english: dict[str, Entry]
) -> None:
    ours = {key for key, entry in russian.items() if Path(entry.where).name in CITIZENS_FILES}

    assert ours == set(english), sorted(ours ^ set(english))


def test_only_citizens_texts_are_translated() -> None:
    assert {file.name for file in (ROOT / "locales" / "en").glob("*.ftl")} <= CITIZENS_FILES


def test_a_translation_stands_in_the_file_of_the_original(
    russian: dict[str, Entry], english: dict[str, Entry]
) -> None:
    strayed = [
        key
        for key in russian.keys() & english
        if Path(russian[key].where).name != Path(english[key].where).name
    ]

    assert not strayed, strayed


def test_a_translation_has_the_arguments_of_the_original(
    russian: dict[str, Entry], english: dict[str, Entry]
) -> None:
    differing = [key for key in russian.keys() & english if russian[key].variables != english[key].variables]

    assert not differing, differing


def test_no_text_is_empty(entries: list[Entry]) -> None:
    empty = [(entry.where, entry.key) for entry in entries if not all(map(str.strip, entry.patterns))]

    assert not empty, _lines(empty)


def test_no_case_has_words_twice(entries: list[Entry]) -> None:
    twice = [(entry.where, entry.key, entry.doubles) for entry in entries if entry.doubles]

    assert not twice, _lines(twice)


def test_every_argument_is_explained_above_its_text(entries: list[Entry]) -> None:
    """Who words a text must not read code to know what `$due` will be: a comment on it, its group or the file."""
    silent = [(entry.where, {n for e in group for n in e.undocumented}) for entry, group in _by_file(entries)]
    unexplained = {where: sorted(names) for where, names in silent if names}

    assert not unexplained, _lines(unexplained.items())


def test_the_markup_is_what_telegram_takes(entries: list[Entry]) -> None:
    wrong = [
        (entry.where, entry.key, why)
        for entry in entries
        for p in entry.patterns
        if (why := find_wrong_markup(p))
    ]

    assert not wrong, _lines(wrong)


def _by_file(entries: list[Entry]) -> list[tuple[Entry, list[Entry]]]:
    groups = [list(group) for _, group in groupby(entries, key=lambda entry: entry.where)]
    return [(group[0], group) for group in groups]


def _show(uses: list[Use]) -> str:
    return _lines(dict.fromkeys(f"{use.where}: {use.text}" for use in uses))


def _lines(findings: Iterable[object]) -> str:
    return "\n" + "\n".join(map(str, findings))
