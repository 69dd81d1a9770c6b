from odoo import models
from odoo.exceptions import UserError
from odoo.fields import Domain

AHEAD = ("draft", "called")


class VsokoMeeting(models.Model):
    """An agenda put together of what waits for a decision; nothing stands in two."""

    _inherit = "vsoko.meeting"

    def action_fill_agenda(self):
        """What the last time left, conclusions, procedures, overdue decisions."""
        for meeting in self:
            meeting._check_preparing()
            last = meeting._last_held().get(meeting._body_key(), self.browse())
            last.question_ids._left_behind()._carry_to(meeting)
            questions = self.env["vsoko.meeting.question"]
            meeting._put_on_agenda(
                [
                    *map(questions._prepare_of_finding, meeting._undecided()),
                    *map(questions._prepare_of_procedure, meeting._carried_out(last)),
                    *map(questions._prepare_of_decision, meeting._overdue()),
                ]
            )

    def _check_preparing(self):
        self.check_access("write")
        for meeting in self.filtered(lambda one: one.state not in AHEAD):
            raise UserError(meeting._frozen_sentence())

    def _put_on_agenda(self, values):
        """Questions in this order after those that are there already."""
        first = max(self.question_ids.mapped("sequence"), default=0) + 10
        return self.env["vsoko.meeting.question"].create(
            [
                {**one, "meeting_id": self.id, "sequence": first + number * 10}
                for number, one in enumerate(values)
            ]
        )

    def _on_agendas(self, name, domain):
        """Records of questions by their field ``name``, in this school."""
        return self.env["vsoko.meeting.question"].search(
            Domain(name, "!=", False)
            & Domain("company_id", "=", self.company_id.id)
            & domain
        )[name]

    def _ahead(self, name):
        """What some meeting is going to consider already."""
        waiting = Domain("outcome", "=", "open")
        return self._on_agendas(name, waiting & Domain("meeting_id.state", "in", AHEAD))

    def _undecided(self):
        """Deficits that nothing is decided about, red figures that no body has seen."""
        adopted = [("state", "not in", ["draft", "cancelled"])]
        undecided = Domain("decision_ids", "not any", adopted) & Domain(
            "question_ids", "not any", [("outcome", "=", "noted")]
        )
        unseen = Domain("is_red", "=", True) & Domain("question_ids", "=", False)
        return self.env["vsoko.finding"].search(
            Domain("company_id", "=", self.company_id.id)
            & Domain("state", "=", "agreed")
            & Domain("kind", "=", "deficit")
            & Domain("id", "not in", self._ahead("finding_id").ids)
            & self._of_union("department_id")
            & (undecided | unseen),
            order="is_red desc, date_deadline, id",
        )

    def _carried_out(self, last):
        """Procedures for this body, carried out since it met."""
        own = Domain("meeting_id.body_id", "=", self.body_id.id)
        seen = own & Domain("meeting_id.state", "!=", "cancelled")
        return self.env["vsoko.procedure"].search(
            Domain("company_id", "=", self.company_id.id)
            & Domain("is_template", "=", False)
            & Domain("state", "in", ["done", "reviewed"])
            & Domain("body_ids", "in", self.body_id.ids)
            & Domain("id", "not in", self._on_agendas("procedure_id", seen).ids)
            & self._since(last),
            order="date_end, id",
        )

    def _since(self, last):
        """Days of lines carried out before the app wrote them down are their terms."""
        if not last.date:
            return Domain("year_id", "=", self.year_id.id)
        written = Domain("done_on", ">=", last.date)
        planned = Domain("date_end", ">=", last.date)
        return written | Domain("done_on", "=", False) & planned

    def _overdue(self):
        """Decisions of this body, or of none, that are late."""
        own = Domain("meeting_id", "=", False) | self._of_union(
            "meeting_id.department_id"
        )
        return self.env["vsoko.decision"].search(
            Domain("company_id", "=", self.company_id.id)
            & Domain("is_overdue", "=", True)
            & Domain("body_id", "in", [*self.body_id.ids, False])
            & Domain("id", "not in", self._ahead("reviewed_id").ids)
            & own
        )

    def _of_union(self, path):
        """A union speaks of what is its own and of what is nobody's."""
        if not self.department_id:
            return Domain.TRUE
        return Domain(path, "in", [self.department_id.id, False])
