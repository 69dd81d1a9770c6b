from odoo import fields, models

from ..catalogue.editions import with_editions_before


class VsokoEvaluation(models.Model):
    """Compared with the evaluation before it, and with what the figures are now."""

    _inherit = "vsoko.evaluation"

    previous_id = fields.Many2one(
        "vsoko.evaluation", string="Compared with", compute="_compute_previous_id"
    )
    change_points = fields.Float(compute="_compute_previous_id", digits=False)
    moved_line_ids = fields.One2many(
        "vsoko.evaluation.line", string="What has moved", compute="_compute_moved"
    )
    different_line_ids = fields.One2many(
        "vsoko.evaluation.line",
        string="Differences",
        compute="_compute_moved",
        help="Figures that have been changed since the evaluation took them.",
    )

    def _compute_previous_id(self):
        for evaluation in self:
            before = evaluation._previous()
            evaluation.previous_id = before
            evaluation.change_points = (
                evaluation.total_points - before.total_points if before else 0.0
            )

    def _compute_moved(self):
        for evaluation in self:
            lines = evaluation.line_ids
            evaluation.moved_line_ids = lines.filtered("has_moved")
            evaluation.different_line_ids = lines.filtered("is_different")

    def _previous(self):
        """The last one of an earlier period by this framework or its editions."""
        if not self.period_id:
            return self.browse()
        editions = with_editions_before(self.framework_id)
        earlier = self.search(
            [
                ("company_id", "=", self.company_id.id),
                ("framework_id", "in", editions.ids),
                ("period_id.date_end", "<", self.period_id.date_end),
                ("id", "not in", self.ids),
            ]
        )
        # Editions have variants of their own, known by their names; a search by the
        # name of a variant would not find evaluations that have none
        same = earlier.filtered(lambda one: one.variant_id.name == self.variant_id.name)
        return same.sorted(lambda one: one.period_id.date_end)[-1:]

    def _previous_lines(self):
        return {line.indicator_id: line for line in self._previous().line_ids}
