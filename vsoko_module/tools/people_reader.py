"""People of a school from any table that has a column of names."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from .file_problem import FileProblem
from .grid import Row, Table
from .people_names import is_name, whole_name
from .words import normalise, tidy

# Read from the top: the first that fits the header wins
FIO = r"ф\.? ?и\.? ?о\b|фамилия,? ?имя"
MEANINGS = [
    ("name", rf"{FIO}|сотрудник|работник"),
    ("surname", r"фамилия"),
    ("login", r"логин|имя пользователя|учетная запись"),
    ("first_name", r"имя"),
    ("patronymic", r"отчество"),
    ("class_text", r"класс(?:ы|а)?\b|классн\w+ рук"),
    ("role", r"рол[ьи]\b|обязанност|ответственн"),
    ("post", r"должност|занимаемая"),
    ("email", r"e-? ?mail|(?:\w+ )?почт|адрес эл"),
    ("phone", r"(?:\w+ )?(?:телефон|тел\b|моб)"),
]
PATTERNS = [(meaning, re.compile(pattern)) for meaning, pattern in MEANINGS]
NAME_PARTS = ("surname", "first_name", "patronymic")
# A header is a few words; a sentence with «имя» in it is not
LONGEST_HEADER = 60
ERROR_VALUE = re.compile(r"#[A-ZА-Я/0-9]+[!?]?|=.+", re.DOTALL)


@dataclass(slots=True)
class Person:
    """A row of the list; ``places`` are where the person was met."""

    name: str
    post: str = ""
    role: str = ""
    class_text: str = ""
    email: str = ""
    login: str = ""
    phone: str = ""
    places: list[tuple[str, int]] = field(default_factory=list)


@dataclass(slots=True)
class PeopleReading:
    """``problems``: (code, parameters of a sentence) of rows that are not read."""

    people: list[Person]
    problems: list[tuple[str, dict]]


def read_people(tables: Iterable[Table]) -> PeopleReading:
    """The people of all tables that have a header with names.

    >>> from .grid import Cell
    >>> rows = [["Школа", ""], ["ФИО", "Должность"], ["ИВАНОВА  АННА", "Учитель"]]
    >>> table = Table("Л", [Row(n, [Cell([t]) for t in r]) for n, r in enumerate(rows)])
    >>> [(person.name, person.post) for person in read_people([table]).people]
    [('Иванова Анна', 'Учитель')]
    """
    reading, has_header = PeopleReading([], []), False
    for table in tables:
        start, columns = _header(table)
        if columns:
            has_header = True
            for row in table.rows[start:]:
                _read_row(reading, table, row, columns)
    if not has_header:
        raise FileProblem("no_people_header")
    if not reading.people and not reading.problems:
        raise FileProblem("no_people_rows")
    return reading


def column_meaning(text: str) -> str:
    """What a column of a list of people holds, by its header.

    >>> column_meaning("Ф.И.О. (полностью)"), column_meaning("Электронная почта")
    ('name', 'email')
    >>> column_meaning("Классное руководство"), column_meaning("Категория")
    ('class_text', '')
    """
    if not text or len(text) > LONGEST_HEADER:
        return ""
    plain = normalise(text)
    return next((name for name, pattern in PATTERNS if pattern.match(plain)), "")


def _header(table: Table) -> tuple[int, dict[str, int]]:
    """The number of the row under the header, and which column holds what."""
    for number, row in enumerate(table.rows, 1):
        columns: dict[str, int] = {}
        for index, cell in enumerate(row.cells):
            if meaning := column_meaning(cell.own_text):
                columns.setdefault(meaning, index)
        is_whole = {"surname", "first_name"} <= columns.keys()
        if is_whole or ("name" in columns and (len(columns) > 1 or _is_fio(row))):
            return number, columns
    return 0, {}


def _is_fio(row: Row) -> bool:
    """A list of names alone says so; «Сотрудники школы» may be a title."""
    return any(re.match(FIO, normalise(cell.own_text)) for cell in row.cells)


def _read_row(reading, table: Table, row: Row, columns: dict[str, int]) -> None:
    texts = {name: _text(row, index) for name, index in columns.items()}
    if _says_nothing(row, texts):
        return
    problems = list(_problems(texts))
    if problems:
        column = row.number
        for code, meaning in problems:
            params = {
                "table": table.name,
                "row": column,
                "text": texts.get(meaning, ""),
            }
            params["column"] = _column_title(table, columns, meaning)
            reading.problems.append((code, params))
        return
    values = {name: texts.get(name, "") for name in Person.__slots__ if name in texts}
    values["name"] = whole_name(_name(texts))
    reading.people.append(Person(**values, places=[(table.name, row.number)]))


def _text(row: Row, index: int) -> str:
    return tidy(row.cells[index].text) if index < len(row.cells) else ""


def _name(texts: dict[str, str]) -> str:
    parts = [texts.get(part, "") for part in NAME_PARTS]
    return texts.get("name") or " ".join(filter(None, parts))


def _says_nothing(row: Row, texts: dict[str, str]) -> bool:
    """Headings of sections, numbers of columns, headers that are repeated."""
    written = [cell.own_text for cell in row.cells if cell.own_text]
    if all(text.strip(" .").isdigit() for text in written):
        return True
    if column_meaning(_name(texts)) and column_meaning(texts.get("post", "") or "ФИО"):
        return True
    return len(written) == 1 and not is_name(_name(texts))


def _problems(texts: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Cells that no person can be made of: (code, column)."""
    for meaning, text in texts.items():
        if ERROR_VALUE.fullmatch(text):
            yield "formula", meaning
            return
    name = _name(texts)
    if not name:
        yield "no_name", "name"
    elif not is_name(name):
        yield "not_a_name", "name" if "name" in texts else "surname"


def _column_title(table: Table, columns: dict[str, int], meaning: str) -> str:
    start, _columns = _header(table)
    index = columns.get(meaning, columns.get("surname", 0))
    return table.rows[start - 1].cells[index].text.replace("\n", " ")
