from odoo import models


class VsokoMethod(models.Model):
    _name = "vsoko.method"
    _inherit = "vsoko.catalogue.mixin"
    _description = "Method of assessment"
