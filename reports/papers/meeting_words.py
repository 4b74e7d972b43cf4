"""How the paper for a meeting calls appeals, departments and terms."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from domain.municipality import Municipality
from domain.papers.meeting import Matter, Ordered
from domain.regulation.terms import Holder
from domain.rhythm.figures import WorkItem
from locales.texts import Texts
from reports.papers.words import day_words, literal

_NUMBERS = 4
"""Numbers in one line; of the rest it says how many."""
_LONGEST = 140
"""Characters of an instruction, a cause, a measure in a line."""


@dataclass(frozen=True, slots=True)
class MeetingWords:
    """The town, its texts and the day of the meeting's paper."""

    town: Municipality
    texts: Texts
    today: date

    @property
    def zone(self) -> ZoneInfo:
        """Where its clocks hang."""
        return ZoneInfo(self.town.timezone)

    def what(self, matter: Matter | WorkItem) -> str:
        """Topic and address; words that speak of a threat stay folded."""
        topic = self.town.find_topic(matter.topic)
        gist = "" if matter.caution else matter.gist
        return literal(", ".join(filter(None, (topic.name if topic else gist, matter.address))))

    def department(self, code: str | None) -> str:
        """By its name; what none has is the coordinators'."""
        if code is None:
            return self.texts.plain("work-coordinators")
        known = self.town.find_department(code)
        return literal(known.name if known else code)

    def holder(self, item: WorkItem) -> str:
        """Who has what is overdue."""
        if item.department is None and item.holder is Holder.APPROVERS:
            return self.texts.plain("work-approvers")
        return self.department(item.department)

    def numbers(self, items: Sequence[WorkItem]) -> str:
        """«2026-00012 (3 дн.), 2026-00044 (сегодня) и ещё 5», the longest first."""
        named = ", ".join(
            self.texts.plain("meeting-number", number=one.number, count=self._days_late(one))
            for one in items[:_NUMBERS]
        )
        rest = len(items) - _NUMBERS
        return self.texts.plain("meeting-numbers", named=named, count=rest) if rest > 0 else named

    def _days_late(self, item: WorkItem) -> int:
        return (self.today - item.due_at.astimezone(self.zone).date()).days

    def order_state(self, order: Ordered) -> str:
        """By when an instruction is to be done, that it is late, or since when it is done."""
        due = order.due_at.astimezone(self.zone).date()
        if order.done_at is not None:
            day = day_words(order.done_at.astimezone(self.zone).date())
            return self.texts.plain("meeting-order-state", state="done", day=day)
        state = "late" if due < self.today else "open"
        return self.texts.plain("meeting-order-state", state=state, day=day_words(due))

    def is_late(self, order: Ordered) -> bool:
        """Whether it has not been done by its day."""
        return order.done_at is None and order.due_at.astimezone(self.zone).date() < self.today

    def short(self, words: str) -> str:
        """A beginning that fits a line."""
        line = literal(words)
        return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
