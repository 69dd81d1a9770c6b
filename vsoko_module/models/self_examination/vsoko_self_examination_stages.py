from odoo import api, fields, models
from odoo.exceptions import UserError

from ..work.vsoko_reminder import QUIET

SECTION = "vsoko_module.mail_activity_section"
SIGNED = ("signed", "published")


class VsokoSelfExamination(models.Model):
    """Stages: what each of them asks for and what follows from it."""

    _inherit = "vsoko.self.examination"

    def action_begin(self):
        self._move_to("conduct")

    def action_summarise(self):
        self._move_to("summary")

    def action_review(self):
        self._move_to("review")

    def action_back(self):
        before = {"conduct": "planning", "summary": "conduct", "review": "summary"}
        for one in self:
            one._move_to(before[one.state])

    def action_sign(self):
        self._move_to("signed")

    def action_publish(self):
        for one in self:
            one.date_published = one.date_published or fields.Date.context_today(one)
            one.date_sent = one.date_sent or one.date_published
        self._move_to("published")

    def _check_move(self, state):
        result = super()._check_move(state)
        if state == "conduct":
            self._check_people()
        if state == "signed":
            self._check_before_signing()
        return result

    def _entered(self, state):
        result = super()._entered(state)
        if state == "conduct":
            self._give_tasks()
        if state == "signed":
            self._sign()
        return result

    def _check_people(self):
        for one in self.filtered(lambda one: one.state == "planning"):
            silent = one.section_ids.filtered(lambda section: not section.employee_ids)
            if silent:
                raise UserError(
                    self.env._(
                        "Name who writes each section. Nobody is named for: %s.",
                        "; ".join(silent.mapped("name")),
                    )
                )

    def _check_before_signing(self):
        """All that is missing in one sentence: nobody signs a report by guess."""
        for one in self:
            holes = [hole["name"] for hole in one._holes() if hole["blocks"]]
            if holes:
                raise UserError(
                    self.env._(
                        "The report is not ready to be signed: %s.", "; ".join(holes)
                    )
                )

    def _give_tasks(self):
        """One task a section and person with a login; no letters."""
        # sudo: logins of colleagues are hidden from a deputy without rights in HR
        tasks = self.env["mail.activity"].with_context(**QUIET).sudo()
        model = self.env["ir.model"]._get_id(self._name)
        self.activity_unlink([SECTION])
        unwritten = self.section_ids.filtered(lambda own: own.state != "ready")
        tasks.create(
            [
                {
                    "activity_type_id": self.env.ref(SECTION).id,
                    "automated": True,
                    "summary": section.name,
                    "date_deadline": section.date_deadline
                    or section.examination_id.date_deadline,
                    "res_model_id": model,
                    "res_id": section.examination_id.id,
                    "user_id": person.sudo().user_id.id,  # sudo: as above
                }
                for section in unwritten
                for person in section.employee_ids._vsoko_reachable()
            ]
        )

    def _sign(self):
        """The figures are approved, the text and the files are kept as they are."""
        for one in self:
            # sudo: set by this move alone
            one.sudo().write(
                {
                    "date_signed": fields.Date.context_today(one),
                    "signed_by_id": self.env.user.id,
                }
            )
            if one.evaluation_id.state != "approved":
                one.evaluation_id.action_approve()
            one._freeze()

    def write(self, vals):
        living = {"date_published", "site_url", "date_sent", "state", "told"}
        living |= {name for name in vals if name.startswith(("message_", "activity_"))}
        if vals.keys() - living and not self.env.su:
            self._check_not_signed()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_signed(self):
        # A demo school goes whole
        real = self.filtered(lambda one: not one.company_id.vsoko_is_demo)
        real._check_not_signed()

    def _check_not_signed(self):
        for one in self.filtered(lambda one: one.state in SIGNED):
            raise UserError(
                self.env._("«%s» is signed: its text and figures stay.", one.name)
            )
