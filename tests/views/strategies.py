"""What people write, at its worst."""

from hypothesis import strategies as st

_PIECES = (
    "🏚️",
    "👨‍👩‍👧‍👦",
    "<b>&",
    "</blockquote>",
    "&amp;lt;",
    "\u202eпереворот",
    "עברית",
    "Я\u0337\u0321\u0316",
    "\n\n",
    " ",
    "слово ",
    '"',
    "{ $x }",
    "🇷🇺",
)
"""Emoji of several units, markup, text from right to left, zalgo, blank lines."""

pieces = st.sampled_from(_PIECES)
characters = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
short_texts = st.lists(pieces | st.text(characters, max_size=20), max_size=12).map("".join)


@st.composite
def long_texts(draw: st.DrawFn, units: int = 8192) -> str:
    """Up to so many UTF-16 units, made of one repeated beginning, as hypothesis is slow to make long ones."""
    seed = draw(short_texts.filter(bool))
    text = seed * (draw(st.integers(0, units)) // len(seed) + 1)
    while len(text.encode("utf-16-le")) // 2 > units:
        text = text[: len(text) * 9 // 10]
    return text
