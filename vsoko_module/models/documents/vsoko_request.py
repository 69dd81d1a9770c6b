from odoo import fields, models


class VsokoRequest(models.Model):
    """What is asked may be for a procedure: its note takes the figure over."""

    _inherit = "vsoko.request"

    procedure_id = fields.Many2one(
        "vsoko.procedure",
        string="For the procedure",
        index="btree_not_null",
        ondelete="set null",
        check_company=True,
        domain="[('is_template', '=', False), ('company_id', '=', company_id)]",
        help="A figure that is answered stands in the note of the procedure.",
    )
