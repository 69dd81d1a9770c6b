"""Which rows of a table are headings, pieces cut off by a page break, procedures."""

import re
from collections import Counter
from dataclasses import dataclass

from .grid import LEFT, Cell, Row
from .plan_headings import Headings
from .plan_layout import Section
from .plan_row import PlanRow, Texts, one_line, plan_row
from .plan_text import is_period, join_lines, looks_like_heading, starts_small

# Who, how and with what result; the rest of a row says which procedure it is
DETAILS = {"method", "role", "outcome", "note"}
IDENTITY = {"number", "term", "block", "direction", "object", "body", "class"}
# Sums, remarks under a table, and what is written anew on a new page
ASIDE = re.compile(r"\W*(?:итого|всего|примечани[ея])\b|\*", re.IGNORECASE)
CONTINUED = re.compile(r"[\s(.,]*продолжение[\s).]*$", re.IGNORECASE)
# What a page break does not cut
WHOLE = {"number", "month", "term", "body", "class"}
SUBJECTS = ("object", "content")
# A heading covers at least this share of its row
WIDE = 0.6
LONGEST_HEADING = 200
# A column where this share of rows is filled is filled in each procedure
USUAL = 0.6
# A plan where this share of texts begins with a small letter is written so
SMALL = 0.5


@dataclass
class _Draft:
    """A row while pieces of it may still follow."""

    section: Section
    number: int
    exact: bool
    texts: Texts


class RowReader:
    """Reads sections one after another: months and cut rows go across tables."""

    def __init__(self, problems: list[tuple[str, dict]]):
        self.problems = problems
        self.drafts: list[_Draft] = []
        self.headings = Headings()
        self.carried: Texts = {}
        self.last: _Draft | None = None

    def take(self, section: Section) -> None:
        self.section, self.exact = section, section.is_own
        if not section.goes_on:
            self._start_anew()
        self._read_title()
        for row in section.rows:
            self._read_row(row)

    def finished(self) -> list[PlanRow]:
        return [
            plan_row(draft.section, draft.number, draft.exact, draft.texts)
            for draft in self.drafts
        ]

    def _start_anew(self) -> None:
        if self.section.is_first:
            self.headings = Headings()
        self.carried, self.last = {}, None
        rows = self.section.rows
        whole = [row for row in rows if self._texts(row, True).keys() & IDENTITY]
        self.small = self._writes_small(whole or rows)
        self.usual = self._usual_columns(whole)

    def _read_title(self) -> None:
        """Months stand above a table, name its sheet, or come before its header."""
        before = [row for row in self.section.before if len(_own(row)) == 1]
        titles = [self.section.table.title] + [_own(row)[0][1].text for row in before]
        if is_period(self.section.table.name):
            titles.insert(0, self.section.table.name)
        month = self.headings.month
        for title in titles:
            self.headings.add_title(title)
        if self.headings.month != month:
            self.carried, self.last = {}, None

    def _read_row(self, row: Row) -> None:
        own = _own(row)
        if not own or self._is_aside(own):
            return
        if heading := self._heading(row, own):
            self._read_heading(heading, row)
            return
        texts = self._texts(row, own_only=True)
        if not texts.keys() - {"number", "ignore"}:
            return
        if self._is_piece(texts, row):
            self._append(texts)
        elif texts.keys() <= {"number", "month", "block", "direction"}:
            self._carry(texts)
        else:
            self._add(row, texts)

    def _read_heading(self, text: str, row: Row) -> None:
        if len(text) > LONGEST_HEADING:
            place = {"table": self.section.table.name, "row": row.number}
            self.problems.append(("stray_text", {**place, "text": text}))
            return
        self.headings.add(text)
        self.last = None
        if is_period(text):
            self.carried.clear()
        self.carried.pop("block", None)
        self.carried.pop("direction", None)

    def _add(self, row: Row, own: Texts) -> None:
        self._carry(own)
        texts = self._texts(row)
        for meaning, lines in self._said_above(texts).items():
            texts.setdefault(meaning, list(lines))
        self.last = _Draft(self.section, row.number, self.exact, texts)
        self.drafts.append(self.last)
        self.headings.row_read()

    def _said_above(self, texts: Texts) -> Texts:
        above = {
            "month": [self.headings.month] if self.headings.month else [],
            "block": [self.headings.block] if self.headings.block else [],
            "direction": [self.headings.direction] if self.headings.direction else [],
        }
        above.update(self.carried)
        return {meaning: lines for meaning, lines in above.items() if lines}

    def _carry(self, own: Texts) -> None:
        """A month or a block is often written once, in the first of its rows."""
        if self.exact:
            return
        if "block" in own and own["block"] != self.carried.get("block"):
            self.carried.pop("direction", None)
        for meaning in ("month", "block", "direction"):
            if meaning in own:
                self.carried[meaning] = own[meaning]

    # What a row is

    def _heading(self, row: Row, own: list[tuple[int, Cell]]) -> str:
        """The text of a row that says one thing over the whole table."""
        named = [pair for pair in own if self._meaning(pair[0]) != "number"] or own
        if len(named) != 1:
            return ""
        index, cell = named[0]
        text = _heading_text(cell)
        free = sum(not (each.covered and each.covered != LEFT) for each in row.cells)
        if cell.colspan > 1 and cell.colspan >= WIDE * (free - len(own) + 1):
            return text
        if self.exact or self._meaning(index) == "month":
            return ""
        if self._meaning(index) in ("block", "direction"):
            return text if is_period(text) else ""
        return text if looks_like_heading(text) else ""

    def _is_aside(self, own: list[tuple[int, Cell]]) -> bool:
        return not self.exact and bool(ASIDE.match(own[0][1].text))

    def _is_piece(self, own: Texts, row: Row) -> bool:
        """Whether a page break has cut this off the row above."""
        if not self.last or self.exact or own.keys() & WHOLE:
            return False
        if self._is_cut(own):
            return self._has_gaps(row) or _all_small(own)
        if "content" not in own or own.keys() & IDENTITY:
            return own.keys() <= DETAILS
        if own.keys() & {"method", "role", "outcome"}:
            return False
        filled = self._texts(row).keys()
        return bool(self.usual & IDENTITY - filled)

    def _is_cut(self, own: Texts) -> bool:
        """Whether each of its texts begins in the middle of a sentence."""
        said = [lines[0] for meaning, lines in own.items() if meaning not in DETAILS]
        return bool(said) and not self.small and all(map(starts_small, said))

    def _has_gaps(self, row: Row) -> bool:
        return not all(cell.paragraphs for cell in row.cells)

    def _append(self, piece: Texts) -> None:
        cut, texts = self._is_cut(piece), self.last.texts
        for meaning, lines in piece.items():
            known = texts.setdefault(meaning, [])
            if cut and known and starts_small(lines[0]):
                known[-1] = " ".join(join_lines([known[-1], lines[0]]))
                lines = lines[1:]
            known.extend(lines)
        self._carry(
            {name: texts[name] for name in ("block", "direction") if name in piece}
        )

    def _writes_small(self, rows: list[Row]) -> bool:
        texts = [self._texts(row, own_only=True) for row in rows]
        found = [row[name][0] for row in texts for name in SUBJECTS if name in row]
        return sum(map(starts_small, found)) > SMALL * len(found)

    def _usual_columns(self, rows: list[Row]) -> set[str]:
        counts = Counter(meaning for row in rows for meaning in self._texts(row))
        return {name for name in IDENTITY if counts[name] > USUAL * len(rows)}

    # What its cells say

    def _meaning(self, index: int) -> str:
        return self.section.meanings[index]

    def _texts(self, row: Row, own_only: bool = False) -> Texts:
        """The lines of a row by their meaning; a cell merged downwards counts."""
        texts: Texts = {}
        for index, cell in enumerate(row.cells):
            seen = cell.is_origin if own_only else cell.covered != LEFT
            if seen and cell.paragraphs and self._meaning(index) != "ignore":
                texts.setdefault(self._meaning(index), []).extend(cell.paragraphs)
        return texts


def _own(row: Row) -> list[tuple[int, Cell]]:
    return [
        (index, cell)
        for index, cell in enumerate(row.cells)
        if cell.is_origin and cell.paragraphs
    ]


def _all_small(own: Texts) -> bool:
    return all(starts_small(lines[0]) for lines in own.values())


def _heading_text(cell: Cell) -> str:
    return CONTINUED.sub("", one_line(cell.paragraphs))
