"""The place in a citizen's words, so that the receipt does not ask for what was already said.

Conservative: a place that was not there costs a walk to nowhere, one that was overlooked a question. A kind of
street needs a proper name beside it («на улице темно» is no address) or a name like a street's and a house;
a house alone, or a surname with a number, is none.
"""

import re
from typing import Final

_SP: Final = r"[ \t\u00a0]"
_COMMA: Final = rf"{_SP}*,?{_SP}*"

_KIND: Final = (
    r"\b(?i:улиц(?:[аыеу]|ей)|(?:проспект|бульвар|микрорайон|проезд|тупик|тракт)(?:[ауе]|ом)?|площад(?:[ьи]|ью)"
    r"|переул(?:ок|к(?:[ауе]|ом))|шоссе|набережн(?:ая|ой|ую)|алле(?:[яиею]|ей))\b"
)
_SHORT_KIND: Final = (
    rf"(?<!\bи )\b(?:(?i:ул|пр-к?т|пр-д|б-р|кв-л|мкрн?|мк-н|м-н)(?:\.{_SP}*|{_SP}+)"
    rf"|(?i:пр|просп|пер|пл|бул|наб|ш)\.{_SP}*)"
)
_STREET: Final = rf"(?:{_KIND}{_SP}+|{_SHORT_KIND})"
_SETTLEMENT: Final = (
    rf"\b(?:(?i:пос[её]л(?:ок|к(?:[ауе]|ом))|сел(?:[оауе]|ом)|деревн(?:[яиею]|ей)|станиц(?:[аыеу]|ей)"
    rf"|(?:хутор|аул)(?:[ауе]|ом)?){_SP}+|(?i:пос|дер)\.{_SP}*)"
)
_TOWN: Final = rf"\b(?i:г\.{_SP}*|город(?:[ае]|ом)?{_SP}+)"

_PROPER: Final = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё]+)*"
_ORDINAL: Final = rf"\d{{1,3}}(?:-?(?:я|й|го|ая|ый|ой))?{_SP}+"
_NAME: Final = (
    rf"[«\"]?(?:(?i:им(?:\.|ени){_SP}*))?(?:{_ORDINAL}(?:лет{_SP}+)?)?"
    rf"(?:[А-ЯЁ]\.{_SP}*){{0,2}}{_PROPER}(?:{_SP}+{_PROPER}){{0,2}}[»\"]?"
)
_FAMOUS: Final = (
    "(?:мира|победы|труда|маркса|энгельса|свободы|революции|октября|марта|мая|космонавтов|строителей"
    "|горького|чехова|ленина|кирова|гагарина|пушкина|лермонтова|гоголя|калинина|фрунзе|чапаева|дзержинского"
    "|свердлова|куйбышева|мичурина|суворова|кутузова|жукова|кор[оё]л[её]ва|циолковского|ломоносова|некрасова"
    "|толстого|тургенева|крупской|менделеева|островского|матросова|буд[её]нного|щорса|пионеров|комсомола)"
)
_KNOWN: Final = (
    r"(?i:(?:садов|цветочн|лугов|полев|лесн|солнечн|школьн|молод[её]жн|парков|берегов|речн|оз[её]рн|нагорн|степн"
    r"|вишн[её]в|бер[её]зов|рябинов|кленов|сиренев|тополин|больничн|вокзальн|железнодорожн|почтов|заречн|набережн"
    r"|мельничн|базарн|кирпичн|фабричн|родников|ключев|привокзальн)(?:ая|ой|ую))"
)
"""What streets are called everywhere and hardly anything else with a number behind it."""
_LIKE_A_STREET: Final = (
    rf"(?i:\b(?:{_ORDINAL})?(?:[а-яё]{{2,30}}(?:(?:ск|цк|н|[ое]в)(?:ая|ой|ую)|(?:[ое]в|[иы]н)а)|{_FAMOUS})\b)"
)
_ADJECTIVE: Final = r"\b[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё]+)?(?:ая|ой|ую|ий|ый|ого|ому|ом|ое)"
_SURE_ADJECTIVE: Final = r"\b[А-ЯЁ][а-яё]+[сц]к(?:ая|ой|ую|ий|ого|ому|ом|ое)"

_COUNTED: Final = (
    r"(?:дн(?:я|ей)?|день|час(?:а|ов)?|недел\w+|мес(?:яц\w*)?|год(?:а|у)?|лет|сут(?:ки|ок)|мин(?:ут\w*)?|раза?"
    r"|чел(?:овек\w*)?|шт(?:ук\w*)?|метр\w*|к?м|руб\w*|тыс(?:яч\w*)?|процент\w*|машин\w*|фонар\w+|собак\w*"
    r"|жалоб\w*|обращен\w*|ям|домов|контейнер\w*|дерева?|деревьев|подъезд\w*|этаж\w*|корпус\w*|января|февраля|марта|апреля|мая|ию[нл]я"
    r"|августа|(?:сентя|октя|ноя|дека)бря|-?(?:й|я|го|ой|ая|ю|ти))\b|%"
)
_NUMBER: Final = (
    rf"(?:№{_SP}*)?\d{{1,3}}(?:[а-еА-Е]\b|{_SP}[А-Е]\b)?(?:[/-]\d{{1,3}}(?:[а-еА-Е]\b)?)?"
    rf"(?!\d|[.:/-]\d|{_SP}*(?i:{_COUNTED}))"
)
_HOUSE_SIGN: Final = rf"\b(?i:дом(?:[ауе]|ом)?{_SP}*|д\.{_SP}*|д{_SP}+)"
_PART: Final = (
    rf"{_COMMA}(?:(?i:корп(?:ус)?|к|стр(?:оение)?|кв(?:артир[аеы])?|офис|под(?:ъезде?)?|этаж)\.?{_SP}*№?{_SP}*\d{{1,3}}\b"
    rf"|\d{{1,2}}(?:-?[йм])?{_SP}+(?i:подъезд|этаж|корпус)[ае]?\b)"
)
_HOUSE: Final = rf"{_COMMA}(?:{_HOUSE_SIGN})?{_NUMBER}(?:{_PART}){{0,3}}"
_AHEAD: Final = (
    rf"(?:{_TOWN}{_NAME}{_COMMA})?(?:{_SETTLEMENT}{_NAME}{_COMMA})?"
    rf"(?:{_HOUSE_SIGN}{_NUMBER}{_SP}+(?:по|на){_SP}+)?"
)

_BEGINS: Final = (
    r"\b(?=[А-ЯЁ\d]|(?:ул|про|пр[.-]|пер|пл|пос|бул|б-р|ми|мкр|мк-|м-н|тупик|трак|ш[о.]|наб|алл|кв-|се|дер|до|д[.\s]"
    r"|ст|ху|ау|гор|г\.))"
)
"""No place begins with anything else: most words are passed by at a glance."""
_PLACE: Final = re.compile(
    _BEGINS
    + _AHEAD
    + "(?:"
    + "|".join(
        (
            rf"{_STREET}{_NAME}(?:{_HOUSE})?",
            rf"{_KIND}{_SP}+{_LIKE_A_STREET}{_HOUSE}",
            rf"{_SHORT_KIND}(?:{_ORDINAL})?(?i:[а-яё-]{{3,}}){_HOUSE}",
            rf"(?:{_SURE_ADJECTIVE}{_SP}+{_KIND}(?:{_HOUSE})?|{_ADJECTIVE}{_SP}+{_KIND}{_HOUSE})",
            rf"\b(?i:микрорайон(?:[ауе]|ом)?|мкрн?\.?){_SP}*№?{_SP}*\d{{1,2}}\b(?:{_COMMA}{_HOUSE_SIGN}{_NUMBER})?",
            rf"\b\d{{1,2}}(?:-?[йм])?{_SP}+(?i:микрорайон(?:[ауе]|ом)?|мкрн?\b\.?)(?:{_HOUSE})?",
            rf"(?=[А-ЯЁ]|\d){_LIKE_A_STREET}{_COMMA}{_HOUSE_SIGN}{_NUMBER}(?:{_PART}){{0,3}}",
            rf"\b(?=[А-ЯЁ]){_KNOWN}{_COMMA}{_NUMBER}\b(?:{_PART}){{0,3}}",
            rf"\b(?=[А-ЯЁ])(?i:[а-яё]{{2,30}}ск(?:ая|ой|ую)|{_FAMOUS}){_COMMA}{_NUMBER}(?:{_PART}){{0,3}}(?=\s*(?:[,.;!?)\n]|$))",
            rf"(?:(?<=\b[Нн]а )|(?<=\b[Пп]о ))(?=[А-ЯЁ]){_LIKE_A_STREET}(?:{_SP}*,{_SP}*|{_SP}+){_NUMBER}(?:{_PART}){{0,3}}",
        )
    )
    + ")"
)
"""One walk through the text for all kinds of places: a search for each of them took five times as long."""
_ONLY_STREETS: Final = (
    r"(?:садов|цветочн|солнечн|школьн|молод[её]жн|парков|вишн[её]в|бер[её]зов|рябинов|кленов|сиренев|тополин|больничн"
    r"|мельничн|родников)"
)
"""Of what streets are called everywhere, the names that in «-ой» can be nothing but a street's: no «Лесной» lane, no square."""
_STREETS: Final = rf"(?:{_ONLY_STREETS[3:-1]}|лугов|полев|лесн|речн|степн|берегов|оз[её]рн|нагорн|заречн)"
_OBLIQUE: Final = re.compile(
    rf"(?:(?i:ул\.{_SP}*|улиц[еу]{_SP}+)(?P<named>(?i:{_STREETS}))|(?P<bare>(?i:{_ONLY_STREETS})))(?:ой|ую)"
    rf"{_COMMA}(?:{_HOUSE_SIGN})?(?P<house>{_NUMBER}(?:{_PART}){{0,3}})"
)
_VILLAGE: Final = re.compile(rf"{_SETTLEMENT}{_NAME}")
_LOOKED_THROUGH: Final = 20_000
"""Characters in which a place is looked for, five whole messages."""


def find_address(text: str) -> str | None:
    """The piece of the text that names a street, a micro-district or a village, with the house where it stands.

    In the citizen's words, but for what can be put straight without a doubt: «Садовой 12» is «ул. Садовая, 12».
    """
    text = text[:_LOOKED_THROUGH]
    first = _PLACE.search(text) or _VILLAGE.search(text)
    return _straightened(first[0].strip(" ,\t\u00a0")) if first else None


def _straightened(found: str) -> str:
    """A street whose name is an adjective, in the nominative; anything else as it was written, never a guess.

    «Крупской» is a surname, «Лесной» may be a lane: only names that are no other thing's are touched.
    """
    street = _OBLIQUE.fullmatch(found)
    if street is None:
        return found
    name = street["named"] or street["bare"]
    return f"ул. {name[0].upper()}{name[1:]}ая, {street['house'].strip()}"
