import io
from zipfile import ZipFile

import openpyxl

from odoo.exceptions import AccessError

from .common import OFFICER, PaperCase, flat

TEXT = (
    "Школа № 3 – в числе лучших: всё ещё растёт на 4,2 п.п. «Отлично» – у 15 % детей."
)


class TestSelfExaminationPapers(PaperCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.examination = cls.env["vsoko.self.examination"].create(
            {
                "company_id": cls.school.id,
                "year": 2024,
                "employee_id": cls.deputy.id,
                "annexes": "Приложение 1. Итоги ГИА",
                "body_id": cls.env["vsoko.body"].search([], limit=1).id,
                "date_reviewed": "2025-04-01",
                "minutes_number": "7",
            }
        )
        for section in cls.examination.section_ids:
            section.text = f"<p>{TEXT}</p>" * 12
        cls.env["vsoko.measurement"].create(
            {
                "indicator_id": cls.env.ref("vsoko_module.indicator_1324_1_5").id,
                "period_id": cls.examination.period_id.id,
                "company_id": cls.school.id,
                "entry": "25/75",
            }
        )
        cls.examination.action_collect()

    def test_the_title_has_grif_review_and_year(self):
        first = flat(self._pages("self_examination_pdf", self.examination)[0])
        for words in (
            "Администрация города Заречного",
            "МБОУ «Средняя школа № 3»",
            "УТВЕРЖДАЮ",
            "А. В. Соколова",
            "РАССМОТРЕНО",
            "№ 7",
            "ОТЧЁТ О РЕЗУЛЬТАТАХ САМООБСЛЕДОВАНИЯ",
            "за 2024 год",
            "2025",
            "ПРОЕКТ",
        ):
            self.assertIn(words, first)

    def test_the_contents_name_the_pages_on_which_headings_stand(self):
        pages = [
            flat(page) for page in self._pages("self_examination_pdf", self.examination)
        ]
        headings = ["РАЗДЕЛ 1. АНАЛИТИЧЕСКАЯ ЧАСТЬ"]
        headings += [
            f"1.{number}. {section.name}"
            for number, section in enumerate(self.examination.section_ids, 1)
        ]
        headings += ["РАЗДЕЛ 2. ПОКАЗАТЕЛИ ДЕЯТЕЛЬНОСТИ ОРГАНИЗАЦИИ", "ПРИЛОЖЕНИЯ"]
        contents = pages[1]
        for heading in headings:
            where = next(
                number
                for number, page in enumerate(pages, 1)
                if number > 2 and heading in page
            )
            with self.subTest(heading):
                self.assertRegex(contents, rf"{heading[-20:]}[ .]*{where}\b")

    def test_pages_are_numbered_and_the_table_repeats_its_header(self):
        pages = [
            flat(page) for page in self._pages("self_examination_pdf", self.examination)
        ]
        for number, page in enumerate(pages[1:], 2):
            self.assertRegex(page, rf"(^|\s){number}(\s|$)")
        tables = [page for page in pages if "человек/%" in page]
        self.assertGreater(len(tables), 2)
        for page in tables:
            self.assertIn("Показатель", page)
            self.assertIn("2023 год", page)
            self.assertIn("2024 год", page)

    def test_figures_and_letters_are_all_there(self):
        text = self._text("self_examination_pdf", self.examination)
        self.assertIn("всё ещё растёт на 4,2 п.п.", text)
        self.assertIn("25 (33,3 %)", text.replace("\xa0", " "))
        self.assertIn("нет данных", text)
        self.assertIn("Приложение 1. Итоги ГИА", text)
        self.assertNotIn("\N{REPLACEMENT CHARACTER}", text)
        self.assertNotIn("py3o", text)

    def test_word_opens_the_report(self):
        content, extension = self._print("self_examination_docx", self.examination)
        self.assertEqual(extension, "docx")
        with ZipFile(io.BytesIO(content)) as package:
            body = package.read("word/document.xml").decode()
        self.assertIn("СОДЕРЖАНИЕ", body)
        self.assertIn("растёт", body)

    def test_excel_has_two_parts(self):
        content, _extension = self._print("self_examination_xlsx", self.examination)
        book = openpyxl.load_workbook(io.BytesIO(content))
        self.assertEqual(book.sheetnames, ["Раздел 1", "Раздел 2"])
        rows = {row[0].value: row for row in book["Раздел 2"].iter_rows()}
        self.assertEqual(rows["1.5"][4].value.replace("\xa0", " "), "25 (33,3 %)")
        self.assertEqual(rows["1.5"][2].value, "человек/%")

    def test_figures_of_an_evaluation_in_excel_are_numbers(self):
        evaluation = self.examination.evaluation_id
        content, _extension = self._print("indicators_xlsx", evaluation)
        sheet = openpyxl.load_workbook(io.BytesIO(content)).active
        rows = {row[0].value: row for row in sheet.iter_rows()}
        self.assertAlmostEqual(rows["1.5"][3].value, 100 / 3)
        self.assertIsNone(rows["1.6"][3].value)

    def test_chosen_figures_in_excel(self):
        figures = self.env["vsoko.measurement"].search(
            [("company_id", "=", self.school.id)]
        )
        content, _extension = self._print("measurements_xlsx", figures)
        sheet = openpyxl.load_workbook(io.BytesIO(content)).active
        codes = [row[0].value for row in sheet.iter_rows()]
        self.assertIn("1.5", codes)

    def test_another_school_prints_nothing(self):
        other = self.env["res.company"].create({"name": "Школа № 9"})
        stranger = self._make_user("stranger", OFFICER, other)
        with self.assertRaises(AccessError):
            self._print("self_examination_pdf", self.examination, stranger)
