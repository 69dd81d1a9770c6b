from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

USER = "vsoko_module.group_vsoko_user"


class VsokoDocumentVisa(models.Model):
    """Somebody's consent to the text of a draft; a changed text needs it anew."""

    _name = "vsoko.document.visa"
    _inherit = "vsoko.state.mixin"
    _description = "Consent to a document"
    _order = "document_id, id"
    _check_company_auto = True

    _moves = {
        "waiting": {"agreed": USER, "refused": USER},
        "agreed": {"waiting": USER},
        "refused": {"waiting": USER},
    }

    _own_fields = {"date", "comment"}

    document_id = fields.Many2one(
        "vsoko.document", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="document_id.company_id", store=True)
    employee_id = fields.Many2one("hr.employee", required=True, check_company=True)
    role_id = fields.Many2one("vsoko.role", string="As")
    state = fields.Selection(
        [
            ("waiting", "Waiting"),
            ("agreed", "Agreed"),
            ("refused", "Refused"),
        ],
        required=True,
        default="waiting",
        readonly=True,
    )
    date = fields.Date(readonly=True)
    comment = fields.Text(readonly=True)
    is_mine = fields.Boolean(compute="_compute_is_mine")

    _once = models.Constraint(
        "UNIQUE (document_id, employee_id)", "This person is already asked to agree."
    )

    @api.depends("employee_id")
    @api.depends_context("uid")
    def _compute_is_mine(self):
        own = self.env.user.employee_ids
        for visa in self:
            visa.is_mine = visa.employee_id in own

    def action_agree(self):
        self._answer("agreed", False)

    def action_refuse(self, reason):
        if not (reason or "").strip():
            raise UserError(self.env._("Say what has to be changed."))
        self._answer("refused", reason)
        for visa in self:
            visa.document_id.message_post(
                body=self.env._(
                    "%(person)s does not agree: %(reason)s",
                    # sudo: the name of a colleague is on the public profile
                    person=visa.employee_id.sudo().name,
                    reason=reason,
                )
            )

    def _answer(self, state, comment):
        self.check_access("read")
        for visa in self:
            if not visa.is_mine:
                raise AccessError(
                    self.env._("Only the person who is asked may agree or refuse.")
                )
            if visa.document_id.state != "draft":
                raise UserError(visa.document_id._locked_sentence())
        # sudo: the answer is written here and nowhere else, by its own person
        self.sudo().write(
            {
                "state": state,
                "date": fields.Date.context_today(self),
                "comment": comment,
            }
        )
        self.document_id._close_visa_tasks(self.env.user)
