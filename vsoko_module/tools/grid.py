"""A table as a person sees it: rows of cells on one grid, merged ones known."""

from dataclasses import dataclass, field

# Where the text of a covered cell comes from
ABOVE, LEFT = "above", "left"
# Soft hyphens and zero-width marks that nobody sees
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))


@dataclass(slots=True)
class Cell:
    """One place of the grid; a covered one repeats the text of its merged cell."""

    paragraphs: list[str] = field(default_factory=list)
    covered: str = ""
    colspan: int = 1
    rowspan: int = 1

    @property
    def is_origin(self) -> bool:
        return not self.covered

    @property
    def text(self) -> str:
        return "\n".join(self.paragraphs)

    @property
    def own_text(self) -> str:
        """The text when it stands in this very cell."""
        return "" if self.covered else self.text

    def cover(self, where: str) -> "Cell":
        """The cell that this one hides when they are merged."""
        return Cell(self.paragraphs, where)


@dataclass(slots=True)
class Row:
    """``number`` is what Word or Excel would call it, counted from 1."""

    number: int
    cells: list[Cell]

    @property
    def is_empty(self) -> bool:
        return not any(cell.own_text for cell in self.cells)


@dataclass(slots=True)
class Table:
    """``title``: what is written between the table before and this one."""

    name: str
    rows: list[Row]
    title: str = ""

    @property
    def width(self) -> int:
        return len(self.rows[0].cells) if self.rows else 0


def lines(text: str) -> list[str]:
    r"""The lines that have something to read, without what is invisible.

    >>> lines(" Справка \n\n при\u00adказ")
    ['Справка', 'приказ']
    """
    found = (line.strip() for line in text.translate(INVISIBLE).splitlines())
    return [line for line in found if line]


def square(rows: list[Row]) -> list[Row]:
    """Keep the rows with text, all of them as wide as the last column with text.

    >>> [row] = square([Row(4, [Cell(["а"]), Cell()]), Row(5, [Cell()])])
    >>> row.number, len(row.cells)
    (4, 1)
    """
    written = [row for row in rows if not row.is_empty]
    width = max(map(_last_written, written), default=0)
    for row in written:
        del row.cells[width:]
        row.cells.extend(Cell() for _ in range(width - len(row.cells)))
        for index, cell in enumerate(row.cells):
            cell.colspan = min(cell.colspan, width - index)
    return written


def _last_written(row: Row) -> int:
    return max(i for i, cell in enumerate(row.cells, 1) if cell.own_text)
