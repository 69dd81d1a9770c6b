from odoo import api, models


class VsokoMeasurement(models.Model):
    """Every change of a figure is written down; figures of closed periods stay."""

    _inherit = "vsoko.measurement"

    @api.model_create_multi
    def create(self, vals_list):
        created = super().create(vals_list)
        created._check_open()
        created.filtered("entry")._remember({})
        return created

    def write(self, vals):
        self._check_open()
        before = {one: one.entry for one in self} if "entry" in vals else None
        if before is not None:
            vals = self._begun_anew(vals)
        result = super().write(vals)
        self._check_open()
        if before is not None:
            self._remember(before)
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_closed(self):
        self._check_open()

    def _begun_anew(self, vals):
        """What a person writes over a counted value is the person's own."""
        own = {"state": "draft"}
        if "origin" not in vals:
            own |= {"origin": "manual", "passport": False, "counted_on": False}
        return {**own, **vals}

    def _remember(self, before):
        """Write down who has changed the value; ``before`` are the old entries."""
        labels = dict(self._fields["origin"]._description_selection(self.env))
        changed = self.filtered(lambda one: one.entry != before.get(one, False))
        # sudo: nobody writes the history by hand
        self.env["vsoko.measurement.change"].sudo().create(
            [
                {
                    "measurement_id": one.id,
                    "user_id": self.env.uid,
                    "old_value": before.get(one),
                    "new_value": one.entry,
                    "origin": labels[one.origin],
                    "reason": self.env.context.get("vsoko_change_reason")
                    or one.period_id.reopen_reason,
                }
                for one in changed
            ]
        )

    def action_view_history(self):
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("History: %s", self.indicator_id.display_name),
            "res_model": "vsoko.measurement.change",
            "views": [(False, "list")],
            "domain": [("measurement_id", "=", self.id)],
        }
