from odoo import fields, models


class ResCompany(models.Model):
    """What kind of school it is: tells which indicators apply to it."""

    _inherit = "res.company"

    vsoko_has_noo = fields.Boolean(string="Primary education", default=True)
    vsoko_has_ooo = fields.Boolean(string="Basic education", default=True)
    vsoko_has_soo = fields.Boolean(string="Secondary education", default=True)
    vsoko_has_ovz = fields.Boolean(string="Pupils with disabilities", default=True)
    vsoko_is_small = fields.Boolean(string="Small school")
    vsoko_anonymity = fields.Integer(
        string="Smallest group shown",
        default=5,
        help="Answers of fewer people are not shown, so that nobody is recognised.",
    )
