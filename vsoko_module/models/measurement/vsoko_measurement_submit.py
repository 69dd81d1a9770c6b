from odoo import models
from odoo.exceptions import UserError


class VsokoMeasurement(models.Model):
    """A red figure is not submitted before somebody says why it is red (N4)."""

    _inherit = "vsoko.measurement"

    def action_submit(self):
        self._check_causes()
        self.filtered(lambda one: one.is_filled or one.is_excluded).state = "submitted"

    def action_return(self):
        self._check_open()
        self.state = "draft"

    def _check_causes(self):
        """All red figures without a cause at once, by their codes."""
        silent = self.filtered(
            lambda one: (
                one.light == "red"
                and not (one.cause_id and (one.cause_note or "").strip())
            )
        )
        if silent:
            raise UserError(
                self.env._(
                    "Red figures need a cause from the list and a few words about it: "
                    "%s.",
                    "; ".join(one.display_name for one in silent),
                )
            )
