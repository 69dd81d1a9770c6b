from odoo import fields, models


class VsokoDecisionReview(models.Model):
    """How far a decision has come by a day, in the words of who carries it out."""

    _name = "vsoko.decision.review"
    _description = "Progress of a decision"
    _order = "date desc, id desc"

    decision_id = fields.Many2one(
        "vsoko.decision", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(
        related="decision_id.company_id", store=True, index=True, precompute=True
    )
    date = fields.Date(required=True, default=fields.Date.context_today)
    user_id = fields.Many2one(
        "res.users",
        string="Who",
        required=True,
        readonly=True,
        default=lambda self: self.env.user,
    )
    note = fields.Text(string="What has been done", required=True)
    progress = fields.Integer(string="Done, %", aggregator=None)

    _progress_range = models.Constraint(
        "CHECK (progress BETWEEN 0 AND 100)", "Progress is from 0 to 100 %."
    )
