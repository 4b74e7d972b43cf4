"""What may be wrong with a search.

DomainError
├── SearchForgotten      its words are kept for a week alone
└── SearchElsewhere      the register is searched where nobody reads who may not
"""

from domain.errors import DomainError


class SearchForgotten(DomainError):
    """The buttons of an old list."""

    code = "error-search-forgotten"


class SearchElsewhere(DomainError):
    """What is found is shown in private, and to the coordinators in their chat."""

    code = "error-search-elsewhere"
