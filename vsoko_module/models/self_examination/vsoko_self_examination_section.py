from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.tools import is_html_empty

from ...tools.paragraphs import paragraphs
from ...tools.stale_years import stale_years

OFFICER = "vsoko_module.group_vsoko_officer"
# What a person who writes the section may change; the rest is the deputy's.
OWN = {"text", "state", "is_taken"}


class VsokoSelfExaminationSection(models.Model):
    """One direction of the self-examination: its text, beside last year's."""

    _name = "vsoko.self.examination.section"
    _inherit = ["hr.mixin"]
    _description = "Section of a self-examination"
    _order = "examination_id, sequence, id"
    _check_company_auto = True

    examination_id = fields.Many2one(
        "vsoko.self.examination", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="examination_id.company_id", store=True)
    name = fields.Char(required=True)
    code = fields.Char()
    sequence = fields.Integer(default=100)
    employee_ids = fields.Many2many(
        "hr.employee", string="Who writes", check_company=True
    )
    date_deadline = fields.Date(string="Written by")
    text = fields.Html()
    previous_text = fields.Html(
        string="Last year", compute="_compute_previous_text", compute_sudo=True
    )
    indicator_ids = fields.Many2many(
        "vsoko.indicator",
        string="Figures to look at",
        domain="[('framework_id.active', '=', True)]",
    )
    figures_text = fields.Text(string="Figures", compute="_compute_figures_text")
    state = fields.Selection(
        [("empty", "Empty"), ("draft", "Being written"), ("ready", "Ready")],
        compute="_compute_state",
        store=True,
        readonly=False,
        precompute=True,
        required=True,
    )
    is_taken = fields.Boolean(string="Taken from last year", copy=False)
    warning = fields.Text(compute="_compute_warning")
    may_edit = fields.Boolean(compute="_compute_may_edit")

    @api.depends("text")
    def _compute_state(self):
        for section in self:
            if is_html_empty(section.text):
                section.state = "empty"
            elif section.state in (False, "empty"):
                section.state = "draft"

    @api.depends("examination_id.year", "code")
    def _compute_previous_text(self):
        for section in self:
            before = section.examination_id.previous_id.section_ids
            same = before.filtered(lambda one, code=section.code: one.code == code)
            section.previous_text = same[:1].text

    @api.depends("indicator_ids", "examination_id.evaluation_id.line_ids.value_text")
    def _compute_figures_text(self):
        for section in self:
            lines = section.examination_id.line_ids.filtered(
                lambda line, own=section.indicator_ids: line.indicator_id in own
            )
            section.figures_text = "\n".join(
                self.env._(
                    "%(name)s: %(now)s (last year: %(before)s)",
                    name=line.indicator_id.display_name,
                    now=line.value_text or "–",
                    before=line.previous_text or "–",
                )
                for line in lines
            )

    @api.depends("text", "examination_id.year", "is_taken")
    def _compute_warning(self):
        """Last year's text not looked through yet, years of an earlier report in it."""
        for section in self:
            said = " ".join(paragraphs(section.text))
            old = stale_years(said, section.examination_id.year)
            told = [
                section.is_taken
                and self.env._("The text is last year's: check the years and figures."),
                old
                and self.env._(
                    "Look at the years in the text: %s", ", ".join(dict.fromkeys(old))
                ),
            ]
            section.warning = "\n".join(filter(None, told))

    @api.depends_context("uid")
    @api.depends("employee_ids", "examination_id.state")
    def _compute_may_edit(self):
        own = self.env.user.employee_ids
        officer = self.env.user.has_group(OFFICER)
        for section in self:
            open_now = section.examination_id.state not in ("signed", "published")
            section.may_edit = open_now and (
                officer or bool(section.employee_ids & own)
            )

    @api.model_create_multi
    def create(self, vals_list):
        created = super().create(vals_list)
        created._check_place()
        return created

    def write(self, vals):
        self._check_may_write(vals)
        result = super().write(vals)
        if "examination_id" in vals:
            self._check_place()
        return result

    def _check_place(self):
        """Nothing is added to a report that is signed."""
        if not self.env.su:
            self.examination_id._check_not_signed()

    def _check_may_write(self, vals):
        if self.env.su:
            return
        self.examination_id._check_not_signed()
        if self.env.user.has_group(OFFICER):
            return
        if vals.keys() - OWN or self - self.filtered("may_edit"):
            raise AccessError(
                self.env._("You write only the text of the sections named to you.")
            )

    @api.ondelete(at_uninstall=False)
    def _unlink_except_signed(self):
        self.examination_id._check_not_signed()

    def action_take_previous(self):
        """Last year's text to begin with; what is written already stays."""
        for section in self.filtered(lambda one: is_html_empty(one.text)):
            if not is_html_empty(section.previous_text):
                section.write({"text": section.previous_text, "is_taken": True})

    def action_ready(self):
        """Whoever says that the section is ready has looked its text through."""
        self.write({"state": "ready", "is_taken": False})

    def action_not_ready(self):
        self.state = "draft"

    def _people_text(self):
        return self.examination_id._names(self.employee_ids)
