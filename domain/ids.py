"""Identifiers, kept apart by type so that a chat never stands where a person should."""

from typing import NewType

AppealId = NewType("AppealId", int)
AssignmentId = NewType("AssignmentId", int)
CitizenId = NewType("CitizenId", int)
DraftId = NewType("DraftId", int)
InstructionId = NewType("InstructionId", int)
InvitationId = NewType("InvitationId", int)
MessageRowId = NewType("MessageRowId", int)
OutboxId = NewType("OutboxId", int)
PromptId = NewType("PromptId", int)

ChatId = NewType("ChatId", int)
StintId = NewType("StintId", int)
UserId = NewType("UserId", int)
DepartmentCode = NewType("DepartmentCode", str)
TopicCode = NewType("TopicCode", str)
