"""How an unexpected error is named: by class and place, for its words may carry what a person wrote, or the token."""

import traceback
from pathlib import Path
from traceback import FrameSummary


def fault_of(error: BaseException) -> str:
    """'KeyError at citizen.py:42 in on_message': the deepest place in the program's own code."""
    name = type(error).__name__
    place = _place(traceback.extract_tb(error.__traceback__))
    return f"{name} at {place}" if place else name


def _place(frames: list[FrameSummary]) -> str:
    own = [frame for frame in frames if "site-packages" not in frame.filename]
    if not (own or frames):
        return ""
    frame = (own or frames)[-1]
    return f"{Path(frame.filename).name}:{frame.lineno} in {frame.name}"
