from odoo import fields, models
from odoo.tools import SQL


class VsokoWork(models.Model):
    """Sections of the self-examination in «My work» of those who write them."""

    _inherit = "vsoko.work"
    _depends = {
        "vsoko.self.examination": ["date_deadline", "state"],
        "vsoko.self.examination.section": [
            "date_deadline",
            "employee_ids",
            "name",
            "state",
        ],
    }

    kind = fields.Selection(selection_add=[("section", "Write a section")])

    def _sources(self):
        return [*super()._sources(), self._sections_sql()]

    def _sections_sql(self):
        return SQL(
            """
            SELECT %(id)s, 'section', section.name, NULL::int, NULL::int, NULL::int,
                section.company_id, NULL::date,
                COALESCE(section.date_deadline, exam.date_deadline), NULL::int,
                NULL::text
            FROM vsoko_self_examination_section section
            JOIN vsoko_self_examination exam ON exam.id = section.examination_id
            WHERE exam.state = 'conduct' AND section.state != 'ready' AND EXISTS (
                SELECT FROM hr_employee_vsoko_self_examination_section_rel named
                WHERE named.vsoko_self_examination_section_id = section.id
                AND named.hr_employee_id IN %(mine)s
            )
            """,
            id=self._row_id("section", ("section", "id")),
            mine=self._mine(),
        )

    def _models_of_rows(self):
        return {
            **super()._models_of_rows(),
            "section": "vsoko.self.examination.section",
        }
