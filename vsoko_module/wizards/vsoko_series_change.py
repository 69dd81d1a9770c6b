from odoo import fields, models


class VsokoSeriesChange(models.TransientModel):
    """From a day on: other people or other days for what has not begun of a series."""

    _name = "vsoko.series.change"
    _description = "Change of a repeated line"

    procedure_id = fields.Many2one("vsoko.procedure", required=True)
    date_from = fields.Date(
        string="From", required=True, default=fields.Date.context_today
    )
    employee_ids = fields.Many2many("hr.employee", string="New people")
    days = fields.Integer(
        string="Move by days", help="Later by so many days; with a minus, earlier."
    )
    reason = fields.Text(required=True)

    def action_confirm(self):
        self.ensure_one()
        self.procedure_id.action_change_series(
            self.date_from, self.reason, self.employee_ids.ids, self.days
        )
        return self.procedure_id.action_view_occurrences()
