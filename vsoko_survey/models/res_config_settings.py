from odoo import fields, models


class ResConfigSettings(models.TransientModel):
    _inherit = "res.config.settings"

    vsoko_anonymity = fields.Integer(
        related="company_id.vsoko_anonymity", readonly=False
    )
