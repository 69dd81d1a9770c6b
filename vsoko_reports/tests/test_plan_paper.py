import io
from zipfile import ZipFile

import docx

from ..report.plan_paper import plan_paper, rows_of
from .common import PaperCase, flat

HEADER = "№ Направление Содержание Ответственные Результат"
LONG = "слово " * 3000


class TestPlanPaper(PaperCase):
    def test_cyclogram_of_88_rows(self):
        plan = self._from_template("cyclogram")
        pages = self._pages("plan_pdf", plan)
        text = flat(" ".join(pages))
        self.assertGreater(len(pages), 5)
        for number, page in enumerate(pages[:-1], 1):
            with self.subTest(page=number):
                self._check_page(number, page)
        # the signature never stands on a page of its own
        self.assertIn(HEADER, flat(pages[-1]))
        self.assertIn("1. Анализ результативности ГИА", text)
        self.assertIn("2. Внесение изменений в ООП", text)
        for month in ("АВГУСТ", "ЯНВАРЬ", "ИЮНЬ"):
            self.assertEqual(text.count(month), 1)
        numbers = {row.number for row in rows_of(plan) if row.kind == "line"}
        self.assertEqual(numbers, {str(number) for number in range(1, 89)})

    def _check_page(self, number, page):
        self.assertIn(HEADER, flat(page))
        self.assertEqual(page.split()[0] == str(number), number > 1)
        # a heading never stays alone at the bottom
        last = [line.strip() for line in page.splitlines() if line.strip()][-1]
        self.assertNotIn("Механизмы управления", last)
        self.assertFalse(last.isupper(), last)

    def test_stamps_of_an_approved_plan(self):
        plan = self._from_template(
            "cyclogram",
            body_id=self.env.ref("vsoko_module.body_pedagogical_council").id,
            minutes_number="1",
            minutes_date="2024-08-29",
            order_number="125-ОД",
            order_date="2024-08-30",
        )
        self._approve(plan)
        text = self._text("plan_pdf", plan)
        for words in (
            "Администрация города Заречного",
            "МБОУ «Средняя школа № 3»",
            "РАССМОТРЕНО",
            "Педагогический совет",
            "протокол от 29 августа 2024 г. № 1",
            "УТВЕРЖДЕНО",
            "А. В. Соколова",
            "приказ от 30 августа 2024 г. № 125-ОД",
            "2024/25 учебный год",
        ):
            self.assertIn(words, text)
        self.assertRegex(
            text, "Исполнитель Заместитель директора по УВР _+ О. П. Мельникова"
        )
        self.assertNotIn("ПРОЕКТ", text)

    def test_draft_says_so_and_has_blanks(self):
        text = self._text("plan_pdf", self._from_template("quality"))
        self.assertIn("ПРОЕКТ", text)
        self.assertIn("УТВЕРЖДАЮ", text)
        self.assertIn("приказ от «___» ____________ 20___ г. № ______", text)

    def test_goals_and_columns_of_the_second_template(self):
        plan = self._from_template("quality")
        text = self._text("plan_pdf", plan)
        self.assertIn("Цели 1. Совершенствовать единую систему", text)
        self.assertIn("Задачи 1. Сформировать единую систему", text)
        self.assertIn("Принципы 1. Объективность", text)
        self.assertIn("№ Объект Содержание Методы Ответственные Результат", text)
        self.assertNotIn("Направление", text)

    def test_template_is_a_sample(self):
        template = self.env.ref("vsoko_module.plan_template_quality")
        self.assertEqual(plan_paper(template)["mark"], "ОБРАЗЕЦ")

    def test_empty_plan(self):
        text = self._text("plan_pdf", self._make_plan())
        self.assertIn("План ВСОКО на 2024/25 учебный год", text)
        self.assertIn("В ПЛАН ПОКА НЕ ВНЕСЕНО НИ ОДНОЙ ПРОЦЕДУРЫ", text)

    def test_signs_of_xml_and_signs_that_xml_cannot_hold(self):
        plan = self._make_plan(
            [{"name": '5 < 6 & «7» > "8" ${1+1}\x0b', "term_text": "сентябрь"}],
            name="План <b>&amp;</b>",
            goals="<p>больше &lt; лучше &amp; чаще<script>alert(1)</script></p>",
        )
        text = self._text("plan_pdf", plan)
        self.assertIn('5 < 6 & «7» > "8" ${1+1}', text)
        self.assertIn("План <b>&amp;</b>", text)
        self.assertIn("больше < лучше & чаще", text)
        self.assertNotIn("alert", text)

    def test_row_longer_than_a_page_is_printed_whole(self):
        plan = self._make_plan(
            [{"name": f"Начало {LONG} конец", "term_text": "май", "role_text": "Все"}]
        )
        pages = self._pages("plan_pdf", plan)
        self.assertGreater(len(pages), 2)
        text = flat(" ".join(pages))
        self.assertEqual(text.count("слово"), 3000)
        self.assertIn("конец", text)

    def test_cancelled_lines_are_not_printed(self):
        plan = self._make_plan([{"name": "Первая"}, {"name": "Вторая"}])
        plan.procedure_ids[0].action_cancel()
        text = self._text("plan_pdf", plan)
        self.assertNotIn("Первая", text)
        self.assertIn("1 Вторая", text)

    def test_term_is_printed_when_the_month_does_not_say_it(self):
        plan = self._make_plan(
            [
                {"name": "Первая", "term_text": "сентябрь"},
                {"name": "Вторая", "term_text": "до 20 сентября"},
            ]
        )
        text = self._text("plan_pdf", plan)
        self.assertEqual(text.lower().count("сентябрь"), 1)
        self.assertIn("до 20 сентября", text)

    def test_plan_by_sections_keeps_the_order_of_its_author(self):
        blocks = self.env.ref("vsoko_module.framework_quality").block_ids[:2]
        plan = self._make_plan(
            [
                {
                    "name": f"{block.name} {month}",
                    "block_id": block.id,
                    "term_text": month,
                }
                for block in blocks
                for month in ("май", "октябрь", "сентябрь")
            ],
            framework_id=self.env.ref("vsoko_module.framework_quality").id,
        )
        rows = rows_of(plan)
        self.assertEqual(
            [row.kind for row in rows], ["block", "line", "line", "line"] * 2
        )
        self.assertEqual(
            [row.term for row in rows[1:4]], ["май", "октябрь", "сентябрь"]
        )

    def test_several_plans_in_one_file(self):
        plans = self._from_template("quality") | self._make_plan(name="Второй план")
        pages = self._pages("plan_pdf", plans)
        self.assertIn("Второй план", pages[-1])
        self.assertIn("Цели", pages[0])

    def test_several_plans_of_one_name_in_word(self):
        plans = self._make_plan() | self._make_plan()
        content, extension = self._print("plan_docx", plans)
        self.assertEqual(extension, "zip")
        with ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
        self.assertEqual(names, ["План ВСОКО.docx", "План ВСОКО (2).docx"])

    def test_word_file_can_be_edited_as_a_school_does(self):
        plan = self._from_template("cyclogram")
        content, extension = self._print("plan_docx", plan)
        self.assertEqual(extension, "docx")
        document = docx.Document(io.BytesIO(content))
        table = document.tables[1]
        header, *rows = table.rows
        self.assertEqual(flat(" ".join(cell.text for cell in header.cells)), HEADER)
        self.assertIn("w:tblHeader", header._tr.xml)
        self.assertTrue(all("w:cantSplit" in row._tr.xml for row in rows))
        self.assertEqual(
            document.tables[1].rows[3].cells[2].text.splitlines()[0],
            "1. Анализ результативности ГИА",
        )
        section = document.sections[0]
        self.assertGreater(section.page_width, section.page_height)
        self.assertEqual(document.styles["Normal"].font.name, "Times New Roman")
