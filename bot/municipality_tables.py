"""A municipality as the tables of its file, so that what is set up in the chat meets the very rules of the file."""

from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bot.municipality_checks import Flaw, Table, find_mistakes
from bot.municipality_problems import find_shape_mistakes
from bot.municipality_schema import GeneralSection, MunicipalityDocument, list_keys
from bot.setup_texts import say
from domain.ids import ChatId
from domain.municipality import Municipality, SetupStep
from domain.setup.founding import NOWHERE

_SOMEWHERE = ChatId(-1)
_SOMETHING = "—"


def find_mistake(municipality: Municipality, before: Municipality) -> str | None:
    """The first thing for which the file would be refused, in words without the place: the person has just written it.

    What was wrong before (a profile of terms whose file is gone) hinders nobody from changing something else.
    """
    known = [(one.text, one.facts) for one in _find(_filled(before))]
    new = (one for one in _find(_filled(municipality)) if (one.text, one.facts) not in known)
    flaw = next(new, None)
    return None if flaw is None else say(flaw.text, **flaw.facts)


def _find(municipality: Municipality) -> Iterator[Flaw]:
    document = list_tables(municipality)
    yield from find_mistakes(document)
    try:
        MunicipalityDocument.model_validate(document, context={"folder": Path()})
    except ValidationError as error:
        yield from find_shape_mistakes(error)


def _filled(municipality: Municipality) -> Municipality:
    """What has not been told yet is no mistake."""

    def some(chat: ChatId) -> ChatId:
        return _SOMEWHERE if chat == NOWHERE else chat

    chats = municipality.chats
    return replace(
        municipality,
        name=_SOMETHING if SetupStep.NAME in municipality.unsettled else municipality.name,
        chats=replace(
            chats,
            coordinators=some(chats.coordinators),
            approvals=some(chats.approvals),
            leadership=some(chats.leadership),
        ),
        departments=tuple(replace(one, chat=some(one.chat)) for one in municipality.departments),
    )


def list_tables(municipality: Municipality) -> Table:
    """The tables as TOML gives them: lists for tuples and sets, no key for what is not set."""
    document: Table = _as_toml(asdict(municipality))
    del document["unsettled"], document["regulation_text"]
    general = {name: document.pop(name) for name in list_keys(GeneralSection)}
    document["approval"]["self"] = document["approval"].pop("self_approval")
    for row in document["calendar"]:
        if row["kind"] != "shortened":
            row.pop("minutes", None)
    return {"municipality": general, **document}


def _as_toml(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _as_toml(one) for key, one in value.items() if one is not None}
    if isinstance(value, tuple | list):
        return [_as_toml(one) for one in value]
    if isinstance(value, frozenset):
        return sorted(str(one) for one in value)
    return str(value) if isinstance(value, str) else value
