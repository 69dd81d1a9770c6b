from datetime import timedelta

from odoo import api, models

from .vsoko_decision import OPEN_STATES


class VsokoDigest(models.AbstractModel):
    """Decisions in the letter of the week: late, due, and waiting to be closed."""

    _inherit = "vsoko.digest"

    @api.model
    def _work_by_user(self, school):
        work = super()._work_by_user(school)
        today = school._vsoko_today()
        for decision in self._decisions_due(school, today + timedelta(days=7)):
            is_late = decision.date_deadline < today
            name = "decisions_late" if is_late else "decisions_soon"
            for user in decision._debtors():
                work.setdefault(user, {}).setdefault(name, []).append(
                    {
                        "id": decision.id,
                        "name": decision.display_name,
                        "day": decision.date_deadline,
                    }
                )
        return work

    @api.model
    def _decisions_due(self, school, until):
        return self.env["vsoko.decision"].search(
            [
                ("company_id", "=", school.id),
                ("state", "in", list(OPEN_STATES)),
                ("date_deadline", "<=", until),
            ],
            order="date_deadline, id",
        )

    def _school_in_figures(self, school):
        decisions = self.env["vsoko.decision"].search_count
        own = [("company_id", "=", school.id)]
        judged = [("state", "=", "done"), ("verdict", "!=", False)]
        return {
            **super()._school_in_figures(school),
            "decisions_late": decisions([*own, ("is_overdue", "=", True)]),
            "decisions_close": decisions([*own, *judged]),
        }
