from odoo import api, fields, models
from odoo.exceptions import ValidationError

UNITS = ("percent", "share", "points")
CHOICES = ("simple_choice",)
NUMBERS = {"scale": "value_scale", "numerical_box": "value_numerical_box"}


class SurveyQuestion(models.Model):
    """What indicator a question feeds and which of its answers are positive."""

    _inherit = "survey.question"

    vsoko_indicator_id = fields.Many2one(
        "vsoko.indicator",
        string="Indicator",
        index="btree_not_null",
        ondelete="set null",
        domain=[("unit", "in", UNITS)],
        help="The share of positive answers becomes a value of this indicator. Several "
        "questions may feed one indicator.",
    )
    vsoko_border = fields.Float(
        string="Positive from",
        help="Of a scale or a number: from which value on the answer is positive.",
    )

    @api.constrains("vsoko_indicator_id", "question_type")
    def _check_vsoko_indicator(self):
        for question in self.filtered("vsoko_indicator_id"):
            indicator = question.vsoko_indicator_id
            if indicator.unit not in UNITS:
                raise ValidationError(
                    self.env._(
                        "«%(question)s»: a survey gives a percent, a share or points; "
                        "«%(indicator)s» is measured otherwise.",
                        question=question.title,
                        indicator=indicator.display_name,
                    )
                )
            if not question._vsoko_is_counted():
                raise ValidationError(
                    self.env._(
                        "«%s»: only questions with one answer, scales and numbers feed "
                        "an indicator.",
                        question.title,
                    )
                )

    @api.constrains("vsoko_indicator_id", "survey_id")
    def _check_vsoko_school(self):
        for question in self:
            school = question.vsoko_indicator_id.company_id
            if school and school != question.survey_id.company_id:
                raise ValidationError(
                    self.env._(
                        "«%s»: the indicator belongs to another school.", question.title
                    )
                )

    def _vsoko_is_counted(self):
        return self.question_type in (*CHOICES, *NUMBERS)

    def _vsoko_is_positive(self, line):
        """Whether an answer line of this question is a positive answer."""
        if self.question_type in CHOICES:
            return line.suggested_answer_id.vsoko_is_positive
        return line[NUMBERS[self.question_type]] >= self.vsoko_border
