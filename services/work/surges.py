"""Many write about the same within an hour: the leadership and the mayor hear of it at once, by themselves (R56)."""

from datetime import datetime
from zoneinfo import ZoneInfo

from domain.municipality import Role
from domain.notices import Args, Notice, NoticeKind, Priority
from domain.surges import Growth, usual_an_hour
from services.people.stand_ins import list_private
from services.ports import UnitOfWork


async def tell(uow: UnitOfWork, growth: Growth, *, now: datetime) -> None:
    """Once for a topic and a day, in the leadership's chat and to every mayor in private."""
    town = uow.municipality
    topic = town.find_topic(growth.topic)
    day = now.astimezone(ZoneInfo(town.timezone)).date()
    if topic is None or not await uow.surges.note(growth.topic, day, growth.count, now):
        return
    args: Args = {
        "topic": topic.name,
        "count": growth.count,
        "usual": f"{usual_an_hour(growth, now):.1f}",
        "numbers": ", ".join(growth.numbers),
        "more": growth.count - len(growth.numbers),
        "street": growth.street,
        "on_street": growth.on_street,
    }
    mayors = await list_private(uow, [mayor.id for mayor in town.list_employees(Role.MAYOR)], now)
    for chat in dict.fromkeys([town.chats.leadership, *mayors]):
        uow.outbox.add(Notice(NoticeKind.SURGE, chat, Priority.URGENT, args=args), now)
    await uow.commit()
