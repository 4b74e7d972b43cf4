"""An ordered paper as a command."""

from datetime import UTC, datetime
from pathlib import Path

from bot.paper_child import arguments
from domain.papers.kinds import OF_APPEAL, PaperOrder, PaperState


def test_a_paper_about_one_message_is_made_by_its_number():
    now = datetime(2026, 3, 2, 9, tzinfo=UTC)
    made = {
        paper.value: arguments(
            PaperOrder(
                1, paper, PaperState.WAITING, None, None, "", 5, 0, 5, "", now, None, None, "2026-00042"
            ),
            Path("x.docx"),
            now,
        )[:4]
        for paper in OF_APPEAL
    }
    assert made == {
        "card": ["report", "card", "2026-00042", "--out"],
        "measures": ["report", "measures", "2026-00042", "--out"],
    }
