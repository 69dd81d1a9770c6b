from odoo import fields, models


class VsokoRequest(models.Model):
    """Which procedures a figure is asked for: one answer may serve several."""

    _inherit = "vsoko.request"

    procedure_ids = fields.Many2many(
        "vsoko.procedure",
        "vsoko_request_procedure_rel",
        "request_id",
        "procedure_id",
        string="For the procedures",
        check_company=True,
        domain="[('is_template', '=', False), ('company_id', '=', company_id)]",
        help="The answer goes to the analytical note of these procedures.",
    )
