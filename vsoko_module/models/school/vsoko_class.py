from odoo import api, fields, models


class VsokoClass(models.Model):
    """A class of one school year: «5А» of the next year is another record."""

    _name = "vsoko.class"
    _description = "Class"
    _order = "year_id, parallel, letter"

    name = fields.Char(compute="_compute_name", store=True)
    parallel = fields.Integer(required=True, aggregator=None)
    letter = fields.Char(string="Class letter")
    year_id = fields.Many2one(
        "vsoko.academic.year",
        required=True,
        index=True,
        ondelete="cascade",
        default=lambda self: self._default_year_id(),
    )
    company_id = fields.Many2one(related="year_id.company_id", store=True)
    teacher_id = fields.Many2one("hr.employee", string="Class teacher")
    student_count = fields.Integer(
        string="Pupils",
        copy=False,
        help="How many pupils are in the class; 0 while nobody has entered it. Figures "
        "of the school are added up from here.",
    )

    _name_uniq = models.Constraint(
        "UNIQUE (year_id, name)", "The year already has this class."
    )
    _students_positive = models.Constraint(
        "CHECK (student_count >= 0)", "A class cannot have fewer than 0 pupils."
    )
    _parallel_range = models.Constraint(
        "CHECK (parallel BETWEEN 1 AND 12)", "A class is from 1 to 12."
    )

    @api.model
    def _default_year_id(self):
        return self.env["vsoko.academic.year"]._current(self.env.company)

    @api.depends("parallel", "letter")
    def _compute_name(self):
        for school_class in self:
            letter = (school_class.letter or "").strip().upper()
            school_class.name = f"{school_class.parallel or ''}{letter}"

    @api.depends("name", "year_id.name")
    def _compute_display_name(self):
        for school_class in self:
            year = school_class.year_id.name
            school_class.display_name = f"{school_class.name} ({year})"
