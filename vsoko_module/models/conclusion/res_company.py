from odoo import fields, models


class ResCompany(models.Model):
    _inherit = "res.company"

    vsoko_recheck_weeks = fields.Integer(
        string="Repeat control, weeks after the term",
        default=4,
        help="When the conclusion names no day itself.",
    )

    _vsoko_recheck_weeks_range = models.Constraint(
        "CHECK (vsoko_recheck_weeks IS NULL OR vsoko_recheck_weeks BETWEEN 0 AND 52)",
        "Weeks to the repeat control are from 0 to 52.",
    )
