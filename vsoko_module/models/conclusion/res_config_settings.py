from odoo import fields, models


class ResConfigSettings(models.TransientModel):
    _inherit = "res.config.settings"

    vsoko_recheck_weeks = fields.Integer(
        related="company_id.vsoko_recheck_weeks", readonly=False
    )
