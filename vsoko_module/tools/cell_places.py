"""Addresses of cells: «B5» as column and row, «A1:C2» as an area."""

import re

CELL = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
AREA = re.compile(r"[A-Z]{1,3}[1-9]\d{0,6}(?::[A-Z]{1,3}[1-9]\d{0,6})?")


def column_of(letters: str) -> int:
    """
    >>> column_of("A"), column_of("AB12")
    (1, 28)
    """
    number = 0
    for letter in re.match(r"[A-Z]*", letters)[0]:
        number = number * 26 + ord(letter) - 64
    return number


def letters_of(column: int) -> str:
    """
    >>> letters_of(1), letters_of(28)
    ('A', 'AB')
    """
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def place_of(address: str) -> tuple[int, int]:
    letters, row = CELL.fullmatch(address).groups()
    return column_of(letters), int(row)


def area_of(cells: str) -> tuple[int, int, int, int]:
    """
    >>> area_of("A1:C2"), area_of("B5")
    ((1, 1, 3, 2), (2, 5, 2, 5))
    """
    first, _colon, last = cells.replace("$", "").partition(":")
    return *place_of(first), *place_of(last or first)


def is_inside(place: tuple[int, int], area: tuple[int, int, int, int]) -> bool:
    return area[0] <= place[0] <= area[2] and area[1] <= place[1] <= area[3]
