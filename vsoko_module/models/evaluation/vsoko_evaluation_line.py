from odoo import api, fields, models
from odoo.exceptions import AccessError

from ...tools.scoring import Row
from ..measurement.vsoko_measurement import LIGHTS

# What a person may write; the rest comes with «Collect».
OWN = {"comment", "effort"}


class VsokoEvaluationLine(models.Model):
    """A value as the evaluation took it, with the points it brought."""

    _name = "vsoko.evaluation.line"
    _description = "Line of an evaluation"
    _order = "evaluation_id, criterion_id, sequence, id"

    evaluation_id = fields.Many2one(
        "vsoko.evaluation", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="evaluation_id.company_id", store=True)
    period_id = fields.Many2one(related="evaluation_id.period_id", store=True)
    indicator_id = fields.Many2one(
        "vsoko.indicator", required=True, index=True, ondelete="restrict"
    )
    criterion_id = fields.Many2one(
        related="indicator_id.criterion_id", store=True, index=True
    )
    sequence = fields.Integer(related="indicator_id.sequence", store=True)
    measurement_id = fields.Many2one("vsoko.measurement", ondelete="set null")
    # as it was taken
    is_filled = fields.Boolean(string="Filled in")
    applies = fields.Boolean(default=True)
    reason = fields.Text(string="Why it does not apply")
    value = fields.Float(string="Numeric value", digits=False, aggregator="avg")
    value_text = fields.Char(string="Value")
    light = fields.Selection(LIGHTS)
    # what it brought
    points = fields.Float(digits=False)
    max_points = fields.Float(string="Most points", digits=False)
    weight = fields.Float(digits=False, aggregator=None)
    criterion_weight = fields.Float(digits=False, aggregator=None)
    is_critical = fields.Boolean(string="Critical")
    critical_points = fields.Float(string="Points it needs", digits=False)
    # compared
    has_previous = fields.Boolean()
    previous_text = fields.Char(string="Before")
    previous_points = fields.Float(string="Points before", digits=False)
    change_points = fields.Float(
        string="Change", compute="_compute_change", digits=False
    )
    has_moved = fields.Boolean(compute="_compute_change")
    current_text = fields.Char(string="Now", compute="_compute_current")
    is_different = fields.Boolean(compute="_compute_current")
    changed_by = fields.Char(
        string="Changed by",
        compute="_compute_changed_by",
        groups="vsoko_module.group_vsoko_officer",
    )
    comment = fields.Text()
    effort = fields.Integer(compute="_compute_effort", inverse="_inverse_effort")
    gain = fields.Float(
        string="Can still bring", compute="_compute_effort", digits=False
    )
    per_effort = fields.Float(
        string="Points per effort", compute="_compute_effort", digits=False
    )

    _once = models.Constraint(
        "UNIQUE (evaluation_id, indicator_id)",
        "The evaluation already has a line of this indicator.",
    )

    @api.depends("has_previous", "is_filled", "points", "previous_points")
    def _compute_change(self):
        for line in self:
            both = line.has_previous and line.is_filled
            line.change_points = line.points - line.previous_points if both else 0.0
            line.has_moved = both and line.value_text != line.previous_text

    @api.depends("measurement_id.value_text", "value_text")
    def _compute_current(self):
        for line in self:
            line.current_text = line.measurement_id.value_text
            line.is_different = (line.current_text or "") != (line.value_text or "")

    @api.depends("measurement_id.change_ids")
    def _compute_changed_by(self):
        for line in self:
            last = line.measurement_id.change_ids[:1]
            # sudo: the name of a colleague is no secret
            name = last.user_id.sudo().name
            line.changed_by = last and f"{name}, {last.create_date:%d.%m.%Y}"

    @api.depends("evaluation_id.line_ids.points")
    def _compute_effort(self):
        for evaluation, lines in self.grouped("evaluation_id").items():
            efforts = evaluation._efforts()
            gains = {gain.key: gain for gain in evaluation._gains()}
            for line in lines:
                line.effort = efforts.get(line.id, 1)
                gain = gains.get(line.id)
                line.gain = gain.points if gain else 0.0
                line.per_effort = gain.per_effort if gain else 0.0

    def _inverse_effort(self):
        for line in self:
            line.indicator_id._set_effort(line.company_id, line.effort)

    def _row(self):
        return Row(
            key=self.id,
            group=self.criterion_id.id,
            points=self.points if self.is_filled else None,
            limit=self.max_points,
            weight=self.weight,
            applies=self.applies,
            is_critical=self.is_critical,
            critical_points=self.critical_points,
        )

    def _update(self, values):
        """Write what differs: most lines stay as they were."""
        changed = {
            name: value
            for name, value in values.items()
            if self._fields[name].convert_to_write(self[name], self) != value
        }
        if changed:
            self.write(changed)

    def write(self, vals):
        if vals.keys() - {"effort"}:
            self.evaluation_id._check_draft()
        if not self.env.su and vals.keys() - OWN:
            raise AccessError(
                self.env._("Points and values come from the figures: change those.")
            )
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_approved(self):
        self.evaluation_id._check_draft()

    def action_open_measurement(self):
        self.ensure_one()
        return self.indicator_id._open_measurement(
            self.evaluation_id.period_id, self.measurement_id
        )

    def action_open_setting(self):
        self.ensure_one()
        return self.indicator_id.action_open_setting()
