"""HTML read as Telegram reads it."""

import pytest

from sandbox.entities import parse_html, units
from sandbox.errors import ApiError
from sandbox.formatting import format_text


def kinds(source: str) -> list[tuple[str, int, int]]:
    return [(entity["type"], entity["offset"], entity["length"]) for entity in parse_html(source)[1]]


@pytest.mark.parametrize(
    ("tag", "kind"),
    [
        ("b", "bold"),
        ("strong", "bold"),
        ("i", "italic"),
        ("em", "italic"),
        ("u", "underline"),
        ("ins", "underline"),
        ("s", "strikethrough"),
        ("strike", "strikethrough"),
        ("del", "strikethrough"),
        ("code", "code"),
        ("pre", "pre"),
        ("tg-spoiler", "spoiler"),
        ("blockquote", "blockquote"),
        ("B", "bold"),
    ],
)
def test_every_tag_gives_its_entity(tag: str, kind: str) -> None:
    assert parse_html(f"да <{tag}>яма</{tag}>!") == ("да яма!", [{"type": kind, "offset": 3, "length": 3}])


def test_offsets_count_utf16_units() -> None:
    assert kinds("😀😀<b>яма😀</b>") == [("bold", 4, 5)]
    assert units("😀я") == 3


def test_nested_tags_close_from_the_inside() -> None:
    assert kinds("<b>а<i>б</i></b>") == [("italic", 1, 1), ("bold", 0, 2)]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("&lt;b&gt; &amp; &quot;", '<b> & "'),
        ("&#1071;&#x44F;", "Яя"),
        ("&nbsp; &laquo;", "&nbsp; &laquo;"),
        ("a & b &", "a & b &"),
        ("5 > 3", "5 > 3"),
        ("&lt", "<"),
    ],
)
def test_character_references(source: str, text: str) -> None:
    assert parse_html(source) == (text, [])


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("<ник>", 'Unsupported start tag "ник" at byte offset 0'),
        ("яма <br>", 'Unsupported start tag "br" at byte offset 7'),
        ("<br/>", 'Unsupported start tag "br/" at byte offset 0'),
        ("<!-- a -->", 'Unsupported start tag "!--" at byte offset 0'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("<b>яма", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<a href="x', 'Unclosed start tag "a" at byte offset 0'),
    ],
)
def test_what_is_wrong_is_refused_in_telegrams_words(source: str, reason: str) -> None:
    with pytest.raises(ApiError) as refusal:
        parse_html(source)
    assert refusal.value.description == f"Bad Request: can't parse entities: {reason}"
    assert refusal.value.code == 400


def test_attributes() -> None:
    assert parse_html('<a href="http://ya.ru/?a=1&amp;b=2">там</a>')[1][0]["url"] == "http://ya.ru/?a=1&b=2"
    assert parse_html("<a href='tg://user?id=77'>Пётр</a>")[1][0] == {
        "type": "text_mention",
        "user_id": 77,
        "offset": 0,
        "length": 4,
    }
    assert kinds('<span class="tg-spoiler">тайна</span>') == [("spoiler", 0, 5)]
    assert kinds("<blockquote expandable>а</blockquote>") == [("expandable_blockquote", 0, 1)]
    assert parse_html('<tg-emoji emoji-id="5">👍</tg-emoji>')[1][0]["custom_emoji_id"] == "5"


def test_code_in_pre_carries_its_language() -> None:
    text, entities = parse_html('<pre><code class="language-python">x = 1</code></pre>')
    assert (text, entities) == ("x = 1", [{"type": "pre", "offset": 0, "length": 5, "language": "python"}])


def test_a_link_that_is_none_keeps_its_words() -> None:
    assert parse_html('<a href="вот">тут</a>') == ("тут", [])
    assert parse_html("<a>ya.ru</a>")[1][0]["url"] == "http://ya.ru/"


def fmt(source: str, limit: int = 4096, mode: str = "HTML") -> tuple[str, list[dict[str, object]]]:
    return format_text(source, mode, None, what="message", limit=limit)


def test_ends_are_trimmed_and_entities_move() -> None:
    assert fmt("\n  яма <b>тут</b> \n") == ("яма тут", [{"type": "bold", "offset": 4, "length": 3}])
    assert fmt("<b> тут </b>") == (" тут", [{"type": "bold", "offset": 0, "length": 4}])


def test_direction_overrides_and_control_characters_do_not_survive() -> None:
    assert fmt("а\u202eб\rв\x00г")[0] == "абв г"


def test_the_limit_counts_utf16_units_after_parsing() -> None:
    assert units(fmt("<b>" + "😀" * 2048 + "</b>")[0]) == 4096
    with pytest.raises(ApiError, match="message is too long"):
        fmt("😀" * 2048 + "я")


def test_broken_utf16_is_refused() -> None:
    with pytest.raises(ApiError, match="strings must be encoded in UTF-8"):
        fmt("\ud83d")


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("/start", "bot_command", "/start"),
        ("а /otchet@priemnaya_bot б", "bot_command", "/otchet@priemnaya_bot"),
        ("звоните +79161234567", "phone_number", "+79161234567"),
        ("смотрите https://ya.ru/x?y=1", "url", "https://ya.ru/x?y=1"),
        ("на gosuslugi.ru", "url", "gosuslugi.ru"),
        ("спросите @petrov", "mention", "@petrov"),
        ("почта a.b@mail.ru", "email", "a.b@mail.ru"),
        ("#дороги плохи", "hashtag", "#дороги"),
    ],
)
def test_telegram_finds_links_by_itself(text: str, kind: str, found: str) -> None:
    entity = fmt(text, mode="")[1][0]
    assert entity == {"type": kind, "offset": text.index(found), "length": len(found)}


@pytest.mark.parametrize("text", ["д.5/7", "и/или", "1/2", "№ 5", "a/b"])
def test_ordinary_slashes_are_no_commands(text: str) -> None:
    assert fmt(text, mode="") == (text, [])


def test_nothing_is_found_inside_code() -> None:
    assert [entity["type"] for entity in fmt("<code>/start</code>")[1]] == ["code"]
