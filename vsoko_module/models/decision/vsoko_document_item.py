from odoo import fields, models
from odoo.exceptions import UserError
from odoo.fields import Command

from .vsoko_decision import OPEN_STATES
from .vsoko_decision_effect import JUDGED

# Of these a decision does not take the place of its item
NOT_ADOPTED = ("draft", "cancelled")


class VsokoDocumentItem(models.Model):
    """An item of an order decides something about a conclusion.

    Once the decision is adopted it gives the tasks and the rows of work, the item
    only shows how it goes.
    """

    _inherit = "vsoko.document.item"

    finding_id = fields.Many2one(
        "vsoko.finding",
        string="Conclusion",
        index="btree_not_null",
        ondelete="set null",
        check_company=True,
        domain="[('company_id', '=', company_id), ('state', '=', 'agreed')]",
    )
    decision_ids = fields.One2many("vsoko.decision", "item_id", string="Decisions")
    decision_id = fields.Many2one(
        "vsoko.decision",
        string="Decision of the meeting",
        index="btree_not_null",
        ondelete="set null",
        copy=False,
        check_company=True,
        help="Minutes tell of it; the task is the decision's own.",
    )

    def _decide(self):
        """A decision of each item; what a meeting has decided before is linked."""
        # sudo: the one who registers an order need not keep decisions
        for item in self.filtered(lambda one: not one.decision_ids).sudo():
            decided = item._decided_before() or item._make_decision()
            decided.item_id = item
            if decided.state == "draft":
                decided.action_adopt()

    def _decided_before(self):
        """A decision about the same conclusion that no order has taken up yet."""
        return self.finding_id.decision_ids.filtered(
            lambda one: not one.item_id and one.state in ("draft", "open")
        ).sorted(lambda one: (one.state == "draft", one.id))[:1]

    def _make_decision(self):
        paper = self.document_id
        return self.env["vsoko.decision"].create(
            {
                "name": self.name,
                "company_id": self.company_id.id,
                "year_id": self.finding_id.year_id.id,
                "finding_id": self.finding_id.id,
                "employee_ids": [Command.set(self.employee_ids.ids)],
                "term_text": self.term_text,
                "date_deadline": self.date_deadline,
                "expected": self.expected or self.finding_id.expected,
                "adopted_on": paper.date,
            }
        )

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
