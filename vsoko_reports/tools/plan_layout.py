"""In which order a plan is printed and under which headings its lines stand."""

import re
from dataclasses import dataclass, field

from odoo.addons.vsoko_module.tools.dates import month_name
from odoo.addons.vsoko_module.tools.terms import heading_month

FIRST_MONTH = 8
WHOLE_YEAR = "в течение учебного года"
SAYS_WHOLE_YEAR = re.compile(r"в течени[еи] (?:(?:учебного )?года|уч\. ?года)\.?", re.I)


@dataclass
class Line:
    """A line of a plan as a paper shows it; texts are lists of paragraphs."""

    month: int = 0
    group: str = ""
    direction: str = ""
    number: str = ""
    term: str = ""
    object: list[str] = field(default_factory=list)
    content: list[str] = field(default_factory=list)
    method: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    outcome: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    note: list[str] = field(default_factory=list)
    kind: str = "line"


@dataclass
class Heading:
    """A row across the whole table: ``kind`` is month or block."""

    kind: str
    text: str


def laid_out(lines: list[Line]) -> list[Line | Heading]:
    """Lines with the headings above them, ready for a table.

    >>> rows = laid_out([Line(9, "Процесс", term="сентябрь"), Line(9, "Условия"),
    ...                  Line(8, "Процесс"), Line(9, "Процесс", term="до 5 сентября")])
    >>> [row.text if row.kind != "line" else row.term for row in rows][:5]
    ['август', 'Процесс', '', 'сентябрь', 'Процесс']
    >>> [row.text if row.kind != "line" else row.term for row in rows][5:]
    ['', 'до 5 сентября', 'Условия', '']
    """
    by_month = goes_by_month(lines)
    rows: list[Line | Heading] = []
    month = group = ""
    for line in sort_by_month(lines) if by_month else lines:
        heading = _month_heading(line) if by_month else ""
        if heading != month:
            month, group = heading, ""
            rows.append(Heading("month", month))
        if line.group != group:
            group = line.group
            rows += [Heading("block", group)] if group else []
        line.term = _printed_term(line, by_month)
        rows.append(line)
    return rows


def goes_by_month(lines: list[Line]) -> bool:
    """Whether the author went through months and not through sections of the plan.

    >>> goes_by_month([Line(9, "А"), Line(9, "Б"), Line(10, "А"), Line(10, "Б")])
    True
    >>> goes_by_month([Line(9, "А"), Line(10, "А"), Line(9, "Б"), Line(10, "Б")])
    False
    >>> goes_by_month([Line(9), Line(10), Line(9)]), goes_by_month([Line(), Line()])
    (True, False)
    """
    if not any(line.month for line in lines):
        return False
    if len({line.group for line in lines}) < 2:
        return True
    return _returns([line.month for line in lines]) <= _returns(
        [line.group for line in lines]
    )


def sort_by_month(lines: list[Line]) -> list[Line]:
    """From August on; what lasts all year comes last. Blocks keep the author's order.

    >>> [line.month for line in sort_by_month([Line(0), Line(1), Line(9), Line(8)])]
    [8, 9, 1, 0]
    """
    blocks: dict[tuple[int, str], int] = {}
    for line in lines:
        blocks.setdefault((line.month, line.group), len(blocks))

    def place(line):
        month = (line.month - FIRST_MONTH) % 12 if line.month else 12
        return month, blocks[line.month, line.group]

    return sorted(lines, key=place)


def give_numbers(lines: list[Line]) -> None:
    """The author's numbers when every line has one, else the lines are counted."""
    if not all(line.number for line in lines):
        for number, line in enumerate(lines, 1):
            line.number = str(number)


def _returns(names: list) -> int:
    """How many times a name comes back after another one."""
    runs = sum(
        index == 0 or name != names[index - 1] for index, name in enumerate(names)
    )
    return runs - len(set(names))


def _month_heading(line: Line) -> str:
    return month_name(line.month) if line.month else WHOLE_YEAR


def _printed_term(line: Line, by_month: bool) -> str:
    """The author's words unless the heading above has just said the same.

    >>> _printed_term(Line(9, term="Сентябрь 2024 г."), by_month=True)
    ''
    >>> _printed_term(Line(9), by_month=False)
    'сентябрь'
    """
    if not by_month:
        return line.term or (month_name(line.month) if line.month else "")
    if line.month:
        return "" if heading_month(line.term) == line.month else line.term
    return "" if SAYS_WHOLE_YEAR.fullmatch(line.term.strip()) else line.term
