from odoo import models
from odoo.fields import Domain

from ...tools.note_visit_figures import Point, Visit
from ...tools.note_visits import results
from ...tools.paragraphs import clean
from ...tools.people import small_first


class VsokoProcedure(models.Model):
    """Finished visits to lessons as results of a procedure."""

    _inherit = "vsoko.procedure"

    def _note_sources(self):
        said = results([self._note_visit(*pair) for pair in self._note_visits()])
        return super()._note_sources() + ([said] if said else [])

    def _note_visits(self):
        """Pairs of a finished visit and its lines, in the order of days."""
        lines = self.env["vsoko.observation.line"].search(
            Domain("procedure_id", "in", self._all_times().ids)
            & Domain("state", "=", "done"),
            order="date, observation_id, sequence, id",
        )
        return lines.grouped("observation_id").items()

    def _note_visit(self, visit, lines):
        # sudo: the post is on the public profile of a colleague
        post = visit.employee_id.sudo().job_title
        return Visit(
            id=visit.id,
            day=visit.date,
            school_class=clean(visit.class_id.name),
            class_id=visit.class_id.id or 0,
            subject=clean(visit.subject_id.name),
            subject_id=visit.subject_id.id or 0,
            teacher_id=visit.employee_id.id,
            post=small_first(clean(post)),
            sheet_id=visit.sheet_id.id,
            sheet=clean(visit.sheet_id.name),
            has_strengths=bool((visit.strengths or "").strip()),
            points=tuple(self._note_point(line) for line in lines),
        )

    def _note_point(self, line):
        """What is not applicable counts in neither sum."""
        return Point(
            id=line.id,
            criterion_id=line.sheet_line_id.id,
            criterion=clean(line.name),
            section=clean(line.section),
            points=line.points,
            most=line.max_points if line.is_counted else 0,
        )
