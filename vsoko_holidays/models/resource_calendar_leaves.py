from odoo import api, models
from odoo.fields import Domain

STAFF_ONLY = "vsoko_staff_only"


class ResourceCalendarLeaves(models.Model):
    """Days off of pupils are no public holidays of the staff.

    Time Off takes every day off without a person for a public holiday: it forbids two
    that meet, as 1 January and the winter holidays do, and counts everybody's leaves
    anew when one changes.
    """

    _inherit = "resource.calendar.leaves"

    @api.constrains("date_from", "date_to", "calendar_id")
    def _check_compare_dates(self):
        if staff := self.filtered(lambda leave: not leave.vsoko_year_id):
            staff = staff.with_context(**{STAFF_ONLY: True})
            return super(ResourceCalendarLeaves, staff)._check_compare_dates()
        return None

    @api.model
    def _search(self, domain, *args, **kwargs):
        if self.env.context.get(STAFF_ONLY):
            domain = Domain(domain) & Domain("vsoko_year_id", "=", False)
        return super()._search(domain, *args, **kwargs)

    def _get_time_domain_dict(self):
        staff = self.filtered(lambda leave: not leave.vsoko_year_id)
        return super(ResourceCalendarLeaves, staff)._get_time_domain_dict()
