"""The settings in force as a municipality file: what was set in the chat can be looked at, changed and sent back."""

from collections.abc import Mapping
from dataclasses import replace
from enum import Enum
from typing import Any

import tomli_w

from bot.municipality_schema import MunicipalityDocument, Section, list_keys
from bot.setup_texts import say
from domain.municipality import TELEGRAM, Department, Municipality


def write_municipality(town: Municipality) -> str:
    """The file of which `parse_municipality` makes the same again. What has its default is left out.

    A regulation of the municipality's own is named by its path: its text is another file.
    """
    written = tomli_w.dumps(_table(MunicipalityDocument, _as_document(town)), multiline_strings=True)
    return f"# {say('settings-file-head', name=' '.join(town.name.split()))}\n\n{written}"


def _as_document(town: Municipality) -> dict[str, Any]:
    """As the tables of the file: the general keys stand in one of their own, what is always so is left out."""
    own = {name: getattr(town, name) for name in MunicipalityDocument.model_fields if hasattr(town, name)}
    return own | {
        "municipality": town,
        "channels": tuple(one for one in town.channels if one != TELEGRAM),
        "departments": tuple(_department(town, one) for one in town.departments),
    }


def _department(town: Municipality, one: Department) -> Any:
    """Where it works by mail it has no chat of its own."""
    return replace(one, chat=None) if town.works_by_mail(one) else one  # type: ignore[arg-type]


def _table(section: type[Section], values: Any) -> dict[str, Any]:
    table = {}
    for name, field in section.model_fields.items():
        value = values.get(name) if isinstance(values, Mapping) else getattr(values, name)
        if value is None or (not field.is_required() and value == field.default):
            continue
        table[field.alias or name] = _written(section, name, value)
    return {key: value for key, value in table.items() if value not in ({}, [])}


def _written(section: type[Section], name: str, value: Any) -> Any:
    inner = list_keys(section).get(name)
    if inner is not None and isinstance(value, tuple):
        return [_table(inner, one) for one in value]
    if inner is not None:
        return _table(inner, value)
    return _plain(value)


def _plain(value: Any) -> Any:
    match value:
        case Enum():
            return value.value
        case frozenset():
            return sorted(map(_plain, value))
        case tuple():
            return list(map(_plain, value))
    return value
