from odoo import api, fields, models


class VsokoDecision(models.Model):
    """The neighbours of a decision along the chain."""

    _inherit = "vsoko.decision"

    measure_ids = fields.One2many("vsoko.measure", "decision_id", string="Measures")
    check_ids = fields.One2many(
        "vsoko.effect.check", "decision_id", string="Checks of effect"
    )
    measure_count = fields.Integer(compute="_compute_measure_count")

    @api.depends("measure_ids")
    def _compute_measure_count(self):
        counts = dict(
            self.env["vsoko.measure"]._read_group(
                [("decision_id", "in", self.ids)], ["decision_id"], ["__count"]
            )
        )
        for decision in self:
            decision.measure_count = counts.get(decision, 0)

    def _awaits_meeting(self):
        """A project that stands on no agenda, or on one that is not to be."""
        is_free = not self.question_id or self.meeting_id.state == "cancelled"
        return self.state == "draft" and is_free

    def _is_under_way(self):
        """Adopted, and something has been done or ordered about it since."""
        return self.state != "open" or bool(self.item_id or self.review_ids)

    def _prepare_item(self):
        """An item of minutes. An order may still take the decision up as its own."""
        return {
            "name": self.name,
            "employee_ids": [(6, 0, self.employee_ids.ids)],
            "term_text": self.term_text,
            "date_deadline": self.date_deadline,
            "expected": self.expected,
            "finding_id": self.finding_id.id,
            "decision_id": self.id,
            "is_task": False,
        }

    def action_view_finding(self):
        return self.finding_id._get_records_action()

    def action_view_meeting(self):
        return self.meeting_id._get_records_action()

    def action_view_document(self):
        return self.document_id._get_records_action()

    def action_view_measures(self):
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "vsoko_module.vsoko_measure_action"
        )
        action["domain"] = [("decision_id", "in", self.ids)]
        action["context"] = {
            "default_decision_id": self.id,
            "default_finding_id": self.finding_id.id,
            "default_year_id": self.year_id.id,
        }
        return action
