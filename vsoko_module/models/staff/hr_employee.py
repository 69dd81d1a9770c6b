from odoo import fields, models


class HrEmployee(models.Model):
    """Who leaves the school leaves its figures on the same day."""

    _inherit = "hr.employee"

    vsoko_staff_ids = fields.One2many(
        "vsoko.staff", "employee_id", string="Staff card", groups="hr.group_hr_user"
    )

    def write(self, vals):
        result = super().write(vals)
        if {"active", "departure_date"} & vals.keys():
            self._vsoko_date_staff(vals)
        return result

    def _vsoko_date_staff(self, vals):
        """The last day of work: the date of departure if HR names it, else today."""
        today = fields.Date.context_today(self)
        # sudo: whoever archives a card in HR need not have rights in ВСОКО
        cards = self.sudo().vsoko_staff_ids
        if vals.get("active"):
            cards.date_to = False
        for card in cards.filtered(lambda one: not one.employee_id.active):
            named = vals.get("departure_date") and card.employee_id.departure_date
            card.date_to = named or card.date_to or today
