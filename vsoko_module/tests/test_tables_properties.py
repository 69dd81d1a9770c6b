"""What holds for any file; kept apart, since hypothesis is not on a school's server."""

import random
import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from odoo.tests import BaseCase, tagged

from ..tools.grid import Cell, Row, Table
from ..tools.plan_reader import understand
from ..tools.tables import FileProblem, read_tables
from ..tools.terms import heading_month
from .office_files import excel, with_part, word

RELAXED = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.differing_executors],
)
# A file of TestAnyBytes and a part of it that is read
PARTS = [
    (0, "_rels/.rels"),
    (0, "word/document.xml"),
    (1, "xl/workbook.xml"),
    (1, "xl/_rels/workbook.xml.rels"),
    (1, "xl/styles.xml"),
    (1, "xl/sharedStrings.xml"),
    (1, "xl/worksheets/sheet1.xml"),
]
LETTERS = st.text("абвгдежиклмнопрст", min_size=1, max_size=8)
SUBJECTS = st.lists(LETTERS.map(str.capitalize), min_size=1, max_size=3)


@st.composite
def merged_tables(draw):
    """Rows of texts, and ranges of them that do not overlap."""
    height, width = draw(st.integers(1, 6)), draw(st.integers(1, 5))
    rows = [[f"т{row}.{column}" for column in range(width)] for row in range(height)]
    ranges, taken = [], set()
    for _ in range(draw(st.integers(0, 4))):
        top, left = draw(st.integers(0, height - 1)), draw(st.integers(0, width - 1))
        bottom = draw(st.integers(top, height - 1))
        right = draw(st.integers(left, width - 1))
        places = {
            (row, column)
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
        }
        if len(places) > 1 and not places & taken:
            taken |= places
            ranges.append((top, left, bottom, right))
            for row, column in places - {(top, left)}:
                rows[row][column] = ""
    return rows, ranges


def expected(rows, ranges):
    """The text at each place and where it comes from."""
    grid = {
        (row, column): (text, "")
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    }
    for top, left, bottom, right in ranges:
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                where = "above" if column == left else "left"
                grid[row, column] = (rows[top][left], where)
        grid[top, left] = (rows[top][left], "")
    return grid


def seen(table):
    """The same of what was read; empty rows and columns are not there."""
    return {
        (row.number - 1, column): (cell.text, cell.covered)
        for row in table.rows
        for column, cell in enumerate(row.cells)
    }


def address(top, left, bottom, right):
    letters = "ABCDEFG"
    return f"{letters[left]}{top + 1}:{letters[right]}{bottom + 1}"


@tagged("-at_install", "post_install")
class TestAnyTable(BaseCase):
    def assertSeen(self, table, rows, ranges):
        wanted = expected(rows, ranges)
        for place, found in seen(table).items():
            self.assertEqual(found, wanted[place], place)
        written = {place for place, (text, where) in wanted.items() if not where}
        self.assertLessEqual(written, seen(table).keys())

    @RELAXED
    @given(merged_tables())
    def test_word_gives_back_what_was_merged(self, drawn):
        rows, ranges = drawn
        [table] = read_tables(word(rows, merged=ranges), "т.docx")
        self.assertSeen(table, rows, ranges)

    @RELAXED
    @given(merged_tables())
    def test_excel_gives_back_what_was_merged(self, drawn):
        rows, ranges = drawn
        merged = [address(*one) for one in ranges]
        [table] = read_tables(excel({"Т": rows}, merged), "т.xlsx")
        self.assertSeen(table, rows, ranges)


@tagged("-at_install", "post_install")
class TestAnyBytes(BaseCase):
    """Whatever is dropped in: tables or one clear problem."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        rows = [["Месяц", "Что"], ["май", "ВПР"], ["", "Итоги"]]
        cls.files = (
            word(rows, merged=[(1, 0, 2, 0)]),
            excel({"План": rows}, merged=["A2:A3"]),
        )

    def open_file(self, data):
        try:
            return read_tables(data, "план.docx")
        except FileProblem as problem:
            self.assertTrue(problem.code)
            self.assertEqual(problem.params["filename"], "план.docx")

    @RELAXED
    @given(st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04", b"%PDF"]))
    def test_any_bytes(self, tail, start):
        self.assertFalse(self.open_file(start + tail))

    @RELAXED
    @given(st.integers(0, 1), st.floats(0, 0.999))
    def test_a_file_cut_anywhere(self, kind, share):
        data = self.files[kind]
        self.assertFalse(self.open_file(data[: int(len(data) * share)]))

    @settings(RELAXED, max_examples=200)
    @given(st.integers(0, 1), st.randoms(use_true_random=False), st.integers(1, 8))
    def test_a_file_damaged_anywhere(self, kind, chance, times):
        data = bytearray(self.files[kind])
        for _ in range(times):
            data[chance.randrange(len(data))] = chance.randrange(256)
        self.open_file(bytes(data))

    @settings(RELAXED, max_examples=200)
    @given(
        st.sampled_from(PARTS),
        st.integers(0, 10_000),
        st.sampled_from(["", "-1", "0", "99999999999", "abc", "A:B", "nan", "ZZZ9"]),
    )
    def test_a_file_whose_xml_makes_no_sense(self, place, at, value):
        kind, part = place

        def damaged(xml):
            found = list(re.finditer(rb'="([^"]*)"|>([^<]+)<', xml))
            start, end = found[at % len(found)].span(found[at % len(found)].lastindex)
            return xml[:start] + value.encode() + xml[end:]

        self.open_file(with_part(self.files[kind], part, damaged))


@st.composite
def plan_rows(draw):
    """Rows of a plan: subject, lines of content, who, what comes out."""
    return [
        (draw(LETTERS).capitalize(), draw(SUBJECTS), "Директор", "Справка")
        for _ in range(draw(st.integers(1, 6)))
    ]


def table_of(rows):
    cells = [[Cell(text.splitlines()) for text in row] for row in rows]
    return Table("Таблица 1", [Row(i, row) for i, row in enumerate(cells, 1)])


HEADER = ["Объект", "Содержание", "Ответственный", "Результат", "Срок"]


@tagged("-at_install", "post_install")
class TestAnyPlan(BaseCase):
    @RELAXED
    @given(plan_rows(), st.permutations(range(5)))
    def test_order_of_columns_does_not_matter(self, plan, order):
        lines = [HEADER] + [
            [what, "\n".join(steps), who, result, "до 5 мая"]
            for what, steps, who, result in plan
        ]
        table = table_of([[line[at] for at in order] for line in lines])
        read = understand([table]).rows
        self.assertEqual(
            [(row.object, row.steps, row.roles, row.outcome) for row in read],
            [(what, steps, who, result) for what, steps, who, result in plan],
        )

    @RELAXED
    @given(st.lists(st.lists(LETTERS | st.just(""), min_size=5, max_size=5)))
    def test_any_rows_are_read_and_none_of_their_content_lost(self, lines):
        table = table_of([HEADER, *lines])
        try:
            rows = understand([table]).rows
        except FileProblem as problem:
            self.assertEqual(problem.code, "no_rows")
            rows = []
        kept = " ".join(" ".join([row.object, *row.steps]) for row in rows)
        for line in lines:
            # «окт» alone in a row is the heading of a month, not content
            if heading_month(line[1]) is None:
                self.assertIn(line[1], kept)

    def test_any_table_at_all(self):
        chance = random.Random(7)
        words = [
            "Месяц",
            "Срок",
            "май",
            "Содержание",
            "Результат",
            "",
            "1",
            "Итого",
            "а",
        ]
        for _ in range(2000):
            width = chance.randint(1, 6)
            rows = [
                [chance.choice(words) for _ in range(width)]
                for _ in range(chance.randint(1, 6))
            ]
            try:
                understand([table_of(rows), table_of(rows[::-1])])
            except FileProblem as problem:
                self.assertIn(problem.code, ("no_header", "no_rows"))
