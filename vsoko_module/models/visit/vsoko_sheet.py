from odoo import fields, models


class VsokoSheet(models.Model):
    """What an observer looks at in a lesson: the school's own list, point by point."""

    _name = "vsoko.sheet"
    _description = "Observation sheet"
    _order = "name, id"

    name = fields.Char(required=True)
    active = fields.Boolean(default=True)
    company_id = fields.Many2one(
        "res.company",
        string="School",
        required=True,
        index=True,
        default=lambda self: self.env.company,
    )
    line_ids = fields.One2many(
        "vsoko.sheet.line", "sheet_id", string="What is looked at", copy=True
    )
    note = fields.Text(help="How to give points: observers read it while they fill in.")
