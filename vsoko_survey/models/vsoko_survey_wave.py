from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.tools.urls import urljoin

OFFICER = "vsoko_module.group_vsoko_officer"
FROZEN = {"survey_id", "company_id", "period_id"}


class VsokoSurveyWave(models.Model):
    """One asking of a questionnaire: from opening the link to counting the shares."""

    _name = "vsoko.survey.wave"
    _inherit = ["mail.thread", "vsoko.state.mixin"]
    _description = "Wave of a survey"
    _order = "date_start desc, id desc"
    _check_company_auto = True

    _moves = {"draft": {"open": OFFICER}, "open": {"closed": OFFICER}, "closed": {}}
    _own_fields = {"closed_on", "note"}

    name = fields.Char(required=True)
    survey_id = fields.Many2one(
        "survey.survey",
        string="Questionnaire",
        required=True,
        index=True,
        ondelete="restrict",
        check_company=True,
        domain="[('company_id', '=', company_id)]",
    )
    vsoko_audience = fields.Selection(related="survey_id.vsoko_audience", store=True)
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
        index=True,
        ondelete="restrict",
        check_company=True,
    )
    date_start = fields.Date(
        string="Begins", required=True, default=fields.Date.context_today
    )
    date_end = fields.Date(string="Ends")
    state = fields.Selection(
        [("draft", "Being prepared"), ("open", "Being asked"), ("closed", "Closed")],
        required=True,
        default="draft",
        copy=False,
        tracking=True,
        index=True,
    )
    closed_on = fields.Datetime(readonly=True, copy=False)
    invited_count = fields.Integer(string="People asked")
    response_count = fields.Integer(string="Answers", compute="_compute_responses")
    response_rate = fields.Float(string="Answered, %", compute="_compute_responses")
    link = fields.Char(string="Link for those asked", compute="_compute_link")
    result_ids = fields.One2many("vsoko.survey.result", "wave_id")
    note = fields.Text(string="About the count", readonly=True, copy=False)

    _one_open = models.UniqueIndex(
        "(survey_id) WHERE state = 'open'",
        "This questionnaire already has an open wave.",
    )
    _dates_in_order = models.Constraint(
        "CHECK (date_end IS NULL OR date_end >= date_start)",
        "A wave cannot end before it begins.",
    )

    @api.depends("invited_count")
    def _compute_responses(self):
        # sudo: officers see how many have answered, not the answers
        groups = (
            self.env["survey.user_input"]
            .sudo()
            ._read_group(
                [("vsoko_wave_id", "in", self.ids), ("state", "=", "done")],
                ["vsoko_wave_id"],
                ["__count"],
            )
        )
        counts = {wave.id: count for wave, count in groups}
        for wave in self:
            count = counts.get(wave._origin.id, 0)
            wave.response_count = count
            asked = wave.invited_count
            wave.response_rate = 100 * count / asked if asked else 0

    @api.depends("survey_id", "state")
    def _compute_link(self):
        for wave in self:
            survey = wave.survey_id
            is_open = survey and wave.state == "open"
            wave.link = is_open and urljoin(
                survey.get_base_url(), survey.get_start_url()
            )

    @api.constrains("survey_id", "company_id")
    def _check_own_survey(self):
        for wave in self:
            if wave.survey_id.company_id != wave.company_id:
                raise ValidationError(
                    self.env._(
                        "«%s» is a ready-made questionnaire: open it and press «Take "
                        "for my school» first.",
                        wave.survey_id.title,
                    )
                )

    @api.constrains("invited_count")
    def _check_invited_count(self):
        if any(wave.invited_count < 0 for wave in self):
            raise ValidationError(self.env._("People asked cannot be fewer than 0."))

    @api.model
    def _open_waves(self, survey_ids):
        """``{id of a survey: its open wave}``."""
        found = self.search([("survey_id", "in", survey_ids), ("state", "=", "open")])
        return {wave.survey_id.id: wave for wave in found}

    def write(self, vals):
        begun = self.filtered(lambda wave: wave.state != "draft")
        if begun and vals.keys() & FROZEN:
            raise UserError(
                self.env._(
                    "«%s» has begun: the questionnaire, the school and the period stay "
                    "as they are.",
                    begun[0].name,
                )
            )
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_begun(self):
        for wave in self.filtered(lambda one: one.state != "draft"):
            raise UserError(
                self.env._("«%s» has begun: it stays with its answers.", wave.name)
            )

    def _check_move(self, state):
        result = super()._check_move(state)
        if state == "open":
            self._check_can_open()
        if state == "closed":
            self.period_id._check_vsoko_open()
        return result

    def _check_can_open(self):
        opened = self._open_waves(self.survey_id.ids)
        for wave in self:
            other = opened.get(wave.survey_id.id)
            if other:
                raise UserError(
                    self.env._(
                        "«%(survey)s» is already being asked in the wave «%(wave)s»: "
                        "close it first.",
                        survey=wave.survey_id.title,
                        wave=other.name,
                    )
                )
            # sudo: archived questionnaires and questions are looked at by rule only
            if not wave.survey_id.sudo().question_ids:
                raise UserError(
                    self.env._("«%s» has no questions yet.", wave.survey_id.title)
                )

    def _entered(self, state):
        if state == "closed":
            # sudo: set by this move alone
            self.sudo().write({"closed_on": fields.Datetime.now()})
            for wave in self:
                wave._count()
        return super()._entered(state)

    # ---- what the user can press ----

    def action_open(self):
        self._move_to("open")

    def action_close(self):
        self._move_to("closed")

    def action_count(self):
        """Count anew, for example when another indicator has been chosen."""
        self.check_access("write")
        for wave in self:
            if wave.state != "closed":
                raise UserError(
                    self.env._("«%s» is counted when it is closed.", wave.name)
                )
            wave.period_id._check_vsoko_open()
            wave._count()
