from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from .document_tasks import ACQUAINT

OFFICER = "vsoko_module.group_vsoko_officer"
# What the tick itself is
OWN = {"date", "way", "user_id"}


class VsokoDocumentAcknowledgement(models.Model):
    """That a person has read a registered paper, with the day and the way."""

    _name = "vsoko.document.acknowledgement"
    _description = "Acquaintance with a document"
    _order = "document_id, employee_id"
    _check_company_auto = True

    document_id = fields.Many2one(
        "vsoko.document", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(
        related="document_id.company_id", store=True, index=True
    )
    employee_id = fields.Many2one(
        "hr.employee", string="Person", required=True, index=True, check_company=True
    )
    date_deadline = fields.Date(string="By when")
    date = fields.Date(string="Acquainted on", readonly=True)
    way = fields.Selection(
        [("screen", "In the system"), ("paper", "Signed on paper")], readonly=True
    )
    user_id = fields.Many2one("res.users", string="Ticked by", readonly=True)
    is_mine = fields.Boolean(compute="_compute_is_mine")
    is_overdue = fields.Boolean(compute="_compute_is_overdue")

    _once = models.Constraint(
        "UNIQUE (document_id, employee_id)", "This person is already on the sheet."
    )

    @api.model_create_multi
    def create(self, vals_list):
        """Whoever is added gets the task; that one has read it only one's tick says."""
        if not self.env.su and any(OWN & vals.keys() for vals in vals_list):
            raise AccessError(self.env._("A tick is set by the person alone."))
        rows = super().create(vals_list)
        rows.filtered(lambda row: not row.date)._give_tasks()
        return rows

    @api.ondelete(at_uninstall=False)
    def _unlink_except_ticked(self):
        """The sheet proves who has read the paper."""
        if any(row.date for row in self):
            raise UserError(self.env._("Who is acquainted already stays on the sheet."))

    @api.depends("employee_id")
    @api.depends_context("uid")
    def _compute_is_mine(self):
        own = self.env.user.employee_ids
        for row in self:
            row.is_mine = row.employee_id in own

    @api.depends("date", "date_deadline")
    def _compute_is_overdue(self):
        today = fields.Date.context_today(self)
        for row in self:
            late = row.date_deadline and row.date_deadline < today
            row.is_overdue = bool(late and not row.date)

    @api.depends("document_id", "employee_id")
    def _compute_display_name(self):
        for row in self:
            # sudo: the name of a colleague is on the public profile
            row.display_name = row.employee_id.sudo().name

    def action_acknowledge(self):
        """«Ознакомлен»: only for oneself."""
        if any(not row.is_mine for row in self):
            raise AccessError(
                self.env._("Each person says «acquainted» for himself or herself.")
            )
        self._tick("screen")

    def action_signed_on_paper(self):
        """A deputy writes down a signature that stands on the printed sheet."""
        if not (self.env.su or self.env.user.has_group(OFFICER)):
            raise AccessError(
                self.env._("Signatures on paper are written down by a deputy head.")
            )
        self._tick("paper")

    def _tick(self, way):
        self.check_access("read")
        for row in self:
            if row.document_id.state != "registered":
                raise UserError(
                    self.env._(
                        "«%s» is not registered: there is nothing to sign yet.",
                        row.document_id.name,
                    )
                )
        # sudo: the tick is set here and nowhere else; who may is checked above
        self.filtered(lambda row: not row.date).sudo().write(
            {
                "date": fields.Date.context_today(self),
                "way": way,
                "user_id": self.env.uid,
            }
        )
        self._close_tasks()

    def _give_tasks(self):
        today = fields.Date.context_today(self)
        for document, rows in self.grouped("document_id").items():
            day = rows[:1].date_deadline or today
            text = self.env._("Get acquainted: %s", document.display_name)
            document._give_tasks_of(ACQUAINT, rows.employee_id, day, text)

    def _close_tasks(self):
        for row in self:
            # sudo: tasks of a colleague, whose signature on paper is written down
            tasks = row.document_id.sudo()
            for user in row.employee_id.sudo().user_id:
                tasks.activity_feedback([ACQUAINT], user_id=user.id)
