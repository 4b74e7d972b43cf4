"""Words that must not wait for a rule: the citizen gets a helpline at once, a person is called (R53, A20)."""

from datetime import datetime

from domain.appeal import Appeal
from domain.messages import Citizen
from domain.notices import NoticeKind, Priority
from domain.words.cautions import Caution, graver
from services import announcements as announce
from services.ports import Rules, UnitOfWork


def offer_help(uow: UnitOfWork, rules: Rules, citizen: Citizen, text: str, now: datetime) -> bool:
    """Whether the words speak of suicide: then the helpline goes before anything else, with or without a consent."""
    if rules.caution(text) is not Caution.SUICIDE:
        return False
    if citizen.has_chat:
        announce.say(uow, citizen.chat_id, "citizen-helpline", now)
    return True


def heed(uow: UnitOfWork, rules: Rules, appeal: Appeal, text: str, now: datetime) -> None:
    """Further or changed words of an appeal that is known already; the caller stores it."""
    before, appeal.caution = appeal.caution, graver(appeal.caution, rules.caution(text))
    if appeal.caution is not Caution.SUICIDE or before is Caution.SUICIDE or appeal.settles_at is not None:
        return
    if not appeal.urgent:
        appeal.urgent = appeal.important = True
        announce.open_leadership_card(uow, appeal, now)
    call_people(uow, appeal, now)


def call_people(uow: UnitOfWork, appeal: Appeal, now: datetime) -> None:
    """An alert of its own in the coordinators' chat, with sound and before everything else."""
    announce.tell_coordinators(uow, appeal, NoticeKind.LIFE_AT_RISK, now, priority=Priority.URGENT)
