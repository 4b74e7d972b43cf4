"""The terms on which the municipality works, as steps: consent, approval, region and phones, channels."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

from domain.errors import NotFound
from domain.municipality import TELEGRAM, Channel, ConsentMode, Municipality
from domain.setup.errors import AlreadyThere
from domain.setup.vocabulary import Change
from domain.words.spelling import code_for

KEEP_DAYS: Final = (7, 30, 90)
"""Ready terms for what waits for a consent."""
UNDO_SECONDS: Final = (0, 10, 30, 60, 120)
"""Ready times between an approval and the sending."""


def _with_consent(municipality: Municipality, **fields: Any) -> Municipality:
    return replace(municipality, consent=replace(municipality.consent, **fields))


def _consent_text(municipality: Municipality, _: str, value: str) -> Municipality:
    """Another text is another version: who agreed to the old one is asked for the new one (152-ФЗ, ст. 9)."""
    present = municipality.consent
    if value == present.text:
        return municipality
    version = str(int(present.version) + 1) if present.version.isdecimal() else f"{present.version}+"
    return _with_consent(municipality, text=value, version=version)


def _consent_keep(municipality: Municipality, _: str, value: str) -> Municipality:
    return _with_consent(municipality, keep_days=_one_of(KEEP_DAYS, value))


def _self_approval(municipality: Municipality, _: str, value: str) -> Municipality:
    return replace(municipality, approval=replace(municipality.approval, self_approval=value == "1"))


def _undo_seconds(municipality: Municipality, _: str, value: str) -> Municipality:
    seconds = _one_of(UNDO_SECONDS, value)
    return replace(municipality, approval=replace(municipality.approval, undo_seconds=seconds))


def _one_of(ready: tuple[int, ...], value: str) -> int:
    if not value.isdecimal() or int(value) not in ready:
        raise NotFound
    return int(value)


def _new_channel(municipality: Municipality, _: str, value: str) -> Municipality:
    name = " ".join(value.split())
    if name.casefold() in (one.name.casefold() for one in municipality.channels):
        raise AlreadyThere(name)
    code = code_for(name, {TELEGRAM.code, *(one.code for one in municipality.channels)})
    return replace(municipality, channels=(*municipality.channels, Channel(code, name)))


def _counted(municipality: Municipality, of: str, value: str) -> Municipality:
    """In the total of the monthly report, or shown apart (R81)."""
    return _with_channel(municipality, of, counted=value == "1")


def _watched(municipality: Municipality, of: str, value: str) -> Municipality:
    """Looked through by hand every working day (R18)."""
    return _with_channel(municipality, of, watched=value == "1")


def _account(municipality: Municipality, of: str, value: str) -> Municipality:
    """Its page, address or telephone (R01)."""
    return _with_channel(municipality, of, account=value)


def _with_channel(municipality: Municipality, of: str, **fields: Any) -> Municipality:
    present = find_channel(municipality, of)
    new = replace(present, **fields)
    return replace(
        municipality, channels=tuple(new if one is present else one for one in municipality.channels)
    )


def _drop_channel(municipality: Municipality, of: str, _: str) -> Municipality:
    present = find_channel(municipality, of)
    if present.code == TELEGRAM.code:
        raise NotFound
    return replace(municipality, channels=tuple(one for one in municipality.channels if one is not present))


def find_channel(municipality: Municipality, of: str) -> Channel:
    """The channel of this code; raises NotFound."""
    channel = next((one for one in municipality.channels if one.code == of), None)
    if channel is None:
        raise NotFound
    return channel


MAKERS: Final[Mapping[Change, Callable[[Municipality, str, str], Municipality]]] = {
    Change.CONSENT_MODE: lambda town, _, value: _with_consent(town, mode=ConsentMode(value)),
    Change.CONSENT_TEXT: _consent_text,
    Change.CONSENT_KEEP: _consent_keep,
    Change.SELF_APPROVAL: _self_approval,
    Change.UNDO_SECONDS: _undo_seconds,
    Change.REGION: lambda town, _, value: replace(town, region=value.upper()),
    Change.EMERGENCY_PHONE: lambda town, _, value: replace(town, emergency_phone=value),
    Change.APPEAL_URL: lambda town, _, value: replace(town, official_appeal_url=value),
    Change.SSTU: lambda town, _, value: replace(town, sstu=value == "1"),
    Change.NEW_CHANNEL: _new_channel,
    Change.COUNTED: _counted,
    Change.WATCHED: _watched,
    Change.ACCOUNT: _account,
    Change.DROP_CHANNEL: _drop_channel,
}
SEEN: Final[Mapping[Change, Callable[[Municipality, str], Any]]] = {
    **dict.fromkeys(
        (Change.CONSENT_MODE, Change.CONSENT_TEXT, Change.CONSENT_KEEP), lambda town, _: town.consent
    ),
    **dict.fromkeys((Change.SELF_APPROVAL, Change.UNDO_SECONDS), lambda town, _: town.approval),
    **dict.fromkeys(
        (Change.REGION, Change.EMERGENCY_PHONE, Change.APPEAL_URL, Change.SSTU),
        lambda town, _: (town.region, town.emergency_phone, town.official_appeal_url, town.sstu),
    ),
    **dict.fromkeys(
        (Change.COUNTED, Change.WATCHED, Change.ACCOUNT, Change.DROP_CHANNEL),
        lambda town, of: next((one for one in town.channels if one.code == of), None),
    ),
}
