from datetime import timedelta

from odoo import fields, models

from ..work.vsoko_reminder import QUIET
from .document_tasks import SIGN, VISA


class VsokoDocument(models.Model):
    """Whom a paper concerns: tasks without letters, in «My work» and in the clock."""

    _inherit = "vsoko.document"

    acquaint_ids = fields.Many2many(
        "hr.employee",
        "vsoko_document_acquaint_rel",
        string="To be acquainted",
        check_company=True,
        help="Besides those whom the items name and the kind of papers asks for.",
    )
    acknowledgement_ids = fields.One2many(
        "vsoko.document.acknowledgement", "document_id", string="Acquainted"
    )

    def _give_tasks_of(self, kind, people, day, summary):
        """One task a person with a login; no letter goes out."""
        reachable = people._vsoko_reachable()
        # sudo: logins of colleagues are hidden from a deputy without rights in HR
        tasks = self.env["mail.activity"].with_context(**QUIET).sudo()
        tasks.create(
            [
                {
                    "activity_type_id": self.env.ref(kind).id,
                    "automated": True,
                    "summary": summary,
                    "date_deadline": day,
                    "res_model_id": self.env["ir.model"]._get_id(self._name),
                    "res_id": self.id,
                    "user_id": person.sudo().user_id.id,  # sudo: as above
                }
                for person in reachable
            ]
        )

    # ---- agreement and signature ----

    def _give_visa_tasks(self):
        """To those who are to agree; when all have agreed, to the one who signs."""
        self.activity_unlink([VISA])
        today = fields.Date.context_today(self)
        for document in self:
            waiting = document.visa_ids.filtered(lambda visa: visa.state == "waiting")
            document._give_tasks_of(
                VISA, waiting.employee_id, today, self.env._("Agree: %s", document.name)
            )
            document._ask_to_sign()

    def _ask_to_sign(self):
        self.activity_unlink([SIGN])
        if self.sent_on and all(visa.state == "agreed" for visa in self.visa_ids):
            self._give_tasks_of(
                SIGN,
                self._who_confirms(),
                fields.Date.context_today(self),
                self._confirm_summary(),
            )

    def _confirm_summary(self):
        if self.kind_id.signatory_role_id:
            return self.env._("Sign: %s", self.name)
        return self.env._("Confirm: %s", self.name)

    def _who_confirms(self):
        """Who may approve it: who signs for the school, else the director.

        A note is signed by its author and minutes by their chair; that does not yet
        make them papers of the school.
        """
        if self.kind_id.signatory_role_id:
            return self.signatory_id
        director = self.env["vsoko.role"]._director(self.company_id, self.date)
        return director or self.signatory_id

    def _close_visa_tasks(self, user):
        for document in self:
            document.activity_feedback([VISA], user_id=user.id)
            document._ask_to_sign()

    # ---- acquaintance ----

    def _people_to_acquaint(self):
        """The kind's roles, people of the items, those added; not who signs."""
        people = self.kind_id.acquaint_role_ids._people_on(self.company_id)
        by_role = people(self.kind_id.acquaint_role_ids, self.date)
        named = self.item_ids.employee_ids | self.acquaint_ids | by_role
        return named - self.signatory_id

    def _put_on_sheet(self):
        people = self._people_to_acquaint()
        day = fields.Date.context_today(self) + timedelta(self.kind_id.acquaint_days)
        # sudo: the sheet is the system's; who registers need not be able to make rows
        self.env["vsoko.document.acknowledgement"].sudo().create(
            [
                {
                    "document_id": self.id,
                    "employee_id": person.id,
                    "date_deadline": day,
                }
                for person in people
            ]
        )
