import base64
import io
from zipfile import ZIP_DEFLATED, ZipFile

import docx

from odoo.exceptions import AccessError, ValidationError

from odoo.addons.vsoko_module.tools.office import convert

from ..tools.fill import fill
from ..tools.paper_sample import sample_paper
from .common import OFFICER, flat, pdf_pages
from .test_document_papers import DocumentPaperCase

MANAGER = "vsoko_module.group_vsoko_manager"
GENSHI = 'xmlns:py="http://genshi.edgewall.org/"'
XINCLUDE = 'xmlns:xi="http://www.w3.org/2001/XInclude"'
LINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
MARK = "<text:p>МЕСТО</text:p>"


class TemplateCase(DocumentPaperCase):
    """A manager uploads the shipped template of orders, changed."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.manager = cls._make_user("template_manager", MANAGER)
        cls.officer = cls._make_user("template_officer", OFFICER)
        template = cls.env["vsoko.document.template"].new({"layout": "order"})
        cls.shipped = template._shipped_file("odt")

    def _upload(self, content, filename="order.odt", **values):
        return (
            self.env["vsoko.document.template"]
            .with_user(self.manager)
            .create(
                {
                    "name": "Наш приказ",
                    "layout": "order",
                    "company_id": self.school.id,
                    "file": base64.b64encode(content),
                    "filename": filename,
                    **values,
                }
            )
        )

    def _with(self, fragment, part="content.xml", head=""):
        """The shipped template with ``fragment`` at the end of its text."""
        result = io.BytesIO()
        source = ZipFile(io.BytesIO(self.shipped))
        with ZipFile(result, "w", ZIP_DEFLATED) as target:
            for info in source.infolist():
                data = source.read(info)
                if info.filename == part:
                    text = data.decode().replace(
                        "</office:text>", f"{fragment}</office:text>"
                    )
                    data = text.replace("?>", f"?>{head}", 1).encode()
                target.writestr(info, data)
        return result.getvalue()

    def _field(self, expression):
        return (
            f'<text:p><text:user-field-get text:name="py3o.{expression}">x'
            "</text:user-field-get></text:p>"
        )

    def _loop(self, code):
        return (
            f'<text:p><text:a xlink:type="simple" xlink:href="py3o://{code}">{code}'
            "</text:a></text:p>"
        )

    def _with_file(self, name, data):
        """The shipped template with one more file in it."""
        result = io.BytesIO(self.shipped)
        with ZipFile(result, "a", ZIP_DEFLATED) as target:
            target.writestr(name, data)
        return result.getvalue()


class TestTemplates(TemplateCase):
    def test_a_template_saved_by_libreoffice_prints(self):
        saved = convert(self.shipped, "odt", "odt")
        self._upload(saved)
        text = self._text("order_pdf", self._make_order())
        self.assertIn("ПРИКАЗЫВАЮ: 1. Утвердить план", text)

    def test_a_template_made_in_word_prints(self):
        template = self.env["vsoko.document.template"].new({"layout": "order"})
        document = docx.Document(io.BytesIO(template._shipped_file("docx")))
        document.add_paragraph("Наша школа – самая лучшая, {{школа}}!")
        result = io.BytesIO()
        document.save(result)
        self._upload(result.getvalue(), "order.docx")
        text = self._text("order_pdf", self._make_order())
        self.assertIn("самая лучшая, МБОУ «Средняя школа № 3»!", text)
        self.assertIn("2. Мельниковой Ольге Петровне", text)
        self.assertIn("Мельникова О. П. _", text)
        self.assertIn("Директор __________________ А. В. Соколова", text)

    def test_marks_torn_by_formatting_are_read(self):
        document = docx.Document()
        paragraph = document.add_paragraph("")
        for piece, bold in (("Приказ {{но", True), ("мер", False), ("}} школы", True)):
            paragraph.add_run(piece).bold = bold
        document.add_paragraph("{{пункты}}")
        result = io.BytesIO()
        document.save(result)
        odt = convert(result.getvalue(), "docx", "odt")
        printed = convert(fill(odt, sample_paper("order")), "odt", "pdf")
        text = flat(" ".join(pdf_pages(printed)))
        self.assertIn("Приказ 125-ОД школы", text)
        self.assertIn("1. Утвердить план. 2. Завучевой М. П.", text)

    def test_a_template_of_a_kind_goes_before_the_common_one(self):
        kind = self.env.ref("vsoko_module.document_kind_directive")
        self._upload(self._with("<text:p>ДЛЯ ВСЕХ</text:p>"))
        own = self._with("<text:p>ДЛЯ РАСПОРЯЖЕНИЙ</text:p>")
        self._upload(own, kind_ids=[(6, 0, kind.ids)])
        self.assertIn("ДЛЯ ВСЕХ", self._text("order_pdf", self._make_order()))
        directive = self._make_order(kind_id=kind.id)
        self.assertIn("ДЛЯ РАСПОРЯЖЕНИЙ", self._text("order_pdf", directive))

    def test_another_school_keeps_its_own_look(self):
        other = self.env["res.company"].create({"name": "Другая школа"})
        self._upload(self._with("<text:p>ЧУЖОЕ</text:p>")).sudo().company_id = other
        self.assertNotIn("ЧУЖОЕ", self._text("order_pdf", self._make_order()))

    def test_only_managers_upload(self):
        templates = self.env["vsoko.document.template"].with_user(self.officer)
        with self.assertRaises(AccessError):
            templates.create({"name": "Наш", "file": base64.b64encode(self.shipped)})

    def test_the_sample_is_shown(self):
        template = self._upload(self.shipped)
        sample = base64.b64decode(template.with_context(bin_size=False).sample_file)
        self.assertTrue(sample.startswith(b"%PDF"))

    def test_what_a_template_may_not_do(self):
        entity = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
        hostile = {
            "python": self._with('<?python import os; os.system("id") ?>'),
            "genshi": self._with(
                f"<text:p {GENSHI} py:content=\"open('/x').read()\"/>"
            ),
            "directive": self._with(f'<py:def {GENSHI} function="f()"/>'),
            "include": self._with(f'<xi:include {XINCLUDE} href="/etc/passwd"/>'),
            "entity": self._with("<text:p>&amp;</text:p>", head=entity),
            "dollar": self._with("<text:p>${__import__('os')}</text:p>"),
            "dollar name": self._with("<text:p>$paper.__class__</text:p>"),
            "attribute": self._with('<text:p text:style-name="${1+1}"/>'),
            "class": self._with(self._field("paper.__class__")),
            "call": self._with(self._field("open('/etc/passwd').read()")),
            "import": self._with(self._field("__import__('os')")),
            "lambda": self._with(self._field("(lambda: 1)()")),
            "comprehension": self._with(self._field("[x for x in paper.items]")),
            "format": self._with(self._field("'%s' % paper")),
            "function": self._with(self._loop("function=&quot;open('x')&quot;")),
            "with": self._with(self._loop("with=&quot;a=1&quot;")),
            "loop": self._with(
                self._loop("for=&quot;x in open('/etc/passwd')&quot;")
                + self._loop("/for")
            ),
            "picture": self._with(
                f'<text:p><draw:frame><draw:image {LINK} xlink:href="file:///etc/x"/>'
                "</draw:frame></text:p>"
            ),
            "section": self._with(
                '<text:section text:name="s"><text:section-source '
                f'{LINK} xlink:href="file:///etc/passwd"/></text:section>'
            ),
            "script": self._with("<office:scripts><module/></office:scripts>"),
            "object": self._with("<draw:object-ole/>"),
        }
        for name, content in hostile.items():
            with self.subTest(name), self.assertRaises(ValidationError):
                with self.cr.savepoint():
                    self._upload(content)
        self.assertFalse(self.env["vsoko.document.template"].search([]))

    def test_mistakes_are_told_in_words(self):
        mistakes = {
            "headng": self._with(self._field("paper.headng")),
            "not closed": self._with(self._loop("for=&quot;x in paper.items&quot;")),
            "closes what": self._with(self._loop("/if")),
            "paper.items +": self._with(self._field("paper.items +")),
            "заголовок": self._with("<text:p>{{заголвок}}</text:p>"),
            "different lists": self._with("<text:p>{{пункты}} {{вопросы}}</text:p>"),
            "save it": b"not a template",
        }
        for words, content in mistakes.items():
            with self.subTest(words), self.assertRaises(ValidationError) as caught:
                with self.cr.savepoint():
                    self._upload(content)
            self.assertIn(words, str(caught.exception))

    def test_a_bomb_is_not_unpacked(self):
        result = io.BytesIO()
        with ZipFile(result, "w", ZIP_DEFLATED) as target:
            target.writestr("mimetype", "application/vnd.oasis.opendocument.text")
            target.writestr("content.xml", b"0" * (30 * 1024 * 1024))
        with self.assertRaisesRegex(ValidationError, "too large"):
            self._upload(result.getvalue())

    def test_a_broken_template_registers_nothing(self):
        template = self._upload(self.shipped)
        broken = base64.b64encode(self._with(self._field("paper.nothing")))
        # as if the field had been taken out of papers after the upload
        template.sudo().odt_file = broken
        order = self._make_order(manual_number=False)
        with self.assertRaises(Exception) as caught, self.cr.savepoint():
            self._register(order)
        self.assertIn("nothing", str(caught.exception))
        order.invalidate_recordset()
        self.assertFalse(order.number)

    def test_one_begins_with_the_template_that_is_shipped(self):
        templates = self.env["vsoko.document.template"].with_user(self.manager)
        template = templates.create({"name": "Наш", "company_id": self.school.id})
        self.assertEqual(template.filename, "order.odt")
        for name in ("shipped_odt", "shipped_docx", "sample_file"):
            self.assertTrue(template.with_context(bin_size=False)[name])
        self.assertIn("ПРИКАЗЫВАЮ:", self._text("order_pdf", self._make_order()))

    def test_what_is_used_is_not_written_past_the_check(self):
        template = self._upload(self.shipped)
        with self.assertRaises(AccessError):
            template.odt_file = base64.b64encode(b"other")
