from odoo import fields, models


class VsokoIndicatorOption(models.Model):
    """An answer that an indicator may have, and the points it brings."""

    _name = "vsoko.indicator.option"
    _description = "Answer of an indicator"
    _order = "indicator_id, sequence, id"

    indicator_id = fields.Many2one(
        "vsoko.indicator", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="indicator_id.company_id", store=True)
    name = fields.Char(string="Answer", required=True)
    points = fields.Float()
    sequence = fields.Integer(default=10)

    _name_uniq = models.Constraint(
        "UNIQUE (indicator_id, name)", "The indicator already has this answer."
    )
