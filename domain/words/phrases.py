"""What a short message is (a greeting, thanks, a matter), and the gist of a long one in one line.

Greetings and thanks are fixed phrases, so their very forms are compared, not their lemmas: «понял» closes a
conversation, «поймите» opens one. Every list errs on the side of a matter, because a person who is asked once
too often loses a second, and one whose matter passed for thanks loses the answer.
"""

import re
import unicodedata
from typing import Final

from domain.routing import fold_word, list_words
from domain.words.personal_numbers import find_numbers
from domain.words.text import cut_utf16, utf16_len


def _forms(text: str) -> frozenset[str]:
    return frozenset(text.split())


_GREETINGS: Final = _forms(
    "здравствуйте здравствуй здраствуйте здраствуй здрасте здрасьте привет приветик приветствую салам ассалам "
    "ассаламу салам-алейкум hello hi hey"
)
_GOOD: Final = _forms("добрый доброе доброго хорошего good")
_TIMES: Final = _forms(
    "день дня утро утра вечер вечера ночи суток времени morning afternoon evening day night"
)
_THANKS: Final = _forms(
    "спасибо спасибочки пасибо спс благодарю благодарим благодарен благодарна благодарны мерси "
    "thanks thank thx"
)
_AGREEMENT: Final = _forms(
    "ок окей ok okay понятно понял поняла поняли ясно хорошо ладно отлично супер класс классно прекрасно "
    "замечательно принято ура угу"
)
_COURTESY: Final = _forms(
    "вам вас тебе вы всем все весь всего я мы и за от очень большое огромное огромнейшее громадное много раз еще "
    "ну пожалуйста искренне сердечно души сердца жду ждем алейкум алайкум уважаемая уважаемые уважаемый "
    "администрация коллеги господа please you very much so a lot there all"
)
_CAUSES: Final = _forms(
    "помощь ответ оперативность оперативный быстрый быстро внимание отзывчивость понимание работу информацию "
    "for your help answer reply"
)
_ASKING_LEAVE: Final = _forms(
    "можно есть у меня к вопрос вопросик задать обратиться подскажите скажите извините простите беспокойство "
    "question i have"
)
_WANTS_TO_SPEAK: Final = _forms("вопрос вопросик подскажите скажите question")

_GREETING_WORDS: Final = _GREETINGS | _GOOD | _TIMES | _COURTESY | _ASKING_LEAVE
_THANKS_WORDS: Final = _GREETINGS | _GOOD | _TIMES | _COURTESY | _THANKS | _AGREEMENT | _CAUSES

_DISPLEASED: Final = frozenset("?👎😠😡🤬😤😢😭😞😔🙁☹💩🖕🤮🤢😒🙄😩😫💔❌🤡🤷🤦😐😑🤨😏❓❔⁉🆘🚨⚠☠💀😱😨")
_SMILE: Final = re.compile(r"\++|(?:[:;=]-?)?\)+")

_GREETING_AHEAD: Final = re.compile(
    r"(?i:здрав?ствуй(?:те)?|привет(?:ствую)?|добр(?:ый|ого|ое)\s(?:день|дня|вечер|вечера|утро|утра|времени\sсуток))"
    r"[\s,.!)]+"
)
_SENTENCE: Final = re.compile(r"[.!?…]+(?=\s)")
_LONGEST_SIGN: Final = 24
"""Characters of a sign; a wall of emoji is somebody's message."""
_LONGEST_PHRASE: Final = 4096
"""Characters of one message: longer words are always a matter, and are not looked through."""


def is_greeting_only(text: str) -> bool:
    """Nothing but a greeting or a wish to ask something: the bot asks what happened, and where."""
    if len(text) > _LONGEST_PHRASE:
        return False
    words = _folded(text)
    return words <= _GREETING_WORDS and (_greets(words) or not words.isdisjoint(_WANTS_TO_SPEAK))


def is_thanks_or_greeting(text: str) -> bool:
    """Words or signs that close a conversation and ask for nothing: after an answer they get no number."""
    if len(text) > _LONGEST_PHRASE or not _DISPLEASED.isdisjoint(text):
        return False
    words = _folded(text)
    if not words:
        return _is_friendly_sign(text)
    return words <= _THANKS_WORDS and (_greets(words) or not words.isdisjoint(_THANKS | _AGREEMENT))


def gist(text: str, limit: int = 80) -> str:
    """The beginning of a text in one line of at most `limit` code units, without the greeting.

    Ends with whole sentences where they fill a third of the line, else with a whole word and an ellipsis.
    """
    line = " ".join(text.split())
    greeting = _GREETING_AHEAD.match(line)
    line = line[greeting.end() :] if greeting and greeting.end() < len(line) else line
    if utf16_len(line) <= limit:
        return line
    room = _whole_numbers(cut_utf16(line, limit - 1), line[: 2 * limit])
    return _whole_sentences(room) or f"{_whole_words(room, line)}…"


def _folded(text: str) -> set[str]:
    return set(map(fold_word, list_words(text)))


def _greets(words: set[str]) -> bool:
    if not words.isdisjoint(_GREETINGS):
        return True
    return not words.isdisjoint(_GOOD) and not words.isdisjoint(_TIMES)


def _is_friendly_sign(text: str) -> bool:
    if _SMILE.fullmatch(text.strip()):
        return True
    return len(text) <= _LONGEST_SIGN and any(unicodedata.category(character) == "So" for character in text)


def _whole_numbers(room: str, line: str) -> str:
    """A phone cut in two is no longer known for one, and would be shown (guarantee 28)."""
    cut = [number.start for number in find_numbers(line) if number.start < len(room) < number.end]
    return room[: cut[0]] if cut else room


def _whole_sentences(room: str) -> str:
    ends = [end.end() for end in _SENTENCE.finditer(room)]
    return room[: ends[-1]] if ends and ends[-1] * 3 >= len(room) else ""


def _whole_words(room: str, line: str) -> str:
    head = room if line[len(room)].isspace() else room.rpartition(" ")[0]
    return (head or room).rstrip(" ,;:—–-")
