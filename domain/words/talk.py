"""What a reply to a card is: an answer for the citizen, talk between colleagues, or that the matter is not theirs.

A reply is an answer unless a plain sign says otherwise, and every sign is a short list or a length that people can be told.
Talk taken for an answer is shown in a preview that sends nothing by itself; an answer taken for talk costs a press of
`Это ответ`.
"""

import re
from enum import StrEnum
from typing import Final

from domain.routing import fold_word, list_words


class Meaning(StrEnum):
    """What the words most likely are."""

    ANSWER = "answer"
    TALK = "talk"
    NOT_OURS = "not_ours"


def _forms(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NODS: Final = _forms(
    "ок окей ok okay да нет не ага угу ясно понял поняла поняли понятно принял приняла приняли принято хорошо ладно "
    "лады норм добро спасибо спс благодарю пожалуйста плюс есть так точно щас сейчас ща скоро потом позже завтра сегодня "
    "уже давай давайте отлично супер класс молодец жду ждем я мы мой моя мое наш наша наше в и ну тоже работе пути курсе дороге "
    "беру взял взяла еду едем выезжаю выезжаем"
)
"""Words that nod or wait: nothing else in a reply, and it tells a citizen nothing."""
_TO_A_COLLEAGUE: Final = _forms(
    "ты тебе тебя тобой твой твоя твое твои вась маш саш коль петь серег лен тань глянь гляньте глянем посмотри посмотрим "
    "позвони съезди съездим возьми забери сделай ответь отпишись напиши займись проверь узнай уточни подскажи скинь кинь пришли "
    "передай поехали едь езжай сходи найди подумай помоги ребята ребят парни мужики девочки девчата народ коллеги"
)
"""A citizen is addressed as «вы», a colleague in the singular or as one of many."""
_OF_ONESELF: Final = _forms(
    "гляну посмотрю позвоню съезжу займусь разберусь узнаю уточню сделаю напишу отвечу отпишусь поеду схожу проверю заберу "
    "передам доложу приеду подъеду смотрю занимаюсь разбираюсь еду выезжаю беру"
)
"""An office speaks of itself as «мы»."""
_TO_A_CITIZEN: Final = re.compile(
    r"\b(?:вы|вас|вам|вами|ваш\w*|здравствуйте|уважаем\w+|добр(?:ый|ое|ого)|просим|приносим|сообщаем|обратитесь|\w+(?:йте|ите)сь)\b"
)
_NOT_OURS: Final = re.compile(
    r"\bне\s+(?:к\s+нам|наш[аеи]?|нам|мо[йея]|по\s+адресу|мы\s+(?:отвечаем|занимаемся|обслуживаем))\b"
    r"|\b(?:мы\s+)?(?:этим\s+|таким\s+)?не\s+(?:занимаемся|обслуживаем)\b"
    r"|\bне\s+(?:в|относится\s+к)\s+наш\w+\s+(?:компетенц|полномоч|веден|зон)\w+"
    r"|\bне\s+наш\w*\s+(?:дом\w*|участ\w+|территор\w+|район\w*|улиц\w+|дорог\w+|сет[иь]|тем\w+|вопрос\w*)\b"
    r"|^это\s+(?:к|в|на)\s+[\w-]+$"
)
_LONGEST_TALK: Final = 8
"""Words."""
_LONGEST_RETURN: Final = 25


def meaning_of(words: str) -> Meaning:
    """The rule: what is said to a citizen is an answer; «не к нам» in a line is a return; then the signs of talk."""
    folded = [fold_word(word) for word in list_words(words)]
    line = " ".join(folded)
    if _TO_A_CITIZEN.search(line):
        return Meaning.ANSWER
    if len(folded) <= _LONGEST_RETURN and _NOT_OURS.search(line) and "?" not in words:
        return Meaning.NOT_OURS
    return Meaning.TALK if words.strip() and _is_talk(words.strip(), folded) else Meaning.ANSWER


def note_in(words: str) -> str:
    """What is noted for colleagues: whatever follows «!» at the beginning; "" where it is no note."""
    said = words.strip()
    return said.lstrip("!").strip() if said.startswith("!") else ""


def _is_talk(words: str, folded: list[str]) -> bool:
    """Signs alone, nods alone, or at most eight words that ask, or turn to a colleague, or promise in the singular."""
    said = set(folded)
    if said <= _NODS:
        return True
    if len(folded) > _LONGEST_TALK:
        return False
    asks = words.endswith("?")
    return asks or words.startswith("@") or not said.isdisjoint(_TO_A_COLLEAGUE | _OF_ONESELF)
