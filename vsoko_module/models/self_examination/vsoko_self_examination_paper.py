from odoo import fields, models

from ...tools.dates import long_date, number_or_blank
from ...tools.file_names import file_name
from ...tools.paragraphs import clean, lines, paragraphs
from ...tools.people import short_name

# What the report is called in its own language
TITLE = "ОТЧЁТ О РЕЗУЛЬТАТАХ САМООБСЛЕДОВАНИЯ"
NO_FIGURE = "нет данных"


class VsokoSelfExamination(models.Model):
    """The report as a dictionary of texts, for templates and the plain print.

    The signed report gives back what was signed.
    """

    _inherit = "vsoko.self.examination"

    def _paper(self):
        self.ensure_one()
        return self.snapshot or self._write_paper()

    def _write_paper(self):
        head = self.company_id._vsoko_head()
        return {
            "layout": "self_examination",
            "mark": "" if self.state in ("signed", "published") else "ПРОЕКТ",
            "school": {
                **head,
                "requisites": clean(self.company_id._vsoko_requisites()),
            },
            "title": TITLE,
            "period": f"за {self.year} год",
            "issued": str(self.year + 1),
            "director": self._signature(),
            "approved": long_date(self.date_signed),
            "review": self._review_paper(),
            "sections": self._section_papers(),
            "rows": self._row_papers(),
            "years": [str(self.year - 1), str(self.year)],
            "gaps": clean(self.gaps_reason),
            "annexes": lines(self.annexes),
        }

    def _signature(self):
        role = self.env.ref("vsoko_module.role_director")
        day = self.date_signed or fields.Date.context_today(self)
        person = role._people_on(self.company_id)(role, day)[:1]
        acting = role._is_acting(person, self.company_id, day)
        return {
            "post": "И. о. директора" if acting else "Директор",
            # sudo: the name of the director is on every paper
            "name": short_name(clean(person.sudo().name)),
        }

    def _review_paper(self):
        return {
            "body": clean(self.body_id.name),
            "date": long_date(self.date_reviewed),
            "number": number_or_blank(
                self.minutes_number or self.minutes_id.number or ""
            ),
        }

    def _section_papers(self):
        return [
            {
                "number": f"1.{place}",
                "title": clean(section.name),
                "paragraphs": paragraphs(section.text),
            }
            for place, section in enumerate(self.section_ids, 1)
        ]

    def _row_papers(self):
        """Rows of the second part; a heading stands before each criterion."""
        rows = []
        for criterion, lines_of in self.line_ids.grouped("criterion_id").items():
            rows.append({"kind": "group", "name": clean(criterion.name)})
            rows += [self._row_paper(line) for line in lines_of]
        return rows

    def _row_paper(self, line):
        indicator = line.indicator_id
        now = line.value_text or NO_FIGURE
        return {
            "kind": "row",
            "number": clean(indicator.code),
            "name": clean(indicator.name),
            "unit": clean(indicator.measure_unit),
            "before": clean(line.previous_text) or "–",
            "now": clean(now) if line.applies else f"не применимо: {line.reason}",
        }

    def _paper_filename(self, extension=""):
        return file_name("Отчёт о самообследовании", str(self.year), extension)

    def _compute_pdf_filename(self):
        for one in self:
            one.pdf_filename = one._paper_filename("pdf")
