from odoo import api, fields, models
from odoo.exceptions import ValidationError

from .vsoko_sheet_line import MOST_POINTS

NOT_APPLICABLE = "na"


class VsokoObservationLine(models.Model):
    """Points given for one line of the sheet; not applicable is not zero."""

    _name = "vsoko.observation.line"
    _description = "Points of a visit"
    _order = "observation_id, sequence, id"

    observation_id = fields.Many2one(
        "vsoko.observation", required=True, index=True, ondelete="cascade"
    )
    sheet_line_id = fields.Many2one(
        "vsoko.sheet.line",
        string="What is looked at",
        required=True,
        index=True,
        ondelete="restrict",
    )
    name = fields.Char(related="sheet_line_id.name")
    section = fields.Char(related="sheet_line_id.section", store=True)
    sequence = fields.Integer(related="sheet_line_id.sequence", store=True)
    # As it was when the visit was made: the sheet may change later
    max_points = fields.Integer(
        string="Most points",
        compute="_compute_max_points",
        store=True,
        aggregator=None,
    )
    answer = fields.Selection(
        [
            *((str(points), str(points)) for points in range(MOST_POINTS + 1)),
            (NOT_APPLICABLE, "Not applicable"),
        ]
    )
    note = fields.Char(string="Remark")
    is_counted = fields.Boolean(compute="_compute_points", store=True)
    points = fields.Integer(compute="_compute_points", store=True, aggregator="avg")
    share = fields.Float(
        string="Share of points, %",
        compute="_compute_points",
        store=True,
        aggregator="avg",
        digits=(16, 1),
    )
    # for the profile
    state = fields.Selection(related="observation_id.state", store=True)
    date = fields.Date(related="observation_id.date", store=True)
    class_id = fields.Many2one(related="observation_id.class_id", store=True)
    subject_id = fields.Many2one(related="observation_id.subject_id", store=True)
    sheet_id = fields.Many2one(related="observation_id.sheet_id", store=True)
    procedure_id = fields.Many2one(related="observation_id.procedure_id", store=True)
    company_id = fields.Many2one(related="observation_id.company_id", store=True)

    @api.depends("sheet_line_id")
    def _compute_max_points(self):
        for line in self:
            line.max_points = line.sheet_line_id.max_points

    @api.depends("answer", "max_points")
    def _compute_points(self):
        for line in self:
            line.is_counted = bool(line.answer) and line.answer != NOT_APPLICABLE
            line.points = int(line.answer) if line.is_counted else 0
            line.share = line.points * 100 / line.max_points if line.is_counted else 0

    @api.constrains("answer", "max_points")
    def _check_answer(self):
        for line in self.filtered("is_counted"):
            if line.points > line.max_points:
                raise ValidationError(
                    self.env._(
                        "«%(name)s»: at most %(most)s points, not %(points)s.",
                        name=line.name,
                        most=line.max_points,
                        points=line.points,
                    )
                )

    def write(self, vals):
        if not self.env.su:
            self.observation_id._check_open()
        return super().write(vals)

    def action_answer(self):
        """One tap: the button says the points."""
        self.answer = self.env.context.get("answer")
