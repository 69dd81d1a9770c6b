from odoo import fields, models


class VsokoDocument(models.Model):
    """An order about a deficit: its items are decisions, its control is planned."""

    _inherit = "vsoko.document"

    decision_ids = fields.One2many(
        "vsoko.decision", "document_id", string="Decisions", readonly=True
    )
    decision_count = fields.Integer(compute="_compute_decision_count")

    def _compute_decision_count(self):
        counts = dict(
            self.env["vsoko.decision"]._read_group(
                [("document_id", "in", self.ids)], ["document_id"], ["__count"]
            )
        )
        for document in self:
            document.decision_count = counts.get(document, 0)

    def action_view_decisions(self):
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "vsoko_module.vsoko_decision_action"
        )
        return action | {"domain": [("document_id", "in", self.ids)], "context": {}}

    def _problems_of_order(self):
        """N2: an order about a deficit is not signed without a repeat control."""
        yield from super()._problems_of_order()
        for number, item in enumerate(self.item_ids.sorted(), 1):
            if item.finding_id.kind != "deficit":
                continue
            # sudo: whoever signs need not keep conclusions
            finding = item.finding_id.sudo()
            for problem in finding._problems_of_repeat_place(item.date_deadline):
                yield self.env._(
                    "Item %(number)s «%(name)s»: %(problem)s",
                    number=number,
                    name=finding.name,
                    problem=problem,
                )

    def _before_tasks(self):
        """Items about conclusions become decisions before tasks are given."""
        result = super()._before_tasks()
        orders = self.filtered(lambda paper: paper.layout == "order")
        orders.item_ids.filtered("finding_id")._decide()
        return result

    def _entered_cancelled(self):
        result = super()._entered_cancelled()
        for paper in self:
            # sudo: what a cancelled order decided is decided no more
            decided = paper.sudo().decision_ids.filtered(
                lambda one: one.state in ("open", "in_progress")
            )
            for decision in decided:
                decision.action_cancel(
                    self.env._("The order is cancelled: %s", paper.display_name)
                )
        return result
