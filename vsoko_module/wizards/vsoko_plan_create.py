from odoo import api, fields, models


class VsokoPlanCreate(models.TransientModel):
    """A plan of a year from a template or from another year's plan."""

    _name = "vsoko.plan.create"
    _description = "New plan from a template"

    company_id = fields.Many2one(
        "res.company", required=True, default=lambda self: self.env.company
    )
    template_id = fields.Many2one(
        "vsoko.plan",
        string="Start from",
        required=True,
        default=lambda self: self._default_template_id(),
        domain="['|', ('is_template', '=', True), ('company_id', '=', company_id)]",
    )
    year_id = fields.Many2one(
        "vsoko.academic.year",
        string="School year",
        default=lambda self: self._default_year_id(),
        domain="[('company_id', '=', company_id)]",
    )
    procedure_count = fields.Integer(related="template_id.procedure_count")

    @api.model
    def _default_template_id(self):
        return self.env["vsoko.plan"].search([("is_template", "=", True)], limit=1)

    @api.model
    def _default_year_id(self):
        return self.env["vsoko.academic.year"]._current(self.env.company)

    def action_create_plan(self):
        years = self.env["vsoko.academic.year"]
        year = self.year_id or years._ensure(
            years._default_date_start().year, self.company_id
        )
        plan = self.env["vsoko.plan"].action_apply_template(
            self.template_id.id, year.id
        )
        return plan._get_records_action()
