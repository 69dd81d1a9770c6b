from odoo import models


class VsokoDecision(models.Model):
    """A decision and the item of the order that holds it are one work, told once."""

    _inherit = "vsoko.decision"

    def write(self, vals):
        # sudo: an item follows its decisions, whoever changes them
        before = self.sudo().item_id if "item_id" in vals else None
        result = super().write(vals)
        if before is not None:
            taken_over = self.sudo().item_id.filtered(lambda item: item._leading())
            (before | taken_over)._follow_decisions()
        return result

    def _entered(self, state):
        result = super()._entered(state)
        self.sudo().item_id._follow_decisions()  # sudo: as above
        return result
