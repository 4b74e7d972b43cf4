"""Makes the built-in forms: `python -m reports.papers.building`. Each `forms/*.txt` becomes a DOCX that a clerk can edit.

A line is a paragraph, and a sign at its beginning says which: `#` the title, `:` centred, `^` to whom, `>` stays with the table below
it, `+` the bold headline of a part, `-` a line of a list, `~` what is signed; `[ 12.5 4 3<` opens a table with columns of so many
centimetres, the first one and those with `<`
for words and the others for figures, and `]` ends it, `!` is its headline, `=` a row of sums, `*` its next row once for
each («line in channels»). The page is A4 as GOST R 7.0.97 has it.
"""

from collections.abc import Iterator, Sequence
from importlib import resources
from pathlib import Path
from typing import Any, Final, NamedTuple, Self, cast

from docx import Document
from docx.document import Document as Paper
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph

FONT: Final = "Times New Roman"
_TEXT, _TABLE = Pt(14), Pt(12)
_LINE: Final = 16.5
"""Between the margins, cm."""
_MARKS: Final = frozenset("#:^>~+-")
_KEPT: Final = 2
"""Lines of words that may stand above a signature on its page."""
_ADDRESSEE: Final = 8.5
"""From the left margin, cm: to whom a letter goes stands on the right."""

FORMS: Final = Path(str(resources.files("reports.papers"))) / "forms"


def build(source: str) -> Paper:
    """The form that this text describes."""
    paper = Document()
    paper.core_properties.author = paper.core_properties.comments = ""
    _set_page(paper)
    _set_styles(paper)
    lines = iter(source.splitlines())
    for line in lines:
        if line.startswith("["):
            _add_table(paper, [_Column.of(told, place) for place, told in enumerate(line[1:].split())], lines)
        else:
            _add_line(paper, line)
    return paper


def _set_page(paper: Paper) -> None:
    """Margins 30, 15, 20 and 20 mm; the number of each page but the first stands above it."""
    page = paper.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin, page.right_margin, page.top_margin, page.bottom_margin = Cm(3), Cm(1.5), Cm(2), Cm(2)
    page.header_distance = Cm(1)
    page.different_first_page_header_footer = True
    number = page.header.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    number._p.append(field)  # noqa: SLF001 — python-docx knows no fields


def _set_styles(paper: Paper) -> None:
    normal, title = paper.styles["Normal"], paper.styles["Heading 1"]
    for style, size in ((normal, _TEXT), (title, _TEXT)):
        style.font.name, style.font.size = FONT, size
        style.font.color.rgb = RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        for kind in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn(f"w:{kind}"), FONT)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "ru-RU")
    normal.element.get_or_add_rPr().append(language)
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1.15
    normal.paragraph_format.widow_control = True
    title.font.bold = True
    title.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.space_before = title.paragraph_format.space_after = Pt(0)


def _add_line(paper: Paper, line: str) -> None:
    sign, words = (line[0], line[1:].strip()) if line[:1] in _MARKS else ("", line.strip())
    if sign == "~":
        _add_signature(paper, [part.strip() for part in words.split("|")])
        return
    paragraph = paper.add_paragraph(words, style="Heading 1" if sign == "#" else None)
    if sign in {"#", ":"}:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.keep_with_next = True
    elif sign == "^":
        paragraph.paragraph_format.left_indent = Cm(_ADDRESSEE)
    elif words and not words.startswith("{%p"):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.first_line_indent = Cm(1.25)
        paragraph.paragraph_format.space_before = Pt(6)
    if sign == "-":
        _set_as_list(paragraph)
    if sign == "+":
        paragraph.runs[0].bold = True
        paragraph.paragraph_format.keep_with_next = True
    if sign == ">":
        paragraph.paragraph_format.keep_with_next = True
        paragraph.paragraph_format.space_after = Pt(6)


def _set_as_list(paragraph: Paragraph) -> None:
    """Smaller and closer than text: a meeting's agenda fits a page with what is said of it."""
    paragraph.runs[0].font.size = _TABLE
    paragraph.paragraph_format.line_spacing = 1.0
    paragraph.paragraph_format.space_before = Pt(2)


def _add_signature(paper: Paper, parts: Sequence[str]) -> None:
    """What is signed by hand: who, the signature, the name; never alone on a page."""
    paragraph = paper.add_paragraph("\t".join(parts))
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(Cm(_LINE / 2), WD_TAB_ALIGNMENT.CENTER)
    stops.add_tab_stop(Cm(_LINE), WD_TAB_ALIGNMENT.RIGHT)
    paragraph.paragraph_format.space_before = Pt(24)
    for before in _last_words(paper.paragraphs[:-1]):
        before.paragraph_format.keep_with_next = True


def _last_words(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Back to the last two that say something: the nearer one may be left out of a paper, or its neighbours may."""
    said = 0
    for one in reversed(paragraphs):
        yield one
        said += bool(one.text) and not one.text.startswith("{%p")
        if said == _KEPT:
            return


class _Column(NamedTuple):
    width: float
    is_words: bool

    @classmethod
    def of(cls, told: str, place: int) -> Self:
        """«4.5» or «4.5<»."""
        return cls(float(told.rstrip("<")), told.endswith("<") or place == 0)


def _add_table(paper: Paper, columns: Sequence[_Column], lines: Iterator[str]) -> None:
    """Until the line that ends it; its headline is repeated on each page, no row is torn."""
    table = paper.add_table(rows=0, cols=len(columns))
    table.style = "Table Grid"
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for made, column in zip(table.columns, columns, strict=True):
        made.width = Cm(column.width)
    loop = ""
    for line in lines:
        sign, words = line[0], line[1:].strip()
        if sign == "]":
            break
        if sign == "*":
            loop = words
            continue
        if loop:
            _add_row(table, columns, [f"{{%tr for {loop} %}}"])
        row = _add_row(table, columns, words.split("|"), sign=sign)
        if sign == "!":
            _mark(row, "w:tblHeader")
        if loop:
            _add_row(table, columns, ["{%tr endfor %}"])
            loop = ""


def _add_row(table: Table, columns: Sequence[_Column], cells: Sequence[str], *, sign: str = "|") -> _Row:
    row: _Row = cast("Any", table).add_row()
    _mark(row, "w:cantSplit")
    for place, (cell, column) in enumerate(zip(row.cells, columns, strict=True)):
        cell.width = Cm(column.width)
        words = cells[place].strip() if place < len(cells) else ""
        is_centred = sign == "!" or not column.is_words
        _set_cell(cell.paragraphs[0], words, bold=sign in {"!", "="}, is_centred=is_centred)
    return row


def _set_cell(paragraph: Paragraph, words: str, *, bold: bool, is_centred: bool) -> None:
    run = paragraph.add_run(words)
    run.font.size = _TABLE
    run.bold = bold or None
    paragraph.paragraph_format.line_spacing = 1.0
    paragraph.paragraph_format.keep_with_next = bold
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
    if is_centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _mark(row: _Row, name: str) -> None:
    properties: Any = row._tr.get_or_add_trPr()  # noqa: SLF001 — python-docx has no word for it
    properties.append(OxmlElement(name))


def main() -> None:
    """All of them, each beside its text."""
    for source in sorted(FORMS.glob("*.txt")):
        build(source.read_text(encoding="utf-8")).save(str(source.with_suffix(".docx")))


if __name__ == "__main__":
    main()
