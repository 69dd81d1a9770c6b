"""A plan of a school understood: which columns it has and what each row says."""

from collections import Counter
from dataclasses import dataclass, field, replace

from .file_problem import FileProblem
from .grid import Table
from .headers import MEANINGS
from .plan_layout import Section, column_sample, find_sections
from .plan_row import PlanRow
from .plan_rows import RowReader
from .plan_text import same_but_endings

__all__ = [
    "MEANINGS",
    "ColumnGuess",
    "PlanReading",
    "PlanRow",
    "rows",
    "understand",
]

# Names of blocks are few; where they are not, each is compared with none
MANY_NAMES = 60


@dataclass
class ColumnGuess:
    """A column and what it was taken for; ``table`` counts headers from 0."""

    table: int
    index: int
    header: str
    sample: str
    meaning: str
    table_name: str = ""


@dataclass
class PlanReading:
    """What was understood; ``problems`` are of tables and columns, rows have theirs."""

    columns: list[ColumnGuess] = field(default_factory=list)
    rows: list[PlanRow] = field(default_factory=list)
    problems: list[tuple[str, dict]] = field(default_factory=list)


def understand(
    tables: list[Table], columns: list[ColumnGuess] | None = None
) -> PlanReading:
    """Read a plan; with columns, by their meanings instead of the guessed ones."""
    sections, strangers = find_sections(tables)
    if not sections:
        raise FileProblem("no_header", tables=[table.name for table in tables])
    reading = PlanReading(columns or _columns(sections))
    reading.problems += [("no_header", {"table": table.name}) for table in strangers]
    if not columns:
        reading.problems += _unknown_columns(reading.columns)
    reader = RowReader(reading.problems)
    for section in _with_meanings(sections, reading.columns):
        reader.take(section)
    reading.rows = reader.finished()
    for name in ("block", "direction"):
        _spell_alike(reading.rows, name)
    if not reading.rows and not columns:
        raise FileProblem("no_rows", tables=[table.name for table in tables])
    return reading


def rows(tables: list[Table], columns: list[ColumnGuess]) -> list[PlanRow]:
    """The rows of a plan whose columns were corrected."""
    return understand(tables, columns).rows


def _columns(sections: list[Section]) -> list[ColumnGuess]:
    return [
        ColumnGuess(
            section.number,
            index,
            header,
            column_sample(section, index),
            section.meanings[index],
            section.table.name,
        )
        for section in sections
        if section.guide == section.number
        for index, header in enumerate(section.headers)
    ]


def _unknown_columns(columns: list[ColumnGuess]) -> list[tuple[str, dict]]:
    return [
        (
            "unknown_column",
            {
                "table": column.table_name,
                "column": column.index + 1,
                "header": column.header,
                "sample": column.sample,
            },
        )
        for column in columns
        if column.meaning == "ignore" and column.sample
    ]


def _with_meanings(
    sections: list[Section], columns: list[ColumnGuess]
) -> list[Section]:
    chosen = {(column.table, column.index): column.meaning for column in columns}
    return [
        replace(
            section,
            meanings=[
                chosen.get((section.guide, index), meaning)
                for index, meaning in enumerate(section.meanings)
            ],
        )
        for section in sections
    ]


def _spell_alike(rows: list[PlanRow], name: str) -> None:
    """A slip of the hand in one row does not make one more direction."""
    counts = Counter(filter(None, (getattr(row, name) for row in rows)))
    if len(counts) > MANY_NAMES:
        return
    spellings: dict[str, str] = {}
    for text, _count in counts.most_common():
        known = (one for one in spellings.values() if same_but_endings(one, text))
        spellings[text] = next(known, text)
    for row in rows:
        setattr(row, name, spellings.get(getattr(row, name), ""))
