from odoo import models

from ...tools.analysis_facts import Analysis, Problem
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

    def _told_as_analysis(self, year, decisions, checks, after=None):
        """``Analysis`` of these conclusions, decisions and judged checks."""
        told = {kind: () for kind in ("deficit", "practice")} | {
            kind: tuple(one._told(after) for one in own)
            for kind, own in self.grouped("kind").items()
        }
        return Analysis(
            year=year,
            problems=told["deficit"],
            practices=told["practice"],
            decisions=tuple(one._told() for one in decisions),
            effects=tuple(one._told() for one in checks),
        )

    def _plans_after(self, year):
        lines = self.plan_line_ids.filtered(
            lambda line: (
                line.state != "cancelled" and line.year_id.date_start > year.date_start
            )
        )
        return [clean(name) for name in lines.plan_id.mapped("name")]
