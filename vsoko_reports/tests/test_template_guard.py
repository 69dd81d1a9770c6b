import io
import tempfile
from pathlib import Path
from zipfile import ZipFile

from odoo.exceptions import ValidationError

from ..tools.fill import fill
from ..tools.paper_sample import sample_paper
from .test_document_templates import LINK, TemplateCase


class TestTemplateGuard(TemplateCase):
    """Ways around the guard that once led to Python: each left a file behind."""

    def setUp(self):
        super().setUp()
        self.trace = Path(self.enterContext(tempfile.TemporaryDirectory())) / "trace"
        path = f"&apos;{self.trace}&apos;"
        self.code = f"__import__(&apos;pathlib&apos;).Path({path}).touch()"

    def _refused(self, content, words=""):
        with self.assertRaises(ValidationError) as caught, self.cr.savepoint():
            self._upload(content)
        self.assertIn(words, str(caught.exception))
        self.assertFalse(self.trace.exists())
        self.assertFalse(self.env["vsoko.document.template"].search([]))

    def _frame(self, name):
        return self._with(
            f'<text:p><draw:frame draw:name="py3o.{name}"><draw:image/></draw:frame>'
            "</text:p>"
        )

    def _link(self, address, element="text:a"):
        return self._with(
            f'<text:p><{element} {LINK} xlink:href="{address}">x</{element}></text:p>'
        )

    def test_an_address_runs_nothing(self):
        for start in ("#", "http://school.example/", "mailto:"):
            with self.subTest(start):
                self._refused(self._link(f"{start}${{{self.code}}}"))

    def test_a_name_of_a_frame_runs_nothing(self):
        for name in (
            f"&quot;${{{self.code}}}&quot;",
            f"image({self.code})(1)",
            f"image(1) or ({self.code})",
            f"image(*{self.code})",
            f"image(paper.mark, **{{&apos;a&apos;: {self.code}}})",
            "image(paper.mark, origin_attrib=paper)",
        ):
            with self.subTest(name):
                self._refused(self._frame(name))

    def test_a_field_that_reads_otherwise_when_decoded_is_refused(self):
        expression = f"&apos;%27 &apos; and {self.code} and &apos; %27&apos;"
        self._refused(self._with(self._field(expression)))

    def test_namespaces_of_the_templates_own_hide_nothing(self):
        name = f"py3o.{self.code}"
        self._refused(
            self._with(
                '<x:p xmlns:x="urn:text">'
                f'<x:user-field-get x:name="{name}">x</x:user-field-get></x:p>'
            )
        )

    def test_an_instruction_stands_in_a_link_of_text_only(self):
        self._refused(self._link("py3o://if=%22paper.mark%22", "draw:a"))
        self._refused(
            self._with(
                '<text:p><text:text-input text:description="py3o://if=1">x'
                "</text:text-input></text:p>"
            )
        )

    def test_tools_of_the_engine_are_no_fields(self):
        for name in ("decimal.Decimal", "format_date", "paper.heading.format"):
            with self.subTest(name):
                self._refused(self._with(self._field(name)), name.split(".")[0])

    def test_a_drawing_fetches_nothing(self):
        href = b'<svg><image href="file:///etc/hostname"/></svg>'
        for picture in (href, b'<!DOCTYPE a [<!ENTITY b "c">]><svg/>'):
            content = self._with_file("Pictures/logo.svg", picture)
            self._refused(content, "Pictures/logo.svg")
        self._upload(self._with_file("Pictures/logo.svg", b'<svg width="9"/>'))

    def test_the_nearest_field_is_proposed(self):
        for wrong, right in (
            ("paper.headng", "paper.heading"),
            ("paper.school.nme", "paper.school.name"),
            ("papr.number", "paper"),
        ):
            with self.subTest(wrong):
                self._refused(self._with(self._field(wrong)), f"«{right}»")

    def test_a_field_behind_a_condition_or_in_a_loop_is_looked_at(self):
        unknown = self._field("paper.nothing_like_it")
        condition = self._loop("if=%22not paper.mark%22")
        self._refused(
            self._with(condition + unknown + self._loop("/if")), "nothing_like_it"
        )
        loop = self._loop("for=%22item in paper.items%22")
        inside = self._field("item.txt") + self._loop("/for")
        self._refused(self._with(loop + inside), "«item.text»")
        outside = self._field("item.text")
        self._refused(self._with(outside), "«item")

    def test_lists_are_repeated_and_texts_are_printed(self):
        self._refused(self._with(self._field("paper.items")), "is a list")
        loop = self._loop("for=%22sign in paper.number%22")
        self._refused(self._with(loop + self._loop("/for")), "is no list")
        self._refused(self._with(self._field("paper.items[99].text")))

    def test_a_message_holds_no_paper(self):
        with self.assertRaises(ValidationError) as caught, self.cr.savepoint():
            self._upload(self._with(self._field("paper.headng")))
        self.assertLess(len(str(caught.exception)), 200)


class TestPrintedSigns(TemplateCase):
    def test_signs_pasted_from_word_do_not_break_a_paper(self):
        order = self._make_order(name="Об итогах\x0bполугодия\x07 ${1+1} {{номер}}")
        text = self._text("order_pdf", order)
        self.assertIn("Об итогах полугодия", text)
        self.assertIn("${1+1} {{номер}}", text)

    def test_papers_have_no_field_that_the_sample_has_not(self):
        order = self._make_order()
        self.assertLessEqual(set(order._paper()), set(sample_paper("order")))

    def test_each_shipped_template_passes_for_each_look(self):
        template = self.env["vsoko.document.template"].new({"layout": "order"})
        for layout, _name in template._layouts():
            template.layout = layout
            odt = fill(template._shipped_file("odt"), sample_paper(layout))
            self.assertIsNone(ZipFile(io.BytesIO(odt)).testzip())
