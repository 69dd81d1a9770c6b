from datetime import datetime, time

from pytz import UTC, timezone

from odoo import api, fields, models
from odoo.fields import Domain


class ResourceCalendarLeaves(models.Model):
    _inherit = "resource.calendar.leaves"

    vsoko_year_id = fields.Many2one(
        "vsoko.academic.year",
        string="School year",
        index="btree_not_null",
        ondelete="cascade",
    )
    vsoko_date_start = fields.Date(
        string="First day off",
        compute="_compute_vsoko_dates",
        inverse="_inverse_vsoko_dates",
    )
    vsoko_date_end = fields.Date(
        string="Last day off",
        compute="_compute_vsoko_dates",
        inverse="_inverse_vsoko_dates",
    )

    @api.depends("date_from", "date_to", "calendar_id.tz")
    def _compute_vsoko_dates(self):
        for leave in self:
            leave.vsoko_date_start = leave._vsoko_local_day(leave.date_from)
            leave.vsoko_date_end = leave._vsoko_local_day(leave.date_to)

    def _inverse_vsoko_dates(self):
        for leave in self:
            first = leave.vsoko_date_start or leave.vsoko_date_end
            last = max(leave.vsoko_date_end or first, first)
            leave.write(
                {
                    "date_from": leave._vsoko_utc(first, time.min),
                    "date_to": leave._vsoko_utc(last, time(23, 59, 59)),
                }
            )

    @api.model_create_multi
    def create(self, vals_list):
        leaves = super().create(vals_list)
        leaves._vsoko_shift_deadlines()
        return leaves

    def write(self, vals):
        result = super().write(vals)
        if {"date_from", "date_to", "calendar_id", "vsoko_year_id"} & vals.keys():
            self._vsoko_shift_deadlines()
        return result

    def _vsoko_shift_deadlines(self):
        """Deadlines that a new day off has met move by the rule of the school."""
        days_off = self.filtered("vsoko_year_id")
        for year, leaves in days_off.grouped("vsoko_year_id").items():
            met = Domain.OR(
                Domain("date_end", ">=", leave.vsoko_date_start)
                & Domain("date_end", "<=", leave.vsoko_date_end)
                for leave in leaves
            )
            # sudo: whoever keeps the days off need not keep the plan; the school's
            # own rule moves the deadlines, and each move is written down
            lines = self.env["vsoko.procedure"].sudo()
            lines.search(
                met
                & Domain("year_id", "=", year.id)
                & Domain("state", "in", ["planned", "in_progress"])
                & Domain("is_series", "=", False)
            )._shift_to_school_days(year, ", ".join(leaves.mapped("name")))

    def _vsoko_zone(self):
        return timezone(self.calendar_id.tz or "UTC")

    def _vsoko_local_day(self, moment):
        return moment and UTC.localize(moment).astimezone(self._vsoko_zone()).date()

    def _vsoko_utc(self, day, hour):
        local = self._vsoko_zone().localize(datetime.combine(day, hour))
        return local.astimezone(UTC).replace(tzinfo=None)
