from odoo import fields, models


class VsokoReminder(models.Model):
    """Reminders that a deputy gives by hand, as often as it takes."""

    _inherit = "vsoko.reminder"

    kind = fields.Selection(
        selection_add=[("asked", "By the deputy head")],
        ondelete={"asked": "cascade"},
    )

    # The daily job gives each reminder once, a deputy may do it again and again
    _once = models.UniqueIndex(
        "(procedure_id, COALESCE(step_id, 0), user_id, kind, date_due)"
        " WHERE kind != 'asked'",
        "This reminder has been given.",
    )

    def _summary(self, one):
        if one["kind"] != "asked":
            return super()._summary(one)
        user = self.env["res.users"].browse(one["user_id"])
        words = self.with_context(lang=user.lang).env
        day = one["date_due"].strftime("%d.%m.%Y")
        return words._("The deputy head asks to hand in, the deadline is %s", day)

    def _is_true(self):
        if self.kind != "asked":
            return super()._is_true()
        line = self.procedure_id
        is_same_day = line.date_end in (False, self.date_due)
        awaited = line.state in ("planned", "in_progress") and not line.is_series
        return awaited and is_same_day and self.user_id in line._debtors()
