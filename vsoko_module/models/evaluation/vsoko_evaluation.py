from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

OFFICER = "vsoko_module.group_vsoko_officer"
DIRECTOR = "vsoko_module.group_vsoko_director"

# What an approved evaluation keeps, besides its lines.
FROZEN = {
    "name", "framework_id", "variant_id", "period_id", "company_id", "date",
    "conclusion", "line_ids",
}  # fmt: skip


class VsokoEvaluation(models.Model):
    """One calculation by one framework for one period of a school.

    Its lines keep the values they were counted of: a later change of a figure does
    not change an approved evaluation, it is shown as a difference.
    """

    _name = "vsoko.evaluation"
    _inherit = ["mail.thread", "mail.activity.mixin", "vsoko.state.mixin"]
    _description = "Evaluation"
    _order = "date desc, id desc"
    _check_company_auto = True

    _moves = {
        "draft": {"review": OFFICER, "approved": DIRECTOR},
        "review": {"draft": OFFICER, "approved": DIRECTOR},
        "approved": {"draft": DIRECTOR},
    }
    _own_fields = {"collected_on", "approved_on", "approved_by_id"}

    name = fields.Char(
        compute="_compute_name",
        store=True,
        readonly=False,
        precompute=True,
        required=True,
    )
    framework_id = fields.Many2one(
        "vsoko.framework",
        required=True,
        index=True,
        ondelete="restrict",
        check_company=True,
    )
    scoring = fields.Selection(related="framework_id.scoring")
    variant_id = fields.Many2one(
        "vsoko.framework.variant",
        ondelete="restrict",
        domain="[('framework_id', '=', framework_id)]",
    )
    has_variants = fields.Boolean(compute="_compute_has_variants")
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
    year_id = fields.Many2one(related="period_id.year_id", store=True)
    date = fields.Date(required=True, default=fields.Date.context_today)
    state = fields.Selection(
        [
            ("draft", "Being counted"),
            ("review", "To approve"),
            ("approved", "Approved"),
        ],
        required=True,
        default="draft",
        copy=False,
        tracking=True,
        index=True,
    )
    line_ids = fields.One2many("vsoko.evaluation.line", "evaluation_id", string="Lines")
    collected_on = fields.Datetime(readonly=True, copy=False)
    problems = fields.Text(string="What could not be counted", readonly=True)
    approved_on = fields.Datetime(readonly=True, copy=False)
    approved_by_id = fields.Many2one("res.users", readonly=True, copy=False)
    conclusion = fields.Html()

    @api.depends("framework_id", "period_id")
    def _compute_name(self):
        for evaluation in self:
            parts = [evaluation.framework_id.name, evaluation.period_id.name]
            evaluation.name = ", ".join(filter(None, parts))

    @api.depends("framework_id.variant_ids")
    def _compute_has_variants(self):
        for evaluation in self:
            evaluation.has_variants = bool(evaluation.framework_id.variant_ids)

    @api.constrains("framework_id", "variant_id")
    def _check_variant(self):
        for evaluation in self.filtered("variant_id"):
            if evaluation.variant_id.framework_id != evaluation.framework_id:
                raise ValidationError(
                    self.env._(
                        "«%(variant)s» is not a variant of «%(framework)s».",
                        variant=evaluation.variant_id.name,
                        framework=evaluation.framework_id.name,
                    )
                )

    def write(self, vals):
        if vals.keys() & FROZEN:
            self._check_draft()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_approved(self):
        self._check_draft()

    def _check_draft(self):
        for evaluation in self.filtered(lambda one: one.state == "approved"):
            raise UserError(
                self.env._(
                    "«%s» is approved: its figures stay as they are. The director may "
                    "return it.",
                    evaluation.name,
                )
            )

    def _entered(self, state):
        if state == "approved":
            # sudo: set by this move alone
            self.sudo().write(
                {
                    "approved_on": fields.Datetime.now(),
                    "approved_by_id": self.env.user.id,
                }
            )
        return super()._entered(state)

    def _check_move(self, state):
        result = super()._check_move(state)
        if state in ("review", "approved"):
            self._check_ready()
        return result

    def _check_ready(self):
        for evaluation in self:
            if not evaluation.line_ids:
                raise UserError(
                    self.env._(
                        "«%s» has no figures yet: press «Collect».", evaluation.name
                    )
                )
            evaluation.line_ids.measurement_id._check_causes()

    def action_send(self):
        self._move_to("review")

    def action_approve(self):
        self._move_to("approved")

    def action_return(self):
        self._move_to("draft")

    def action_open_matrix(self):
        """The sheet of the framework and period, to enter what is missing."""
        self.ensure_one()
        action = self.env["ir.actions.actions"]._for_xml_id(
            "vsoko_module.vsoko_matrix_action"
        )
        return action | {
            "params": {
                "framework_id": self.framework_id.id,
                "period_id": self.period_id.id,
            }
        }
