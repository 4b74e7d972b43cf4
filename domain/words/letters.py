"""What letters and notes of calls look like: who writes, how to answer, under which number, from which body it came.

Conservative: a wrong name on an answer is worse than an empty line that somebody fills in. The names of bodies are
written as the register has them.
"""

import re
from collections.abc import Iterable
from datetime import datetime, time
from typing import Final

from domain.words.addresses import find_address
from domain.words.dates_in_words import Toward, read_day
from domain.words.personal_numbers import NumberKind, find_numbers

_W: Final = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_FATHER: Final = r"[А-ЯЁ][а-яё]+(?:[вьмк]ич|[вч]на)"
_FATHER_OF: Final = r"[А-ЯЁ][а-яё]+(?:[вьмк]ича|[вч]ны)"
_SHORT: Final = rf"{_W}\s+[А-ЯЁ]\.\s?[А-ЯЁ]\.|[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?{_W}"
_FULL: Final = rf"{_W}\s+{_W}\s+{_FATHER}\b|{_W}\s+{_FATHER}\b(?:\s+{_W})?"
_NAME: Final = rf"(?:{_FULL}|{_SHORT})"
_NAME_OF: Final = rf"{_W}\s+{_W}\s+{_FATHER_OF}\b"
_COMPANY: Final = r"(?:ООО|АО|ПАО|ИП|ТСЖ|ТСН|СНТ|ГСК|ЖСК|НКО|АНО|МУП|МБУ)\s+(?:[«\"“][^»\"”\n]{1,80}[»\"”]|[А-ЯЁ][^,;\n]{1,60})"
_LABELS: Final = (
    r"(?i:заявител\w*|ф\.?\s?и\.?\s?о\.?|от кого|обратил(?:ся|ась)|позвонил[аи]?|звонил[аи]?|с уважением|меня зовут"
    r"|граждан(?:ин|ка)|гр\.|автор)"
)
_LABELLED: Final = re.compile(
    rf"\b{_LABELS}\s*[:,—–-]?\s*(?i:гражданин|гражданка|гр\.)?\s*({_COMPANY}|{_NAME})"
)
_FROM: Final = re.compile(rf"\b[Оо]т\s+(?i:граждан\w+\s+|гр\.\s*|жител\w+\s+)?({_COMPANY}|{_NAME_OF})")
_I_AM: Final = re.compile(rf"(?:^|[.!?]\s+)Я,\s+({_FULL})", re.MULTILINE)
_ALONE: Final = re.compile(rf"^\s*({_COMPANY}|{_NAME})\s*(?=$|[,;]|(?i:тел|т\.)|\d|\+)", re.MULTILINE)
_ORGANISED: Final = re.compile(_COMPANY)

_EMAIL: Final = re.compile(r"\b[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,30}){1,4}\b")
_LINK: Final = re.compile(r"https?://[^\s<>\"»]{3,300}")
_HOME: Final = re.compile(
    r"(?i:прожива\w+|зарегистрирован\w*|адрес\s+(?:для\s+ответа|проживания|заявителя)|почтовый\s+адрес)"
    r"(?i:\s+по\s+адресу)?\s*:?\s*(?P<place>[^\n]{3,150})"
)

_DIGITS: Final = r"(?P<number>[A-Za-zА-ЯЁа-яё]{0,6}[-/]?\d[\w/-]{0,30}(?:\.\d+)?)"
_DAY: Final = r"(?:\s*(?:от|;|,)?\s*(?P<day>\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}\s+[а-яё]{3,8}\s+\d{4}))?"
_SIGN: Final = r"\s*(?:№|N|#|номер|ID|id)\s*:?\s*"
_OURS: Final = re.compile(
    rf"(?i:\b(?:вх|рег)[а-яё]*\.?)(?:{_SIGN}|\s*:?\s*)?{_DIGITS}{_DAY}"
    rf"|(?i:\b(?:обращени|сообщени|заявк|инцидент|задач|тикет)[а-яё]*){_SIGN}{_DIGITS.replace('number', 'named')}"
    rf"{_DAY.replace('day', 'on')}"
)
_THEIRS: Final = re.compile(
    rf"(?i:\bисх[а-яё]*\.?)(?:{_SIGN}|\s*)?{_DIGITS}|№\s*{_DIGITS.replace('number', 'named')}\s+от\s+\d"
    r"|\bID[\s:№]+(?P<id>\d[\w-]*)"
)
_STAMP: Final = re.compile(
    r"(?i:\b(?:поступил[оаи]?|дата\s+(?:поступления|обращения|звонка|регистрации)))\s*:?\s*"
    r"(?P<day>\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}\s+[а-яё]{3,8}(?:\s+\d{4})?)(?:\D{1,5}(?P<hour>\d{1,2}):(?P<minute>\d\d))?"
)

_BODIES: Final = (
    ("Администрация Президента", r"администраци\w+\s+президента|президент\w*\s+(?:рф|российской)"),
    ("Губернатор", r"губернатор\w*"),
    ("Правительство", r"правительств\w+"),
    ("Прокуратура", r"прокуратур\w+|прокурор\w*"),
    ("Роспотребнадзор", r"роспотребнадзор\w*"),
    ("Жилищная инспекция", r"(?:государственн\w+\s+)?жилищн\w+\s+инспекци\w+|госжилинспекци\w+"),
    ("Трудовая инспекция", r"трудов\w+\s+инспекци\w+"),
    ("Следственный комитет", r"следственн\w+\s+комитет\w*"),
    ("Уполномоченный по правам человека", r"уполномоченн\w+\s+по\s+правам\s+человека"),
    ("Общественная приёмная", r"общественн\w+\s+при[её]мн\w+"),
    ("Дума", r"дум[аыуе]"),
)
_PASSED: Final = r"(?:переслан|перенаправлен|направл|перенаправ|поступил|передан)\w*"
_OF: Final = r"(?:из|от|через|поручени\w+)\s+(?:(?:имени|аппарата|при[её]мной|приемной|администрации)\s+)?"
_SENDERS: Final = tuple(
    (
        name,
        re.compile(
            rf"{_PASSED}[^.\n]{{0,40}}?\b{_OF}(?:{body})\b|^\s*{_OF}(?:{body})\b|\b(?:{body})\b[^.\n]{{0,60}}\b{_PASSED}",
            re.IGNORECASE | re.MULTILINE,
        ),
    )
    for name, body in _BODIES
)
_TO_GOVERNOR: Final = re.compile(
    r"\b(?:в\s+адрес|на\s+имя)\s+губернатора\b|^\s*губернатору\b|\bуважаем\w+\s+(?:господин\s+)?губернатор\b",
    re.IGNORECASE | re.MULTILINE,
)
_COLLECTIVE: Final = re.compile(
    r"\bколлективн\w+\s+(?:обращени|жалоб|письм|заявлени|сообщени|петици)\w*"
    r"|\bмы\s*,?\s+(?:нижеподписавш|жител|жильц|собственник|родител|обитател|сосед)\w+"
    r"|\b(?:подписи|подписали|подписей)\b[^.\n]{0,25}\d{1,4}|\b\d{1,4}\s+подпис\w+",
    re.IGNORECASE,
)
_SIGNED: Final = re.compile(
    rf"^\s*(?:\d{{1,3}}[.)]\s*)?(?:{_SHORT}|{_FULL})\s*(?:[,;_/—-].{{0,60}})?$", re.MULTILINE
)
_LAW: Final = re.compile(r"\b(?:№\s*)?59\s?-?\s?ФЗ\b", re.IGNORECASE)
_NOT_LAW: Final = re.compile(r"\bне\s+(?:является|относится|по)\b[^.\n]{0,60}59\s?-?\s?ФЗ", re.IGNORECASE)
_TITLE: Final = re.compile(
    r"^\s*(?:заявление|обращение|жалоба|предложение|ходатайство)\s*[.:]?\s*$", re.IGNORECASE | re.MULTILINE
)
_ADDRESSEE: Final = re.compile(
    r"^\s*(?:Главе|Мэру|Губернатору|В\s+администрацию|Администрация)\b[^.!?]{0,100}$"
)
_POINT: Final = re.compile(r"^\s*(\d{1,2})\s*[.)]\s+\S", re.MULTILINE)
_MOST_POINTS: Final = 9
_SIGNATURES: Final = 3
_READ: Final = 20_000
"""Characters that are looked through, five whole messages."""


def find_applicant(text: str) -> str:
    """The name of whoever writes, in the nominative; "" where none is told for certain."""
    text = text[:_READ]
    for pattern in (_LABELLED, _FROM, _I_AM, _ALONE):
        found = pattern.search(text)
        if found is not None:
            name = " ".join(found[1].split()).rstrip(",;")
            return _nominative(name) if pattern is _FROM and not is_organisation(name) else name
    return ""


def is_organisation(name: str) -> bool:
    """Whether a name is a company's."""
    return _ORGANISED.match(name) is not None


_WOMEN: Final = (
    (re.compile(r"ской$"), "ская"),
    (re.compile(r"цкой$"), "цкая"),
    (re.compile(r"(?<=[ое]в|ёв|ин|ын)ой$"), "а"),
)
_WOMEN_GIVEN: Final = (
    (re.compile(r"ии$"), "ия"),
    (re.compile(r"(?<=[гкх])и$"), "а"),
    (re.compile(r"ьи$"), "ья"),
    (re.compile(r"ы$"), "а"),
)
_MEN: Final = ((re.compile(r"ского$"), "ский"), (re.compile(r"цкого$"), "цкий"), (re.compile(r"а$"), ""))
_MEN_GIVEN: Final = (
    (re.compile(r"^Павла$"), "Павел"),
    (re.compile(r"^Льва$"), "Лев"),
    (re.compile(r"(?<=[еи])я$"), "й"),
    (re.compile(r"я$"), "ь"),
    (re.compile(r"ы$"), "а"),
    (re.compile(r"(?<=[гкх])и$"), "а"),
    (re.compile(r"ьи$"), "ья"),
    (re.compile(r"а$"), ""),
)


def _nominative(name: str) -> str:
    """«Петровой Анны Ивановны» as «Петрова Анна Ивановна»; a surname that could be read in two ways stays as it is."""
    family, given, father = name.split()
    if father.endswith("ны"):
        return " ".join((_put(family, _WOMEN), _put(given, _WOMEN_GIVEN), f"{father[:-1]}а"))
    return " ".join((_put(family, _MEN), _put(given, _MEN_GIVEN), father[:-1]))


def _put(word: str, endings: Iterable[tuple[re.Pattern[str], str]]) -> str:
    return next((pattern.sub(ending, word) for pattern, ending in endings if pattern.search(word)), word)


def find_contact(text: str) -> str:
    """The first phone, and the first e-mail address."""
    text = text[:_READ]
    phones = (
        one.written for one in find_numbers(text) if one.kind in {NumberKind.PHONE, NumberKind.LOCAL_PHONE}
    )
    mail = _EMAIL.search(text)
    return ", ".join(filter(None, (next(phones, ""), mail[0] if mail else "")))


def find_home(text: str) -> tuple[str, str]:
    """Where the applicant lives, as the letter tells, and the rest of the text, in which the matter's own place stands."""
    found = _HOME.search(text[:_READ])
    place = find_address(found["place"]) if found else None
    if found is None or place is None:
        return "", text
    start, end = found.span()
    return place, f"{text[:start]}\n{text[end:]}"


def find_number(text: str) -> str:
    """The number that it has where it came in; else the one that the sender gave it."""
    for pattern in (_OURS, _THEIRS):
        found = pattern.search(text[:_READ])
        if found is not None:
            named = {name: value for name, value in found.groupdict().items() if value}
            return str(next(value for name, value in named.items() if name not in {"day", "on"}))
    return ""


def find_link(text: str) -> str:
    """The first address of a page."""
    found = _LINK.search(text[:_READ])
    return found[0].rstrip(".,;:!?)") if found else ""


def find_stamp(text: str, now: datetime) -> datetime | None:
    """The moment at which it came in; `now` and the answer are local. A day beside the number counts from midnight."""
    text = text[:_READ]
    stamp, number = _STAMP.search(text), _OURS.search(text)
    words = stamp["day"] if stamp else (number["day"] or number["on"]) if number else None
    found = read_day(words, now=now, toward=Toward.PAST) if words else None
    if found is None:
        return None
    hour = time(0)
    if stamp and stamp["hour"] and int(stamp["hour"]) < 24 and int(stamp["minute"]) < 60:
        hour = time(int(stamp["hour"]), int(stamp["minute"]))
    return datetime.combine(found.day, hour)


def find_sender(text: str, known: Iterable[str]) -> str:
    """The body that passed it on: one that did so before, else one of those that do everywhere; a message addressed to
    the governor is one of the sources, too (R18, Chaikovsky, п. 1).
    """
    text = text[:_READ]
    found = next((name for name, pattern in _SENDERS if pattern.search(text)), "")
    if not found and _TO_GOVERNOR.search(text):
        found = _BODIES[1][0]
    return next((one for one in known if found and one.casefold().startswith(found.casefold())), found)


def is_collective(text: str) -> bool:
    """Whether several people wrote it: they say so, or three and more have signed (R75)."""
    text = text[:_READ]
    return _COLLECTIVE.search(text) is not None or len(_SIGNED.findall(text)) >= _SIGNATURES


def is_formal(text: str, *, has_name: bool) -> bool:
    """Whether it has the form of an appeal under 59-ФЗ (ст. 7): it names the law, or has a title, a name and a place to answer to."""
    text = text[:_READ]
    if _LAW.search(text):
        return _NOT_LAW.search(text) is None
    has_place = _EMAIL.search(text) is not None or find_home(text)[0] != ""
    return _TITLE.search(text) is not None and has_name and has_place


_HEADINGS: Final = (_OURS, _THEIRS, _STAMP, _LABELLED, _FROM, _HOME, _ALONE, _TITLE, _ADDRESSEE)


def find_body(text: str) -> str:
    """The letter without the lines above it: addressee, sender, numbers, title; the whole text where nothing else is there."""
    lines = text.splitlines()
    while lines and (not lines[0].strip() or any(one.search(lines[0]) for one in _HEADINGS)):
        lines.pop(0)
    return "\n".join(lines) if lines else text


def count_questions(text: str) -> int:
    """How many questions a letter numbers, 1 where it numbers none (R74)."""
    expected = 1
    for point in _POINT.findall(text[:_READ]):
        expected += int(point) == expected
    return min(max(expected - 1, 1), _MOST_POINTS)
