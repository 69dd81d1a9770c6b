from odoo import api, fields, models
from odoo.exceptions import UserError

from .vsoko_reminder import QUIET

TASK = "vsoko_module.mail_activity_request"

# What the task of the person says.
TASK_FIELDS = {"name", "employee_id", "date_deadline"}


class VsokoRequest(models.Model):
    """From the question to the answer: one task, quietly given and ended by itself."""

    _inherit = "vsoko.request"

    @api.constrains("answer_file", "answer_filename")
    def _check_answer_file(self):
        self._check_upload("answer_file", "answer_filename")

    @api.model_create_multi
    def create(self, vals_list):
        requests = super().create(vals_list)
        requests._ask()
        return requests

    def write(self, vals):
        result = super().write(vals)
        if TASK_FIELDS & vals.keys():
            waiting = self.filtered(lambda one: one.state == "asked")
            waiting.activity_unlink([TASK])
            waiting._ask()
        return result

    # ---- what the user can press ----

    def action_answer(self):
        self._move_to("answered")

    def action_cancel(self):
        self._move_to("cancelled")

    def action_ask_anew(self):
        self._move_to("asked")

    # ---- what follows from a state ----

    def _entered_asked(self):
        self._keep_answerer(False, self.env["hr.employee"])
        self._ask()

    def _entered_answered(self):
        for request in self:
            if not ((request.answer or "").strip() or request.answer_file):
                raise UserError(
                    self.env._("«%s»: write the answer or attach a file.", request.name)
                )
        own = self.env.user.employee_id
        self._keep_answerer(fields.Date.context_today(self), own)
        self.activity_feedback([TASK])

    def _entered_cancelled(self):
        self.activity_unlink([TASK])

    def _keep_answerer(self, day, person):
        # sudo: who has answered and when is written here and nowhere else
        self.sudo().write({"answered_on": day, "answered_by_id": person.id})

    def _ask(self):
        """A task for each person; no letter goes out, the letter of the week tells."""
        reachable = self.employee_id._vsoko_reachable()
        tasks = self.env["mail.activity"].with_context(**QUIET)
        # sudo: logins of colleagues are hidden from a deputy without rights in HR
        tasks.sudo().create(
            [
                request._prepare_task()
                for request in self
                if request.employee_id in reachable
            ]
        )

    def _prepare_task(self):
        return {
            "activity_type_id": self.env.ref(TASK).id,
            "automated": True,
            "summary": self.name,
            "note": self.note,
            "date_deadline": self.date_deadline,
            "res_model_id": self.env["ir.model"]._get_id(self._name),
            "res_id": self.id,
            "user_id": self.employee_id.sudo().user_id.id,  # sudo: as in _ask
        }
