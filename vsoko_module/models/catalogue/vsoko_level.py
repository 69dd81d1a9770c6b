from odoo import fields, models


class VsokoLevel(models.Model):
    """A level of a framework, reached from ``min_points`` up to the next level."""

    _name = "vsoko.level"
    _description = "Level of a framework"
    _order = "framework_id, min_points desc"

    framework_id = fields.Many2one(
        "vsoko.framework", required=True, index=True, ondelete="cascade"
    )
    name = fields.Char(required=True)
    min_points = fields.Float(string="From, points")
    color = fields.Integer()

    _points_uniq = models.Constraint(
        "UNIQUE (framework_id, min_points)",
        "Two levels of a framework start at the same points.",
    )
