import io

import docx

from odoo.exceptions import ValidationError

from odoo.addons.vsoko_module.tools.office import convert

from ..tools.fill import fill
from ..tools.paper_sample import MAIN, sample_paper
from .common import flat, pdf_pages
from .test_document_templates import TemplateCase

LAYOUTS = ("order", "note", "minutes", "excerpt", "text")


class TestWordTemplates(TemplateCase):
    """The file to begin with, changed in Word and given back."""

    def _start(self, layout):
        template = self.env["vsoko.document.template"].new({"layout": layout})
        return docx.Document(io.BytesIO(template._shipped_file("docx")))

    def _saved(self, document):
        result = io.BytesIO()
        document.save(result)
        return result.getvalue()

    def _pages_by(self, document, layout, **values):
        odt = convert(self._saved(document), "docx", "odt")
        printed = fill(odt, {**sample_paper(layout), **values})
        return pdf_pages(convert(printed, "odt", "pdf"))

    def _refused(self, document, words, **values):
        with self.assertRaises(ValidationError) as caught, self.cr.savepoint():
            self._upload(self._saved(document), "ours.docx", **values)
        self.assertIn(words, str(caught.exception))

    def _without(self, document, mark):
        (paragraph,) = [one for one in document.paragraphs if mark in one.text]
        paragraph._element.getparent().remove(paragraph._element)
        return document

    def test_each_look_prints_what_it_is_for(self):
        for layout in LAYOUTS:
            with self.subTest(layout):
                text = flat(" ".join(self._pages_by(self._start(layout), layout)))
                self.assertIn(MAIN[layout][1], text)
                self.assertIn("А. И. Директорова", text)
                self.assertIn("Приложение № 1 к приказу", text)
                self.assertNotIn("{{", text)

    def test_a_note_keeps_its_tables_chart_and_advice(self):
        text = flat(" ".join(self._pages_by(self._start("note"), "note")))
        for words in (
            "Класс По списку Писали Успеваемость, % Качество, % 5А 25 24 95,8 61,5",
            "Качество по классам Входной срез",
            "отработать деление дробей в 5Б",
        ):
            self.assertIn(words, text)

    def test_the_header_of_a_long_table_is_on_each_page(self):
        rows = [[f"{n}А", "25", "95,8"] for n in range(1, 121)]
        table = {"title": "", "header": ["Класс", "Писали", "%"], "rows": rows}
        section = {
            "code": "results",
            "title": "Результаты",
            "paragraphs": ["Текст"],
            "tables": [table],
            "charts": [],
        }
        pages = self._pages_by(self._start("note"), "note", sections=[section])
        with_rows = [page for page in pages if "95,8" in page]
        self.assertGreater(len(with_rows), 2)
        for page in with_rows:
            self.assertIn("Писали", page)

    def test_minutes_keep_who_spoke_and_what_was_decided(self):
        text = flat(" ".join(self._pages_by(self._start("minutes"), "minutes")))
        for words in (
            "ПОВЕСТКА ДНЯ: 1. О плане на год",
            "СЛУШАЛИ: М. П. Завучева, заместитель директора О задачах года.",
            "ВЫСТУПИЛИ: В. Н. Учителева-Ёлкина предложила принять план.",
            "РЕШИЛИ: 1.1. Принять план. Голосовали: «за» – 3",
        ):
            self.assertIn(words, text)

    def test_an_own_look_prints_real_papers(self):
        document = self._start("order")
        document.add_paragraph("Наш девиз")
        self._upload(self._saved(document), "ours.docx")
        text = self._text("order_pdf", self._make_order())
        self.assertIn("Наш девиз", text)
        self.assertIn("План контроля Русский язык – 5 классы, ёлка № 1", text)

    def test_a_template_that_would_lose_the_paper_is_refused(self):
        for layout in LAYOUTS:
            mark = MAIN[layout][0]
            with self.subTest(layout):
                document = self._without(self._start(layout), f"{{{{{mark}}}}}")
                self._refused(document, f"{{{{{mark}}}}}", layout=layout)

    def test_a_mark_of_a_whole_part_stands_alone(self):
        document = self._start("note")
        document.add_paragraph("Вот разделы: {{разделы}}")
        self._refused(document, "paragraph of its own", layout="note")
