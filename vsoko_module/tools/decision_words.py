"""What a file says of meetings, decisions and measures, and how its rows are read."""

import re
from dataclasses import dataclass, field

from .decision_headers import Columns
from .grid import ABOVE, LEFT, Row
from .numbered import split_points
from .words import tidy

# «2022-2023», «2022/23 уч. год»
SCHOOL_YEAR = re.compile(r"\b(20\d\d)\s*[-–—/]\s*(?:20)?\d\d\b")

Texts = dict[str, str]


@dataclass
class Meeting:
    """A meeting in the words of the file, as its first row names it."""

    body: str = ""
    date: str = ""
    number: str = ""
    table_name: str = ""
    row: int = 0


@dataclass
class Decision:
    """``problems``: codes of what is to be looked at in the row."""

    table_name: str
    row: int
    name: str
    meeting: Meeting | None = None
    term: str = ""
    role: str = ""
    problems: list[str] = field(default_factory=list)


@dataclass
class Measure:
    table_name: str
    row: int
    name: str
    year: str = ""
    classes: str = ""
    pupil: str = ""
    subjects: str = ""
    teacher: str = ""
    term: str = ""
    result: str = ""


@dataclass
class Stray:
    """A row with words of which nothing was made."""

    table_name: str
    row: int
    code: str
    text: str


@dataclass
class DecisionsReading:
    """``unread``: headers of columns with words that nothing is made of."""

    meetings: list[Meeting] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    measures: list[Measure] = field(default_factory=list)
    strays: list[Stray] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


class RowReader:
    """Reads the rows under one header; what they say goes into a common reading."""

    # Columns whose merged cell is about each row that it covers
    shared: tuple[str, ...] = ()

    def __init__(
        self, columns: Columns, table_name: str, reading: DecisionsReading, head: Row
    ):
        self.columns = {n: name for n, name in columns.items() if name != "note"}
        self.table_name = table_name
        self.reading = reading
        self.others = {
            index: " ".join(cell.paragraphs)
            for index, cell in enumerate(head.cells)
            if cell.own_text and index not in self.columns
        }

    def _texts(self, row: Row) -> Texts:
        """Texts by what their columns hold."""
        unread = self.reading.unread
        for index, name in self.others.items():
            if cell_text(row, index) and name not in unread:
                unread.append(name)
        return {
            meaning: cell_text(row, index, meaning in self.shared)
            for index, meaning in self.columns.items()
        }

    def _points(self, text: str) -> list[str]:
        return [point for point in split_points(text.splitlines()) if point]

    def _stray(self, row: Row, code: str, text: str) -> None:
        self.reading.strays.append(Stray(self.table_name, row.number, code, text))


def cell_text(row: Row, index: int, shared: bool = False) -> str:
    """What stands in a cell itself; a cell merged downwards may be about each row."""
    if not 0 <= index < len(row.cells):
        return ""
    cell = row.cells[index]
    hidden = cell.covered == LEFT or (cell.covered == ABOVE and not shared)
    return "" if hidden else tidy(cell.text)


def start_year(text: str) -> int | None:
    """The calendar year in which the school year of the text begins.

    >>> start_year("2023-2024 уч. год"), start_year("2023/24"), start_year("2023")
    (2023, 2023, None)
    """
    found = SCHOOL_YEAR.search(text)
    return int(found[1]) if found else None
