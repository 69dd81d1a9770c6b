from odoo import fields, models
from odoo.exceptions import AccessError, UserError, ValidationError

from .vsoko_decision import OFFICER


class VsokoDecision(models.Model):
    """From a project to the confirmed effect."""

    _inherit = "vsoko.decision"

    # ---- what the user can press ----

    def action_adopt(self):
        self._move_to("open")

    def action_start(self):
        self._check_may_report()
        self._move_to("in_progress")

    def action_done(self):
        self._check_may_report()
        self._move_to("done")

    def action_verify(self):
        self._move_to("verified")

    def action_ineffective(self):
        self._move_to("ineffective")

    def action_reopen(self):
        back = {"cancelled": "draft", "verified": "done", "ineffective": "done"}
        for state, decisions in self.grouped("state").items():
            decisions._move_to(back.get(state, "in_progress"))

    def action_cancel(self, reason=None):
        if not (reason or "").strip():
            raise UserError(self.env._("Say why the decision is cancelled."))
        self.check_access("write")
        for decision in self:
            decision._check_move("cancelled")
        # sudo: the reason is written here and nowhere else; the move is checked above
        self.sudo().write({"cancel_reason": reason})
        self._move_to("cancelled")

    def _check_may_report(self):
        if self.env.su or self.env.user.has_group(OFFICER):
            return
        own = self.env.user.employee_ids
        if self.filtered(lambda one: not one.employee_ids & own):
            raise AccessError(
                self.env._(
                    "Only the responsible people and a deputy head report on this "
                    "decision."
                )
            )

    # ---- what is asked before, what follows after ----

    def _entered_open(self):
        self._check_adoptable()
        fresh = self.filtered(lambda one: not one.adopted_on)
        fresh.adopted_on = fields.Date.context_today(self)

    def _entered_done(self):
        # sudo: the day is the system's record, whoever reports
        self.filtered(lambda one: not one.done_on).sudo().write(
            {"done_on": fields.Date.context_today(self)}
        )

    def _entered_in_progress(self):
        # sudo: as above; what is opened again is not done
        self.filtered("done_on").sudo().write({"done_on": False})

    def _entered_verified(self):
        self._close()

    def _entered_ineffective(self):
        self._close()

    def _check_adoptable(self):
        """A decision without a person or a term is a wish: all that is missing."""
        said = [
            f"«{decision.display_name}»: {problem}"
            for decision in self
            for problem in decision._problems()
        ]
        if said:
            raise ValidationError("\n".join(said))

    def _problems(self):
        if not self.employee_ids:
            yield self.env._("nobody is responsible – choose who carries it out.")
        if not self.date_deadline:
            yield self.env._("there is no term – say by when.")
