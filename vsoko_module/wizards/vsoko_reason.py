from odoo import api, fields, models
from odoo.exceptions import AccessError

# What may be called with a reason, by what it is of: nothing else a client could name.
OF_PLAN = [
    ("action_new_edition", "Open a new edition"),
    ("action_return", "Return to the author"),
]
OF_PROCEDURE = [
    ("action_cancel", "Cancel"),
    ("action_done_incomplete", "Finish without what is missing"),
    ("action_postpone", "Move to other dates"),
    ("action_explain", "Say why it was moved"),
]
OF_DOCUMENT = [
    ("action_return", "Return to the author"),
    ("action_cancel", "Cancel"),
]
OF_VISA = [("action_refuse", "Do not agree")]
OF_PERIOD = [("action_open_again", "Open the period for figures again")]
OF_DECISION = [("action_cancel", "Cancel")]
ALLOWED = {
    "plan_id": dict(OF_PLAN),
    "procedure_id": dict(OF_PROCEDURE),
    "document_id": dict(OF_DOCUMENT),
    "visa_id": dict(OF_VISA),
    "period_id": dict(OF_PERIOD),
    "decision_id": dict(OF_DECISION),
}
METHODS = list(
    dict(
        OF_DOCUMENT + OF_VISA + OF_PLAN + OF_PROCEDURE + OF_PERIOD + OF_DECISION
    ).items()
)


class VsokoReason(models.TransientModel):
    """Ask why before an act that has to be explained."""

    _name = "vsoko.reason"
    _description = "Reason"

    plan_id = fields.Many2one("vsoko.plan")
    procedure_id = fields.Many2one("vsoko.procedure")
    document_id = fields.Many2one("vsoko.document")
    visa_id = fields.Many2one("vsoko.document.visa")
    period_id = fields.Many2one("vsoko.period")
    decision_id = fields.Many2one("vsoko.decision")
    method = fields.Selection(METHODS, required=True, readonly=True)
    reason = fields.Text(required=True)
    missing_text = fields.Text(related="procedure_id.missing_text", related_sudo=False)
    date_start = fields.Date(
        string="New start", compute="_compute_dates", store=True, readonly=False
    )
    date_end = fields.Date(
        string="New deadline", compute="_compute_dates", store=True, readonly=False
    )

    @api.depends("procedure_id")
    def _compute_dates(self):
        for wizard in self:
            wizard.date_start = wizard.procedure_id.date_start
            wizard.date_end = wizard.procedure_id.date_end

    def action_confirm(self):
        names = [name for name, methods in ALLOWED.items() if self.method in methods]
        record = next((self[name] for name in names if self[name]), None)
        if not record:
            raise AccessError(self.env._("This cannot be done with a reason."))
        days = [self.date_start or self.date_end, self.date_end]
        moved = days if self.method == "action_postpone" else []
        getattr(record, self.method)(*moved, self.reason)
