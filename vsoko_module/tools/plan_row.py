"""A procedure as a row of a plan tells it."""

from dataclasses import dataclass, field

from .plan_layout import Section
from .plan_text import join_lines

# Lines by their meaning
Texts = dict[str, list[str]]


@dataclass
class PlanRow:
    """A procedure in the words of the file.

    ``table`` is that of its columns in ColumnGuess, ``row`` its number in the file.
    """

    table: int
    table_name: str
    row: int
    number: str = ""
    month: str = ""
    block: str = ""
    direction: str = ""
    object: str = ""
    steps: list[str] = field(default_factory=list)
    method: str = ""
    roles: str = ""
    outcomes: list[str] = field(default_factory=list)
    outcome: str = ""
    body: str = ""
    term: str = ""
    classes: str = ""
    note: str = ""
    problems: list[tuple[str, dict]] = field(default_factory=list)


def plan_row(section: Section, number: int, exact: bool, texts: Texts) -> PlanRow:
    """The procedure that these lines tell of; exact lines are never joined."""
    steps, outcomes = texts.get("content", []), texts.get("outcome", [])
    row = PlanRow(
        section.guide,
        section.table.name,
        number,
        steps=steps if exact else join_lines(steps),
        outcomes=outcomes if exact else join_lines(outcomes, by_case=False),
    )
    for name, meaning in (("roles", "role"), ("classes", "class")):
        setattr(row, name, "\n".join(texts.get(meaning, [])))
    for name in ("object", "method", "outcome", "body", "note"):
        setattr(row, name, "\n".join(texts.get(name, [])))
    for name in ("number", "month", "block", "direction", "term"):
        setattr(row, name, one_line(texts.get(name, [])))
    row.problems = _problems(row, section)
    return row


def one_line(lines: list[str]) -> str:
    """Lines of a narrow cell; a month may go down it letter by letter."""
    if len(lines) > 2 and all(len(line) == 1 for line in lines):
        return "".join(lines)
    return " ".join(lines)


def _problems(row: PlanRow, section: Section) -> list[tuple[str, dict]]:
    found = []
    if not (row.steps or row.object):
        found.append(("no_content", _place(row, section, "content")))
    if not (row.month or row.term):
        found.append(("no_term", _place(row, section, "term")))
    return found


def _place(row: PlanRow, section: Section, meaning: str) -> dict:
    """Where in the file it was expected, for a person to look."""
    columns = dict(zip(section.meanings, section.headers, strict=True))
    header = columns.get(meaning) or columns.get("month" if meaning == "term" else "")
    return {"table": row.table_name, "row": row.row, "column": header or ""}
