"""Rows of decisions under their meetings: what goes wrong in them is put right."""

import re

from .decision_headers import Columns
from .decision_words import (
    Decision,
    DecisionsReading,
    Meeting,
    RowReader,
    Texts,
    cell_text,
)
from .grid import LEFT, Row
from .numbered import without_bare_numbers
from .plan_text import FULL_STOPS, starts_small
from .words import normalise

NUMBERED = re.compile(r"\d{1,2}[.)](?!\d)\s*[^\W\d]")
# A term or a date in words is short; a sentence in its column came from another one
SENTENCE = 60


class MeetingTable(RowReader):
    """«Уровень – Дата – Решение – Срок – Ответственный»."""

    shared = ("term", "role")

    def __init__(
        self, columns: Columns, table_name: str, reading: DecisionsReading, head: Row
    ):
        super().__init__(columns, table_name, reading, head)
        self.meeting: Meeting | None = None
        self.last: Decision | None = None

    def take(self, row: Row) -> None:
        texts, is_shifted = self._straightened(self._texts(row), row)
        self._open_meeting(texts, row)
        name, role = texts.get("name", ""), texts.get("role", "")
        texts["role"] = without_bare_numbers(role)
        if self._goes_on(texts):
            return
        points = self._points(name)
        for point in points:
            self._add(point, texts, row, len(points), is_shifted)
        if not points:
            self._keep_rest(texts, row)

    def _add(
        self, point: str, texts: Texts, row: Row, count: int, is_shifted: bool
    ) -> None:
        term, role = texts.get("term", ""), texts["role"]
        self.last = Decision(
            self.table_name, row.number, point, self.meeting, term, role
        )
        if is_shifted:
            self.last.problems.append("shifted")
        if count > 1 and (term or role):
            self.last.problems.append("shared")
        if not self.meeting:
            self.last.problems.append("no_meeting")
        self.reading.decisions.append(self.last)

    def _keep_rest(self, texts: Texts, row: Row) -> None:
        """A row without a decision: the lower part of the one above, or a stray."""
        names = ("name", "term", "role")
        rest = " ".join(filter(None, (texts.get(name) for name in names)))
        own = {name for name in names if texts.get(name)}
        if not own and self.meeting and self.meeting.row == row.number:
            self._stray(row, "no_decision", self.meeting.body)
        elif texts.get("name"):
            self._stray(row, "empty_point", texts["name"])
        elif rest:
            self._stray(row, "no_decision", rest)
        elif other := " ".join(cell.text for cell in row.cells if cell.own_text):
            self._stray(row, "stray_text", other)

    # Meetings

    def _open_meeting(self, texts: Texts, row: Row) -> None:
        """Empty cells of a meeting mean the one above."""
        body, date = texts.get("body", ""), texts.get("date", "")
        above = self.meeting
        if not body and (not date or not above or date == above.date):
            return
        meeting = Meeting(
            body or above.body,
            date,
            texts.get("number", ""),
            self.table_name,
            row.number,
        )
        if above and self._is_same(meeting, above):
            return
        self.meeting = meeting
        self.reading.meetings.append(meeting)

    def _is_same(self, one: Meeting, above: Meeting) -> bool:
        """Whether a row only repeats the meeting above it."""
        if normalise(one.body) != normalise(above.body):
            return False
        if one.date:
            return normalise(one.date) == normalise(above.date)
        return not one.number or one.number == above.number

    # Rows that went wrong in the file

    def _straightened(self, texts: Texts, row: Row) -> tuple[Texts, bool]:
        """A row shifted by a column: its decision stands where dates or terms do."""
        home = next(index for index, name in self.columns.items() if name == "name")
        for index, step in ((home - 1, 1), (home + 1, -1)):
            meaning = self.columns.get(index)
            if meaning not in ("date", "term"):
                continue
            if not _is_misplaced(texts[meaning], texts["name"]):
                continue
            if row.cells[home].covered == LEFT:
                # Only the decision is written over two columns
                return texts | {"name": texts[meaning], meaning: ""}, True
            return self._shifted(row, index, step), True
        return texts, False

    def _shifted(self, row: Row, start: int, step: int) -> Texts:
        """The texts from ``start`` on are read as if they stood a column further."""
        texts = {}
        for index, meaning in self.columns.items():
            place = index - step if index >= min(start, start + step) else index
            if index == start and step > 0:
                texts[meaning] = ""
            else:
                texts[meaning] = cell_text(row, place, meaning in self.shared)
        return texts

    def _goes_on(self, texts: Texts) -> bool:
        """A page break cuts a decision: its end stands alone and begins small."""
        name, last = texts.get("name", ""), self.last
        if not last or not starts_small(name) or starts_small(last.name):
            return False
        others = [text for meaning, text in texts.items() if meaning != "name"]
        if any(others) or last.name.endswith(FULL_STOPS):
            return False
        last.name = f"{last.name} {name}"
        last.problems.append("joined")
        return True


def _is_misplaced(text: str, name: str) -> bool:
    """Whether a decision stands beside its column, where a few words belong.

    >>> _is_misplaced("4. Составить план-график", "октябрь")
    True
    >>> _is_misplaced("12.09.2023", "4. Составить план-график")
    False
    """
    if NUMBERED.match(name) or len(name) > SENTENCE:
        return False
    return bool(NUMBERED.match(text)) or (not name and len(text) > SENTENCE)
