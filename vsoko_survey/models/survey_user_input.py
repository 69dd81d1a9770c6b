from odoo import api, fields, models


class SurveyUserInput(models.Model):
    """An answer belongs to the wave that is open when it is begun."""

    _inherit = "survey.user_input"

    vsoko_wave_id = fields.Many2one(
        "vsoko.survey.wave", string="Wave", index="btree_not_null", ondelete="set null"
    )

    @api.model_create_multi
    def create(self, vals_list):
        inputs = super().create(vals_list)
        # sudo: a visitor who answers sees no waves
        waves = (
            self.env["vsoko.survey.wave"]
            .sudo()
            .search([("survey_id", "in", inputs.survey_id.ids), ("state", "=", "open")])
        )
        by_survey = waves.grouped("survey_id")
        for one in inputs.filtered(lambda one: not one.test_entry):
            one.vsoko_wave_id = by_survey.get(one.survey_id, waves.browse())[:1]
        return inputs
