"""Which sending button a draft most likely needs; a wrong guess costs a look, so a few stems are enough."""

import re
from typing import Final

from views.callbacks import Choice

_NOT_CONFIRMED: Final = (
    r"не (?:подтвер|нашл[аои] подтвержд|выявлен|обнаруж)|нарушени\w+ не (?:выявлен|обнаруж|установлен)"
)
_REFERRED: Final = r"направлен\w*\s+(?:в|по)\b|перенаправ|не относится к полномочиям|переадресован"
_CLARIFY: Final = r"уточните|сообщите, пожалуйста|пришлите|укажите|подскажите|\?\s*$"
_INTERIM: Final = (
    r"буд(?:ет|ут) (?:устран|выполн|провед|рассмотр|отремонт|убран|восстановл|замен)|планиру|запланиров"
    r"|в срок до|о результат\w+ сообщ|сообщим|вопрос в работе"
)
_SOLVED: Final = (
    r"устранен|устранили|выполнен|отремонтир|починили|восстановлен|восстановили|убран|убрали|вывез|заменен"
    r"|заменили|ликвидирован|завершен|очищен|подключен"
)
_MEASURES: Final = r"принят\w* меры|принимаются меры|проведен|выдан\w* предписан|ведутся|направили|выехал"

_SIGNS: Final = (
    (Choice.NOT_CONFIRMED, _NOT_CONFIRMED),
    (Choice.REFERRED, _REFERRED),
    (Choice.CLARIFY, _CLARIFY),
    (Choice.INTERIM, _INTERIM),
    (Choice.SOLVED, _SOLVED),
    (Choice.MEASURES, _MEASURES),
)
"""In this order: a promise names the work as much as a report of it does."""


def guess_choice(text: str) -> Choice:
    """The first sign that is found; an explanation where there is none."""
    folded = text.lower().replace("ё", "е")
    return next((choice for choice, sign in _SIGNS if re.search(sign, folded)), Choice.EXPLAINED)
