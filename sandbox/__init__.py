"""A stand-in for Telegram: the Bot API, the people who use it, and everything that goes wrong between them.

    city = World()
    anna = city.user("Анна Петрова")
    petrov = city.user("Пётр Иванов")
    roads = city.group("Дороги", petrov)
    async with serve(city) as address:
        ...                                          # start the bot against `address`
        await anna.start()
        await anna.send("На Ленина, 5 яма во дворе")
        await anna.chat.expect("зарегистрировано")
        card = await roads.expect("яма во дворе")
        await petrov.in_(roads).click("Принять", on=card)
        assert petrov.toast.text == "Принято"
        city.faults.add("retry_after", method="send*", chat=roads.id, seconds=7)
        await city.clock.advance(60)

Time is `city.clock`, frozen unless told otherwise; `city.history` keeps every call and every update; a mistake of the
stand-in itself is an AssertionError when the server ends.
"""

from sandbox.clock import ManualClock, RealClock
from sandbox.faults import Fault, Kind
from sandbox.history import History
from sandbox.limits import Limits
from sandbox.people import Person, Seat
from sandbox.world import DEMO_TOKEN, World

__all__ = [
    "DEMO_TOKEN",
    "Fault",
    "History",
    "Kind",
    "Limits",
    "ManualClock",
    "Person",
    "RealClock",
    "Seat",
    "World",
]
