"""What goes with a card: files, sound, edits, and how one look is told from another."""

from domain.messages import ContentKind
from domain.notices import CardKind
from domain.status import Status
from tests.views.cases import (
    NOW,
    RUSSIAN,
    at,
    card,
    case,
    message,
    photo,
    place,
    read,
    the_card,
    with_department,
)
from views.cards.board import digest, edit_card, put_up
from views.cards.whole import late_files
from views.parts import Edit, Files, Part, Point, Text


def the_card_of(file, kind: CardKind = CardKind.COORDINATORS) -> Text:
    return the_card(put_up(file, RUSSIAN, card=card(kind), now=NOW))


def test_files_go_first_and_silently_only_to_the_chat_that_holds_the_appeal() -> None:
    waiting = case(photo("1"), photo("2"))
    given = case(photo("1"), photo("2"), **with_department(status=Status.ASSIGNED))

    assert kinds(waiting, CardKind.COORDINATORS) == [Files, Text]
    assert kinds(given, CardKind.COORDINATORS) == [Text]
    assert kinds(given, CardKind.DEPARTMENT) == [Files, Text]
    assert kinds(waiting, CardKind.LEADERSHIP) == [Text]


def kinds(file, kind: CardKind) -> list[type]:
    return [type(part) for part in put_up(file, RUSSIAN, card=card(kind), now=NOW)]


def test_a_department_that_gave_it_away_gets_no_files() -> None:
    file = case(photo(), **with_department(status=Status.ASSIGNED, assignments=2, department="roads"))

    assert kinds(file, CardKind.DEPARTMENT) == [Text]


def test_a_place_on_the_map_goes_with_the_files() -> None:
    file = case(photo(), place())
    files, point, _ = put_up(file, RUSSIAN, card=card(), now=NOW)

    assert isinstance(files, Files)
    assert isinstance(point, Point)
    assert point.silent


def test_albums_hold_what_telegram_lets_stand_together() -> None:
    mixed = [photo(str(number)) for number in range(11)]
    mixed += [
        message("", kind=ContentKind.VOICE, file_id="v"),
        message("", kind=ContentKind.VOICE, file_id="w"),
    ]
    media = put_up(case(*mixed), RUSSIAN, card=card(), now=NOW)[:-1]

    assert [len(part.items) for part in media if isinstance(part, Files)] == [10, 1, 1, 1]


def test_late_files_hang_under_the_card() -> None:
    rows = [photo("1"), photo("2"), place()]

    assert [(type(part), replied(part)) for part in late_files(rows, file=case(), reply_to=77)] == [
        (Files, 77),
        (Point, 77),
    ]


def test_late_files_without_a_card_carry_the_number() -> None:
    number, files = late_files([photo("1")], file=case(), reply_to=None)

    assert read(number) == "2026-00042"
    assert isinstance(files, Files)


def replied(part: Part) -> int | None:
    assert isinstance(part, Files | Point)
    return part.reply_to


def test_a_card_that_a_rule_has_routed_makes_no_sound_with_the_coordinators() -> None:
    assert not the_card_of(case()).silent
    assert the_card_of(case(**with_department(status=Status.ASSIGNED))).silent
    assert not the_card_of(case(**with_department(status=Status.ASSIGNED, urgent=True))).silent
    assert not the_card_of(case(**with_department(status=Status.ASSIGNED)), CardKind.DEPARTMENT).silent


def test_an_edit_is_the_card_drawn_anew_with_its_whole_keyboard() -> None:
    part = the_card_of(case())
    edit = edit_card(case(), RUSSIAN, card=card(), now=NOW)

    assert edit == Edit(77, part.html, part.markup)


def test_the_digest_tells_one_look_from_another() -> None:
    def look(file) -> str:
        edit = edit_card(file, RUSSIAN, card=card(), now=NOW)
        assert edit is not None
        return digest(edit)

    assert look(case()) == look(case())
    assert look(case()) == digest(the_card_of(case()))
    assert look(case()) != look(case(address="ул. Мира, 1"))
    assert look(case(read_at=at("09:35"))) != look(case())
