from odoo import api, fields, models


class VsokoRoleHolder(models.Model):
    """An acting holder appointed for a leave outlives it: people decide, not Odoo."""

    _inherit = "vsoko.role.holder"

    is_for_leave = fields.Boolean(
        string="For a leave",
        readonly=True,
        copy=False,
        help="Appointed because the person replaced was on leave.",
    )
    is_leave_gone = fields.Boolean(
        string="The leave is cancelled",
        compute="_compute_is_leave_gone",
        search="_search_is_leave_gone",
        help="The person replaced is at work on these days after all: delete the line, "
        "and the procedures go back.",
    )

    @api.depends("is_for_leave", "replaces_id", "date_from", "date_to")
    def _compute_is_leave_gone(self):
        appointed = self._of_leaves_to_come()
        first = min(appointed.mapped("date_from"), default=None)
        # sudo: cards of colleagues are hidden from a deputy without rights in HR
        away = appointed.sudo().replaces_id
        absences = away._vsoko_absences(first) if away else {}
        for holder in self:
            days = absences.get(holder.replaces_id, ())
            holder.is_leave_gone = holder in appointed and not any(
                first <= holder.date_to and last >= holder.date_from
                for first, last in days
            )

    def _of_leaves_to_come(self):
        today = fields.Date.context_today(self)
        return self.filtered(
            lambda one: (
                one.is_for_leave
                and one.replaces_id
                and one.date_from
                and one.date_to
                and one.date_to >= today
            )
        )

    def _search_is_leave_gone(self, operator, value):
        if operator != "in":
            return NotImplemented
        appointed = self.search([("is_for_leave", "=", True)])
        return [("id", "in", appointed.filtered("is_leave_gone").ids)]
