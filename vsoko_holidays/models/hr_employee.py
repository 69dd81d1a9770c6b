from odoo import models


class HrEmployee(models.Model):
    _inherit = "hr.employee"

    def _vsoko_absences(self, first, last=None):
        """``{employee: [(first day, last day), …]}`` of approved leaves of whole days.

        Days are all that leaves this method: why a colleague is away is personal.
        """
        domain = [
            ("employee_id", "in", self.ids),
            ("state", "=", "validate"),
            # A business trip or remote work is work, as Odoo itself tells them apart
            ("holiday_status_id.time_type", "=", "leave"),
            ("request_unit_hours", "=", False),
            ("request_date_to", ">=", first),
        ]
        if last:
            domain.append(("request_date_from", "<=", last))
        names = ["employee_id", "request_date_from", "request_date_to"]
        # sudo: a deputy head without rights in HR has to know on which days a colleague
        # is away, and learns nothing else
        leaves = self.env["hr.leave"].sudo().search_fetch(domain, names)
        absences = {}
        for leave in leaves.sorted("request_date_from"):
            days = (leave.request_date_from, leave.request_date_to)
            absences.setdefault(leave.employee_id.id, []).append(days)
        return {one: absences[one.id] for one in self if one.id in absences}

    def _vsoko_substitute(self, roles, first, last):
        """Who may stand in for the person on these days, and why just he or she.

        Whoever is already appointed comes first, then a colleague of the same role,
        then the head of the department.
        """
        self.ensure_one()
        holders = self._vsoko_holders_beside(roles, first, last)
        acting = holders.filtered("is_acting")
        manager = self.department_id.manager_id | self.parent_id
        candidates = {
            "acting": acting.employee_id,
            "same_role": (holders - acting).employee_id.sorted(self._is_of_other_team),
            "manager": manager,
        }
        everybody = self.union(*candidates.values()) - self
        away = everybody._vsoko_absences(first, last)
        for reason, people in candidates.items():
            for person in people:
                if person != self and person.active and person not in away:
                    return person, reason
        return self.browse(), "nobody"

    def _vsoko_holders_beside(self, roles, first, last):
        """Others who hold the roles on all these days, in the person's own school."""
        holders = self.env["vsoko.role.holder"].search(
            [
                ("role_id", "in", roles.ids),
                ("company_id", "=", self.company_id.id),
                ("employee_id", "!=", self.id),
                ("replaces_id", "in", [False, self.id]),
            ]
        )
        return holders.filtered(lambda one: one._is_on(first) and one._is_on(last))

    def _is_of_other_team(self, colleague):
        return colleague.department_id != self.department_id
