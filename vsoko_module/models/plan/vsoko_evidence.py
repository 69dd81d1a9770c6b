from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError

from ...tools.uploads import link_problem

OFFICER = "vsoko_module.group_vsoko_officer"


class VsokoEvidence(models.Model):
    """A paper handed in: a file or a link that shows what a procedure has come to."""

    _name = "vsoko.evidence"
    _inherit = "vsoko.upload.mixin"
    _description = "Paper handed in"
    _order = "procedure_id, date desc, id desc"

    name = fields.Char(
        compute="_compute_name", store=True, readonly=False, precompute=True
    )
    procedure_id = fields.Many2one(
        "vsoko.procedure", required=True, index=True, ondelete="cascade"
    )
    step_id = fields.Many2one(
        "vsoko.procedure.step",
        index="btree_not_null",
        ondelete="set null",
        domain="[('procedure_id', '=', procedure_id)]",
    )
    company_id = fields.Many2one(
        related="procedure_id.company_id", store=True, index=True
    )
    outcome_id = fields.Many2one(
        "vsoko.outcome",
        string="Form of result",
        index="btree_not_null",
        ondelete="restrict",
        help="Which of the papers that the plan asks for this is.",
    )
    employee_id = fields.Many2one(
        "hr.employee",
        string="Author",
        index=True,
        default=lambda self: self._default_employee_id(),
    )
    date = fields.Date(required=True, default=fields.Date.context_today)
    period_id = fields.Many2one(
        "vsoko.period",
        compute="_compute_period_id",
        store=True,
        readonly=False,
        ondelete="set null",
    )
    file = fields.Binary(attachment=True)
    filename = fields.Char()
    url = fields.Char(string="Link")
    note = fields.Text(string="A word about it")

    _something = models.Constraint(
        "CHECK (filename IS NOT NULL OR url IS NOT NULL)",
        "Attach a file or a link.",
    )

    def _default_employee_id(self):
        return self.env.user.employee_id

    @api.depends("filename", "url")
    def _compute_name(self):
        for evidence in self.filtered(lambda one: not one.name):
            evidence.name = evidence.filename or evidence.url

    @api.depends("procedure_id.date_end", "procedure_id.year_id")
    def _compute_period_id(self):
        """The period of studies of the deadline: a paper is about what was planned."""
        for evidence in self.filtered(lambda one: not one.period_id):
            year, day = evidence.procedure_id.year_id, evidence.procedure_id.date_end
            evidence.period_id = day and year._period_of(day)

    @api.constrains("step_id", "procedure_id")
    def _check_step(self):
        for evidence in self.filtered("step_id"):
            if evidence.step_id.procedure_id != evidence.procedure_id:
                raise ValidationError(
                    self.env._("The step is of another procedure: choose it anew.")
                )

    @api.constrains("file", "filename", "url")
    def _check_file(self):
        if any(not evidence.file and not evidence.url for evidence in self):
            raise ValidationError(self.env._("Attach a file or a link."))
        self._check_upload("file", "filename")

    @api.constrains("url")
    def _check_url(self):
        for evidence in self.filtered("url"):
            if link_problem(evidence.url):
                raise ValidationError(
                    self.env._(
                        "«%s» is not a link: it begins with https:// or http://.",
                        evidence.url,
                    )
                )

    def _check_author(self):
        """Nobody but a deputy hands in for another person.

        Not a constraint: Odoo runs those as the superuser.
        """
        if self._may_keep():
            return
        own = self.env.user.employee_ids
        if foreign := self.filtered(lambda one: one.employee_id - own):
            raise AccessError(
                self.env._(
                    "Only a deputy head may hand in for %s.",
                    # sudo: the name of a colleague is on the public profile
                    foreign[0].employee_id.sudo().name,
                )
            )

    @api.model_create_multi
    def create(self, vals_list):
        papers = super().create(vals_list)
        papers._check_author()
        papers._check_open()
        return papers

    def write(self, vals):
        self._check_open()
        result = super().write(vals)
        if "employee_id" in vals:
            self._check_author()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_closed(self):
        self._check_open()

    def _check_open(self):
        """What a finished procedure was accepted with stays with it."""
        closed = {"reviewed", "cancelled"}
        if not self._may_keep():
            closed.add("done")
        for procedure in self.procedure_id:
            if procedure.state in closed:
                raise UserError(
                    self.env._(
                        "«%(name)s» is in the state «%(state)s»: its papers stay as "
                        "they are. Ask the deputy head to reopen it.",
                        name=procedure.name,
                        state=procedure._label(procedure.state),
                    )
                )

    def _may_keep(self):
        return self.env.su or self.env.user.has_group(OFFICER)

    def action_open(self):
        """Show the file or the link itself, one tap from the list."""
        self.ensure_one()
        url = self.url or f"/web/content/{self._name}/{self.id}/file/{self.filename}"
        return {"type": "ir.actions.act_url", "target": "new", "url": url}
