from odoo import fields, models


class VsokoMeasurementChange(models.Model):
    """Who changed a figure, when, from what, to what, and why."""

    _name = "vsoko.measurement.change"
    _description = "Change of a figure"
    _order = "id desc"

    measurement_id = fields.Many2one(
        "vsoko.measurement", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(
        related="measurement_id.company_id", store=True, precompute=True
    )
    user_id = fields.Many2one("res.users", string="Who", required=True)
    old_value = fields.Char(string="From")
    new_value = fields.Char(string="To")
    origin = fields.Char(string="Where from")
    reason = fields.Char(string="Why")
