import io
import re

import docx
import openpyxl

from odoo.exceptions import AccessError
from odoo.tests import Form

from .common import OFFICER, USER, flat, pdf_pages
from .decision_case import FORMULA, DecisionPaperCase

LATIN = re.compile("[a-z]{2,}", re.IGNORECASE)
PAPERS = ("decisions_pdf", "decisions_docx", "decisions_xlsx")


class DecisionsCase(DecisionPaperCase):
    def _sheets(self, year=None):
        content, extension = self._print(
            "decisions_xlsx", year or self.year, self.officer
        )
        self.assertEqual(extension, "xlsx")
        return openpyxl.load_workbook(io.BytesIO(content))

    def _rows(self, name):
        return [
            [flat(str(cell.value if cell.value is not None else "")) for cell in row]
            for row in self._sheets()[name].iter_rows(min_row=5)
        ]

    def _year_text(self):
        content, _extension = self._print("decisions_pdf", self.year, self.officer)
        return flat(" ".join(pdf_pages(content)))

    def _table(self, number):
        content, extension = self._print("decisions_docx", self.year, self.officer)
        self.assertEqual(extension, "docx")
        table = docx.Document(io.BytesIO(content)).tables[number]
        return [[flat(cell.text) for cell in row.cells] for row in table.rows]


class TestDecisionsPaper(DecisionsCase):
    def test_three_parts_under_the_name_of_the_school(self):
        text = self._year_text()
        places = [
            text.index(words)
            for words in (
                "МБОУ «Средняя школа № 3»",
                "Анализ использования результатов",
                "2024/25 учебный год",
                "1. Рассмотрение и обсуждение результатов",
                "2. Перечень мероприятий",
                "3. Отслеживание динамики результатов",
                "Заместитель директора по УВР",
                "О. П. Мельникова",
            )
        ]
        self.assertEqual(places, sorted(places))

    def test_a_meeting_is_said_once_for_all_its_decisions(self):
        meeting = self._make_meeting(date_text="Август 2024", number="1")
        self._make_decision("1. Доработать программу", meeting_id=meeting.id)
        self._make_decision(
            "Составить график",
            meeting_id=meeting.id,
            term_text="Сентябрь-ноябрь 2024г",
            role_text="Зам.директора по УВР",
        )
        rows = self._table(0)
        self.assertEqual(
            rows[1],
            [
                "1",
                "Педагогический совет Протокол № 1",
                "Август 2024",
                "1. Доработать программу",
                "14.02.2025",
                "И. П. Громова",
            ],
        )
        # a merged cell says the same in each of its rows
        self.assertEqual(rows[2][:3], rows[1][:3])
        self.assertEqual(
            rows[2][3:],
            ["2. Составить график", "Сентябрь-ноябрь 2024г", "Зам.директора по УВР"],
        )
        text = self._year_text()
        self.assertEqual(text.count("Август 2024"), 1)
        self.assertNotIn("〃", text)

    def test_meetings_go_by_their_days(self):
        for day in ("2024-11-05", "2024-08-30"):
            meeting = self._make_meeting(date=day)
            self._make_decision(f"Решено {day}", meeting_id=meeting.id)
        undated = self._make_meeting(body_text="Заседание ШМО")
        self._make_decision("Решено без даты", meeting_id=undated.id)
        self.assertEqual(
            [row[3] for row in self._table(0)[1:]],
            ["1. Решено 2024-08-30", "1. Решено без даты", "1. Решено 2024-11-05"],
        )

    def test_what_is_missing_is_a_dash_and_a_project_is_called_so(self):
        meeting = self._make_meeting(date="2024-08-30")
        empty = {"state": "draft", "employee_ids": False, "date_deadline": False}
        self._make_decision("Без срока", meeting_id=meeting.id, **empty)
        self._make_decision("Вне заседаний", **empty)
        self._make_decision("Отменено", state="cancelled")
        rows = self._table(0)[1:]
        self.assertEqual(
            [row[1:] for row in rows],
            [
                ["Педагогический совет", "30.08.2024", "1. Без срока", "–", "–"],
                ["Вне заседаний", "–", "1. Вне заседаний (проект)", "–", "–"],
            ],
        )
        text = self._year_text()
        self.assertIn("Не указан срок или ответственный: 1.1.", text)
        self.assertIn("Проекты, ещё не приняты: 2.1.", text)

    def test_measures_are_printed_as_the_school_writes_them(self):
        self._make_measure(
            "Использовать в подготовке к ВПР интернет-ресурсы",
            class_text="3,4",
            subject_text="Русский язык, математика",
            role_text="Учителя начальных классов",
        )
        self._make_measure(
            "Индивидуальный маршрут",
            class_ids=[(6, 0, self.school_class.ids)],
            pupil_code="К-12",
            employee_ids=[(6, 0, self.teacher.ids)],
            is_done=True,
        )
        rows = self._table(0)
        self.assertEqual(
            rows[1],
            [
                "1",
                "2024/25",
                "Использовать в подготовке к ВПР интернет-ресурсы",
                "3,4",
                "Русский язык, математика",
                "Учителя начальных классов",
                "–",
            ],
        )
        self.assertEqual(
            rows[2][2:],
            [
                "Индивидуальный маршрут Обучающийся: К-12",
                "7Б",
                "–",
                "И. П. Громова",
                "Выполнено",
            ],
        )

    def test_the_effect_is_told_from_before_to_after(self):
        finding = self._make_finding(cause_id=self.cause.id)
        decision = self._make_decision("Провести занятия", finding_id=finding.id)
        self._judge(decision, "56")
        self.assertIn(
            "1. Качество знаний по математике в 7Б – 52 %. Решение: провести занятия."
            " Было 52 %, цель 60 %, стало 56 % (проверено 03.03.2025): цель достигнута"
            " частично.",
            self._year_text(),
        )

    def test_effectiveness_is_counted_by_body_and_cause(self):
        finding = self._make_finding(cause_id=self.cause.id)
        meeting = self._make_meeting(date="2024-08-30")
        first = self._make_decision(meeting_id=meeting.id, finding_id=finding.id)
        self._judge(first, "61")
        first.action_verify()
        self._judge(self._make_decision(meeting_id=meeting.id), "50")
        self._make_decision("Составить план")
        rows = {row[0]: row[1:] for row in self._rows("Эффективность")}
        self.assertEqual(rows["Всего"], ["3", "2", "2", "2", "1", "50 %"])
        self.assertEqual(
            rows["Педагогический совет"], ["2", "2", "2", "2", "1", "50 %"]
        )
        self.assertEqual(rows["Вне заседаний"], ["1", "0", "0", "0", "0", "–"])
        self.assertEqual(rows["Кадры"], ["1", "1", "1", "1", "1", "100 %"])
        text = self._year_text()
        self.assertIn(
            "принято к исполнению 3 решения на 1 заседании. Выполнено 2", text
        )
        self.assertIn("Эффект оценён у 2 из 2 выполненных, подтверждён у 1", text)
        self.assertIn("Просрочены: 2.1.", text)

    def test_problems_nobody_has_decided_about_are_named(self):
        self._make_finding("В 9А нет роста")
        self.assertIn(
            "Решение пока не принято по выводам: В 9А нет роста.", self._year_text()
        )

    def test_the_paper_is_russian_whoever_prints_it(self):
        self.env["res.lang"]._activate_lang("en_US")
        self.officer.lang = "en_US"
        finding = self._make_finding(component="content")
        self._judge(self._make_decision(finding_id=finding.id), "40")
        self.assertFalse(LATIN.findall(self._year_text()))
        words = " ".join(
            cell for name in ("Решения", "Динамика") for cell in self._rows(name)[0]
        )
        self.assertFalse(LATIN.findall(words))

    def test_an_empty_year_says_so_and_shows_the_way(self):
        text = self._year_text()
        self.assertIn("Решений за этот учебный год в системе нет.", text)
        self.assertIn("Мероприятий за этот учебный год в системе нет.", text)
        self.assertIn(
            "В 2024/25 учебном году решений к исполнению пока не принято.", text
        )
        self.assertNotIn("Формулировка принятого решения", text)
        self.assertIn("Решений за этот учебный год", self._rows("Решения")[0][3])

    def test_the_header_is_on_each_page_and_the_signature_not_alone(self):
        meeting = self._make_meeting(date="2024-08-30")
        for number in range(1, 41):
            self._make_decision(
                f"Решение {number} о том, как повысить качество " * 3,
                meeting_id=meeting.id,
            )
        content, _extension = self._print("decisions_pdf", self.year, self.officer)
        pages = pdf_pages(content)
        self.assertGreater(len(pages), 4)
        for page in pages[:-1]:
            self.assertIn("Срок исполнения", flat(page))
        self.assertIn("Просрочены: 1.1 – 1.40.", flat(pages[-1]))
        self.assertIn("О. П. Мельникова", flat(pages[-1]))

    def test_awkward_texts_are_printed_as_they_are(self):
        name = f"{FORMULA} <b>& «Контроль»</b>\x0b" + "слово " * 300
        self._make_decision(name, role_text=FORMULA, term_text=FORMULA)
        self._make_measure(FORMULA, class_text="+7", result="@SUM(A1)")
        self.assertIn(flat(name), self._table(0)[1][3])
        self.assertEqual(self._table(0)[1][5], FORMULA)
        for sheet in self._sheets():
            for row in sheet.iter_rows(min_row=5):
                for cell in row:
                    self.assertIn(cell.data_type, "sn")
                    self.assertIsNone(cell.hyperlink)
        self.assertEqual(self._rows("Мероприятия")[0][2], FORMULA)


class TestDecisionsSheet(DecisionsCase):
    def test_each_row_says_its_meeting_so_that_it_can_be_filtered(self):
        meeting = self._make_meeting(date="2024-08-30")
        finding = self._make_finding()
        self._make_decision("Раз", meeting_id=meeting.id, finding_id=finding.id)
        self._make_decision("Два", meeting_id=meeting.id)
        rows = self._rows("Решения")
        self.assertEqual(
            [row[:3] for row in rows],
            [
                ["1.1", "Педагогический совет", "30.08.2024"],
                ["1.2", "Педагогический совет", "30.08.2024"],
            ],
        )
        self.assertEqual(rows[0][6], "Принято")
        self.assertEqual(rows[0][8], finding.name)
        sheet = self._sheets()["Решения"]
        self.assertEqual(sheet.freeze_panes, "A5")
        self.assertEqual(sheet.print_title_rows, "$4:$4")

    def test_figures_of_the_dynamics_stand_in_cells(self):
        finding = self._make_finding()
        self._judge(self._make_decision("Занятия", finding_id=finding.id), "61")
        self.assertEqual(
            self._rows("Динамика")[0],
            [
                "1.1",
                finding.name,
                "Занятия",
                "52 %",
                "60 %",
                "61 %",
                "цель достигнута",
                "03.03.2025",
            ],
        )


class TestDecisionsAccess(DecisionsCase):
    def test_teacher_cannot_print_by_an_address(self):
        teacher = self._make_user("decisions_teacher", USER)
        for paper in PAPERS:
            with self.subTest(paper), self.assertRaises(AccessError):
                self._print(paper, self.year, teacher)

    def test_another_school_prints_nothing_of_ours(self):
        other = self.env["res.company"].create({"name": "Другая школа"})
        stranger = self._make_user("decisions_stranger", OFFICER, other)
        for paper in PAPERS:
            with self.subTest(paper), self.assertRaises(AccessError):
                self._print(paper, self.year, stranger)


class TestDecisionsWindow(DecisionsCase):
    def test_the_current_year_is_proposed_with_what_is_missing_in_it(self):
        self._make_decision()
        lacking = self._make_decision("Без срока", state="draft", date_deadline=False)
        self._make_measure("Занятие")
        with Form(self.env["vsoko.decisions.print"].with_user(self.officer)) as form:
            self.assertEqual(form.year_id, self.year)
            self.assertEqual((form.decision_count, form.measure_count), (2, 1))
            self.assertEqual(form.incomplete_count, 1)
        action = form.record.action_view_incomplete()
        found = self.env[action["res_model"]].search(action["domain"])
        self.assertEqual(found, lacking)
        self.assertEqual(
            form.record.action_xlsx()["report_name"], "vsoko_reports.decisions_xlsx"
        )

    def test_name_of_the_file(self):
        report = self.env.ref("vsoko_reports.decisions_pdf")
        name = report.gen_report_download_filename(self.year.ids, {})
        self.assertEqual(name, "Решения за 2024-25 учебный год.pdf")

    def test_teacher_has_no_window(self):
        teacher = self._make_user("window_teacher", USER)
        with self.assertRaises(AccessError):
            self.env["vsoko.decisions.print"].with_user(teacher).create({})
