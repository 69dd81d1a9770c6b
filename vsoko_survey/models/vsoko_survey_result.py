from odoo import api, fields, models


class VsokoSurveyResult(models.Model):
    """The share of positive answers to a question or for an indicator in a wave.

    Below the fewest answers nothing is kept here at all, so nothing can leak.
    """

    _name = "vsoko.survey.result"
    _description = "Result of a survey"
    _order = "wave_id desc, kind desc, sequence, id"

    wave_id = fields.Many2one(
        "vsoko.survey.wave", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="wave_id.company_id", store=True, index=True)
    period_id = fields.Many2one(related="wave_id.period_id", store=True)
    vsoko_audience = fields.Selection(related="wave_id.vsoko_audience", store=True)
    sequence = fields.Integer(default=10)
    kind = fields.Selection(
        [("indicator", "Indicator"), ("question", "Question")], required=True
    )
    question_id = fields.Many2one(
        "survey.question", index="btree_not_null", ondelete="set null"
    )
    indicator_id = fields.Many2one(
        "vsoko.indicator", index="btree_not_null", ondelete="set null"
    )
    name = fields.Char(string="What is asked", required=True)
    is_hidden = fields.Boolean(string="Hidden")
    answered = fields.Integer()
    positive = fields.Integer()
    share = fields.Float(string="Positive, %", aggregator="avg", digits=False)
    has_previous = fields.Boolean(string="Compared")
    previous_share = fields.Float(
        string="Wave before, %", aggregator="avg", digits=False
    )
    change = fields.Float(
        string="Change, percentage points", aggregator="avg", digits=False
    )
    text = fields.Char(string="Result", compute="_compute_text")

    @api.depends("is_hidden", "positive", "answered", "company_id.vsoko_anonymity")
    def _compute_text(self):
        for result in self:
            if result.is_hidden:
                result.text = self.env._(
                    "fewer than %s answers, the result is hidden",
                    result.company_id.vsoko_anonymity,
                )
            else:
                result.text = self.env._(
                    "%(positive)s of %(answered)s",
                    positive=result.positive,
                    answered=result.answered,
                )

    def _key(self):
        return self.kind, (self.question_id or self.indicator_id).id
