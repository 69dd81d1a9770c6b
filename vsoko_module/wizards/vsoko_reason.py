from odoo import fields, models
from odoo.exceptions import AccessError

# What may be called with a reason: nothing else a client could name.
METHODS = [
    ("action_new_edition", "Open a new edition"),
    ("action_return", "Return to the author"),
]


class VsokoReason(models.TransientModel):
    """Ask why before an act that has to be explained."""

    _name = "vsoko.reason"
    _description = "Reason"

    plan_id = fields.Many2one("vsoko.plan", required=True)
    method = fields.Selection(METHODS, required=True, readonly=True)
    reason = fields.Text(required=True)

    def action_confirm(self):
        if self.method not in dict(METHODS):
            raise AccessError(self.env._("This cannot be done with a reason."))
        getattr(self.plan_id, self.method)(self.reason)
