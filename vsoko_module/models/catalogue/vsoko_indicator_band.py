from odoo import fields, models


class VsokoIndicatorBand(models.Model):
    """Points for values from ``min_value`` up to the next band: half-open, no gaps."""

    _name = "vsoko.indicator.band"
    _description = "Points for a value"
    _order = "indicator_id, min_value"

    indicator_id = fields.Many2one(
        "vsoko.indicator", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="indicator_id.company_id", store=True)
    min_value = fields.Float(string="From")
    points = fields.Float()

    _start_uniq = models.Constraint(
        "UNIQUE (indicator_id, min_value)", "Two bands start at the same value."
    )
