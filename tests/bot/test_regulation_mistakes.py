"""What is said about every mistake in a regulation's file: line, key and remedy, and nothing of it is used."""

import pytest

from bot.regulation_file import parse_regulation
from bot.toml_reading import FileMistakes

HEAD = 'title = "Примерск"\n'
DRAFT = """\
[[terms]]
stage = "draft"
holder = "department"
start = "detected"
hours = 6
clause = "п. 12"
"""


def list_problems(text):
    with pytest.raises(FileMistakes) as refusal:
        parse_regulation(text.encode(), "own.toml", "own")
    return [(one.line, one.key, one.message) for one in refusal.value.problems]


def test_a_profile_of_ones_own_is_read_whole():
    (term,) = parse_regulation((HEAD + DRAFT).encode(), "own.toml", "own").terms
    assert (term.stage, term.span.count, term.clause) == ("draft", 6, "п. 12")


@pytest.mark.parametrize(
    ("old", "new", "line", "key", "remedy"),
    [
        ('stage = "draft"', 'stage = "drafts"', 3, "terms[0].stage", "выберите одно из"),
        ("hours = 6", "hours = -6", 6, "terms[0].hours", "не меньше 0"),
        ("hours = 6", 'hours = "6"', 6, "terms[0].hours", "без кавычек"),
        ("hours = 6\n", "", 2, "terms[0]", "добавьте один из ключей: minutes, hours"),
        ("hours = 6", "hours = 6\nminutes = 5", 2, "terms[0]", "оставьте один из ключей"),
        ('start = "detected"', 'start = "approved"', 2, "terms[0]", "выберите: assigned, detected"),
        ('holder = "department"', 'holder = "approvers"', 2, "terms[0]", "выберите: department"),
        ('clause = "п. 12"\n', "", 2, "terms[0].clause", "добавьте строку clause"),
        ("hours = 6", "hour = 6", 6, "terms[0].hour", "исправьте на hours"),
        ("hours = 6", "xyzzy = 6", 6, "terms[0].xyzzy", "bot/regulations/krasnoufimsk.toml"),
        ("hours = 6", 'hours = 6\nroll = "back"', 7, "terms[0].roll", "выберите одно из: none, next, prev"),
    ],
)
def test_a_mistake_has_its_line_its_key_and_its_remedy(old, new, line, key, remedy):
    problems = list_problems(HEAD + DRAFT.replace(old, new))
    assert any((at, where) == (line, key) and remedy in message for at, where, message in problems), problems


def test_two_terms_for_the_same_appeals_are_refused():
    ((line, key, message),) = list_problems(HEAD + DRAFT + DRAFT)
    assert (line, key) == (9, "terms[1].stage")
    assert "оставьте один" in message


def test_a_regulation_without_terms_is_refused():
    assert [key for _, key, _ in list_problems(HEAD)] == ["terms"]


ANSWER = """\
[[answers]]
answer = "solved"
needs = ["proof"]
clause = "п. 20"
"""


def test_what_is_demanded_of_answers_is_checked_like_the_terms():
    ((line, key, message),) = list_problems(HEAD + DRAFT + ANSWER.replace("solved", "closed"))
    assert (line, key) == (9, "answers[0].answer")
    assert "выберите одно из: solved" in message
    ((line, key, message),) = list_problems(HEAD + DRAFT + ANSWER + ANSWER)
    assert (line, key) == (13, "answers[1].answer")
    assert "оставьте одно" in message
    ((line, key, message),) = list_problems(HEAD + DRAFT + ANSWER.replace('"proof"', '"proof", "term"'))
    assert line == 8
    assert 'answer = "interim"' in message


def test_an_outcome_that_two_groups_count_is_refused():
    """The sum of a report would not agree (R13)."""
    groups = [f'[[outcomes]]\nname = "{name}"\noutcomes = ["solved"]\nclause = ""\n' for name in ("А", "Б")]
    ((_, key, message),) = list_problems(HEAD + DRAFT + "".join(groups))
    assert key == "outcomes[1].outcomes"
    assert "оставьте в одной" in message
