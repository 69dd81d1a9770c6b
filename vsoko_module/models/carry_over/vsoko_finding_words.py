from odoo import models

from ...tools.analysis_facts import Problem
from ...tools.paragraphs import clean


class VsokoFinding(models.Model):
    """How papers tell of a conclusion; nobody is rated by name in them."""

    _inherit = "vsoko.finding"

    def _where(self):
        """«7Б, математика, ШМО учителей математики»: never the people."""
        said = [
            *self.class_ids.mapped("name"),
            *self.subject_ids.mapped("name"),
            self.department_id.name,
            self.programme,
        ]
        return ", ".join(clean(one) for one in said if one)

    def _told(self, after=None):
        """Plain facts of the conclusion; plans of years ``after`` this one."""
        return Problem(
            name=clean(self.name),
            where=self._where(),
            cause=clean(self.cause_id.name),
            cause_note=clean(self.cause_note),
            component=self.component or "",
            advice=clean(self.recommendation),
            before=self._with_unit(self.entry),
            target=self._with_unit(self.expected),
            is_solved=self.state == "closed",
            plans=tuple(self._plans_after(after)) if after else (),
        )

    def _plans_after(self, year):
        lines = self.plan_line_ids.filtered(
            lambda line: (
                line.state != "cancelled" and line.year_id.date_start > year.date_start
            )
        )
        return [clean(name) for name in lines.plan_id.mapped("name")]
