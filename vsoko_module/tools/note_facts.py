"""What an аналитическая справка is written of: plain facts, no records."""

from dataclasses import dataclass
from datetime import date

from .note_conclusions import Conclusion
from .russian import quantity


@dataclass(frozen=True)
class Figure:
    """A number with its passport.

    ``compare`` says with which figure of an earlier procedure it may be compared:
    empty, with none (another class of children is another thing).
    """

    code: str
    name: str
    value: float | None
    unit: str = ""
    formula: str = ""
    rows: tuple[dict, ...] = ()
    better: str = "more"
    compare: str = ""

    @property
    def value_text(self) -> str:
        return quantity(self.value, self.unit)

    def passport(self) -> dict:
        """As a document keeps it."""
        return {
            "code": self.code,
            "name": self.name,
            "value": self.value or 0.0,
            "value_text": self.value_text,
            "unit": self.unit,
            "formula": self.formula,
            "rows": list(self.rows),
        }


@dataclass(frozen=True)
class Results:
    """What one source of data says: visits, requests, later assessments and marks."""

    code: str
    name: str
    sentences: tuple[str, ...] = ()
    tables: tuple[dict, ...] = ()
    chart: dict | None = None
    figures: tuple[Figure, ...] = ()
    classes: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    visited: tuple[str, ...] = ()
    strengths: tuple[Figure, ...] = ()
    deficits: tuple[Figure, ...] = ()
    good_practice: str = ""


@dataclass(frozen=True)
class Note:
    """All that the records know of a procedure when its справка is written."""

    name: str = ""
    subject: str = ""
    steps: tuple[str, ...] = ()
    steps_done: int = 0
    first: date | None = None
    last: date | None = None
    grounds: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    results: tuple[Results, ...] = ()
    before_name: str = ""
    before: tuple[Figure, ...] = ()
    next_name: str = ""
    next_first: date | None = None
    next_last: date | None = None
    conclusions: tuple[Conclusion, ...] = ()

    def figures(self) -> list[Figure]:
        return [figure for source in self.results for figure in source.figures]

    def concluded(self, is_practice: bool) -> list[Conclusion]:
        return [one for one in self.conclusions if one.is_practice == is_practice]


def joined(sources: tuple[Results, ...], name: str) -> list[str]:
    """Words of all sources, each once, in the order of the sources.

    >>> joined((Results("a", "А", classes=("5А", "5Б")), Results("b", "Б",
    ...     classes=("5Б", "6В"))), "classes")
    ['5А', '5Б', '6В']
    """
    return list(dict.fromkeys(word for one in sources for word in getattr(one, name)))
