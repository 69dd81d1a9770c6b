from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from odoo.tests import BaseCase, tagged

from ..tools.decisions_reader import read_decisions
from ..tools.grid import Cell, Row, Table
from ..tools.tables import FileProblem, read_tables
from .decision_texts import (
    DECISIONS_HEADER,
    DEPUTY,
    decisions_table,
    measures_table,
    padded,
)
from .office_files import EXAMPLES, excel, word

SAMPLE = "school-decisions-2023-24.docx"


def table_of(lines, name="Таблица 1"):
    cells = [[Cell(text.splitlines()) for text in line] for line in lines]
    return Table(name, [Row(i, row) for i, row in enumerate(cells, 1)])


def read_rows(*rows, header=DECISIONS_HEADER):
    return read_decisions([table_of([header, *padded(rows, len(header))])])


@tagged("post_install", "-at_install")
class TestDecisionsReader(BaseCase):
    maxDiff = None

    # ---- files of a school ----

    def test_the_sample_has_23_decisions_of_8_meetings(self):
        if not (EXAMPLES / SAMPLE).exists():
            self.skipTest("examples lie beside the add-on in a checkout only")
        data = (EXAMPLES / SAMPLE).read_bytes()
        reading = read_decisions(read_tables(data, SAMPLE))
        self.assertEqual((len(reading.meetings), len(reading.decisions)), (8, 23))
        per_meeting = Counter(one.meeting.row for one in reading.decisions)
        self.assertEqual(list(per_meeting.values()), [3, 3, 3, 2, 1, 3, 6, 2])
        self.assertEqual(sum(not one.term for one in reading.decisions), 6)
        self.assertEqual(sum(not one.role for one in reading.decisions), 5)

    def test_both_formats_tell_the_same_with_all_slips(self):
        tables = [decisions_table(), measures_table()]
        files = {
            "решения.docx": word(*tables),
            "решения.xlsx": excel({"Решения": tables[0], "Мероприятия": tables[1]}),
        }
        for name, data in files.items():
            with self.subTest(name):
                reading = read_decisions(read_tables(data, name))
                found = (reading.meetings, reading.decisions, reading.measures)
                self.assertEqual(list(map(len, found)), [8, 23, 10])
                self.assertEqual([one.code for one in reading.strays], ["empty_point"])
                self.assertEqual({one.year for one in reading.measures}, {"2023-2024"})

    def test_both_tables_may_stand_on_one_sheet(self):
        rows = [["Решения"], *decisions_table(), [], ["Меры"], *measures_table()]
        data = excel({"Лист1": rows})
        reading = read_decisions(read_tables(data, "р.xlsx"))
        self.assertEqual((len(reading.decisions), len(reading.measures)), (23, 10))

    def test_titles_above_a_second_table_are_no_rows(self):
        tables = {
            "Решения": [["Решения"], *decisions_table()],
            "Мероприятия": [["Перечень"], ["на 2023/24 год"], *measures_table()],
        }
        reading = read_decisions(read_tables(excel(tables), "р.xlsx"))
        self.assertEqual([one.code for one in reading.strays], ["empty_point"])
        self.assertEqual((len(reading.decisions), len(reading.measures)), (23, 10))

    # ---- slips ----

    def test_empty_cells_of_a_meeting_mean_the_one_above(self):
        rows = [["1", "Педсовет", "Август", "а"], ["", "", "", "б"]]
        reading = read_rows(*rows)
        [meeting] = reading.meetings
        self.assertEqual([one.meeting for one in reading.decisions], [meeting] * 2)

    def test_a_meeting_named_in_each_row_is_one(self):
        rows = [["1", "Педсовет", "Август", "а"], ["2", "педсовет", "август", "б"]]
        self.assertEqual(len(read_rows(*rows).meetings), 1)

    def test_another_date_of_the_same_body_is_another_meeting(self):
        rows = [["1", "Педсовет", "Август", "а"], ["", "", "Май", "б"]]
        second = read_rows(*rows).meetings[1]
        self.assertEqual((second.body, second.date), ("Педсовет", "Май"))

    def test_no_date_and_nobody_are_taken_from_above(self):
        rows = [["1", "Педсовет", "Август", "а", "май", DEPUTY], ["2", "МС", "", "б"]]
        last = read_rows(*rows).decisions[-1]
        self.assertEqual((last.meeting.date, last.term, last.role), ("", "", ""))

    def test_several_points_of_a_cell_share_its_term_and_say_so(self):
        rows = [["1", "Педсовет", "Май", "1. Раз\n2. Два\n3. Три", "июнь", DEPUTY]]
        found = read_rows(*rows).decisions
        self.assertEqual([one.name for one in found], ["Раз", "Два", "Три"])
        self.assertEqual({(one.term, one.role) for one in found}, {("июнь", DEPUTY)})
        self.assertEqual([one.problems for one in found], [["shared"]] * 3)

    def test_a_shifted_row_is_put_right_and_says_so(self):
        plan = "4. Составить план-график."
        rows = [["1", "Педсовет", "Май", "а"], ["", "", plan, "октябрь", DEPUTY]]
        self._check_shifted(*rows)

    def test_a_row_shifted_to_the_right_is_put_right_too(self):
        plan = "4. Составить план-график."
        rows = [
            ["1", "Педсовет", "Май", "а"],
            ["", "", "", "", plan, "октябрь", DEPUTY],
        ]
        self._check_shifted(*rows, header=[*DECISIONS_HEADER, "Примечание"])

    def _check_shifted(self, *rows, header=DECISIONS_HEADER):
        reading = read_rows(*rows, header=header)
        self.assertEqual(len(reading.meetings), 1)
        last = reading.decisions[-1]
        self.assertEqual(last.name, "Составить план-график.")
        self.assertEqual((last.term, last.role), ("октябрь", DEPUTY))
        self.assertEqual(last.problems, ["shifted"])

    def test_a_decision_written_over_two_columns_leaves_the_rest_in_place(self):
        wide = Cell(["4. Составить план"], colspan=2)
        cells = [Cell(["1"]), Cell(["МС"]), wide, wide.cover("left")]
        cells += [Cell(["май"]), Cell([DEPUTY])]
        table = table_of([DECISIONS_HEADER])
        table.rows.append(Row(2, cells))
        [decision] = read_decisions([table]).decisions
        self.assertEqual(decision.name, "Составить план")
        self.assertEqual((decision.term, decision.role), ("май", DEPUTY))

    def test_a_cell_merged_downwards_is_about_each_row(self):
        rows = [["1", "МС", "Май", "а", "июнь", DEPUTY], ["", "", "", "б", "", ""]]
        data = word([DECISIONS_HEADER, *rows], merged=[(1, 4, 2, 4), (1, 5, 2, 5)])
        found = read_decisions(read_tables(data, "р.docx")).decisions
        self.assertEqual([one.term for one in found], ["июнь", "июнь"])
        self.assertEqual([one.role for one in found], [DEPUTY, DEPUTY])

    def test_the_end_of_a_decision_on_the_next_page_is_its_end(self):
        rows = [["1", "МС", "Май", "Составить план"], ["", "", "", "на новый год"]]
        [decision] = read_rows(*rows).decisions
        self.assertEqual(decision.name, "Составить план на новый год")
        self.assertEqual(decision.problems, ["joined"])

    def test_a_table_that_goes_on_after_a_page_break_keeps_its_header(self):
        first = [DECISIONS_HEADER, ["1", "Педсовет", "Май", "Раз.", "", ""]]
        second = [["", "", "", "Два.", "июнь", DEPUTY]]
        reading = read_decisions([table_of(first), table_of(second, "Таблица 2")])
        self.assertEqual([one.name for one in reading.decisions], ["Раз.", "Два."])
        self.assertEqual(len(reading.meetings), 1)

    def test_words_of_which_nothing_is_made_are_told(self):
        rows = [
            ["1", "Педсовет", "Август", ""],
            ["", "", "", "2. "],
            ["", "", "", "", "", DEPUTY],
            ["2", "МС", "Май", "а"],
        ]
        strays = read_rows(*rows).strays
        codes = ["no_decision", "empty_point", "no_decision"]
        self.assertEqual([one.code for one in strays], codes)
        self.assertEqual([one.row for one in strays], [2, 3, 4])

    def test_a_decision_above_all_meetings_has_none(self):
        [decision] = read_rows(["", "", "", "Составить план"]).decisions
        self.assertEqual((decision.meeting, decision.problems), (None, ["no_meeting"]))

    def test_headers_may_have_other_words_and_places(self):
        header = ["Что решили", "Кем принято", "Исполнители", "Сроки", "Когда"]
        rows = [["Составить план", "Педсовет", DEPUTY, "май", "30.08.2023"]]
        [decision] = read_rows(*rows, header=header).decisions
        self.assertEqual(decision.meeting.body, "Педсовет")
        self.assertEqual(decision.meeting.date, "30.08.2023")
        self.assertEqual((decision.term, decision.role), ("май", DEPUTY))

    def test_files_without_decisions_are_refused(self):
        others = {
            "no_decisions_header": [["Месяц", "Содержание"], ["май", "ВПР"]],
            "no_decisions_rows": [DECISIONS_HEADER, ["1", "Педсовет"] + [""] * 4],
        }
        for code, lines in others.items():
            with self.subTest(code), self.assertRaises(FileProblem) as refusal:
                read_decisions([table_of(lines)])
            self.assertEqual(refusal.exception.code, code)


WORDS = st.sampled_from("беседы план-график анализ ВПР 5 классов 2023/24 года".split())
SENTENCES = st.lists(WORDS, min_size=1, max_size=4).map(
    lambda words: " ".join(["Провести", *words])
)
BODIES = st.sampled_from(["Педагогический совет", "Методический совет", "ШМО"])
DATES = st.sampled_from(["Август 2023", "Ноябрь 2023", "14.03.2024", ""])
TERMS = st.sampled_from(["", "октябрь", "В течение года", "до 20 апреля"])
PEOPLE = st.sampled_from(["", DEPUTY, "Классные руководители"])
DECISION = st.tuples(SENTENCES, TERMS, PEOPLE)
MEETING = st.tuples(BODIES, DATES, st.lists(DECISION, min_size=1, max_size=4))
# The first draw loads what hypothesis needs, however fast the rest is
SLOW_START = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
COLUMNS = {
    "number": "№ п/п",
    "body": "Орган",
    "date": "Дата",
    "name": "Решение",
    "term": "Срок",
    "role": "Ответственный",
}


@tagged("post_install", "-at_install")
class TestNothingIsLostOrInvented(BaseCase):
    @SLOW_START
    @given(
        st.lists(MEETING, min_size=1, max_size=5),
        st.permutations(list(COLUMNS)),
        st.booleans(),
    )
    def test_decisions_are_read_as_written(self, meetings, order, numbered):
        rows, expected = [], []
        for number, (body, date, decisions) in enumerate(meetings, 1):
            for place, (name, term, role) in enumerate(decisions, 1):
                head = (str(number), body, date) if place == 1 else ("", "", "")
                written = f"{place}. {name}" if numbered else name
                rows.append(
                    dict(zip(COLUMNS, (*head, written, term, role), strict=True))
                )
                expected.append((body, date, name, term, role))
        lines = [[row[column] for column in order] for row in rows]
        header = [COLUMNS[column] for column in order]
        found = read_rows(*lines, header=header).decisions
        self.assertEqual(
            [(d.meeting.body, d.meeting.date, d.name, d.term, d.role) for d in found],
            expected,
        )

    @SLOW_START
    @given(st.lists(st.lists(SENTENCES, min_size=1, max_size=5), max_size=4))
    def test_points_of_one_cell_are_all_there(self, cells):
        rows = [
            ["", "", "", "\n".join(f"{n}. {text}" for n, text in enumerate(cell, 1))]
            for cell in [["Начать"], *cells]
        ]
        found = read_rows(*rows).decisions
        names = [text for cell in [["Начать"], *cells] for text in cell]
        self.assertEqual([one.name for one in found], names)
