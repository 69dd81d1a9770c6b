from odoo import fields, models
from odoo.exceptions import UserError


class VsokoMeasurement(models.Model):
    """A figure leads to a conclusion."""

    _inherit = "vsoko.measurement"

    finding_ids = fields.One2many("vsoko.finding", "measurement_id")
    finding_count = fields.Integer(compute="_compute_finding_count")

    def _compute_finding_count(self):
        counts = dict(
            self.env["vsoko.finding"]._read_group(
                [("measurement_id", "in", self.ids)], ["measurement_id"], ["__count"]
            )
        )
        for one in self:
            one.finding_count = counts.get(one, 0)

    def action_conclude(self):
        """A conclusion of each figure, filled in with what is known of it."""
        findings = self.env["vsoko.finding"]._from_measurements(self)
        return findings._get_records_action(name=self.env._("Conclusions"))

    def action_view_findings(self):
        return self.finding_ids._get_records_action(name=self.env._("Conclusions"))

    def _check_has_value(self):
        """Nothing can be concluded of what has not been measured."""
        empty = self.filtered(lambda one: not one.is_filled)
        if empty:
            raise UserError(
                self.env._(
                    "There is no figure yet: %s. Enter the value first.",
                    "; ".join(one.display_name for one in empty),
                )
            )

    def _said_shortly(self):
        """«Качество знаний – 38 % (7Б, Математика, I четверть)»."""
        where = [self.class_id.name, self.subject_id.name, self.period_id.name]
        words = ", ".join(filter(None, where))
        return f"{self.indicator_id.name} – {self.value_text} ({words})"
