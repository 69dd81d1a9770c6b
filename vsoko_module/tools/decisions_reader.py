"""Decisions of meetings and measures out of any file that has tables of them.

A row is what the author wrote in it: a meeting is named once for all its rows, several
numbered decisions may stand in one cell, a row may be shifted by a column. A term or a
person that is not there stays empty: nothing is taken from the row above.
"""

from collections.abc import Iterator

from .decision_headers import DECISIONS, Columns, header
from .decision_rows import MeetingTable
from .decision_words import DecisionsReading
from .file_problem import FileProblem
from .grid import Row, Table
from .measure_rows import MeasureTable

__all__ = ["DecisionsReading", "read_decisions"]


def read_decisions(tables: list[Table]) -> DecisionsReading:
    """What the tables of a file say; tables with other headers are passed by.

    >>> from .grid import Cell
    >>> rows = [["Орган", "Дата", "Решение", "Срок", "Ответственный"],
    ...         ["Педсовет", "Август 2023", "Составить график", "сентябрь", ""]]
    >>> cells = [[Cell(text.split("|")) for text in row] for row in rows]
    >>> table = Table("Т", [Row(number, row) for number, row in enumerate(cells, 1)])
    >>> [decision] = read_decisions([table]).decisions
    >>> decision.meeting.body, decision.name, decision.term, decision.role
    ('Педсовет', 'Составить график', 'сентябрь', '')
    """
    reading = DecisionsReading()
    found = False
    for reader, row in _body_rows(tables, reading):
        found = True
        if row:
            reader.take(row)
    if not found:
        raise FileProblem("no_decisions_header")
    if not (reading.decisions or reading.measures):
        raise FileProblem("no_decisions_rows")
    return reading


def _body_rows(
    tables: list[Table], reading: DecisionsReading
) -> Iterator[tuple[MeetingTable | MeasureTable, Row | None]]:
    """Rows with who reads them; a header alone comes with no row."""
    reader, width = None, 0
    for table in tables:
        if table.width != width or any(map(header, table.rows)):
            # What stands above a header of its own is a title
            reader = None
        if reader:
            # A table that Word has cut into two goes on under the header of the first
            reader.table_name = table.name
        head: Row | None = None
        for row in table.rows:
            if found := header(row, inside=head is not None):
                reader = _reader(*found, table, reading, row)
                width, head = table.width, row
                yield reader, None
            elif reader and not _belongs_to_header(row, head):
                yield reader, row


def _reader(
    kind: str, columns: Columns, table: Table, reading: DecisionsReading, head: Row
) -> MeetingTable | MeasureTable:
    readers = MeetingTable if kind == DECISIONS else MeasureTable
    return readers(columns, table.name, reading, head)


def _belongs_to_header(row: Row, head: Row | None) -> bool:
    """Numbers of columns, or the lower half of merged headers."""
    own = [cell.text.strip() for cell in row.cells if cell.own_text]
    if own and own == [str(number) for number in range(1, len(own) + 1)]:
        return len(own) > 2
    return bool(head) and not own
