from odoo import api, fields, models


class SurveyUserInput(models.Model):
    """Answers belong to the wave that is open when they are begun."""

    _inherit = "survey.user_input"

    vsoko_wave_id = fields.Many2one(
        "vsoko.survey.wave",
        string="Wave",
        index="btree_not_null",
        readonly=True,
        ondelete="restrict",
        copy=False,
    )

    @api.model_create_multi
    def create(self, vals_list):
        surveys = [vals["survey_id"] for vals in vals_list if vals.get("survey_id")]
        # sudo: visitors who answer do not read waves
        waves = self.env["vsoko.survey.wave"].sudo()._open_waves(surveys)
        for vals in vals_list:
            wave = waves.get(vals.get("survey_id"))
            if wave and not vals.get("test_entry"):
                vals.setdefault("vsoko_wave_id", wave.id)
        return super().create(vals_list)
