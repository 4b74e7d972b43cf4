"""Filling a form: a DOCX with `{{ fields }}`, built in or a municipality's own; a field that is not there is refused by its name.

What people wrote stands in a paper to the letter, `<` too. A form is data and not a program: it reaches nothing but its
fields.
"""

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from importlib import resources
from typing import Any, Final, cast, get_args, get_type_hints

from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.table import Table
from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined, TemplateError, TemplateSyntaxError, meta, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from reports.papers.pictures import on_paper

_LARGEST: Final = 50_000_000
"""Bytes that a form may unpack to: a letterhead with a coat of arms has a few millions."""


class FormError(Exception):
    """Why a form cannot be filled: `text` is a key, `facts` its arguments."""

    def __init__(self, text: str, **facts: str) -> None:
        super().__init__(text)
        self.text = text
        self.facts = facts


def built_in_form(paper: str) -> bytes:
    """The form that comes with the program."""
    return resources.files("reports.papers").joinpath("forms", f"{paper}.docx").read_bytes()


def fill(form: bytes, values: Any) -> bytes:
    """The paper as DOCX; `values` is a dataclass, each of its fields a field of the form. Raises FormError."""
    _ensure_sound(form)
    environment = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    try:
        template = DocxTemplate(io.BytesIO(form))
        _ensure_known(template, environment, values)
        told = {one.name: _as_drawn(template, getattr(values, one.name)) for one in fields(values)}
        template.render(told, environment, True)
        _hold_last_rows(template.docx.tables)
        made = io.BytesIO()
        template.save(made)
    except TemplateSyntaxError as error:
        raise FormError("form-syntax", detail=_one_line(error)) from None
    except (TemplateError, ArithmeticError, TypeError, AttributeError) as error:
        raise FormError("form-failed", detail=_one_line(error)) from None
    except (PackageNotFoundError, KeyError, ValueError) as error:
        raise FormError("form-broken", detail=_one_line(error)) from None
    return made.getvalue()


def _as_drawn(template: DocxTemplate, value: Any) -> Any:
    """Bytes are pictures; all else is words."""
    if isinstance(value, tuple) and value and isinstance(value[0], bytes):
        return [on_paper(template, content) for content in value]
    return value


def _hold_last_rows(tables: Iterable[Table]) -> None:
    """What must not stand alone below a table takes its last row along: LibreOffice moves no paragraph off a table."""
    for table in tables:
        below = table._tbl.getnext()  # noqa: SLF001 — python-docx has no word for what stands next
        if below is None or below.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is None or not table.rows:
            continue
        for cell in table.rows[-1].cells:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.keep_with_next = True


def list_known(kind: type[Any]) -> dict[str, Sequence[str]]:
    """The fields that this dataclass gives, each with those of its rows where it is a list."""
    hints = get_type_hints(kind)
    return {one.name: _of_rows(hints[one.name]) for one in fields(kind)}


def _of_rows(hint: Any) -> Sequence[str]:
    row = next(iter(get_args(hint)), None)
    return [one.name for one in fields(row)] if isinstance(row, type) and is_dataclass(row) else []


def _ensure_sound(form: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(form)) as archive:
            size = sum(part.file_size for part in archive.infolist())
    except zipfile.BadZipFile as error:
        raise FormError("form-broken", detail=_one_line(error)) from None
    if size > _LARGEST:
        raise FormError("form-too-big")


def _ensure_known(template: DocxTemplate, environment: Environment, values: Any) -> None:
    known = list_known(type(values))
    for source in _list_sources(template):
        tree = environment.parse(source)
        unknown = sorted(meta.find_undeclared_variables(tree) - known.keys())
        unknown += _list_unknown_of_rows(tree, known)
        if unknown:
            raise FormError("form-unknown-field", field=unknown[0])


def _list_sources(template: DocxTemplate) -> Iterator[str]:
    """The body, then headers and footers."""
    template.render_init()
    yield cast(str, template.patch_xml(template.get_xml()))
    for uri in (template.HEADER_URI, template.FOOTER_URI):
        for _, part in template.get_headers_footers(uri):
            yield cast(str, template.patch_xml(template.get_part_xml(part)))


def _list_unknown_of_rows(tree: nodes.Template, known: Mapping[str, Sequence[str]]) -> list[str]:
    """`line.nmae` in a loop over a list: it would be noticed only where the list is not empty."""
    return [
        f"{loop.target.name}.{asked.attr}"
        for loop in tree.find_all(nodes.For)
        if isinstance(loop.iter, nodes.Name) and isinstance(loop.target, nodes.Name)
        for asked in loop.find_all(nodes.Getattr)
        if isinstance(asked.node, nodes.Name) and asked.node.name == loop.target.name
        if asked.attr not in known.get(loop.iter.name, ())
    ]


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:200]
