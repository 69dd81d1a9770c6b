from odoo import api, models

from ..school.vsoko_academic_year import start_year_of


class VsokoAcademicYear(models.Model):
    """Days on which something can be looked at with pupils there."""

    _inherit = "vsoko.academic.year"

    @api.model
    def _of_day(self, day, company):
        """The school's year that the day belongs to; none is made."""
        years = self.search([("company_id", "=", company.id)])
        return years.filtered(lambda one: one._start_year() == start_year_of(day))[:1]

    def _study_days(self):
        """School days between the first and the last day of studies."""
        return {
            day
            for day in self._school_days()
            if self.date_start <= day <= self.date_end
        }
