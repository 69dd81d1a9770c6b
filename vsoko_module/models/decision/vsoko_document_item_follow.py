from odoo import models
from odoo.exceptions import UserError

from .vsoko_decision import OPEN_STATES
from .vsoko_decision_effect import JUDGED

# Of these a decision does not take the place of its item
NOT_ADOPTED = ("draft", "cancelled")


class VsokoDocumentItem(models.Model):
    """An item and what it decides are one work, told once.

    Once the decision is adopted it gives the tasks and the rows of work, the item
    only shows how it goes.
    """

    _inherit = "vsoko.document.item"

    # ---- the item is reported on ----

    def action_done(self):
        result = super().action_done()
        # sudo: who may report on the item reports on what it decides
        self._leading().filtered(lambda one: one.state in OPEN_STATES)._move_to("done")
        return result

    def action_undo(self):
        leading = self._leading()
        for decision in leading.filtered(lambda one: one.state in JUDGED):
            raise UserError(
                self.env._(
                    "«%s» has been judged: what came of it stays as it is.",
                    decision.display_name,
                )
            )
        result = super().action_undo()
        leading.filtered(lambda one: one.state == "done")._move_to("in_progress")
        return result

    # ---- the decision is reported on ----

    def _follow_decisions(self):
        """The tick and the tasks of registered items follow what they decide."""
        registered = self.filtered(lambda item: item.document_id.state == "registered")
        for item in registered:
            leading = item._leading()
            if leading:
                item._tasks().unlink()
                item._follow(leading)
            elif not item._tasks():
                item._give_tasks()

    def _follow(self, decisions):
        is_done = all(one.state not in OPEN_STATES for one in decisions)
        if self.is_done != is_done:
            self._mark(is_done)

    def _with_tasks(self):
        return super()._with_tasks().filtered(lambda item: not item._leading())

    def _leading(self):
        # sudo: whose the decisions are does not matter, only that there are some
        return self.sudo().decision_ids.filtered(
            lambda one: one.state not in NOT_ADOPTED
        )
