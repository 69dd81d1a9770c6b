from odoo import models


class VsokoBody(models.Model):
    _name = "vsoko.body"
    _inherit = "vsoko.catalogue.mixin"
    _description = "Collegial body"
