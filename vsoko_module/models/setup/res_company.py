from odoo import Command, models

SATURDAY = "5"


class ResCompany(models.Model):
    _inherit = "res.company"

    def _vsoko_week_days(self):
        """How many days a week the school studies: five or six."""
        days = self.vsoko_calendar_id.attendance_ids.mapped("dayofweek")
        return "6" if SATURDAY in days else "5"

    def _vsoko_set_week_days(self, count):
        """Add Saturday to the school week or take it away."""
        if count == self._vsoko_week_days():
            return
        # sudo: the week is kept by administrators; the school's own calendar alone is
        # written, by a deputy who sets up this school.
        calendar = self._vsoko_school_calendar().sudo()
        saturdays = calendar.attendance_ids.filtered(
            lambda attendance: attendance.dayofweek == SATURDAY
        )
        if count == "6":
            model = calendar.attendance_ids[:1]
            calendar.attendance_ids = [
                Command.create(model.copy_data({"dayofweek": SATURDAY})[0])
            ]
        else:
            saturdays.unlink()
