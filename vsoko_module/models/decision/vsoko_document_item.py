from odoo import fields, models
from odoo.fields import Command


class VsokoDocumentItem(models.Model):
    """An item of an order decides something about a conclusion."""

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
