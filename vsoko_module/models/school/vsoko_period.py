from odoo import api, fields, models
from odoo.exceptions import ValidationError


class VsokoPeriod(models.Model):
    """A quarter, trimester or half-year of a school year."""

    _name = "vsoko.period"
    _description = "Period of studies"
    _order = "date_start"

    year_id = fields.Many2one(
        "vsoko.academic.year", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="year_id.company_id", store=True)
    name = fields.Char(required=True)
    kind = fields.Selection(
        [
            ("quarter", "Quarter"),
            ("trimester", "Trimester"),
            ("half_year", "Half-year"),
        ],
        required=True,
        default="quarter",
    )
    number = fields.Integer(required=True, default=1)
    date_start = fields.Date(string="From", required=True)
    date_end = fields.Date(string="To", required=True)

    _dates_order = models.Constraint(
        "CHECK (date_end >= date_start)", "The period ends before it starts."
    )
    _number_uniq = models.Constraint(
        "UNIQUE (year_id, kind, number)",
        "The year already has a period of this number.",
    )

    @api.constrains("date_start", "date_end", "kind", "year_id")
    def _check_overlap(self):
        for period in self:
            for other in period.year_id.period_ids - period:
                if other.kind == period.kind and period._overlaps(other):
                    raise ValidationError(
                        self.env._(
                            "«%(one)s» and «%(other)s» overlap.",
                            one=period.name,
                            other=other.name,
                        )
                    )

    def _overlaps(self, other):
        return self.date_start <= other.date_end and other.date_start <= self.date_end

    @api.depends("name", "number", "year_id.name")
    def _compute_display_name(self):
        for period in self:
            # A whole year is named by its own name
            year = "" if period.number == 0 else period.year_id.name or ""
            period.display_name = f"{period.name or ''} {year}".strip()
