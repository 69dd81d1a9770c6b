from odoo import models
from odoo.exceptions import UserError


class VsokoPeriod(models.Model):
    _inherit = "vsoko.period"

    def _check_vsoko_open(self):
        """Refuse before anything is counted when the figures may not change."""
        closed = self.filtered("is_closed")
        if closed:
            raise UserError(
                self.env._(
                    "The period «%s» is closed: results of the survey cannot be "
                    "written. The director may open it again.",
                    closed[0].display_name,
                )
            )
