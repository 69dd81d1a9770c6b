from odoo import api, fields, models


class VsokoSurveyResult(models.Model):
    """The result of a question in a wave; a group too small has none."""

    _name = "vsoko.survey.result"
    _description = "Result of a survey"
    _order = "wave_id desc, id"

    wave_id = fields.Many2one(
        "vsoko.survey.wave", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="wave_id.company_id", store=True)
    period_id = fields.Many2one(related="wave_id.period_id", store=True)
    name = fields.Char(string="Question", required=True)
    question_id = fields.Many2one("survey.question", ondelete="set null")
    indicator_id = fields.Many2one("vsoko.indicator", required=True)
    answered = fields.Integer()
    positive = fields.Integer()
    is_hidden = fields.Boolean(string="Too few answers")
    share = fields.Float(
        string="Positive, %",
        compute="_compute_share",
        store=True,
        digits=False,
        aggregator="avg",
    )
    previous_share = fields.Float(
        string="Before, %", compute="_compute_change", digits=False
    )
    change = fields.Float(string="Change, pp", compute="_compute_change", digits=False)
    has_previous = fields.Boolean(compute="_compute_change")

    @api.depends("answered", "positive")
    def _compute_share(self):
        for one in self:
            one.share = one.positive * 100 / one.answered if one.answered else 0.0

    @api.depends("share", "indicator_id", "name")
    def _compute_change(self):
        for one in self:
            before = one._previous()
            both = bool(before) and not one.is_hidden and not before.is_hidden
            one.has_previous = both
            one.previous_share = before.share if both else 0.0
            one.change = one.share - before.share if both else 0.0

    def _previous(self):
        """The same question in the wave before."""
        return self.search(
            [
                ("company_id", "=", self.company_id.id),
                ("indicator_id", "=", self.indicator_id.id),
                ("name", "=", self.name),
                ("wave_id.date_start", "<", self.wave_id.date_start),
            ],
            order="id desc",
            limit=1,
        )
