from odoo import fields, models

TOP = 5
OPEN = ["planned", "in_progress"]


class VsokoSummary(models.AbstractModel):
    """How the plan of the year goes and which papers wait."""

    _inherit = "vsoko.summary"

    def _plan(self):
        """Parts of the bar, that add up to all lines of the year, and who is late."""
        year = self._year()
        lines = self._year_lines(year)
        today = fields.Date.to_string(fields.Date.context_today(self))
        late = [*lines, ("is_overdue", "=", True)]
        on_time = ["|", ("date_end", "=", False), ("date_end", ">=", today)]
        labels = {
            "done": self.env._("Done"),
            "progress": self.env._("In progress"),
            "planned": self.env._("Planned"),
        }
        domains = {
            "done": [("state", "in", ["done", "reviewed"])],
            "progress": [("state", "=", "in_progress"), *on_time],
            "planned": [("state", "=", "planned"), *on_time],
        }
        parts = [
            {
                "key": key,
                **self._figure(label, "vsoko.procedure", [*lines, *domains[key]]),
            }
            for key, label in labels.items()
        ]
        overdue = self._figure(self.env._("Overdue"), "vsoko.procedure", late)
        parts.append({"key": "overdue", **overdue})
        return {
            "year": year.name or "",
            "total": sum(part["count"] for part in parts),
            "parts": parts,
            "overdue": self._overdue(late) if overdue["count"] else [],
        }

    def _year_lines(self, year):
        """Lines that people carry out; a repeated one counts by its occurrences."""
        return [
            *self._own(),
            ("year_id", "=", year.id),
            ("is_template", "=", False),
            ("is_published", "=", True),
            ("is_series", "=", False),
            ("plan_id.state", "!=", "closed"),
        ]

    def _overdue(self, domain):
        procedures = self.env["vsoko.procedure"].search(
            domain, order="date_end, id", limit=TOP
        )
        return [self._late_row(one, one.name, one.date_end) for one in procedures]

    def _late_row(self, record, name, day):
        days = (fields.Date.context_today(self) - day).days
        people = ", ".join(record.employee_ids.mapped("name"))
        return {
            "id": record.id,
            "name": name,
            "people": people or self.env._("nobody"),
            "late": self.env._("%s d. late", days),
            "open": self._card(record),
        }

    def _papers(self):
        draft = [*self._own(), ("state", "=", "draft"), ("sent_on", "!=", False)]
        approved = [*self._own(), ("state", "=", "approved")]
        unread = [
            *self._own(),
            ("date", "=", False),
            ("document_id.state", "=", "registered"),
        ]
        rows = "vsoko.document.acknowledgement"
        return [
            self._figure(self.env._("Drafts to approve"), "vsoko.document", draft),
            self._figure(self.env._("To register"), "vsoko.document", approved),
            self._figure(self.env._("Not acquainted yet"), rows, unread),
        ]
