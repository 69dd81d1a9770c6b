from odoo import api, fields, models


class VsokoCriterion(models.Model):
    """What is judged inside a block, how it is carried out and where it is kept."""

    _name = "vsoko.criterion"
    _description = "Criterion"
    _order = "block_id, sequence, id"
    _rec_names_search = ["name", "code"]

    block_id = fields.Many2one(
        "vsoko.block", required=True, index=True, ondelete="cascade"
    )
    framework_id = fields.Many2one(related="block_id.framework_id", store=True)
    company_id = fields.Many2one(related="block_id.company_id", store=True)
    name = fields.Char(required=True)
    code = fields.Char()
    sequence = fields.Integer(default=100)
    active = fields.Boolean(default=True)
    # how it is scored
    weight = fields.Float(
        default=1.0, help="What the criterion weighs in the mean of criteria."
    )
    indicator_limit = fields.Float(
        string="Points for one indicator",
        help="The most that one indicator of the criterion may bring.",
    )
    planned_count = fields.Integer(
        string="Indicators by the norm",
        help="How many indicators the norm has here, even if they are not entered yet.",
    )
    # how it is carried out
    mechanism = fields.Text(string="Mechanism of realisation")
    place = fields.Text(string="Where the evidence is kept")
    indicator_ids = fields.One2many(
        "vsoko.indicator", "criterion_id", string="Indicators"
    )

    @api.depends("code", "name")
    def _compute_display_name(self):
        for criterion in self:
            code = criterion.code and f"{criterion.code}. "
            criterion.display_name = f"{code or ''}{criterion.name or ''}"

    def _open_rows(self):
        """Rows to enter where the norm says how many indicators there are, not which.

        The school or the municipality writes their wording: none is invented here. A
        second call adds nothing.
        """
        rows = []
        for criterion in self.with_context(active_test=False):
            rows += [criterion._prepare_open_row(n) for n in criterion._free_numbers()]
        return self.env["vsoko.indicator"].create(rows)

    def _free_numbers(self):
        """Numbers of the rows that are missing: none twice when one was deleted."""
        taken = set(self.indicator_ids.mapped("code"))
        free = [
            number
            for number in range(1, self.planned_count + 1)
            if f"{self.code}.{number}" not in taken
        ]
        return free[: max(self.planned_count - len(self.indicator_ids), 0)]

    def _prepare_open_row(self, number):
        return {
            "criterion_id": self.id,
            "code": f"{self.code}.{number}",
            "name": f"Показатель {self.code}.{number}: впишите формулировку",
            "unit": "points",
            "max_points": self.indicator_limit,
            "sequence": number,
        }
