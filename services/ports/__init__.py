"""What the verbs need from the outside, as Protocols: one module for each, named like the repository in `storage`.

Here stand the three that every verb meets. Reads are awaited. Writes are not: they gather in the transaction and
become real, all together, with `commit`.
"""

from services.ports.clock import Clock
from services.ports.rules import Rules
from services.ports.unit_of_work import UnitOfWork

__all__ = ["Clock", "Rules", "UnitOfWork"]
