from odoo import models


class VsokoCause(models.Model):
    """Why a figure is red: a list the school may extend."""

    _name = "vsoko.cause"
    _inherit = "vsoko.catalogue.mixin"
    _description = "Cause"
