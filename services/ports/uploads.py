"""What the verbs need to keep of results brought into another system."""

from typing import Protocol

from domain.register.uploads import Upload


class Uploads(Protocol):
    """One for a month."""

    async def add(self, upload: Upload) -> Upload:
        """The first of that month: this one, or the one that was before it."""
        ...
