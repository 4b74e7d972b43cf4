"""What the map counts of an appeal, besides what every paper does (R58)."""

from dataclasses import dataclass

from domain.register.paper_rows import PaperRow


@dataclass(frozen=True, slots=True)
class MappedRow:
    """An appeal with what tells its place. `is_given`: a person or a file has said its territory, or that it has none."""

    number: str
    row: PaperRow
    gist: str
    point: tuple[float, float] | None
    is_given: bool
