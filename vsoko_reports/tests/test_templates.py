import base64

from odoo.tools.misc import file_open

from odoo.addons.vsoko_module.tools.office import convert

from .common import PaperCase


class TestTemplates(PaperCase):
    """A school opens a template in LibreOffice, changes it and gives it back."""

    def test_papers_print_from_templates_saved_by_libreoffice(self):
        plan = self._from_template("quality")
        self._check_papers(plan, "plan_pdf")

    def test_annex_prints_from_a_template_saved_by_libreoffice(self):
        plan = self._from_template("quality")
        self._approve(plan)
        plan.procedure_ids[:2].action_cancel("Школа закрыта")
        requests = self.env["vsoko.changes.print"]
        for period in ("this", "last"):
            request = requests.create({"plan_id": plan.id, "period": period})
            self._check_papers(request, "changes_month_pdf")

    def test_decisions_print_from_a_template_saved_by_libreoffice(self):
        self.env["vsoko.decision"].create(
            [{"name": name, "year_id": self.year.id} for name in ("Раз", "Два")]
        )
        self._check_papers(self.year, "decisions_pdf")

    def _check_papers(self, record, *papers):
        expected = {paper: self._words(paper, record) for paper in papers}
        for paper, words in expected.items():
            with self.subTest(paper):
                self._save_template_again(paper)
                self.assertEqual(self._words(paper, record), words)

    def _words(self, paper, record):
        """Widths are rounded when saved, so lines of neighbour cells may shift."""
        return sorted(self._text(paper, record).split())

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
