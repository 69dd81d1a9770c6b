from odoo import api, fields, models


class VsokoPlanEdition(models.Model):
    """What was approved, when, by whom, and how it differs from the edition before."""

    _name = "vsoko.plan.edition"
    _description = "Edition of a plan"
    _order = "plan_id, number desc"

    plan_id = fields.Many2one(
        "vsoko.plan", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="plan_id.company_id", store=True)
    number = fields.Integer(required=True)
    date = fields.Date(
        string="Approved on", required=True, default=fields.Date.context_today
    )
    user_id = fields.Many2one("res.users", string="Approved by", required=True)
    reason = fields.Text()
    snapshot = fields.Json(export_string_translation=False)
    change_ids = fields.One2many("vsoko.plan.change", "edition_id", string="Changes")

    _number_uniq = models.Constraint(
        "UNIQUE (plan_id, number)", "The plan already has this edition."
    )

    @api.depends("number", "plan_id.name")
    def _compute_display_name(self):
        for edition in self:
            edition.display_name = self.env._(
                "%(plan)s, edition %(number)s",
                plan=edition.plan_id.name,
                number=edition.number,
            )
