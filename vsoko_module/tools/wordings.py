"""Wordings of indicators from a table «Код | Показатель | Максимум | Ответы»."""

from dataclasses import dataclass, field

from .cell_places import letters_of
from .file_problem import FileProblem
from .russian import read_number

COLUMNS = {
    "код": "code",
    "показатель": "name",
    "максимум": "limit",
    "ответы": "answers",
}


@dataclass
class Wording:
    """A row; ``max_points`` None where the table does not say."""

    sheet: str
    row: int
    column: str
    code: str
    name: str
    max_points: float | None = None
    answers: list[tuple[str, float]] = field(default_factory=list)


def read_wordings(tables) -> list[Wording]:
    """All rows of all tables; ``FileProblem`` names sheet, row and column."""
    found = [one for table in tables for one in _wordings(table)]
    if not found:
        raise FileProblem("no_wordings")
    seen = set()
    for one in found:
        if one.code in seen:
            raise FileProblem(
                "twice",
                sheet=one.sheet,
                row=one.row,
                column=one.column,
                value=one.code,
            )
        seen.add(one.code)
    return found


def read_answers(text: str) -> list[tuple[str, float]]:
    """
    >>> read_answers("да = 3; частично = 1,5; нет = 0")
    [('да', 3.0), ('частично', 1.5), ('нет', 0.0)]
    >>> read_answers("да")
    Traceback (most recent call last):
    ValueError: да
    """
    found = []
    for part in filter(None, (one.strip() for one in text.split(";"))):
        name, _sign, points = part.rpartition("=")
        number = read_number(points.strip())
        if not name.strip() or number is None:
            raise ValueError(part)
        found.append((name.strip(), float(number)))
    return found


def _wordings(table):
    columns = {}
    for row in table.rows:
        texts = [cell.own_text.strip() for cell in row.cells]
        if not columns:
            columns = _header(texts)
        elif code := texts[columns["code"]]:
            yield _wording(table.name, row.number, texts, columns, code)


def _header(texts):
    named = {
        COLUMNS[text.casefold()]: at
        for at, text in enumerate(texts)
        if text.casefold() in COLUMNS
    }
    return named if {"code", "name"} <= named.keys() else {}


def _wording(sheet, number, texts, columns, code):
    def said(name):
        return texts[columns[name]] if name in columns else ""

    def problem(code_of, name, value):
        column = letters_of(columns[name] + 1)
        return FileProblem(code_of, sheet=sheet, row=number, column=column, value=value)

    if not said("name"):
        raise problem("no_name", "name", code)
    limit = read_number(said("limit")) if said("limit") else None
    if said("limit") and limit is None:
        raise problem("bad_number", "limit", said("limit"))
    try:
        answers = read_answers(said("answers"))
    except ValueError as error:
        raise problem("bad_number", "answers", str(error)) from error
    name = " ".join(said("name").split())
    column = letters_of(columns["code"] + 1)
    limit = None if limit is None else float(limit)
    return Wording(sheet, number, column, code, name, limit, answers)
