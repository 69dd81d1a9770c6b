"""What stands in the cells of a form: codes in braces and words to know a cell by."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from .cell_places import CELL, column_of, place_of

MARK = re.compile(r"^\s*\{\s*([^{}]+?)\s*\}\s*$")


@dataclass
class Cell:
    """What stands in a cell of a sheet."""

    sheet: str
    address: str
    text: str = ""
    is_formula: bool = False


def mark_of(text: str) -> str:
    """The code written into a cell in braces.

    >>> mark_of(" {уроков_посещено} "), mark_of("Итого"), mark_of("{}")
    ('уроков_посещено', '', '')
    """
    found = MARK.match(text)
    return found[1] if found else ""


class Words:
    """Words of a workbook by place, so that a cell is known by those beside it.

    >>> words = Words([Cell("Л", "A2", "Классов"), Cell("Л", "B1", "Всего")])
    >>> words.beside("Л", "B2"), words.beside("Л", "A1"), words.beside("Л", "нет")
    ('Классов / Всего', '', '')
    """

    def __init__(self, cells: list[Cell]):
        self.rows: dict[tuple[str, int], list[tuple[int, str]]] = {}
        self.columns: dict[tuple[str, int], list[tuple[int, str]]] = {}
        for cell in cells:
            text = " ".join(cell.text.split())
            if CELL.fullmatch(cell.address) and is_words(text):
                column, row = place_of(cell.address)
                self.rows.setdefault((cell.sheet, row), []).append((column, text))
                self.columns.setdefault((cell.sheet, column), []).append((row, text))
        for line in (*self.rows.values(), *self.columns.values()):
            line.sort()

    def beside(self, sheet: str, address: str) -> str:
        """The nearest text to the left and the nearest one above."""
        if not CELL.fullmatch(address):
            return ""
        column, row = place_of(address)
        left = _last_before(self.rows.get((sheet, row), []), column)
        above = _last_before(self.columns.get((sheet, column), []), row)
        return " / ".join(filter(None, [left, above]))


def _last_before(line: list[tuple[int, str]], place: int) -> str:
    at = bisect_left(line, (place,))
    return line[at - 1][1] if at else ""


def the_same_cell(address: str, found: list[str]) -> str:
    """Which of the cells found is the one that stood at ``address`` before.

    >>> the_same_cell("B3", ["B4", "C4"]), the_same_cell("B3", ["D3"])
    ('B4', 'D3')
    >>> the_same_cell("B3", ["B4", "B9"]), the_same_cell("B3", [])
    ('', '')
    """
    column = [one for one in found if column_of(one) == column_of(address)]
    only = column or found
    return only[0] if len(only) == 1 else ""


def is_words(text: str) -> bool:
    return any(letter.isalpha() for letter in text) and not mark_of(text)
