from odoo import models
from odoo.exceptions import UserError

from ...tools.agenda_words import HEADING

KIND = "vsoko_module.document_kind_minutes"


class VsokoMeeting(models.Model):
    """The minutes of a meeting: written once, then a paper of its own."""

    _inherit = "vsoko.meeting"

    def action_minutes(self):
        """Open the minutes; the first time they are made of what was decided."""
        self.ensure_one()
        self.check_access("write")
        if self.state != "held":
            raise UserError(
                self.env._(
                    "Press «The meeting is over» first: minutes tell what was decided."
                )
            )
        if not self.document_id:
            self.document_id = self._make_minutes()
        return self.document_id._get_records_action()

    def _make_minutes(self):
        minutes = self.env["vsoko.document"].create(self._prepare_minutes())
        questions = self.question_ids.sorted()
        rows = self.env["vsoko.document.agenda"].create(
            [
                one._prepare_minutes_row(minutes, number)
                for number, one in enumerate(questions, 1)
            ]
        )
        self._make_items(dict(zip(questions, rows, strict=True)))
        return minutes

    def _prepare_minutes(self):
        return {
            "kind_id": self.env.ref(KIND).id,
            "name": HEADING,
            "company_id": self.company_id.id,
            "year_id": self.year_id.id,
            "date": self.date,
            "body_id": self.body_id.id,
            "chair_id": self.chair_id.id,
            "secretary_id": self.secretary_id.id,
            "present_ids": [(6, 0, self.present_ids.ids)],
            "present_count": self.present_count,
            "absent_ids": [(6, 0, self.absent_ids.ids)],
            "invited": self.invited,
        }

    def _make_items(self, rows):
        """An item of each decision: it tells of it, the task is the decision's."""
        decisions = [
            (decision, row)
            for question, row in rows.items()
            for decision in question._adopted()
        ]
        self.env["vsoko.document.item"].create(
            [
                {
                    **decision._prepare_item(),
                    "document_id": row.document_id.id,
                    "agenda_id": row.id,
                    "sequence": number * 10,
                }
                for number, (decision, row) in enumerate(decisions, 1)
            ]
        )

    def action_view_decisions(self):
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "vsoko_module.vsoko_decision_action"
        )
        action["domain"] = [("meeting_id", "in", self.ids)]
        action["context"] = {"default_meeting_id": self.id}
        return action

    def action_view_minutes(self):
        return self.document_id._get_records_action()

    def action_view_next(self):
        return self.next_id._get_records_action()
