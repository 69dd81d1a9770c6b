from odoo import api, models


class VsokoFigure(models.AbstractModel):
    """Forms of the municipality may ask for values of indicators."""

    _inherit = "vsoko.figure"

    @api.model
    def _percents(self):
        shares = self._coded().filtered(lambda one: one.unit in ("percent", "share"))
        return super()._percents() | {self._asked_code(one) for one in shares}

    def _asked_values(self, company, first, last):
        """Values of periods that end within the days go before answers."""
        values = super()._asked_values(company, first, last)
        measured = self.env["vsoko.measurement"].search(
            [
                ("company_id", "=", company.id),
                ("indicator_id.code", "!=", False),
                ("class_id", "=", False),
                ("subject_id", "=", False),
                ("is_filled", "=", True),
                ("period_id.date_end", ">=", first),
                ("period_id.date_end", "<=", last),
            ]
        )
        for one in measured.sorted(lambda one: one.period_id.date_end):
            is_word = one.unit in ("text", "choice", "yes_no")
            code = self._asked_code(one.indicator_id)
            values[code] = one.value_text if is_word else one.value
        return values
