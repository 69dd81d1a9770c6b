from odoo import models


class VsokoCause(models.Model):
    """Why a figure is red: a list the school may extend."""

    _name = "vsoko.cause"
    _inherit = "vsoko.catalogue.mixin"
    _description = "Cause"

    def _used(self):
        # sudo: a shared cause may be named by a school this user does not see
        figures = self.env["vsoko.measurement"].sudo()
        return figures.search([("cause_id", "in", self.ids)], limit=1).cause_id
