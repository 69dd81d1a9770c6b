from datetime import timedelta

from odoo import api, fields, models
from odoo.fields import Domain

from ...tools.reminders import due_escalations, due_reminder
from .decision_tasks import DECISION, LATE
from .vsoko_decision import OFFICER, OPEN_STATES


class VsokoReminder(models.Model):
    """The daily job minds decisions by the rules that procedures have."""

    _inherit = "vsoko.reminder"

    decision_id = fields.Many2one(
        "vsoko.decision", index="btree_not_null", ondelete="cascade"
    )

    _of_one = models.Constraint(
        "CHECK (num_nonnulls(procedure_id, decision_id) = 1)",
        "A reminder is of a procedure or of a decision.",
    )
    _once = models.UniqueIndex(
        "(COALESCE(procedure_id, 0), COALESCE(decision_id, 0), COALESCE(step_id, 0),"
        " user_id, kind, date_due) WHERE kind != 'asked'",
        "This reminder has been given.",
    )

    @api.depends("decision_id.company_id")
    def _compute_company_id(self):
        return super()._compute_company_id()

    def _about(self):
        return self.decision_id or super()._about()

    @api.model
    def _subject_fields(self):
        return {**super()._subject_fields(), "decision_id": "vsoko.decision"}

    @api.model
    def _activity_types(self):
        types = (self.env.ref(DECISION).id, self.env.ref(LATE).id)
        return {**super()._activity_types(), "vsoko.decision": types}

    # ---- what is due ----

    @api.model
    def _schools_at_work(self):
        groups = self.env["vsoko.decision"]._read_group(
            [("state", "in", list(OPEN_STATES))], ["company_id"]
        )
        return super()._schools_at_work().union(*(school for (school,) in groups))

    def _near_due(self, school, today, rules):
        near = today + timedelta(days=rules.before_deadline)
        decisions = self.env["vsoko.decision"].search(
            Domain("company_id", "=", school.id)
            & Domain("state", "in", list(OPEN_STATES))
            & Domain("date_deadline", "<=", near)
        )
        return [
            *super()._near_due(school, today, rules),
            *self._due_of_decisions(decisions, today, rules),
            *self._late_to_chiefs(decisions, school, today, rules),
        ]

    def _due_of_decisions(self, decisions, today, rules):
        for decision in decisions:
            if kind := due_reminder(today, None, decision.date_deadline, rules):
                for user in decision._debtors():
                    yield self._prepare_of_decision(decision, user, kind)

    def _late_to_chiefs(self, decisions, school, today, rules):
        late = decisions.filtered(lambda one: one.date_deadline < today)
        if not late:
            return
        nobody = self.env["hr.employee"]
        chiefs = {
            "deputy": self._chief(school, nobody, "deputy_uvr", today),
            "director": self._chief(school, nobody, "director", today),
        }
        preparers = self.env.ref(OFFICER).all_user_ids - chiefs["director"]
        for decision in late:
            own = {**chiefs}
            if decision.create_uid.active and decision.create_uid in preparers:
                own["deputy"] = decision.create_uid
            for kind in due_escalations(today, decision.date_deadline, rules):
                for user in own[kind] - decision._debtors():
                    yield self._prepare_of_decision(decision, user, kind)

    def _prepare_of_decision(self, decision, user, kind):
        return {
            "procedure_id": False,
            "decision_id": decision.id,
            "step_id": False,
            "user_id": user.id,
            "kind": kind,
            "date_due": decision.date_deadline,
        }

    # ---- giving, and what is no longer true ----

    def _give_all(self, due, today):
        self._tasks_replaced_by(due).unlink()
        return super()._give_all(due, today)

    def _tasks_replaced_by(self, due):
        """The task that the decision gave: the reminder takes its place."""
        own = [one for one in due if one.get("decision_id")]
        if not own:
            return self.env["mail.activity"]
        told = {(one["decision_id"], one["user_id"]) for one in own}
        decisions = self.env["vsoko.decision"].browse(
            {number for number, _user in told}
        )
        return decisions._tasks().filtered(
            lambda task: (task.res_id, task.user_id.id) in told
        )

    def _is_true(self):
        decision = self.decision_id
        if not decision:
            return super()._is_true()
        if decision.state not in OPEN_STATES or decision.date_deadline != self.date_due:
            return False
        return (
            self.kind in ("deputy", "director") or self.user_id in decision._debtors()
        )
