from odoo import fields, models


class SurveyQuestionAnswer(models.Model):
    _inherit = "survey.question.answer"

    vsoko_is_positive = fields.Boolean(
        string="Positive", help="Counted as satisfied; all other answers are not."
    )
