from odoo import models
from odoo.exceptions import UserError

from .vsoko_self_examination_stages import SIGNED


class VsokoEvaluation(models.Model):
    """The figures of a signed self-examination are not opened again."""

    _inherit = "vsoko.evaluation"

    def _check_move(self, state):
        result = super()._check_move(state)
        if state == "draft":
            self._check_not_reported()
        return result

    def _check_not_reported(self):
        signed = self.env["vsoko.self.examination"].search(
            [("evaluation_id", "in", self.ids), ("state", "in", SIGNED)], limit=1
        )
        if signed:
            raise UserError(
                self.env._(
                    "«%s» is signed with these figures: they stay as they are. A new "
                    "figure goes into the report of the next year.",
                    signed.name,
                )
            )
