from odoo import models


class VsokoOutcome(models.Model):
    _name = "vsoko.outcome"
    _inherit = "vsoko.catalogue.mixin"
    _description = "Form of result"
