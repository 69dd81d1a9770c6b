from odoo import fields, models


class VsokoFrameworkVariant(models.Model):
    """A variant of a framework: the kind of school that its levels are meant for."""

    _name = "vsoko.framework.variant"
    _description = "Variant of a framework"
    _order = "framework_id, sequence, id"

    framework_id = fields.Many2one(
        "vsoko.framework", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="framework_id.company_id", store=True)
    name = fields.Char(required=True)
    code = fields.Char()
    sequence = fields.Integer(default=100)
