import base64

from odoo.tools.misc import file_open

from odoo.addons.vsoko_module.tools.office import convert

from .common import PaperCase


class TestTemplates(PaperCase):
    """A school opens a template in LibreOffice, changes it and gives it back."""

    def test_papers_print_from_templates_saved_by_libreoffice(self):
        plan = self._from_template("quality")
        expected = {
            paper: self._words(paper, plan) for paper in ("plan_pdf", "order_pdf")
        }
        for paper, words in expected.items():
            with self.subTest(paper):
                self._save_template_again(paper)
                self.assertEqual(self._words(paper, plan), words)

    def _words(self, paper, plan):
        """Widths are rounded when saved, so lines of neighbour cells may shift."""
        return sorted(self._text(paper, plan).split())

    def _save_template_again(self, paper):
        report = self.env.ref(f"vsoko_reports.{paper}")
        with file_open(f"vsoko_reports/{report.py3o_template_fallback}", "rb") as file:
            saved = convert(file.read(), "odt", "odt")
        report.py3o_template_id = self.env["py3o.template"].create(
            {
                "name": paper,
                "filetype": "odt",
                "py3o_template_data": base64.b64encode(saved),
            }
        )
