from odoo import models
from odoo.tools import file_open

from ..tools.contents import pages_of
from ..tools.fill import print_by

TEMPLATE = "vsoko_reports/report/odt/self_examination.odt"
PARTS = (
    "РАЗДЕЛ 1. АНАЛИТИЧЕСКАЯ ЧАСТЬ",
    "РАЗДЕЛ 2. ПОКАЗАТЕЛИ ДЕЯТЕЛЬНОСТИ ОРГАНИЗАЦИИ",
    "ПРИЛОЖЕНИЯ",
)
# Title and contents: the report itself begins on the third page
FIRST = 3


class VsokoSelfExamination(models.Model):
    """The report through an ODT template; its contents need a print to know pages."""

    _inherit = "vsoko.self.examination"

    _py3o_report = "vsoko_reports.self_examination_pdf"

    def _render_files(self, extension):
        if not self or (extension != "odt" and not self._office()):
            return super()._render_files(extension)
        papers = [one._with_contents(one._paper()) for one in self]
        drafts = self._convert_papers([self._fill(paper) for paper in papers], "pdf")
        for paper, pdf in zip(papers, drafts, strict=True):
            self._number_contents(paper, pdf)
        files = [self._fill(paper) for paper in papers]
        return files if extension == "odt" else self._convert_papers(files, extension)

    def _with_contents(self, paper):
        titles = [
            PARTS[0],
            *(f"{one['number']}. {one['title']}" for one in paper["sections"]),
            PARTS[1],
            *(PARTS[2:] if paper["annexes"] else ()),
        ]
        contents = [{"title": title, "page": ""} for title in titles]
        return {**paper, "contents": contents}

    def _number_contents(self, paper, pdf):
        titles = [line["title"] for line in paper["contents"]]
        pages = pages_of(pdf, titles, FIRST)
        for line in paper["contents"]:
            line["page"] = str(pages.get(line["title"], ""))

    def _fill(self, paper):
        with file_open(TEMPLATE, "rb") as file:
            return print_by(file.read(), paper)
