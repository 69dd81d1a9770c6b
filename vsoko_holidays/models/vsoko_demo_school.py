from datetime import timedelta

from odoo import api, fields, models


class VsokoDemoSchool(models.AbstractModel):
    _inherit = "vsoko.demo.school"

    @api.model
    @api.private
    def load(self, company):
        """Send a teacher on leave in the days of her next procedure too."""
        school = super().load(company)
        today = fields.Date.context_today(self)
        line = school["plan"].procedure_ids.filtered(
            lambda one: (
                school["teacher"] in one.employee_ids
                and one.date_end
                and one.date_end >= today
                and one._may_miss_somebody()
            )
        )
        leave_type = self.env.ref(
            "hr_holidays.leave_type_sick_time_off", raise_if_not_found=False
        )
        if line and leave_type:
            self._send_away(school["teacher"], line.sorted("date_end")[0], leave_type)
        return school

    def _send_away(self, person, line, leave_type):
        # Nobody is asked by letter to approve what is made up
        leave = self._leaves().create(
            {
                "employee_id": person.id,
                "holiday_status_id": leave_type.id,
                "request_date_from": line.date_end - timedelta(days=3),
                "request_date_to": line.date_end + timedelta(days=7),
            }
        )
        leave.action_approve(check_state=False)

    @api.model
    @api.private
    def remove(self, company):
        """Leaves hold their people: those of a demo school go first."""
        if company.vsoko_is_demo:
            leaves = self._leaves().search([("employee_company_id", "=", company.id)])
            leaves.write({"state": "confirm"})
            leaves.unlink()
        return super().remove(company)

    def _leaves(self):
        # sudo: whoever may open a demo school need not be an officer of Time Off, and
        # these are leaves of made-up people
        return self.env["hr.leave"].sudo().with_context(leave_fast_create=True)
