from odoo import fields, models

# Which kinds of questions tell those who are content from the others.
COUNTED = ("simple_choice", "scale", "numerical_box")


class SurveyQuestion(models.Model):
    """Which indicator a question feeds, and what answer counts for it."""

    _inherit = "survey.question"

    vsoko_indicator_id = fields.Many2one(
        "vsoko.indicator",
        string="Feeds the indicator",
        domain="[('unit', 'in', ['percent', 'share']), ('scope', '=', 'school')]",
        help="The share of positive answers becomes the value of the indicator.",
    )
    vsoko_border = fields.Float(
        string="Positive from", help="Of a scale or a number: this and above."
    )


class SurveyQuestionAnswer(models.Model):
    _inherit = "survey.question.answer"

    vsoko_is_positive = fields.Boolean(
        string="Positive", help="Who answers so is content."
    )
