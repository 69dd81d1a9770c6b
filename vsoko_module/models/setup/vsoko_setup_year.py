from odoo import api, fields, models
from odoo.exceptions import UserError

from ...tools.class_list import ClassListError, format_classes, parse_classes

# From this month on one sets up the school year that is to begin
NEXT_YEAR_FROM = 6
# What is proposed to a school that has no classes yet, to be corrected
PROPOSED_CLASSES = [(parallel, "А") for parallel in range(1, 12)]


class VsokoSetup(models.Model):
    """The school year: its periods, the school week and the classes."""

    _inherit = "vsoko.setup"

    start_year = fields.Selection(
        selection="_selection_start_year", string="Which school year"
    )
    year_id = fields.Many2one(
        "vsoko.academic.year", string="School year", readonly=True, ondelete="set null"
    )
    period_kind = fields.Selection(
        [
            ("quarter", "Quarters"),
            ("trimester", "Trimesters"),
            ("half_year", "Half-years"),
        ],
        string="Divided into",
        default="quarter",
    )
    week_days = fields.Selection(
        [("5", "Five days"), ("6", "Six days")], string="School week", default="5"
    )
    classes_text = fields.Text(string="Classes")
    classes_hint = fields.Char(compute="_compute_classes_hint")
    classes_are_wrong = fields.Boolean(compute="_compute_classes_hint")

    @api.model
    def _selection_start_year(self):
        now = fields.Date.context_today(self).year
        return [
            (str(year), f"{year}/{(year + 1) % 100:02d}")
            for year in range(now - 1, now + 2)
        ]

    @api.depends("classes_text")
    def _compute_classes_hint(self):
        for setup in self:
            try:
                classes = parse_classes(setup.classes_text or "")
                setup.classes_hint = self.env._(
                    "%(count)s classes: %(names)s",
                    count=len(classes),
                    names=" ".join(f"{number}{letter}" for number, letter in classes),
                )
                setup.classes_are_wrong = False
            except ClassListError as error:
                setup.classes_hint = self._class_sentence(error)
                setup.classes_are_wrong = True

    @api.model
    def _class_sentence(self, error):
        return self.env._(
            "«%s» is not a list of classes. Write them like this: 1–4: А, Б; 5А 5Б; "
            "10–11: А",
            error.args[0],
        )

    def _enter_year(self):
        year = self._proposed_year()
        self.write(
            {
                "start_year": str(year._start_year() if year else self._next_start()),
                "period_kind": year.period_kind or "quarter",
                "week_days": self.company_id._vsoko_week_days(),
                "classes_text": format_classes(
                    [(one.parallel, one.letter or "") for one in year.class_ids]
                    or PROPOSED_CLASSES
                ),
            }
        )

    def _proposed_year(self):
        """The year that is set up: the one begun here, else the one of the date."""
        start = self._next_start()
        if self.year_id and self.year_id._start_year() >= start:
            return self.year_id
        return self.env["vsoko.academic.year"].search(
            [
                ("company_id", "=", self.company_id.id),
                ("name", "=", f"{start}/{(start + 1) % 100:02d}"),
            ],
            limit=1,
        )

    @api.model
    def _next_start(self):
        today = fields.Date.context_today(self)
        return today.year if today.month >= NEXT_YEAR_FROM else today.year - 1

    def _leave_year(self):
        try:
            classes = parse_classes(self.classes_text or "")
        except ClassListError as error:
            raise UserError(self._class_sentence(error)) from error
        if not self.start_year or not self.period_kind:
            raise UserError(self.env._("Choose the school year and its periods."))
        self.company_id._vsoko_set_week_days(self.week_days)
        self.year_id = self._ensure_year()
        self._write_classes(classes)

    def _ensure_year(self):
        year = (
            self.env["vsoko.academic.year"]
            .with_context(default_period_kind=self.period_kind)
            ._ensure(int(self.start_year), self.company_id)
            .with_env(self.env)
        )
        if year.period_kind != self.period_kind:
            # The days off stay: they may have been corrected by hand
            year.period_kind = self.period_kind
            year.period_ids = [fields.Command.clear(), *year._prepare_periods()]
        return year

    def _write_classes(self, classes):
        """Add what is named, drop what is named no more and nobody leads."""
        known = {
            (one.parallel, one.letter or ""): one for one in self.year_id.class_ids
        }
        dropped = [known[pair] for pair in known.keys() - set(classes)]
        self.env["vsoko.class"].concat(*dropped).filtered(
            lambda one: not one.teacher_id
        ).unlink()
        self.env["vsoko.class"].create(
            [
                {"year_id": self.year_id.id, "parallel": parallel, "letter": letter}
                for parallel, letter in classes
                if (parallel, letter) not in known
            ]
        )
