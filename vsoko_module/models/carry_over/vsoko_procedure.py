from odoo import models


class VsokoProcedure(models.Model):
    """A line that a conclusion has brought into the plan knows it, once a plan."""

    _inherit = "vsoko.procedure"

    _finding_uniq = models.UniqueIndex(
        "(plan_id, finding_id) WHERE finding_id IS NOT NULL"
        " AND is_recheck IS NOT TRUE AND series_id IS NULL",
        "This conclusion is in the plan already.",
    )

    def action_view_finding(self):
        return self.finding_id._get_records_action()

    def _goes_on(self):
        """A conclusion's line is of its problem: it goes on while that is open."""
        return super()._goes_on() and not self.finding_id

    def _prepare_carry_over(self, plan):
        """What goes on because of a conclusion stays linked with it."""
        values = super()._prepare_carry_over(plan)
        if self.finding_id:
            values |= {"finding_id": self.finding_id.id, "is_recheck": self.is_recheck}
        return values
