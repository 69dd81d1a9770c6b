from odoo import api, models
from odoo.exceptions import AccessError

OFFICER = "vsoko_module.group_vsoko_officer"


class VsokoSummary(models.AbstractModel):
    """The page of the director: plain figures, each with the list behind it.

    It stores nothing and reads as the user; only the school in use is counted.
    """

    _name = "vsoko.summary"
    _description = "Summary"

    @api.model
    def data(self, period_id=None):
        """Everything the page shows for a period, the last one with figures if none.

        Each figure is ``{"count", "label", "open": {"name", "model", "domain"}}``.
        """
        self._check_officer()
        periods = self._periods()
        period = periods.filtered(lambda one: one.id == period_id) or periods[:1]
        return {
            "school": self.env.company.name,
            "periods": [{"id": one.id, "name": one.display_name} for one in periods],
            "period_id": period.id,
            "plan": self._plan(),
            "papers": self._papers(),
            "decisions": self._decisions(),
            "indicators": self._indicators(period),
            "evaluations": self._evaluations(),
            "readiness": self._readiness(period),
        }

    def _check_officer(self):
        if not self.env.user.has_group(OFFICER):
            raise AccessError(
                self.env._("The summary is for the director and deputy heads.")
            )

    def _periods(self):
        """Periods with figures or evaluations of the school, the last one first."""
        found = self.env["vsoko.period"].search(self._own(), order="date_end desc")
        used = {
            period
            for model in ("vsoko.measurement", "vsoko.evaluation")
            for [period] in self.env[model]._read_group(self._own(), ["period_id"])
        }
        return found.filtered(lambda period: period in used)

    def _year(self):
        return self.env["vsoko.academic.year"].search(
            [*self._own(), ("is_current", "=", True)], limit=1
        )

    def _own(self):
        return [("company_id", "=", self.env.company.id)]

    def _figure(self, label, model, domain, count=None):
        """A number with the list that opens on a click."""
        domain = list(domain)
        if count is None:
            count = self.env[model].search_count(domain)
        return {
            "label": label,
            "count": count,
            "open": self._list(label, model, domain),
        }

    @staticmethod
    def _list(name, model, domain):
        return {"name": name, "model": model, "domain": domain}

    @staticmethod
    def _card(record):
        return {"model": record._name, "id": record.id}
