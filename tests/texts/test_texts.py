"""The facade: what people wrote stays what they wrote, and what is missing is loud."""

from pathlib import Path

import pytest

from locales.texts import BrokenTexts, Html, MissingText, Texts, Translations, escape, join_html

RUSSIAN = """
receipt-text = <b>Сообщение { $number } принято.</b>
    Ответим до { $due }.
queue-count = { $count ->
    [one] { $count } сообщение
    [few] { $count } сообщения
   *[many] { $count } сообщений
 } ждут
card-state = { $state ->
    [accepted] Принял { $name }
   *[new] Новое
 }
card-text = <blockquote>{ $text }</blockquote>
-city = Примерск
city-name = { -city }, { city-number }
city-number = дом { $house }
staff-only = Для сотрудников: { $count ->
    [one] одно
   *[other] много
 }
button-accept = Принять < { $name } >
"""
ENGLISH = "receipt-text = <b>Message { $number } accepted.</b> We answer by { $due }.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for language, content in (("ru", RUSSIAN), ("en", ENGLISH)):
        (tmp_path / language).mkdir()
        (tmp_path / language / "common.ftl").write_text(content, encoding="utf-8")
    return tmp_path


@pytest.fixture
def texts(folder: Path) -> Texts:
    return Translations(folder).texts("ru")


def test_a_text_is_said_with_its_arguments(texts: Texts) -> None:
    assert texts("receipt-text", number="2026-00042", due="пн 14:50") == (
        "<b>Сообщение 2026-00042 принято.</b>\nОтветим до пн 14:50."
    )


def test_what_people_write_is_harmless_in_markup(texts: Texts) -> None:
    said = texts("card-text", text='<a href="x">&amp;</a>')

    assert said == "<blockquote>&lt;a href=&quot;x&quot;&gt;&amp;amp;&lt;/a&gt;</blockquote>"


def test_markup_made_by_a_text_is_not_escaped_again(texts: Texts) -> None:
    inner = texts("card-text", text="a & b")

    assert isinstance(inner, Html)
    assert texts("card-text", text=inner) == "<blockquote><blockquote>a &amp; b</blockquote></blockquote>"


def test_what_was_changed_after_is_no_markup_any_more(texts: Texts) -> None:
    changed = texts("card-text", text="a") + "<script>"

    assert "&lt;script&gt;" in texts("card-text", text=changed)


def test_pieces_are_joined_as_markup_and_the_rest_is_escaped() -> None:
    assert join_html("\n", [Html("<b>a</b>"), "<c>"]) == "<b>a</b>\n&lt;c&gt;"
    assert isinstance(join_html("", []), Html)
    assert escape("<") == "&lt;"


def test_a_button_says_signs_as_they_are(texts: Texts) -> None:
    assert texts.plain("button-accept", name="A & B") == "Принять < A & B >"


def test_a_button_takes_no_markup(texts: Texts) -> None:
    with pytest.raises(TypeError):
        texts.plain("button-accept", name=Html("<b>A</b>"))


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "1 сообщение ждут"),
        (3, "3 сообщения ждут"),
        (11, "11 сообщений ждут"),
        (12345, "12345 сообщений ждут"),
    ],
)
def test_numbers_have_plurals_and_no_grouping(texts: Texts, count: int, said: str) -> None:
    assert texts("queue-count", count=count) == said


def test_a_number_is_never_yes_or_no(texts: Texts) -> None:
    with pytest.raises(TypeError):
        texts("queue-count", count=True)


def test_a_word_chooses_a_branch(texts: Texts) -> None:
    assert texts("card-state", state="accepted", name="Петров И. С.") == "Принял Петров И. С."


def test_a_missing_argument_is_loud_on_any_branch(texts: Texts) -> None:
    with pytest.raises(MissingText) as missing:
        texts("card-state", state="new")

    assert (missing.value.key, missing.value.arguments) == ("card-state", ("name",))
    assert str(missing.value) == "ru: card-state $name"


def test_arguments_of_a_text_inside_a_text_are_needed_too(texts: Texts) -> None:
    assert texts("city-name", house="5") == "Примерск, дом 5"
    with pytest.raises(MissingText):
        texts("city-name")


def test_a_missing_key_is_loud(texts: Texts) -> None:
    with pytest.raises(MissingText, match="ru: no-such-key"):
        texts("no-such-key")
    assert "no-such-key" not in texts
    assert "card-text" in texts


@pytest.mark.parametrize("length", [99, 101, 2_501, 9_000])
def test_a_long_text_arrives_whole(texts: Texts, length: int) -> None:
    words = "ж&" * length

    assert texts("card-text", text=words) == f"<blockquote>{'ж&amp;' * length}</blockquote>"


def test_the_marks_that_stand_for_long_texts_do_nothing_in_what_people_write(texts: Texts) -> None:
    written = "\ue000number\ue001 \ue000due\ue001" + "я" * 200

    assert texts("receipt-text", number=written, due="\ue000other\ue001").count(written) == 1


def test_another_language_says_what_it_has_and_the_rest_in_russian(folder: Path) -> None:
    english = Translations(folder).texts("en")

    assert english("receipt-text", number="1", due="2") == "<b>Message 1 accepted.</b> We answer by 2."
    assert english("queue-count", count=3) == "3 сообщения ждут"


@pytest.mark.parametrize(
    ("asked", "given"), [("ru", "ru"), ("en", "en"), ("en-GB", "en"), ("de", "ru"), ("", "ru")]
)
def test_a_language_is_found_by_its_code(folder: Path, asked: str, given: str) -> None:
    assert Translations(folder).texts(asked).language == given


def test_languages_are_listed_with_the_default_one_first(folder: Path) -> None:
    assert Translations(folder).languages == ("ru", "en")


@pytest.mark.parametrize(
    "broken",
    [
        "receipt-text = { $number",
        "receipt-text =",
        "receipt-text = a\nreceipt-text = b",
        "receipt-text = { other-text }",
        "receipt-text = { -term }",
        "one-text = { two-text }\ntwo-text = { one-text }",
        "-one = { -two }\n-two = { -one }\none-text = { -one }",
        "receipt-text = a\n    .title = b",
    ],
)
def test_a_broken_file_is_seen_at_the_start(folder: Path, broken: str) -> None:
    (folder / "ru" / "common.ftl").write_text(broken, encoding="utf-8")

    with pytest.raises(BrokenTexts):
        Translations(folder)


def test_a_key_said_in_two_files_is_seen_at_the_start(folder: Path) -> None:
    (folder / "ru" / "staff.ftl").write_text("card-text = б", encoding="utf-8")

    with pytest.raises(BrokenTexts, match="card-text"):
        Translations(folder)


def test_what_stands_in_a_term_is_not_asked_of_the_code(folder: Path) -> None:
    terms = '-thing = { $case ->\n    [many] дел\n   *[one] дело\n }\nthing-many = Много { -thing(case: "many") }\n'
    (folder / "ru" / "common.ftl").write_text(terms, encoding="utf-8")

    assert Translations(folder).texts("ru")("thing-many") == "Много дел"


def test_without_the_default_language_nothing_starts(tmp_path: Path) -> None:
    with pytest.raises(BrokenTexts):
        Translations(tmp_path)


@pytest.mark.parametrize(
    ("key", "facts", "said"),
    [
        ("paper-answers", {"count": 21}, "21 ответ на обращения граждан"),
        (
            "paper-reception",
            {"day": 27, "month": "января", "more": "no", "count": 1},
            "27 января – принят 1 человек",
        ),
        ("paper-calls", {"more": "yes", "count": 21}, "более 21 звонка"),
        ("paper-calls", {"more": "yes", "count": 90}, "более 90 звонков"),
    ],
)
def test_numbers_of_papers_agree_with_their_words(key: str, facts: dict[str, str | int], said: str) -> None:
    assert Translations().texts("ru").plain(key, **facts) == said
