from odoo import models


class VsokoDecision(models.Model):
    """What is decided about a deficit is looked at again: planned when adopted."""

    _inherit = "vsoko.decision"

    def _entered_open(self):
        result = super()._entered_open()
        for decision in self.filtered(lambda one: one.finding_id.kind == "deficit"):
            decision._plan_recheck()
        return result

    def _plan_recheck(self):
        """One control of a conclusion; why there is none is said in the chatter.

        An order is refused without it, see ``vsoko.document._problems_of_order``; a
        meeting may decide before the school has a plan.
        """
        # sudo: whoever signs an order need not keep conclusions
        finding = self.finding_id.sudo()
        if problems := finding._problems_of_repeat_place(self.date_deadline):
            self.message_post(body="\n".join(problems))
            return
        control = finding._plan_recheck(self.date_deadline)
        if not self.check_ids.filtered(lambda one: one.state == "draft"):
            self._begin_check(control)

    def _entered_draft(self):
        self._drop_checks(self.env._("The decision is a project again."))

    def _entered_cancelled(self):
        self._drop_checks(self.cancel_reason)

    def _drop_checks(self, reason):
        """Nothing is awaited of what is no longer decided."""
        # sudo: awaited checks are the system's
        self.check_ids.sudo().filtered(lambda one: one.state == "draft").unlink()
        for finding in self.finding_id:
            live = finding.decision_ids.filtered(
                lambda one: one.state not in ("draft", "cancelled")
            )
            if not live:
                finding._drop_rechecks(reason)
