from odoo import models
from odoo.exceptions import UserError


class VsokoAcademicYear(models.Model):
    """Figures are given for parts of the year, the whole and the calendar year."""

    _inherit = "vsoko.academic.year"

    def action_propose_periods(self):
        """Parts of the year anew; those that have figures are never thrown away."""
        for year in self:
            year._check_no_figures()
        result = super().action_propose_periods()
        for year in self:
            self.env["vsoko.period"]._school_year(year)
            self.env["vsoko.period"]._calendar_year(year._start_year(), year.company_id)
        return result

    def _check_no_figures(self):
        used = self.period_ids.filtered(lambda one: one.measurement_count)
        if used:
            raise UserError(
                self.env._(
                    "«%s» has figures already: change its dates by hand instead of "
                    "proposing the periods anew.",
                    used[0].display_name,
                )
            )
