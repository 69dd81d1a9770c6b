"""Rows of a list of measures under their school years."""

from .decision_headers import Columns
from .decision_words import DecisionsReading, Measure, RowReader
from .grid import Row


class MeasureTable(RowReader):
    """«Учебный год – Мероприятия – Класс – Предмет – Учитель»."""

    shared = ("classes", "pupil", "subjects", "teacher", "term", "result")

    def __init__(
        self, columns: Columns, table_name: str, reading: DecisionsReading, head: Row
    ):
        super().__init__(columns, table_name, reading, head)
        self.year = ""

    def take(self, row: Row) -> None:
        texts = self._texts(row)
        name = texts.pop("name", "")
        # The year is written once, over all of its measures
        self.year = texts.pop("year", "") or self.year
        values = {meaning: texts.get(meaning, "") for meaning in self.shared}
        points = self._points(name)
        for point in points:
            measure = Measure(self.table_name, row.number, point, self.year, **values)
            self.reading.measures.append(measure)
        if points:
            return
        rest = " ".join(filter(None, (name, *values.values())))
        if rest:
            self._stray(row, "empty_point" if name else "no_measure", rest)
