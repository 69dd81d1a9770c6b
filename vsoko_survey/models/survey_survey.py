from odoo import fields, models


class SurveySurvey(models.Model):
    """A questionnaire of the school: whom it asks and the waves it went in."""

    _inherit = "survey.survey"

    vsoko_audience = fields.Selection(
        [("parents", "Parents"), ("pupils", "Pupils"), ("teachers", "Teachers")],
        string="Who is asked",
    )
    vsoko_company_id = fields.Many2one(
        "res.company",
        string="School",
        index="btree_not_null",
        help="Empty: the questionnaire is shared by all schools of the database.",
    )
    vsoko_wave_ids = fields.One2many("vsoko.survey.wave", "survey_id", string="Waves")
