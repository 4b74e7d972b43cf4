"""Who draws what: every renderer of the bot, put together."""

from collections.abc import Callable
from pathlib import Path

from bot.delivery.bell import QuietRenderer
from bot.delivery.causes_renderer import CausesRenderer
from bot.delivery.day_pictures import DayPictures
from bot.delivery.directory_renderer import DirectoryRenderer
from bot.delivery.duty_renderer import DutyRenderer
from bot.delivery.entry_renderer import EntryRenderer
from bot.delivery.escalation_renderer import EscalationRenderer
from bot.delivery.found_renderer import FoundRenderer
from bot.delivery.handed_renderer import HandedRenderer
from bot.delivery.handover_renderer import HandoverRenderer
from bot.delivery.history_renderer import HistoryRenderer
from bot.delivery.kept_renderer import KeptRenderer
from bot.delivery.occasion_renderer import OccasionRenderer
from bot.delivery.paper_renderer import PaperRenderer
from bot.delivery.pinned_renderer import PinnedRenderer
from bot.delivery.ports import Renderer
from bot.delivery.reminder_renderer import ReminderRenderer
from bot.delivery.renderer import Draw, OutboxRenderer
from bot.delivery.rhythm_renderer import RhythmRenderer
from bot.delivery.setup_renderer import SetupRenderer
from bot.delivery.upload_renderer import UploadRenderer
from bot.delivery.watch_renderer import WatchRenderer
from bot.delivery.why_renderer import WhyRenderer
from bot.in_force import InForce
from domain.notices import NoticeKind
from services.ports import Clock
from storage.database import Connection
from storage.figures import Figures
from storage.queries import Queries
from storage.reminders import ReminderQueries
from storage.setup_queries import SetupQueries


def build_renderer(
    reader: Connection,
    queries: Queries,
    clock: Clock,
    in_force: InForce,
    username: Callable[[], str],
    papers: Path,
    pictures: DayPictures,
) -> Renderer:
    """What the sender asks; `username` is the bot's, "" until Telegram told it; `papers` where made papers lie."""
    of_a_flow = (
        SetupRenderer(SetupQueries(reader), clock, in_force, username),
        DutyRenderer(reader, clock, in_force),
        HandoverRenderer(reader, in_force),
        PinnedRenderer(reader, in_force),
        KeptRenderer(queries, clock, in_force),
        RhythmRenderer(Figures(reader), clock, in_force, pictures),
        ReminderRenderer(ReminderQueries(reader), queries, clock, in_force),
        EscalationRenderer(reader, clock, in_force),
        WhyRenderer(queries, in_force),
        FoundRenderer(reader, clock, in_force),
        HistoryRenderer(reader, in_force),
        DirectoryRenderer(in_force),
        PaperRenderer(reader, clock, in_force, papers),
        HandedRenderer(reader, in_force),
        OccasionRenderer(reader, clock, in_force),
        CausesRenderer(reader, clock, in_force),
        WatchRenderer(reader, clock, in_force),
        UploadRenderer(reader, clock, in_force),
        EntryRenderer(reader, queries, clock, in_force),
    )
    more: dict[NoticeKind, Draw] = {kind: draw for one in of_a_flow for kind, draw in one.draws.items()}
    return QuietRenderer(OutboxRenderer(queries, clock, in_force, more), queries, reader, clock, in_force)
