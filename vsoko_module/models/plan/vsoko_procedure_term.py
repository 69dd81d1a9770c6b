from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.tools import LazyTranslate

from ...tools.school_days import fit, shifted
from ...tools.terms import parse_term

_lt = LazyTranslate(__name__)

# Keys sort as the months of a school year do: its first calendar year, its second.
MONTHS = [
    ("1_08", "August"),
    ("1_09", "September"),
    ("1_10", "October"),
    ("1_11", "November"),
    ("1_12", "December"),
    ("2_01", "January"),
    ("2_02", "February"),
    ("2_03", "March"),
    ("2_04", "April"),
    ("2_05", "May"),
    ("2_06", "June"),
    ("2_07", "July"),
]


def month_key(number):
    """Key of a month by its number; ``False`` when there is none.

    >>> month_key(8), month_key(5), month_key(None)
    ('1_08', '2_05', False)
    """
    return f"{1 if number >= 8 else 2}_{number:02d}" if number else False


def month_number(key):
    """Number of a month by its key.

    >>> month_number("2_05"), month_number(False)
    (5, None)
    """
    return int(key[2:]) if key else None


def term_dates(term, school_days, rule="before"):
    """First and last day of a term, or nothing when it cannot be told for this year.

    A year copied from an old plan gives no dates: it would put them into the past.
    """
    if school_days is None or not term.known or term.hint == "stale_year":
        return None, None
    return fit(term, school_days, rule)


class VsokoProcedure(models.Model):
    """When: the author's words become dates of the plan's year."""

    _inherit = "vsoko.procedure"

    month = fields.Selection(
        MONTHS,
        string="Month of the plan",
        compute="_compute_month",
        store=True,
        readonly=False,
        # Odoo looks a plain label up in its own base add-on and leaves it English
        falsy_value_label=_lt("All year"),  # pylint: disable=translation-field
        help="Under which month of the plan the line stands; empty: the whole year.",
    )
    term_text = fields.Char(string="Term", help="As the author writes it; printed so.")
    date_start = fields.Date(
        string="Start",
        compute="_compute_dates",
        store=True,
        readonly=False,
        tracking=True,
        index=True,
    )
    date_end = fields.Date(
        string="Deadline",
        compute="_compute_dates",
        store=True,
        readonly=False,
        tracking=True,
        index=True,
    )
    repetition = fields.Selection(
        [
            ("none", "Once"),
            ("daily", "Every day"),
            ("weekly", "Every week"),
            ("monthly", "Every month"),
            ("quarterly", "Every quarter"),
            ("period", "Every period of studies"),
            ("yearly", "Every year"),
            ("as_needed", "As needed"),
        ],
        compute="_compute_repetition",
        store=True,
        readonly=False,
        default=None,
    )
    term_hint = fields.Char(compute="_compute_term_hint")

    _dates_order = models.Constraint(
        "CHECK (date_start IS NULL OR date_end IS NULL OR date_end >= date_start)",
        "A procedure ends before it starts.",
    )

    @api.depends("term_text", "plan_id.year_id")
    def _compute_month(self):
        for procedure, term in self._terms():
            if term.month:
                procedure.month = month_key(term.month)

    @api.depends("term_text", "month", "plan_id.year_id")
    def _compute_dates(self):
        # An occurrence has the dates of its own month or quarter, not of these words
        lines = self.filtered(lambda procedure: not procedure.series_id)
        days = {year: year._school_days() for year in lines.plan_id.year_id}
        for procedure, term in lines._terms():
            school_days = days.get(procedure.plan_id.year_id)
            rule = procedure.plan_id.company_id.vsoko_shift_rule or "before"
            start, end = term_dates(term, school_days, rule)
            procedure.date_start, procedure.date_end = start, end

    @api.depends("term_text", "plan_id.year_id")
    def _compute_repetition(self):
        for procedure, term in self._terms():
            procedure.repetition = term.repetition or "none"

    @api.depends("term_text", "month", "plan_id.year_id")
    def _compute_term_hint(self):
        for procedure, term in self._terms():
            procedure.term_hint = self._term_sentence(term)

    @api.constrains("date_start", "date_end")
    def _check_dates_order(self):
        for procedure in self.filtered(lambda p: p.date_start and p.date_end):
            if procedure.date_end < procedure.date_start:
                raise ValidationError(
                    self.env._(
                        "«%(name)s»: the deadline %(end)s is before the start "
                        "%(start)s.",
                        name=procedure.name,
                        end=procedure.date_end.strftime("%d.%m.%Y"),
                        start=procedure.date_start.strftime("%d.%m.%Y"),
                    )
                )

    @api.constrains("date_start", "date_end", "plan_id")
    def _check_dates_in_year(self):
        for procedure in self.filtered("year_id"):
            first, last = procedure.year_id._window()
            for day in filter(None, (procedure.date_start, procedure.date_end)):
                if not first <= day <= last:
                    raise ValidationError(
                        self.env._(
                            "«%(name)s»: %(day)s is outside the school year %(year)s.",
                            name=procedure.name,
                            day=day.strftime("%d.%m.%Y"),
                            year=procedure.year_id.name,
                        )
                    )

    def _shift_to_school_days(self, year, reason):
        """Move deadlines off the days on which the school does not study."""
        rule, days = year.company_id.vsoko_shift_rule, year._school_days()
        reason = self.env._("Day off: %s", reason)
        for (start, end), lines in self.grouped(
            lambda line: (line.date_start, line.date_end)
        ).items():
            day = shifted(end, days, rule)
            if day != end:
                first = day if start == end else start and min(start, day)
                lines._because(reason).write({"date_start": first, "date_end": day})

    def _terms(self):
        """Pairs of a procedure and what its words about time were understood as."""
        year_model = self.env["vsoko.academic.year"]
        spans = {year: year._span() for year in self.plan_id.year_id}
        any_year = year_model._proposed_span(year_model._default_date_start().year)
        for procedure in self:
            span = spans.get(procedure.plan_id.year_id, any_year)
            month = month_number(procedure.month)
            yield procedure, parse_term(procedure.term_text or "", span, month)

    @api.model
    def _term_sentence(self, term):
        """A word of help where the term was not understood or looks copied."""
        sentences = {
            "unknown": self.env._("The term is not understood: set the dates by hand."),
            "partly": self.env._("The term is understood in part: check the dates."),
            "no_such_day": self.env._("There is no such day: check the dates."),
            "stale_year": self.env._("The year in the term is not the plan's year."),
            "no_periods": self.env._("The school year has no such period."),
        }
        return sentences.get(term.hint, "")
