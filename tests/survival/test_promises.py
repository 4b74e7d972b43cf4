"""What was committed is said, whatever happens between the commit and the words: guarantees 10, 12, 31."""

from dataclasses import dataclass
from datetime import datetime

import pytest

from sandbox.chat import Chat
from sandbox.history import CallRecord, Record
from sandbox.model import Message
from tests.survival.checks import NUMBER
from tests.survival.rig import Rig


@dataclass(frozen=True)
class Numbers:
    """Appeals on their way, each one step before something has to be said."""

    new: str
    approved: str
    returned: str
    urgent: str
    revised: str


async def test_a_reply_reaches_a_prompt_that_was_sent_but_never_recorded(rig: Rig) -> None:
    ...
