"""The methods of the Bot API. Importing the package fills the registry."""

from sandbox.call import REGISTRY
from sandbox.methods import albums, chats, editing, polling, sending, settings, topics

__all__ = ["REGISTRY", "albums", "chats", "editing", "polling", "sending", "settings", "topics"]
