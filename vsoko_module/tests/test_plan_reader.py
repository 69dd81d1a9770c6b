from odoo.tests import BaseCase, tagged

from ..tools.grid import Cell, Row, Table
from ..tools.headers import header_meaning
from ..tools.plan_reader import rows, understand
from ..tools.tables import FileProblem, read_tables
from .office_files import EXAMPLES, SAMPLES, excel, word
from .plan_texts import HEADER, PLAN, plan_facts, plan_lines

EXPORT = [
    "№",
    "Месяц",
    "Срок",
    "Блок",
    "Направление",
    "Объект",
    "Содержание",
    "Метод",
    "Ответственные",
    "Форма результата",
    "Где рассматривается",
]


def facts(reading):
    return [
        (
            row.month,
            row.block,
            row.object,
            "\n".join(row.steps),
            row.method,
            row.roles,
            row.outcome,
        )
        for row in reading.rows
    ]


def padded(lines, width=5):
    return [line + [""] * (width - len(line)) for line in lines]


def full_width(lines):
    """Ranges that merge each heading over its row."""
    return [
        (number, 0, number, len(lines[0]) - 1)
        for number, line in enumerate(lines)
        if len(line) == 1
    ]


def repeats(lines, column):
    """Ranges where a column says the same, as far as those left of it do."""
    start = 1
    for end in range(1, len(lines)):
        follows = lines[end + 1] if end + 1 < len(lines) else None
        if not follows or follows[: column + 1] != lines[end][: column + 1]:
            if start < end:
                yield start, column, end, column
            start = end + 1


def table_of(lines, name="Таблица 1", title=""):
    cells = [[Cell(text.splitlines()) for text in line] for line in lines]
    return Table(name, [Row(i, row) for i, row in enumerate(cells, 1)], title)


class PlanCase(BaseCase):
    maxDiff = None

    def understand(self, data, name="план.docx"):
        return understand(read_tables(data, name))

    def read_lines(self, *lines):
        """The rows of a plan given by its lines, the first is the header."""
        return understand([table_of(lines)]).rows

    def assertPlan(self, reading, problems=()):
        self.assertEqual(facts(reading), plan_facts())
        self.assertEqual(reading.problems, list(problems))
        self.assertFalse([row.problems for row in reading.rows if row.problems])


@tagged("-at_install", "post_install")
class TestSamples(PlanCase):
    def setUp(self):
        super().setUp()
        if not EXAMPLES.is_dir():
            self.skipTest("The examples lie beside the add-on in a checkout only")

    def read_sample(self, name):
        return self.understand((EXAMPLES / name).read_bytes(), name)

    def test_cyclogram_is_understood_completely(self):
        for name in SAMPLES:
            reading = self.read_sample(name)
            self.assertEqual(len(reading.rows), 88)
            self.assertEqual(sum(len(row.steps) for row in reading.rows), 170)
            self.assertEqual(len({row.direction for row in reading.rows}), 8)
            self.assertEqual(len({row.block for row in reading.rows}), 2)
            self.assertEqual(len({row.month for row in reading.rows}), 11)
            self.assertFalse(reading.problems)
            self.assertFalse([row.problems for row in reading.rows if row.problems])

    def test_word_and_excel_say_the_same(self):
        word_rows, excel_rows = (self.read_sample(name).rows for name in SAMPLES)
        for one, two in zip(word_rows, excel_rows, strict=True):
            self.assertEqual(
                (
                    one.month,
                    one.block,
                    one.direction,
                    one.steps,
                    one.roles,
                    one.outcomes,
                ),
                (
                    two.month,
                    two.block,
                    two.direction,
                    two.steps,
                    two.roles,
                    two.outcomes,
                ),
            )
        self.assertEqual((word_rows[0].row, excel_rows[0].row), (2, 5))

    def test_columns_are_shown_with_their_header_and_sample(self):
        columns = self.read_sample(SAMPLES[0]).columns
        self.assertEqual(
            [column.meaning for column in columns],
            ["month", "block", "direction", "content", "role", "outcome"],
        )
        self.assertEqual(columns[4].header, "Ответственные")
        self.assertEqual(columns[4].sample, "Заместители директора по УВР, ВР")

    def test_our_own_tables_are_read_back(self):
        reading = self.read_sample("template-cyclogram.xlsx")
        self.assertEqual(len(reading.rows), 88)
        self.assertEqual(sum(len(row.steps) for row in reading.rows), 170)


@tagged("-at_install", "post_install")
class TestLayouts(PlanCase):
    """One plan laid out as schools do it; it always says the same."""

    def test_months_and_blocks_over_the_whole_row(self):
        lines = list(plan_lines())
        data = word(padded(lines), merged=full_width(lines))
        self.assertPlan(self.understand(data))

    def test_months_and_blocks_in_the_first_cell_only(self):
        self.assertPlan(self.understand(word(padded(plan_lines()))))

    def test_any_order_of_columns(self):
        lines = list(plan_lines(order=(4, 2, 0, 3, 1)))
        data = word(padded(lines), merged=full_width(lines))
        self.assertPlan(self.understand(data))

    def test_other_words_in_the_header(self):
        header = ["Объект оценки", "Что проверяется", "Вид, форма контроля"]
        header += ["Кто проводит", "Итоговый документ"]
        lines = list(plan_lines(header=header))
        self.assertPlan(self.understand(word(padded(lines), merged=full_width(lines))))

    def test_titles_before_the_header_empty_rows_and_totals(self):
        lines = [["План ВСОКО"], ["на 2023/24 учебный год"], ["Утверждён"], []]
        for line in plan_lines():
            lines += [line, []]
        lines += [["Итого", "9 процедур"]]
        data = excel({"План": lines}, merged=["A1:E1", "A2:E2", "A3:E3"])
        self.assertPlan(self.understand(data, "план.xlsx"))

    def test_header_on_each_page(self):
        lines = list(plan_lines())
        repeated = [line for row in lines[1:] for line in (row, HEADER)]
        lines = [HEADER, *repeated]
        self.assertPlan(self.understand(word(padded(lines), merged=full_width(lines))))

    def test_a_column_with_numbers(self):
        lines = [
            ["№ п/п", *line] if number == 0 else ["", *line] if len(line) == 1
            else [f"{number}.", *line]
            for number, line in enumerate(plan_lines())
        ]  # fmt: skip
        data = word(padded(lines, 6))
        self.assertPlan(self.understand(data))

    def test_months_and_blocks_as_merged_columns(self):
        lines = [["Месяц", "Блок", *HEADER], *map(list, plan_facts())]
        merged = [*repeats(lines, 0), *repeats(lines, 1)]
        for top, column, bottom, _column in merged:
            for number in range(top + 1, bottom + 1):
                lines[number][column] = ""
        self.assertPlan(self.understand(word(lines, merged=merged)))
        # and when it is written once without being merged
        self.assertPlan(self.understand(word(lines)))

    def test_a_table_for_each_month_with_the_month_above(self):
        header, tables = next(plan_lines()), []
        for month, blocks in PLAN.items():
            lines = [header]
            for block, block_rows in blocks.items():
                lines += [[block], *block_rows]
            tables.append(table_of(padded(lines), title=f"Приложение\n{month}"))
        self.assertPlan(understand(tables))

    def test_a_sheet_for_each_month(self):
        sheets = {}
        for month, blocks in PLAN.items():
            sheets[month] = [HEADER]
            for block, block_rows in blocks.items():
                sheets[month] += [[block], *block_rows]
        self.assertPlan(self.understand(excel(sheets), "план.xlsx"))

    def test_a_plan_cut_into_tables_without_headers(self):
        lines = padded(plan_lines())
        for end in range(2, len(lines)):
            tables = [table_of(lines[:end]), table_of(lines[end:], "Таблица 2")]
            reading = understand(tables)
            self.assertPlan(reading)
            self.assertEqual({column.table for column in reading.columns}, {0})

    def test_two_sheets_with_headers_of_their_own(self):
        first = [["Месяц", "Мероприятия", "Ответственные"], ["май", "ВПР", "завуч"]]
        second = [["Ответственный", "Срок", "Содержание"], ["завуч", "июнь", "ОГЭ"]]
        reading = self.understand(excel({"А": first, "Б": second}), "план.xlsx")
        self.assertEqual(
            [(row.table_name, row.month, row.steps, row.roles) for row in reading.rows],
            [("А", "май", ["ВПР"], "завуч"), ("Б", "июнь", ["ОГЭ"], "завуч")],
        )
        self.assertEqual(
            [column.table for column in reading.columns], [0] * 3 + [1] * 3
        )


@tagged("-at_install", "post_install")
class TestHeaders(PlanCase):
    def test_words_of_headers(self):
        for meaning, headers in {
            "number": ["№", "№ п/п", "п/п", "N п/п"],
            "month": ["Месяц", "МЕСЯЦ проведения"],
            "term": ["Сроки", "Срок проведения", "Период", "Дата", "Сроки контроля"],
            "block": ["Блок", "Раздел плана", "Механизмы оценки качества"],
            "direction": ["Направление", "Направления деятельности", "Аспект"],
            "object": ["Объект контроля", "Объекты оценки", "Показатель", "Критерии"],
            "content": [
                "Содержание",
                "Содержание деятельности ОО",
                "Мероприятия",
                "Наименование мероприятия",
                "Планируемые мероприятия",
                "Оценочные процедуры",
                "Виды деятельности",
            ],
            "method": ["Методы", "Форма контроля", "Вид контроля", "Формы и методы"],
            "role": [
                "Ответственный",
                "Ответственные лица",
                "Исполнители",
                "Кто проводит",
            ],
            "outcome": [
                "Результат",
                "Форма представления результатов",
                "Итоговый документ",
                "Выход",
                "Форма отчётности",
                "Ожидаемый результат",
            ],
            "body": [
                "Где рассматривается",
                "Где подводятся итоги",
                "Место подведения итогов",
                "Уровень (совещание, педагогический совет)",
            ],
            "class": ["Классы", "Класс"],
            "note": ["Примечание", "Отметка о выполнении"],
        }.items():
            for header in headers:
                self.assertEqual(header_meaning(header)[0], meaning, header)

    def test_latin_letters_and_capitals(self):
        self.assertEqual(header_meaning("COДЕРЖАНИЕ")[0], "content")
        self.assertEqual(header_meaning("Oтветственный.")[0], "role")

    def test_two_columns_under_one_header(self):
        lines = [["Механизмы оценки", "", "Содержание"], ["Качество", "Кадры", "ВПР"]]
        [row] = self.understand(word(lines, merged=[(0, 0, 0, 1)])).rows
        self.assertEqual((row.block, row.direction), ("Качество", "Кадры"))

    def test_a_header_of_two_rows_and_numbers_of_columns(self):
        lines = [
            ["№", "Контроль", "", "Ответственный"],
            ["", "Объект", "Вид", ""],
            ["1", "2", "3", "4"],
            ["1", "Журналы", "тематический", "завуч"],
        ]
        merged = [(0, 1, 0, 2), (0, 0, 1, 0), (0, 3, 1, 3)]
        [row] = self.understand(word(lines, merged=merged)).rows
        self.assertEqual(
            (row.number, row.object, row.method, row.roles),
            ("1", "Журналы", "тематический", "завуч"),
        )

    def test_a_header_of_two_rows_that_are_not_merged(self):
        [row] = self.read_lines(
            ["№", "Контроль", "", "Ответственный"],
            ["", "Объект", "Вид", ""],
            ["1", "Журналы", "тематический", "завуч"],
        )
        self.assertEqual((row.object, row.method), ("Журналы", "тематический"))

    def test_a_column_is_known_by_what_is_in_it(self):
        [row] = self.read_lines(
            ["", "", "Содержание", "Ответственный"],
            ["1", "сентябрь", "ВПР", "завуч"],
        )
        self.assertEqual((row.number, row.month), ("1", "сентябрь"))

    def test_months_under_a_header_of_terms(self):
        lines = [["Сроки", "Содержание"], ["май", "ВПР"], ["", "Итоги"]]
        self.assertEqual([row.month for row in self.read_lines(*lines)], ["май"] * 2)
        lines[2][0] = "в течение года"
        self.assertEqual(
            [row.term for row in self.read_lines(*lines)], ["май", "в течение года"]
        )

    def test_goal_is_the_content_when_there_is_no_other(self):
        [row] = self.read_lines(["Объект", "Цель"], ["Журналы", "Оценка ведения"])
        self.assertEqual((row.object, row.steps), ("Журналы", ["Оценка ведения"]))
        [row] = self.read_lines(
            ["Объект", "Цель", "Содержание"], ["Журналы", "Оценка", "Проверка"]
        )
        self.assertEqual((row.note, row.steps), ("Оценка", ["Проверка"]))

    def test_what_is_looked_into_is_the_content_too(self):
        [row] = self.read_lines(["Что проверяется", "Кто"], ["Журналы", "завуч"])
        self.assertEqual((row.object, row.steps), ("", ["Журналы"]))
        [row] = self.read_lines(["Вопросы", "Содержание"], ["Журналы", "Проверка"])
        self.assertEqual((row.object, row.steps), ("Журналы", ["Проверка"]))

    def test_the_last_of_two_objects_is_the_content(self):
        [row] = self.read_lines(
            ["Показатель", "Объект", "Срок"], ["Питание", "Меню столовой", "май"]
        )
        self.assertEqual((row.object, row.steps), ("Питание", ["Меню столовой"]))

    def test_rows_of_a_plan_are_not_headers(self):
        read = self.read_lines(
            HEADER,
            ["Работа с кадрами", "Содержание папок", "Методика", "завуч", "Результаты"],
            ["Качество", "Итоги года", "Анализ работы", "Ответственный", "Отчёт"],
        )
        self.assertEqual(len(read), 2)


@tagged("-at_install", "post_install")
class TestRows(PlanCase):
    HEADER = ["Направление", "Содержание", "Ответственные", "Результат", "Срок"]

    def test_a_sentence_cut_by_a_page_break(self):
        [row] = self.read_lines(
            self.HEADER,
            ["Кадры", "Анализ сайта\nАнализ выполнения", "Завуч", "Отчёт", "май"],
            ["", "требований СанПиН\nМониторинг учебников", "", "Справка", ""],
        )
        self.assertEqual(
            row.steps,
            [
                "Анализ сайта",
                "Анализ выполнения требований СанПиН",
                "Мониторинг учебников",
            ],
        )
        self.assertEqual(row.outcomes, ["Отчёт", "Справка"])
        self.assertEqual(row.row, 2)

    def test_a_row_cut_between_sentences(self):
        [row] = self.read_lines(
            self.HEADER,
            ["Кадры", "Анализ сайта", "Завуч", "Отчёт", "май"],
            ["", "Мониторинг учебников", "", "", ""],
            ["", "", "Библиотекарь", "", ""],
        )
        self.assertEqual(row.steps, ["Анализ сайта", "Мониторинг учебников"])
        self.assertEqual(row.roles, "Завуч\nБиблиотекарь")

    def test_a_row_cut_in_all_its_cells(self):
        first, second = self.read_lines(
            self.HEADER,
            ["По организации", "Мониторинг", "Классные", "Справка", "до мая"],
            ["воспитания", "мероприятий\nДекада", "руководители\nЗавуч", "Отчёт", ""],
            ["обучающихся", "", "", "", ""],
            ["Кадры", "Курсы", "Завуч", "План", "до июня"],
        )
        self.assertEqual(first.direction, "По организации воспитания обучающихся")
        self.assertEqual(first.steps, ["Мониторинг мероприятий", "Декада"])
        self.assertEqual(first.roles, "Классные руководители\nЗавуч")
        self.assertEqual(first.outcomes, ["Справка", "Отчёт"])
        self.assertEqual(second.direction, "Кадры")

    def test_a_piece_changes_its_row_only(self):
        read = self.read_lines(
            ["Направление", "Содержание", "Ответственные", "Срок"],
            ["По организации", "ВПР", "Завуч", "до мая"],
            ["", "ОГЭ", "Завуч", "до июня"],
            ["воспитания", "", "", ""],
            ["", "ЕГЭ", "Завуч", "до июля"],
        )
        cut = "По организации воспитания"
        self.assertEqual([row.direction for row in read], ["По организации", cut, cut])

    def test_a_whole_row_with_a_small_letter_is_a_row(self):
        lines = [["Месяц", "Содержание", "Ответственные"], ["май", "ВПР", "Завуч"]]
        lines += [["", "проверка журналов", "Директор"]]
        read = self.understand(word(lines, merged=[(1, 0, 2, 0)])).rows
        self.assertEqual([row.steps for row in read], [["ВПР"], ["проверка журналов"]])

    def test_a_row_cut_between_two_tables(self):
        first = [self.HEADER, ["Кадры", "Мониторинг претендентов", "Завуч", "", "май"]]
        second = [["", "на получение медали", "", "Приказ", ""]]
        [row] = understand([table_of(first), table_of(second, "Таблица 2")]).rows
        self.assertEqual(row.steps, ["Мониторинг претендентов на получение медали"])
        self.assertEqual(row.outcome, "Приказ")

    def test_rows_under_one_merged_direction_are_rows(self):
        lines = [self.HEADER, ["Кадры", "Аттестация", "Завуч", "Приказ", "до 5 мая"]]
        lines += [["", "Курсы", "Директор", "План", ""]]
        data = word(lines, merged=[(1, 0, 2, 0), (1, 4, 2, 4)])
        read = self.understand(data).rows
        self.assertEqual(
            [(row.direction, row.steps, row.term) for row in read],
            [("Кадры", ["Аттестация"], "до 5 мая"), ("Кадры", ["Курсы"], "до 5 мая")],
        )

    def test_a_plan_written_with_small_letters(self):
        read = self.read_lines(
            ["Содержание", "Ответственные"],
            ["проверка журналов\nпроверка дневников", "завуч"],
            ["посещение уроков", "директор"],
        )
        self.assertEqual(
            [row.steps for row in read],
            [["проверка журналов", "проверка дневников"], ["посещение уроков"]],
        )

    def test_headings_of_two_levels(self):
        read = self.read_lines(
            ["Содержание", "Ответственные", "Срок"],
            ["Раздел 1. Результаты", "", ""],
            ["НАЧАЛЬНАЯ ШКОЛА", "", ""],
            ["ВПР", "завуч", "май"],
            ["ОСНОВНАЯ ШКОЛА", "", ""],
            ["ОГЭ", "завуч", "июнь"],
            ["Раздел 2. Условия", "", ""],
            ["Питание", "завуч", "июнь"],
        )
        self.assertEqual(
            [(row.block, row.direction) for row in read],
            [
                ("Раздел 1. Результаты", "НАЧАЛЬНАЯ ШКОЛА"),
                ("Раздел 1. Результаты", "ОСНОВНАЯ ШКОЛА"),
                ("Раздел 2. Условия", ""),
            ],
        )

    def test_months_inside_a_block(self):
        read = self.read_lines(
            ["Содержание", "Ответственные"],
            ["КАЧЕСТВО УСЛОВИЙ", ""],
            ["Май", ""],
            ["Питание", "завуч"],
            ["Июнь – август", ""],
            ["Ремонт", "директор"],
        )
        self.assertEqual(
            [(row.block, row.month) for row in read],
            [("КАЧЕСТВО УСЛОВИЙ", "Май"), ("КАЧЕСТВО УСЛОВИЙ", "Июнь – август")],
        )

    def test_a_month_written_down_its_column(self):
        lines = [["Месяц", "Содержание"], ["М\nА\nЙ", "ВПР"]]
        self.assertEqual(self.read_lines(*lines)[0].month, "МАЙ")

    def test_a_slip_in_a_name_makes_no_new_direction(self):
        names = ["По работе в неблагоприятных социальных условиях"] * 2
        names.insert(1, "По работе в неблагоприятных социальных условия")
        lines = [[name, "ВПР", "Завуч", "Отчёт", "май"] for name in names]
        read = self.read_lines(self.HEADER, *lines)
        self.assertEqual({row.direction for row in read}, {names[0]})

    def test_rows_of_our_own_export_come_back_exactly(self):
        lines = [
            "1|май||Б|Н||проверка\nжурналов на\n11 А|М|Р|И,\nк|П".split("|"),
            "2||в течение года|||Объект|||||".split("|"),
            "3|||||Итого за год|||||".split("|"),
        ]
        read = self.read_lines(EXPORT, *lines)
        self.assertEqual(read[0].steps, ["проверка", "журналов на", "11 А"])
        self.assertEqual(read[0].outcomes, ["И,", "к"])
        self.assertEqual(
            [(row.number, row.month, row.term, row.block) for row in read],
            [
                ("1", "май", "", "Б"),
                ("2", "", "в течение года", ""),
                ("3", "", "", ""),
            ],
        )


@tagged("-at_install", "post_install")
class TestPlanProblems(PlanCase):
    def assertProblem(self, code, tables):
        with self.assertRaises(FileProblem) as caught:
            understand(tables)
        self.assertEqual(caught.exception.code, code)
        return caught.exception.params

    def test_no_header_anywhere(self):
        params = self.assertProblem("no_header", [table_of([["а", "б"]], "Лист1")])
        self.assertEqual(params["tables"], ["Лист1"])

    def test_header_without_rows(self):
        self.assertProblem("no_rows", [table_of([HEADER])])

    def test_a_table_of_signatures_is_named_and_skipped(self):
        signatures = table_of([["Утверждаю", "Согласовано"]])
        plan = table_of([HEADER, ["Питание", "Меню", "", "", ""]], "Таблица 2")
        reading = understand([signatures, plan])
        self.assertEqual(reading.problems, [("no_header", {"table": "Таблица 1"})])
        self.assertEqual(len(reading.rows), 1)

    def test_a_column_that_was_not_understood(self):
        header = ["Содержание", "Ответственные", "Бюджет"]
        tables = [table_of([header, ["ВПР", "завуч", "100 р."]])]
        reading = understand(tables)
        self.assertEqual(
            reading.problems,
            [
                (
                    "unknown_column",
                    {
                        "table": "Таблица 1",
                        "column": 3,
                        "header": "Бюджет",
                        "sample": "100 р.",
                    },
                )
            ],
        )
        reading.columns[2].meaning = "note"
        self.assertEqual(rows(tables, reading.columns)[0].note, "100 р.")
        self.assertFalse(understand(tables, reading.columns).problems)

    def test_a_long_text_over_the_table_is_named(self):
        remark = "Даты могут измениться по решению педагогического совета. " * 5
        lines = [HEADER, ["Питание", "Меню", "", "Завуч", ""], [remark, "", "", "", ""]]
        reading = self.understand(word(lines, merged=[(2, 0, 2, 4)]))
        [(code, params)] = reading.problems
        self.assertEqual(
            (code, params["table"], params["row"]), ("stray_text", "Таблица 1", 3)
        )
        self.assertEqual(reading.rows[0].block, "")

    def test_a_row_that_says_too_little(self):
        header = ["Номер", "Содержание", "Методы", "Ответственные"]
        [row] = self.read_lines(header, ["7", "", "", "завуч"])
        place = {"table": "Таблица 1", "row": 2}
        self.assertEqual(
            row.problems,
            [
                ("no_content", {**place, "column": "Содержание"}),
                ("no_term", {**place, "column": ""}),
            ],
        )
