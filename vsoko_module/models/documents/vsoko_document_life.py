from odoo import fields, models
from odoo.exceptions import UserError

from .document_tasks import ACQUAINT, ITEM, SIGN, VISA


class VsokoDocument(models.Model):
    """From a draft to the register: what is asked before, what follows after."""

    _inherit = "vsoko.document"

    sent_on = fields.Date(string="Sent for agreement", readonly=True, copy=False)
    visa_ids = fields.One2many("vsoko.document.visa", "document_id", string="Agreed")
    amends_id = fields.Many2one(
        "vsoko.document",
        string="Changes the paper",
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
        check_company=True,
        domain="[('state', '=', 'registered'), ('company_id', '=', company_id)]",
    )
    is_cancelling = fields.Boolean(
        string="Cancels it",
        help="With the registration the other paper is cancelled; else it is amended.",
    )
    amended_by_ids = fields.One2many(
        "vsoko.document", "amends_id", string="Changed by", readonly=True
    )

    # ---- what the user can press ----

    def action_send(self):
        """Ask the people whom the kind names to agree, then the one who signs."""
        self._check_draft()
        for document in self:
            document._record_edition(self.env._("Sent for agreement"))
            document._prepare_visas()
        # sudo: when a draft was sent is written here and nowhere else
        self.sudo().write({"sent_on": fields.Date.context_today(self)})
        self._give_visa_tasks()

    def action_approve(self):
        self._move_to("approved")

    def action_return(self, reason=None):
        """Back to the author, with a word why."""
        self._move_to("draft")
        if reason:
            self.message_post(body=reason)

    def action_register(self):
        self._move_to("registered")

    def action_cancel(self, reason=None):
        if not (reason or "").strip():
            raise UserError(self.env._("Say why the paper is cancelled."))
        self.check_access("write")
        for document in self:
            document._check_move("cancelled")
        # sudo: the reason is written here and nowhere else; the move is checked above
        self.sudo().write({"cancel_reason": reason})
        self._move_to("cancelled")

    # ---- what follows from a state ----

    def _entered_draft(self):
        self.activity_unlink([SIGN])
        for document in self:
            document._record_edition(self.env._("Returned to draft"))

    def _entered_approved(self):
        for document in self:
            document._check_agreed()
            document._check_ready()
            document._record_edition(self.env._("Approved"))
        self.activity_unlink([VISA, SIGN])

    def _entered_registered(self):
        for document in self.sorted("id"):
            document._check_ready()
            document._give_number()
            document._freeze()
            document._record_edition(self.env._("Registered"))
            document._put_on_sheet()
            document._change_other_paper()
            document._tell_plan()
        self._before_tasks()
        self.item_ids._give_tasks()

    def _before_tasks(self):
        """Hook: what registered papers decide, before they give tasks."""

    def _entered_cancelled(self):
        self.activity_unlink([ACQUAINT, ITEM, VISA, SIGN])
        for document in self:
            document.message_post(
                body=self.env._("Cancelled: %s", document.cancel_reason or "")
            )

    # ---- agreement ----

    def _prepare_visas(self):
        """A line for each person of the kind's roles; who has refused is asked anew."""
        day = self.date or fields.Date.context_today(self)
        people = self.kind_id.visa_role_ids._people_on(self.company_id)
        asked = {
            person: role
            for role in self.kind_id.visa_role_ids
            for person in people(role, day)
        }
        known = self.visa_ids.employee_id
        self.env["vsoko.document.visa"].create(
            [
                {
                    "document_id": self.id,
                    "employee_id": person.id,
                    "role_id": role.id,
                }
                for person, role in asked.items()
                if person not in known
            ]
        )
        self._ask_visas_anew(("refused",))

    def _ask_visas_anew(self, states):
        # sudo: an answer is written by its own person only; here it is taken back
        self.visa_ids.filtered(lambda visa: visa.state in states).sudo().write(
            {"state": "waiting", "date": False, "comment": False}
        )

    def _text_changed(self):
        """Consent was given to another text: it is asked for anew."""
        for document in self.filtered("visa_ids"):
            if "agreed" in document.visa_ids.mapped("state"):
                document._ask_visas_anew(("agreed",))
                document._give_visa_tasks()
                document.message_post(
                    body=self.env._("The text has changed: consent is asked anew.")
                )

    def _check_agreed(self):
        waiting = self.visa_ids.filtered(lambda visa: visa.state != "agreed")
        if self.kind_id.visa_role_ids and not self.visa_ids:
            raise UserError(
                self.env._(
                    "«%s» has to be agreed first: press «Send for agreement».",
                    self.name,
                )
            )
        if waiting:
            raise UserError(
                self.env._(
                    "«%(name)s» is not agreed by: %(people)s.",
                    name=self.name,
                    # sudo: names of colleagues are on the public profile
                    people=", ".join(waiting.employee_id.sudo().mapped("name")),
                )
            )

    # ---- what it does to others ----

    def _change_other_paper(self):
        other = self.amends_id
        if not other:
            return
        if self.is_cancelling and other.state == "registered":
            other.action_cancel(self.env._("Cancelled by %s", self.display_name))
        else:
            other.message_post(body=self.env._("Changed by %s", self.display_name))

    def _tell_plan(self):
        """The plan an order approves prints its number; minutes likewise."""
        plans = self.annex_ids.plan_id | (
            self.plan_id if self.layout == "minutes" else self.plan_id.browse()
        )
        names = {"order": "order", "minutes": "minutes"}
        if name := names.get(self.layout):
            for plan in plans.filtered(lambda plan: not plan[f"{name}_number"]):
                plan.write({f"{name}_number": self.number, f"{name}_date": self.date})

    # ---- editions ----

    edition_ids = fields.One2many(
        "vsoko.document.edition",
        "document_id",
        string="Editions",
        readonly=True,
        groups="vsoko_module.group_vsoko_officer",
    )

    def action_keep_edition(self):
        for document in self:
            document._record_edition(self.env._("Kept by hand"))

    def _record_edition(self, occasion):
        """Keep the text, unless it is the same as the last time."""
        text = self._plain_text()
        last = self.edition_ids.sorted("number")[-1:]
        if last.text == text:
            return
        # sudo: editions are the system's record, nobody writes them by hand
        self.env["vsoko.document.edition"].sudo().create(
            {
                "document_id": self.id,
                "number": last.number + 1,
                "occasion": occasion,
                "user_id": self.env.uid,
                "text": text,
            }
        )
