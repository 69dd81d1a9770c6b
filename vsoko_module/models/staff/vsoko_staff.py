from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...tools.staff import full_years

EARLIEST_YEAR = 1900


class VsokoStaff(models.Model):
    """What a school reports of a worker: education, category, experience, training.

    Kept apart from ``hr.employee``: a deputy head, who has no rights in HR, keeps it,
    and colleagues, who open the public card of HR, do not see it.
    """

    _name = "vsoko.staff"
    _description = "Staff card"
    _order = "name, id"

    # who
    employee_id = fields.Many2one(
        "hr.employee", string="Worker", required=True, ondelete="cascade"
    )
    name = fields.Char(related="employee_id.name", store=True)
    company_id = fields.Many2one(
        related="employee_id.company_id", string="School", store=True, index=True
    )
    post = fields.Char(compute="_compute_post")
    kind = fields.Selection(
        [
            ("teaching", "Teaching staff"),
            ("administrative", "Administrative and maintenance staff"),
            ("other", "Other staff"),
        ],
        string="Counted as",
    )
    date_from = fields.Date(
        string="Works from", help="Empty: is counted for any period in the past."
    )
    date_to = fields.Date(
        string="Works until",
        help="Filled in when the card of HR is archived; after this day the person "
        "is not counted.",
    )
    # what is reported
    education = fields.Selection(
        [
            ("higher_teaching", "Higher, teaching"),
            ("higher", "Higher"),
            ("secondary_teaching", "Secondary vocational, teaching"),
            ("secondary", "Secondary vocational"),
            ("other", "Other education"),
        ],
    )
    category = fields.Selection(
        [
            ("highest", "Highest"),
            ("first", "First"),
            ("none", "Fit for the post or without a category"),
        ],
        string="Qualification category",
    )
    category_date = fields.Date(
        string="Category since",
        help="The category counts from this day; empty: it counts for any period.",
    )
    teaching_from = fields.Date(
        string="Teaching since",
        help="The day from which the teaching experience is counted; breaks move it "
        "later.",
    )
    experience = fields.Integer(
        string="Full years of teaching",
        compute="_compute_experience",
        aggregator=None,
    )
    birth_year = fields.Integer(
        string="Year of birth",
        aggregator=None,
        help="Only when HR does not know the date of birth. The year alone is exact "
        "for figures of a calendar year.",
    )
    is_birthday_known = fields.Boolean(
        string="Date of birth is in HR",
        compute="_compute_is_birthday_known",
        compute_sudo=True,
    )
    training_ids = fields.One2many("vsoko.training", "staff_id")
    missing = fields.Char(string="Not entered yet", compute="_compute_missing")

    _employee_uniq = models.Constraint(
        "UNIQUE (employee_id)", "The worker already has a staff card."
    )
    _dates_order = models.Constraint(
        "CHECK (date_to >= date_from)", "The worker leaves before coming."
    )

    @api.depends("employee_id")
    def _compute_post(self):
        for card in self:
            card.post = card.employee_id._vsoko_post()

    @api.depends("teaching_from")
    def _compute_experience(self):
        today = fields.Date.context_today(self)
        for card in self:
            since = card.teaching_from
            card.experience = full_years(since, today) if since else 0

    @api.depends("employee_id.birthday")
    def _compute_is_birthday_known(self):
        # compute_sudo: whether HR has the date, not the date itself
        for card in self:
            card.is_birthday_known = bool(card.employee_id.birthday)

    @api.depends(
        "kind",
        "education",
        "category",
        "teaching_from",
        "birth_year",
        "is_birthday_known",
    )
    def _compute_missing(self):
        for card in self:
            card.missing = ", ".join(card._not_entered())

    def _not_entered(self):
        """Names of what the figures of the order № 1324 need and the card lacks."""
        if not self.kind:
            return [self.env._("counted as")]
        if self.kind != "teaching":
            return []
        told = {
            self.env._("education"): self.education,
            self.env._("category"): self.category,
            self.env._("teaching since"): self.teaching_from,
            self.env._("year of birth"): self.birth_year or self.is_birthday_known,
        }
        return [name for name, value in told.items() if not value]

    @api.constrains("birth_year")
    def _check_birth_year(self):
        this_year = fields.Date.context_today(self).year
        for card in self.filtered("birth_year"):
            if not EARLIEST_YEAR < card.birth_year < this_year:
                raise ValidationError(
                    self.env._(
                        "%(name)s: %(year)s is no year of birth. Write it in four "
                        "digits, for example 1980.",
                        name=card.name,
                        year=card.birth_year,
                    )
                )

    def write(self, vals):
        result = super().write(vals)
        if "employee_id" in vals:
            # A card may not be handed over to a person of another school
            self.check_access("write")
        return result

    def action_add_everyone(self):
        """A card for each worker of the school who has none."""
        self.check_access("create")
        # sudo: who works at the school is known to its officers; nothing else is read
        people = self.env["hr.employee"].sudo()
        missing = people.search(
            [
                ("company_id", "=", self.env.company.id),
                ("vsoko_staff_ids", "=", False),
            ]
        )
        self.create([{"employee_id": employee.id} for employee in missing])
