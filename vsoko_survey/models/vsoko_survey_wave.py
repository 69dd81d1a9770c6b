from odoo import api, fields, models
from odoo.exceptions import UserError

OFFICER = "vsoko_module.group_vsoko_officer"


class VsokoSurveyWave(models.Model):
    """One round of a questionnaire: opened, answered, counted, compared."""

    _name = "vsoko.survey.wave"
    _inherit = ["mail.thread", "vsoko.state.mixin"]
    _description = "Wave of a survey"
    _order = "date_start desc, id desc"
    _check_company_auto = True

    _moves = {
        "draft": {"open": OFFICER},
        "open": {"closed": OFFICER},
        "closed": {"open": OFFICER},
    }

    name = fields.Char(
        compute="_compute_name", store=True, readonly=False, precompute=True
    )
    survey_id = fields.Many2one(
        "survey.survey",
        string="Questionnaire",
        required=True,
        index=True,
        ondelete="restrict",
        domain="[('vsoko_audience', '!=', False)]",
    )
    audience = fields.Selection(related="survey_id.vsoko_audience", related_sudo=True)
    company_id = fields.Many2one(
        "res.company",
        string="School",
        required=True,
        index=True,
        default=lambda self: self.env.company,
    )
    period_id = fields.Many2one(
        "vsoko.period",
        required=True,
        ondelete="restrict",
        check_company=True,
        help="The values of indicators are written to this period.",
    )
    date_start = fields.Date(string="From", default=fields.Date.context_today)
    date_end = fields.Date(string="To")
    state = fields.Selection(
        [("draft", "Prepared"), ("open", "Goes on"), ("closed", "Counted")],
        required=True,
        default="draft",
        copy=False,
        tracking=True,
        index=True,
    )
    invited_count = fields.Integer(string="How many are asked")
    response_count = fields.Integer(
        string="Answered", compute="_compute_response_count", compute_sudo=True
    )
    response_rate = fields.Float(
        string="Answered, %", compute="_compute_response_count", compute_sudo=True
    )
    link = fields.Char(compute="_compute_link", compute_sudo=True)
    result_ids = fields.One2many("vsoko.survey.result", "wave_id", string="Results")
    summary = fields.Text(readonly=True, copy=False)

    @api.depends("survey_id", "period_id")
    def _compute_name(self):
        for wave in self:
            # sudo: the name of a questionnaire is no secret in its school
            parts = [wave.survey_id.sudo().title, wave.period_id.display_name]
            wave.name = ", ".join(filter(None, parts))

    def _compute_response_count(self):
        counts = dict(
            self.env["survey.user_input"]._read_group(
                [("vsoko_wave_id", "in", self.ids), ("state", "=", "done")],
                ["vsoko_wave_id"],
                ["__count"],
            )
        )
        for wave in self:
            count = counts.get(wave, 0)
            wave.response_count = count
            asked = wave.invited_count
            wave.response_rate = count * 100 / asked if asked else 0.0

    @api.depends("survey_id")
    def _compute_link(self):
        for wave in self:
            survey = wave.survey_id
            wave.link = survey and survey.get_base_url() + survey.get_start_url()

    def action_open(self):
        self._move_to("open")

    def action_close(self):
        self._move_to("closed")

    def _check_move(self, state):
        result = super()._check_move(state)
        if state == "open":
            self._check_alone()
        return result

    def _check_alone(self):
        """Answers go to the wave that is open: there is one at a time."""
        # sudo: another school's wave of a shared questionnaire counts, too
        waves = self.env["vsoko.survey.wave"].sudo()
        for wave in self:
            others = waves.search(
                [
                    ("survey_id", "=", wave.survey_id.id),
                    ("state", "=", "open"),
                    ("id", "!=", wave.id),
                ]
            )
            if others:
                raise UserError(
                    self.env._(
                        "The questionnaire is being answered already: close that wave "
                        "first, or copy the questionnaire."
                    )
                )

    def _entered(self, state):
        result = super()._entered(state)
        if state == "closed":
            self._count()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_counted(self):
        for wave in self.filtered(lambda one: one.state == "closed"):
            if not wave.company_id.vsoko_is_demo:
                raise UserError(
                    self.env._("«%s» is counted: its results stay.", wave.name)
                )
