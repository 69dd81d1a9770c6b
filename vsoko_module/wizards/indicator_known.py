"""What the rows of a filled form are compared with, read at once before the first."""


class IndicatorKnown:
    """Indicators, values there are, values before, causes, classes and subjects."""

    def __init__(self, wizard, rows):
        self.wizard, self.env = wizard, wizard.env
        self.indicators = self._indicators()
        self.by_code = self._by_code()
        self.known = self._values(wizard.period_id)
        self.before = self._before()
        self.causes = self._causes()
        self.answers = {
            one: one.option_ids.mapped("name")
            for one in self.indicators.values()
            if one.unit == "choice"
        }
        self.places = self._places(rows)

    def _indicators(self):
        found = self.env["vsoko.indicator"].search(
            [("framework_id", "=", self.wizard.framework_id.id)]
        )
        return {one.id: one for one in found}

    def _by_code(self):
        codes = {}
        for one in self.indicators.values():
            codes.setdefault((one.code or "").strip(), []).append(one)
        return codes

    def _values(self, period):
        found = self.env["vsoko.measurement"].search(
            [
                ("indicator_id", "in", list(self.indicators)),
                ("period_id", "=", period.id),
                ("company_id", "=", self.wizard.company_id.id),
            ]
        )
        return {one._place(): one for one in found}

    def _before(self):
        """Values of the period before; classes are others each year."""
        period = self.wizard.period_id
        before = self.env["vsoko.period"].search(
            [
                ("company_id", "=", period.company_id.id),
                ("kind", "=", period.kind),
                ("date_end", "<", period.date_start),
            ],
            order="date_start desc",
            limit=1,
        )
        return self._values(before) if before else {}

    def _causes(self):
        causes = self.env["vsoko.cause"].search(
            [("company_id", "in", [False, self.wizard.company_id.id])]
        )
        return {one.name.casefold(): one.id for one in causes}

    def _places(self, rows):
        """Classes and subjects that the form names and the school still has."""
        keys = [row.key for row in rows if row.key]
        classes = self.env["vsoko.class"].search(
            [
                ("id", "in", [key[1] for key in keys]),
                ("company_id", "=", self.wizard.company_id.id),
            ]
        )
        subjects = self.env["vsoko.subject"].search(
            [("id", "in", [k[2] for k in keys])]
        )
        return {0, *classes.ids}, {0, *subjects.ids}
