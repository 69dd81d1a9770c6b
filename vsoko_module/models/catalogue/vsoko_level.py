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
    variant_id = fields.Many2one(
        "vsoko.framework.variant", index="btree_not_null", ondelete="cascade"
    )
    needs_critical = fields.Boolean(
        string="Only with all critical indicators",
        help="The level is not given while a critical indicator has fewer points than "
        "it needs.",
    )

    _start_uniq = models.UniqueIndex(
        "(framework_id, COALESCE(variant_id, 0), min_points)",
        "Two levels of a framework start at the same points.",
    )
