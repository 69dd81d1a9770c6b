"""Where the headers of a plan are and what its columns hold."""

import re
from dataclasses import dataclass, field

from .grid import LEFT, Row, Table
from .headers import SURE, header_meaning, is_header
from .plan_text import is_period
from .terms import heading_month
from .words import normalise

BROKEN_WORD = re.compile(r"(?<=[а-яё])[-‐] (?=[а-яё])")
# The header of our own XLSX: a line of such a sheet is never a piece of a sentence
OWN_HEADER = {
    "№", "месяц", "срок", "блок", "направление", "объект", "содержание", "метод",
    "ответственные", "форма результата", "где рассматривается", "примечание",
}  # fmt: skip
OWN_WORDS = "форма результата"
SAMPLE_LENGTH = 100


@dataclass
class Section:
    """The rows under one header, or a table that goes on without a header.

    ``guide`` is the number of the section whose columns it has: itself, or an earlier.
    """

    number: int
    table: Table
    rows: list[Row]
    guide: int
    before: list[Row] = field(default_factory=list)
    headers: list[str] = field(default_factory=list)
    meanings: list[str] = field(default_factory=list)
    # Under the header of the section before: a plan cut into several tables
    goes_on: bool = False
    # The first of its table: headings of the table before do not stand over it
    is_first: bool = True

    @property
    def is_own(self) -> bool:
        """Whether our own export wrote it."""
        names = {normalise(header) for header in self.headers if header}
        return len(names) > 5 and OWN_WORDS in names <= OWN_HEADER


def find_sections(tables: list[Table]) -> tuple[list[Section], list[Table]]:
    """The sections of all tables, and the tables where no header was found."""
    sections: list[Section] = []
    strangers = []
    for table in tables:
        found = _sections_of(table)
        if not found and sections and table.width == _width(sections[-1]):
            found = [_continued(table, sections[-1])]
        if not found:
            strangers.append(table)
        for section in found:
            _add(section, sections)
    return sections, strangers


def _width(section: Section) -> int:
    return section.table.width


def _continued(table: Table, last: Section) -> Section:
    return Section(0, table, table.rows, last.guide, [], last.headers, last.meanings)


def _add(section: Section, sections: list[Section]) -> None:
    section.number = len(sections)
    last = sections[-1] if sections else None
    section.goes_on = bool(last) and section.headers == last.headers
    if section.goes_on:
        section.guide, section.meanings = last.guide, last.meanings
    elif section.guide < 0:
        section.guide = section.number
    sections.append(section)


def _sections_of(table: Table) -> list[Section]:
    """Cut a table at its headers; one header repeated on each page is cut out."""
    starts = _header_places(table.rows)
    sections: list[Section] = []
    for place, start in enumerate(starts):
        end = starts[place + 1] if place + 1 < len(starts) else len(table.rows)
        height = _height(table.rows, start)
        headers = _headers(table.rows[start : start + height])
        body = table.rows[start + height : end]
        if sections and sections[-1].headers == headers:
            sections[-1].rows += body
            continue
        before = [] if sections else table.rows[:start]
        section = Section(0, table, body, -1, before, headers, is_first=not sections)
        section.meanings = _meanings(table.rows[start : start + height], section)
        sections.append(section)
    return sections


def _header_places(rows: list[Row]) -> list[int]:
    places: list[int] = []
    for index, row in enumerate(rows):
        texts = _own_texts(row)
        repeated = places and texts == _own_texts(rows[places[0]])
        found = is_header(texts, 0.75, sure=True) if places else is_header(texts)
        if not repeated and not found:
            continue
        if places and index < places[-1] + _height(rows, places[-1]):
            continue
        places.append(index)
    return places


def _own_texts(row: Row) -> list[str]:
    return [
        " ".join(cell.paragraphs)
        for cell in row.cells
        if cell.is_origin and cell.paragraphs
    ]


def _height(rows: list[Row], start: int) -> int:
    """How many rows the header takes, a row with numbers of columns among them."""
    height = 1
    while start + height < len(rows) and _is_header_too(
        rows[start : start + height], rows[start + height]
    ):
        height += 1
    return height


def _is_header_too(header: list[Row], row: Row) -> bool:
    texts = _own_texts(row)
    if texts == [str(number) for number in range(1, len(texts) + 1)]:
        return len(texts) > 2
    heads = [cell.paragraphs for cell in header[0].cells if cell.paragraphs]
    hanging = [cell for cell in row.cells if cell.covered and cell.paragraphs]
    if any(cell.paragraphs is head for cell in hanging for head in heads):
        return True
    # Without merged cells the lower words stand where the upper row has gaps
    pairs = zip(header[0].cells, row.cells, strict=True)
    fills = any(low.own_text and not high.own_text for high, low in pairs)
    return fills and is_header(texts, share=0.75)


def _headers(rows: list[Row]) -> list[str]:
    return [" / ".join(_stack(rows, index)) for index in range(len(rows[0].cells))]


def _stack(rows: list[Row], index: int) -> list[str]:
    """What is written over a column from top to bottom, each text once."""
    texts = [_unbroken(row.cells[index].paragraphs) for row in rows]
    return list(dict.fromkeys(text for text in texts if text and not text.isdigit()))


def _unbroken(lines: list[str]) -> str:
    """A narrow header: «Ответ-» over «ственный»."""
    return BROKEN_WORD.sub("", " ".join(lines))


def _meanings(header: list[Row], section: Section) -> list[str]:
    width = len(header[0].cells)
    found = [_by_words(_stack(header, index)) for index in range(width)]
    for index in range(1, width):
        found[index] = _beside(found, index, header, section.headers)
    for index, meaning in enumerate(found):
        values = _values(section.rows, index)
        if not values:
            continue
        if not meaning and all(map(is_period, values)):
            found[index] = "month"
        elif meaning == "term" and all(map(heading_month, values)):
            found[index] = "term" if "month" in found else "month"
        elif not meaning and all(value.isdigit() for value in values):
            found[index] = "number"
    return _settled(found)


def _by_words(texts: list[str]) -> str:
    """The lowest text that says it surely, else whichever says anything."""
    found = [header_meaning(text) for text in reversed(texts)]
    sure = [meaning for meaning, certainty in found if certainty == SURE]
    return next(iter(sure + [meaning for meaning, _certainty in found if meaning]), "")


def _beside(found: list[str], index: int, header: list[Row], headers: list[str]) -> str:
    """«Механизмы оценки» over two columns are a block and its directions."""
    left = found[index - 1]
    same = headers[index] == headers[index - 1] or not headers[index]
    if same and left == "block":
        return "direction"
    if same and left == "direction" and "block" not in found[: index - 1]:
        merged = header[0].cells[index].covered == LEFT
        found[index - 1] = "block" if merged else left
    return found[index]


def _values(rows: list[Row], index: int) -> list[str]:
    return [text for row in rows if (text := row.cells[index].own_text)]


def _settled(found: list[str]) -> list[str]:
    """A plan has a content: when no header says so, the next best column is it."""
    meant = {"matter": "object", "goal": "note", "": "ignore"}
    if "content" not in found:
        if best := next((name for name in ("matter", "goal") if name in found), ""):
            meant[best] = "content"
        elif found.count("object") > 1:
            last = len(found) - 1 - found[::-1].index("object")
            found = [*found[:last], "content", *found[last + 1 :]]
    return [meant.get(meaning, meaning) for meaning in found]


def column_sample(section: Section, index: int) -> str:
    """The first text under a header, to recognise the column by."""
    values = _values(section.rows, index)
    return " ".join(values[0].split())[:SAMPLE_LENGTH] if values else ""
