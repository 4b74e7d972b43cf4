"""What must be true of the database and of the chats, at any moment or once everything is said.

`ask` reads the database. A check that fails names what it found.
"""

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Callable

from domain.notices import NoticeKind
from domain.status import OPEN, Status, list_moves
from domain.words.text import clean_text
from sandbox import World
from sandbox.chat import Chat, PrivateChat
from sandbox.model import Message

Ask = Callable[..., list[sqlite3.Row]]

NUMBER = re.compile(r"\b\d{4}-\d{5,}\b")
STATES = {"pending", "sending", "done", "held", "failed"}
REFERENCES = {
    "cards": {NoticeKind.CARD, NoticeKind.CARD_EDIT},
    "prompts": {NoticeKind.PROMPT, NoticeKind.REMARK_QUESTION},
    "drafts": {NoticeKind.ANSWER, NoticeKind.PREVIEW, NoticeKind.REVISION},
}
CHANGES = {
    NoticeKind.CARD_EDIT,
    NoticeKind.CLOSE_MESSAGE,
    NoticeKind.REACTION,
    NoticeKind.PINNED,
    NoticeKind.PIN,
    NoticeKind.DIGEST,
}
"""Rows whose parts do not each leave a message of their own: they edit, or take the last one away."""


def check_at_any_moment(ask: Ask, world: World) -> None:
    """After a kill, wherever it fell."""
    check_soundness(ask)
    check_moves(ask)
    check_numbers(ask)
    check_references(ask)
    check_numbers_told(ask, world)


def check_at_rest(ask: Ask, world: World) -> None:
    """When nothing is left to do."""
    check_at_any_moment(ask, world)
    check_messages_kept(ask, world)
    check_cards(ask, world)
    check_said_once(ask, world)


def check_soundness(ask: Ask) -> None:
    """Guarantee 25: the file is whole and nothing in it hangs in the air."""
    assert [row[0] for row in ask("PRAGMA integrity_check")] == ["ok"]
    assert [tuple(row) for row in ask("PRAGMA foreign_key_check")] == []


def check_moves(ask: Ask) -> None:
    """Every change of a status stands in the table of moves, and they lead from the first to the present one."""
    legal = set(list_moves())
    now = {row["id"]: Status.REGISTERED for row in ask("SELECT id FROM appeals")}
    for row in ask("SELECT * FROM journal WHERE appeal_id IS NOT NULL AND after IS NOT NULL ORDER BY id"):
        before, after = json.loads(row["before"] or "{}"), json.loads(row["after"])
        if "status" in after:
            move = (before["status"], row["action"], after["status"])
            assert move in legal, move
            assert now[row["appeal_id"]] == before["status"], move
            now[row["appeal_id"]] = Status(after["status"])
    assert now == {row["id"]: row["status"] for row in ask("SELECT id, status FROM appeals")}


def check_numbers(ask: Ask) -> None:
    """Guarantee 4: in the order of the commits they count one by one, so that none was used twice."""
    numbers = [row["number"] for row in ask("SELECT number FROM appeals ORDER BY id")]
    years = {number[:4] for number in numbers}
    expected = [f"{year}-{place:05}" for year in sorted(years) for place in range(1, len(numbers) + 1)]
    assert len(years) > 1 or numbers == expected, numbers


def check_references(ask: Ask) -> None:
    """A row that is to be said names things that exist."""
    ids = {table: {row["id"] for row in ask(f"SELECT id FROM {table}")} for table in REFERENCES}
    for row in ask("SELECT * FROM outbox"):
        kind = NoticeKind(row["kind"])
        assert row["state"] in STATES, tuple(row)
        for table, kinds in REFERENCES.items():
            assert kind not in kinds or row["ref_id"] in ids[table], tuple(row)
    known = {row["id"] for row in ask("SELECT id FROM outbox")}
    recorded = {row["outbox_id"] for row in ask("SELECT DISTINCT outbox_id FROM sent_messages")}
    assert {one for one in recorded if one >= min(known)} <= known, "rows of a week ago are forgotten"


def check_numbers_told(ask: Ask, world: World) -> None:
    """A number that anybody was told is stored, and a citizen was told numbers of the own messages only."""
    rows = ask("SELECT number, user_id FROM appeals JOIN citizens ON citizens.id = citizen_id")
    owners = {row["number"]: row["user_id"] for row in rows}
    for chat in _chats(world):
        for message in _said(world, chat):
            for number in NUMBER.findall(message.text):
                assert number in owners, f"{number} was told and is not stored:\n{chat.transcript()}"
                is_citizen = isinstance(chat, PrivateChat) and chat.id in owners.values()
                assert not is_citizen or owners[number] == chat.id, chat.transcript()


def check_messages_kept(ask: Ask, world: World) -> None:
    """Guarantee 1: each message of each citizen is in the register, or set aside where it is seen."""
    kept = {
        (row["chat_id"], row["message_id"]): row["text"]
        for row in ask("SELECT chat_id, message_id, text FROM citizen_messages")
    }
    aside = " ".join(row["raw"] for row in ask("SELECT raw FROM inbox WHERE state = 'set_aside'"))
    for chat in world.bot.private.values():
        for message in chat.sent_by(chat.person):
            if message.text.startswith("/") or f'"message_id": {message.id},' in aside:
                continue
            assert (chat.id, message.id) in kept, f"lost:\n{chat.transcript()}"
            stored = kept[chat.id, message.id]
            assert _whole(stored) == _whole(message.text), chat.transcript()


def check_cards(ask: Ask, world: World) -> None:
    """Whatever is open stands in a chat where somebody sees it."""
    rows = ask(
        "SELECT number, status, chat_id, message_id FROM appeals LEFT JOIN cards ON appeal_id = appeals.id"
    )
    for row in rows:
        if row["status"] not in OPEN:
            continue
        assert row["message_id"] is not None, f"{row['number']} has no card in {row['chat_id']}"
        card = world.groups[row["chat_id"]].log[row["message_id"]]
        assert row["number"] in card.text, card.text
        assert not card.deleted, card.text


def check_said_once(ask: Ask, world: World) -> None:
    """Guarantees 10, 11: what had to be said is on record exactly once; copies are no more than the doubts on record."""
    recorded = Counter(row["outbox_id"] for row in ask("SELECT outbox_id FROM sent_messages"))
    for row in ask("SELECT * FROM outbox WHERE state = 'done'"):
        if row["kind"] not in CHANGES:
            assert recorded[row["id"]] == row["done_parts"], tuple(row)
    known = {
        (row["chat_id"], row["message_id"]) for row in ask("SELECT chat_id, message_id FROM sent_messages")
    }
    doubts = count_doubts(ask)
    for chat in _chats(world):
        copies = [message for message in _said(world, chat) if (chat.id, message.id) not in known]
        assert len(copies) <= doubts[chat.id], f"{[one.text for one in copies]}\n{chat.transcript()}"
        assert {message_id for place, message_id in known if place == chat.id} <= set(chat.log)


def count_doubts(ask: Ask) -> Counter[int]:
    """How often the journal says of a chat that something was perhaps said there twice."""
    rows = ask(
        "SELECT chat_id FROM journal JOIN outbox ON outbox.id = json_extract(after, '$.outbox')"
        " WHERE action = 'perhaps_said_twice'"
    )
    return Counter(row["chat_id"] for row in rows)


def _whole(text: str) -> str:
    """To the letter, but for half characters, which no database takes: some sign stands in their place."""
    return clean_text(text).replace("\ufffd", "?")


def _chats(world: World) -> list[Chat]:
    return [*world.groups.values(), *world.bot.private.values()]


def _said(world: World, chat: Chat) -> list[Message]:
    return [
        message for message in chat.messages if message.sender is world.bot.user and not message.is_service
    ]
