from odoo import models
from odoo.fields import Domain

from ...tools.measures import Reading, shown
from .vsoko_summary_work import TOP

DECISION = "vsoko.decision"
CLOSED = ["verified", "ineffective"]


class VsokoSummary(models.AbstractModel):
    """What was decided this year, who is late with it and whether it works."""

    _inherit = "vsoko.summary"

    def _decisions(self):
        own = Domain(self._own())
        late = own & Domain("is_overdue", "=", True)
        figures = self._decision_figures(own, late)
        return {
            "total": sum(figure["count"] for figure in figures),
            "figures": figures,
            "shares": self._decision_shares(own & self._adopted_this_year()),
            "overdue": self._late_decisions(late),
        }

    def _adopted_this_year(self):
        return Domain("year_id", "=", self._year().id) & Domain(
            "state", "not in", ["draft", "cancelled"]
        )

    def _decision_figures(self, own, late):
        """Those of the year, and what waits, of whatever year it is."""
        adopted = own & self._adopted_this_year()
        done = own & Domain("state", "=", "done")
        orphans = (
            own
            & Domain("kind", "=", "deficit")
            & Domain("state", "=", "agreed")
            & Domain("decision_ids", "not any", [("state", "!=", "cancelled")])
        )
        return [
            self._figure(self.env._("Adopted this year"), DECISION, adopted),
            self._figure(self.env._("Overdue"), DECISION, late),
            self._figure(self.env._("Effect to be judged"), DECISION, done),
            self._figure(
                self.env._("Conclusions without a decision"), "vsoko.finding", orphans
            ),
        ]

    def _decision_shares(self, adopted):
        """Done in time of those that were due; effective of those that are closed."""
        due = adopted & (
            Domain("state", "in", ["done", *CLOSED]) | Domain("is_overdue", "=", True)
        )
        closed = adopted & Domain("state", "in", CLOSED)
        return [
            self._share(
                self.env._("Done in time"), due, Domain("is_in_time", "=", True)
            ),
            self._share(
                self.env._("Effective"), closed, Domain("state", "=", "verified")
            ),
        ]

    def _share(self, label, whole, part):
        """A percent with what it is counted of; nothing of nothing is no percent."""
        count = self.env[DECISION].search_count
        of, n = count(whole), count(whole & part)
        text = self.env._("nothing to count yet")
        if of:
            percent = shown(Reading(is_filled=True, value=100 * n / of), "percent")
            text = self.env._(
                "%(percent)s (%(count)s of %(whole)s)",
                percent=percent,
                count=n,
                whole=of,
            )
        return {
            "label": label,
            "text": text,
            "open": self._list(label, DECISION, list(whole)),
        }

    def _late_decisions(self, late):
        found = self.env[DECISION].search(late, order="date_deadline, id", limit=TOP)
        return [
            self._late_row(one, one.display_name, one.date_deadline) for one in found
        ]
