import doctest
import io
import zipfile
from importlib import import_module

from lxml import etree

from odoo.tests import BaseCase, tagged

from ..tools.odt_columns import STYLE, TABLE, drop_empty_columns

MODULES = [
    "report.sheet",
    "tools.change_words",
    "tools.decision_words",
    "tools.fonts",
    "tools.odt_columns",
    "tools.paper_sample",
    "tools.template_expression",
    "tools.word_marks",
    "tools.plan_layout",
    "tools.programs",
]


@tagged("post_install", "-at_install")
class TestTools(BaseCase):
    def test_examples_in_docstrings(self):
        for name in MODULES:
            with self.subTest(name):
                module = import_module(f"odoo.addons.vsoko_reports.{name}")
                result = doctest.testmod(module)
                self.assertTrue(result.attempted)
                self.assertFalse(result.failed)


NAMED = f"{TABLE}style-name"
NAMESPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


@tagged("post_install", "-at_install")
class TestColumns(BaseCase):
    """Tables that a loop of a template makes have one set of styles."""

    def _widths(self, *filled):
        """Widths of the columns of each table of six with so many filled columns."""
        styles = "".join(
            f'<style:style style:name="D.{n}" style:family="table-column">'
            '<style:table-column-properties style:column-width="1cm"/></style:style>'
            for n in range(6)
        )
        tables = "".join(self._table(count) for count in filled)
        source = f"<office:doc {NAMESPACES}>{styles}{tables}</office:doc>"
        content = self._dropped(source.encode())
        root = etree.fromstring(content)
        own = {
            one.get(f"{STYLE}name"): one[0].get(f"{STYLE}column-width")
            for one in root.iter(f"{STYLE}style")
        }
        return [
            [
                own[one.get(f"{TABLE}style-name")]
                for one in table.iter(f"{TABLE}table-column")
            ]
            for table in root.iter(f"{TABLE}table")
        ]

    def _table(self, filled):
        columns = "".join(
            f'<table:table-column table:style-name="D.{n}"/>' for n in range(6)
        )
        cells = "".join(
            f"<table:table-cell><text:p>{'да' if n < filled else ''}</text:p>"
            "</table:table-cell>"
            for n in range(6)
        )
        row = f"<table:table-row>{cells}</table:table-row>"
        head = f"<table:table-header-rows>{row}</table:table-header-rows>"
        return f"<table:table>{columns}{head}{row}</table:table>"

    def _dropped(self, content):
        odt = io.BytesIO()
        with zipfile.ZipFile(odt, "w") as target:
            target.writestr("content.xml", content)
        result = drop_empty_columns(odt.getvalue())
        return zipfile.ZipFile(io.BytesIO(result)).read("content.xml")

    def test_tables_of_one_paper_keep_widths_of_their_own(self):
        self.assertEqual(
            self._widths(2, 3, 6, 2),
            [["3.000cm"] * 2, ["2.000cm"] * 3, ["1cm"] * 6, ["3.000cm"] * 2],
        )
