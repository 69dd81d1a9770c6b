from odoo import fields, models

AUDIENCES = [("parents", "Parents"), ("pupils", "Pupils"), ("teachers", "Teachers")]


class SurveySurvey(models.Model):
    """A questionnaire of a school; the ready-made ones belong to no school."""

    _inherit = "survey.survey"

    vsoko_audience = fields.Selection(AUDIENCES, string="Who is asked", index=True)
    company_id = fields.Many2one(
        "res.company",
        string="School",
        index="btree_not_null",
        default=lambda self: self._default_company_id(),
        help="Empty: a ready-made questionnaire, to be copied by each school.",
    )
    vsoko_wave_ids = fields.One2many("vsoko.survey.wave", "survey_id")

    def _default_company_id(self):
        """Surveys made elsewhere in Odoo belong to no school."""
        return self.env.context.get("vsoko_own_survey") and self.env.company

    def action_vsoko_take(self):
        """Copy a ready-made questionnaire for one's own school."""
        self.ensure_one()
        own = self.copy({"title": self.title, "company_id": self.env.company.id})
        return {
            "type": "ir.actions.act_window",
            "res_model": "survey.survey",
            "res_id": own.id,
            "views": [
                (self.env.ref("vsoko_survey.survey_survey_view_form_vsoko").id, "form")
            ],
        }
