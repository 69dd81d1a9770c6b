from datetime import date, datetime, time

from psycopg2.errors import UniqueViolation
from pytz import timezone

from odoo import api, fields, models
from odoo.exceptions import ConcurrencyError, UserError
from odoo.fields import Command, Domain

from ...tools.school_days import propose_holidays, propose_periods
from ...tools.terms import YearSpan

# A plan of a school year reaches from the August before it to the July after.
FIRST_MONTH = 8


def start_year_of(day):
    """The calendar year in which the school year of ``day`` begins.

    >>> start_year_of(date(2024, 7, 31)), start_year_of(date(2024, 8, 1))
    (2023, 2024)
    """
    return day.year if day.month >= FIRST_MONTH else day.year - 1


class VsokoAcademicYear(models.Model):
    """A school year with its periods, classes and days off."""

    _name = "vsoko.academic.year"
    _description = "School year"
    _order = "date_start desc"

    # what it is
    name = fields.Char(
        compute="_compute_name", store=True, readonly=False, precompute=True
    )
    date_start = fields.Date(
        string="First day",
        required=True,
        default=lambda self: self._default_date_start(),
    )
    date_end = fields.Date(
        string="Last day of studies",
        compute="_compute_date_end",
        store=True,
        readonly=False,
        precompute=True,
        required=True,
    )
    company_id = fields.Many2one(
        "res.company",
        string="School",
        required=True,
        index=True,
        default=lambda self: self.env.company,
    )
    is_current = fields.Boolean(
        compute="_compute_is_current", search="_search_is_current"
    )
    # how it is divided
    period_kind = fields.Selection(
        [
            ("quarter", "Quarters"),
            ("trimester", "Trimesters"),
            ("half_year", "Half-years"),
        ],
        string="Divided into",
        required=True,
        default="quarter",
    )
    # Periods that are whole years have no number: they are for figures alone
    period_ids = fields.One2many(
        "vsoko.period", "year_id", string="Periods", domain=[("number", "!=", 0)]
    )
    class_ids = fields.One2many("vsoko.class", "year_id", string="Classes")
    # which days are school days
    calendar_id = fields.Many2one(
        "resource.calendar",
        string="School week",
        required=True,
        default=lambda self: self._default_calendar_id(),
        domain="[('company_id', 'in', [company_id, False])]",
    )
    day_off_ids = fields.One2many(
        "resource.calendar.leaves", "vsoko_year_id", string="Holidays and days off"
    )
    # what it led to
    plan_ids = fields.One2many("vsoko.plan", "year_id", string="Plans")
    plan_count = fields.Integer(compute="_compute_plan_count")

    _dates_order = models.Constraint(
        "CHECK (date_end > date_start)", "The school year ends before it starts."
    )
    _start_uniq = models.Constraint(
        "UNIQUE (company_id, date_start)", "The school already has this year."
    )

    @api.model
    def _default_date_start(self):
        return date(start_year_of(fields.Date.context_today(self)), 9, 1)

    @api.model
    def _default_calendar_id(self):
        return self.env.company._vsoko_school_calendar()

    @api.depends("date_start")
    def _compute_name(self):
        for year in self.filtered("date_start"):
            start = year._start_year()
            year.name = f"{start}/{(start + 1) % 100:02d}"

    @api.depends("date_start")
    def _compute_date_end(self):
        for year in self.filtered("date_start"):
            year.date_end = date(year._start_year() + 1, 5, 31)

    @api.depends("date_start")
    def _compute_is_current(self):
        now = start_year_of(fields.Date.context_today(self))
        for year in self:
            year.is_current = bool(year.date_start) and year._start_year() == now

    def _search_is_current(self, operator, value):
        if operator != "in":
            return NotImplemented
        first = date(start_year_of(fields.Date.context_today(self)), FIRST_MONTH, 1)
        return Domain("date_start", ">=", first) & Domain(
            "date_start", "<", first.replace(year=first.year + 1)
        )

    def _compute_plan_count(self):
        counts = dict(
            self.env["vsoko.plan"]._read_group(
                [("year_id", "in", self.ids)], ["year_id"], ["__count"]
            )
        )
        for year in self:
            year.plan_count = counts.get(year, 0)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_planned(self):
        for year in self.filtered("plan_ids"):
            raise UserError(
                self.env._(
                    "The year %(year)s has plans: %(plans)s. Delete them first.",
                    year=year.name,
                    plans=", ".join(year.plan_ids.mapped("name")),
                )
            )

    # what the user can press

    def action_propose_periods(self):
        """Fill in periods, school holidays and public holidays, all to be edited."""
        for year in self:
            old = [Command.delete(period.id) for period in year.period_ids]
            year.period_ids = [*old, *year._prepare_periods()]
            year.day_off_ids = [Command.clear(), *year._prepare_days_off()]

    def action_view_plans(self):
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "vsoko_module.vsoko_plan_action"
        )
        action["domain"] = [("year_id", "in", self.ids)]
        action["context"] = {"default_year_id": self.id}
        return action

    def action_next_year(self):
        """What is taken along into the year that follows."""
        self.ensure_one()
        return self.env["vsoko.year.next"]._open(self)

    # what others call

    @api.model
    def _current(self, company):
        """The school's year that goes on today, else its latest one."""
        years = self.search([("company_id", "=", company.id)])
        return years.filtered("is_current")[:1] or years[:1]

    @api.model
    def _ensure(self, start_year, company):
        """The school's year that starts in ``start_year``, made when it is missing."""
        first = date(start_year, FIRST_MONTH, 1)
        year = self.search(
            [
                ("company_id", "=", company.id),
                ("date_start", ">=", first),
                ("date_start", "<", first.replace(year=start_year + 1)),
            ],
            limit=1,
        )
        if not year:
            year = self._begin(date(start_year, 9, 1), company)
            year.action_propose_periods()
        return year

    @api.model
    def _begin(self, date_start, company):
        """A new year; Odoo tries anew when a colleague has begun it this moment."""
        values = {"date_start": date_start, "company_id": company.id}
        try:
            with self.env.cr.savepoint():
                return self.with_company(company).create(values)
        except UniqueViolation as error:
            raise ConcurrencyError("The school year has just been begun") from error

    @api.model
    def _proposed_span(self, start_year):
        """Terms of a year nobody has entered yet, for a preview."""
        kinds = ("quarter", "trimester", "half_year")
        periods = {
            (kind, number): (start, end)
            for kind in kinds
            for number, _name, start, end in propose_periods(start_year, kind)
        }
        return YearSpan(
            start_year, date(start_year, 9, 1), date(start_year + 1, 5, 31), periods
        )

    def _span(self):
        """What ``tools.terms`` needs to know of the year."""
        self.ensure_one()
        span = self._proposed_span(self._start_year())
        own = {
            (period.kind, period.number): (period.date_start, period.date_end)
            for period in self.period_ids
        }
        return YearSpan(
            span.start_year, self.date_start, self.date_end, {**span.periods, **own}
        )

    def _school_days(self):
        """Set of school days from the August before the year to the August after."""
        self.ensure_one()
        zone = timezone(self.calendar_id.tz or "UTC")
        first, last = self._window()
        work = self.calendar_id._work_intervals_batch(
            zone.localize(datetime.combine(first, time.min)),
            zone.localize(datetime.combine(last, time.max)),
        )[False]
        return {start.date() for start, _stop, _meta in work}

    def _period_of(self, day):
        """The period of studies of ``day``; of holidays, the one before them."""
        own = self.period_ids.filtered(lambda period: period.kind == self.period_kind)
        return own.filtered(lambda period: period.date_start <= day).sorted(
            "date_start"
        )[-1:]

    def _period_spans(self, kind):
        """Periods of a kind as (key, name, start, end), for repeated lines."""
        own = self.period_ids.filtered(lambda period: period.kind == kind)
        return [
            (f"{kind}-{period.number}", period.name, period.date_start, period.date_end)
            for period in own.sorted("date_start")
        ]

    def _window(self):
        """First and last day a plan of the year may speak of."""
        start = self._start_year()
        return date(start, FIRST_MONTH, 1), date(start + 1, FIRST_MONTH, 31)

    def _start_year(self):
        return start_year_of(self.date_start)

    def _prepare_periods(self):
        return [
            Command.create(
                {
                    "kind": self.period_kind,
                    "number": number,
                    "name": name,
                    "date_start": start,
                    "date_end": end,
                }
            )
            for number, name, start, end in propose_periods(
                self._start_year(), self.period_kind
            )
        ]

    def _prepare_days_off(self):
        return [
            Command.create(
                {
                    "name": name,
                    "calendar_id": self.calendar_id.id,
                    "vsoko_date_start": start,
                    "vsoko_date_end": end,
                }
            )
            for name, start, end in propose_holidays(self._start_year())
        ]
