"""Who may order which paper, of which departments, and where its file comes (R27, R66)."""

from domain.ids import ChatId
from domain.municipality import Municipality
from domain.papers.errors import RegisterNotYours
from domain.papers.kinds import Paper
from domain.people import Actor
from domain.rhythm.readers import Scope, find_scope, list_answered_for
from domain.rights import SEE_EVERYTHING


def paper_scope(paper: Paper, actor: Actor, *, chat: int, municipality: Municipality) -> Scope:
    """The departments that it tells of; None: everything. Raises `Forbidden`,
    `RegisterNotYours`.

    Figures are for whoever reads the summary here; of a ranking each reads the own places among all (R66, R70). The register holds citizens' names, contacts and words: it is for
    whoever may search all of it, and for those who answer for departments, of these.
    """
    scope = find_scope(actor, chat, municipality)
    if paper is not Paper.REGISTER or actor.roles & SEE_EVERYTHING:
        return scope
    answered_for = list_answered_for(actor, municipality)
    if not answered_for:
        raise RegisterNotYours
    return answered_for


def find_place(paper: Paper, actor: Actor, *, chat: ChatId, municipality: Municipality) -> ChatId:
    """The register never comes to the leadership's chat, where people sit who may not have it: to the asker alone."""
    is_shared = paper is Paper.REGISTER and chat == municipality.chats.leadership
    return ChatId(actor.user_id) if is_shared else chat
