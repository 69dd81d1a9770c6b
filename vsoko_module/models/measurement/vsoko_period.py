from datetime import date

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..school.vsoko_academic_year import FIRST_MONTH

OFFICER = "vsoko_module.group_vsoko_officer"
DIRECTOR = "vsoko_module.group_vsoko_director"


class VsokoPeriod(models.Model):
    """A period is open for figures until somebody closes it."""

    _inherit = "vsoko.period"

    kind = fields.Selection(
        selection_add=[("year", "School year"), ("calendar", "Calendar year")],
        ondelete={"year": "cascade", "calendar": "cascade"},
    )
    is_closed = fields.Boolean(string="Closed for figures", readonly=True, copy=False)
    closed_on = fields.Datetime(readonly=True, copy=False)
    closed_by_id = fields.Many2one("res.users", readonly=True, copy=False)
    reopen_reason = fields.Char(readonly=True, copy=False)
    measurement_ids = fields.One2many("vsoko.measurement", "period_id")
    measurement_count = fields.Integer(compute="_compute_measurement_count")

    def _compute_measurement_count(self):
        counts = dict(
            self.env["vsoko.measurement"]._read_group(
                [("period_id", "in", self.ids)], ["period_id"], ["__count"]
            )
        )
        for period in self:
            period.measurement_count = counts.get(period, 0)

    @api.model
    def _calendar_year(self, year, company):
        """The period of the calendar ``year``, made when it is missing.

        It is kept with the school year in which it ends and is reported on.
        """
        school_year = self.env["vsoko.academic.year"]._ensure(year, company)
        first, last = date(year, 1, 1), date(year, 12, 31)
        # Names of periods are data of a school, those of quarters too
        name = f"Календарный год {year}"
        return self._whole(school_year, "calendar", name, first, last)

    @api.model
    def _school_year(self, year):
        """The period that is the whole school ``year``, made when it is missing."""
        start = year._start_year()
        first, last = date(start, FIRST_MONTH, 1), date(start + 1, FIRST_MONTH - 1, 31)
        name = f"Учебный год {year.name}"
        return self._whole(year, "year", name, first, last)

    def _whole(self, year, kind, name, first, last):
        found = self.search([("year_id", "=", year.id), ("kind", "=", kind)])
        return found or self.create(
            {
                "year_id": year.id,
                "kind": kind,
                "number": 0,
                "name": name,
                "date_start": first,
                "date_end": last,
            }
        )

    def action_close(self):
        """Figures of the period cannot be changed any more."""
        self._check_may(OFFICER)
        red = self.env["vsoko.measurement"].search(
            [("period_id", "in", self.ids), ("state", "=", "draft")]
        )
        red._check_causes()
        # sudo: whoever keeps figures need not keep school years
        self.sudo().write(
            {
                "is_closed": True,
                "closed_on": fields.Datetime.now(),
                "closed_by_id": self.env.user.id,
            }
        )

    def action_ask_reopen(self):
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "vsoko_module.vsoko_reason_action"
        )
        return action | {
            "context": {
                "default_period_id": self.id,
                "default_method": "action_open_again",
            }
        }

    def action_open_again(self, reason):
        """Only the director opens a closed period, and says why."""
        self._check_may(DIRECTOR)
        if not (reason or "").strip():
            raise UserError(self.env._("Say why the period is opened again."))
        # sudo: as above
        self.sudo().write({"is_closed": False, "reopen_reason": reason})

    def _check_may(self, group):
        if not self.env.su and not self.env.user.has_group(group):
            raise UserError(
                self.env._(
                    "Only «%s» may do this.",
                    # sudo: the name of a group is no secret
                    self.env.ref(group).sudo().name,
                )
            )
