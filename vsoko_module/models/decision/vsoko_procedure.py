from odoo import fields, models


class VsokoProcedure(models.Model):
    """When a procedure was carried out: the next meeting of its bodies hears of it."""

    _inherit = "vsoko.procedure"

    done_on = fields.Date(string="Carried out on", readonly=True, copy=False)

    def _entered(self, state):
        result = super()._entered(state)
        if state in ("done", "planned", "in_progress"):
            day = fields.Date.context_today(self) if state == "done" else False
            changed = self.filtered(lambda one: bool(one.done_on) != bool(day))
            # sudo: the day is the system's record, whoever reports
            changed.sudo().write({"done_on": day})
        return result
