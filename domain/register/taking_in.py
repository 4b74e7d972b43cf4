"""What a row of a file becomes: an appeal that is answered, closed, or stands in the register and waits."""

from domain.appeal import Appeal
from domain.ids import CitizenId, DepartmentCode, TopicCode
from domain.kinds import AppealKind, guess_kind
from domain.municipality import Category, Municipality
from domain.outcomes import WITHOUT_ANSWER, Delivery
from domain.register.rows import RegisterRow
from domain.status import Status
from domain.ways import Way, way_without_chat
from domain.words.phrases import gist

_NOBODY = CitizenId(0)


def appeal_of(row: RegisterRow, municipality: Municipality) -> Appeal:
    """The appeal, not stored yet; what the row leaves open is filled by the rules for citizens' messages.

    Unanswered, it is shelved: it is in the register and found there, but nobody is called and no term runs until a
    coordinator takes it up. Whoever wrote it has no chat with the bot, so what is open is answered by telephone or letter.
    """
    topic = municipality.find_topic(row.topic)
    words = row.text or row.gist
    guess = guess_kind(words) if row.kind is None else None
    appeal = Appeal(
        number=row.number,
        citizen_id=_NOBODY,
        detected_at=row.received,
        registered_at=row.received,
        channel=row.channel,
        kind=row.kind or (guess.kind if guess else AppealKind.REMARK),
        kind_reason=guess.words if guess else None,
        topic=TopicCode(topic.code) if topic else None,
        address=row.address or None,
        gist=row.gist or gist(row.text),
        category=row.category or (topic.category if topic else Category.ORDINARY),
        urgent=row.urgent,
        contact=row.contact or None,
        way=row.way or way_without_chat(Way.BOT, row.contact),
        outgoing_number=row.outgoing_number or None,
        outgoing_date=row.outgoing_date,
        rating=row.rating,
        account=row.account,
        external_number=row.external_number or None,
        link=row.link or None,
        applicant_kind=row.applicant_kind,
        formal=row.formal,
        collective=row.collective,
        important=row.important,
        territory=row.territory or None,
        territory_given=bool(row.territory),
        forwarded_from=row.forwarded_from or None,
        repeat_number=row.repeat_of or None,
        requests=row.requests,
    )
    _set_state(appeal, row)
    return appeal


def _set_state(appeal: Appeal, row: RegisterRow) -> None:
    """A day of the answer, or an outcome, ends it; the register of paper may know only one of the two."""
    appeal.answered_at, appeal.outcome = row.answered, row.outcome
    if row.outcome in WITHOUT_ANSWER:
        appeal.status, appeal.closed_at = Status.CLOSED, row.answered
    elif row.answered is not None or row.outcome is not None:
        appeal.status, appeal.delivery, appeal.delivered_at = (
            Status.ANSWERED,
            Delivery.DELIVERED,
            row.answered,
        )
    else:
        appeal.shelved = True
        return
    if row.executors:
        appeal.department = DepartmentCode(row.executors[0].department)
