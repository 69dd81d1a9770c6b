from odoo import fields, models


class VsokoEvaluation(models.Model):
    """Lines are filled from the measurements of the period, counted first."""

    _inherit = "vsoko.evaluation"

    def action_collect(self):
        """Count what records hold and take the values of the period into the lines."""
        self._check_draft()
        for evaluation in self:
            evaluation._collect()
        return True

    def _indicators(self):
        """Indicators of the framework that bring points or are shown, in order."""
        return self.env["vsoko.indicator"].search(
            [("framework_id", "=", self.framework_id.id)]
        )

    def _collect(self):
        indicators = self._indicators()
        measurements = self.env["vsoko.measurement"].with_company(self.company_id)
        problems = {}
        if not self.period_id.is_closed:
            _values, problems = measurements._collect(indicators, self.period_id)
        known = measurements._known_values(indicators, self.period_id)
        reasons = indicators._reasons_not(self.company_id, self.variant_id)
        self._put_lines(indicators, known, reasons)
        self._count_anew()
        # sudo: set by this button alone
        self.sudo().collected_on = fields.Datetime.now()
        self.problems = "\n".join(problems.values())

    def _put_lines(self, indicators, known, reasons):
        # sudo: people write no values and points into lines, collecting does
        lines = {line.indicator_id: line for line in self.sudo().line_ids}
        previous = self._previous_lines()
        new = []
        for indicator in indicators:
            values = self._prepare_line(
                indicator, known.get(indicator), reasons.get(indicator), previous
            )
            if indicator in lines:
                lines[indicator]._update(values)
            else:
                new.append(
                    {**values, "evaluation_id": self.id, "indicator_id": indicator.id}
                )
        gone = [one.id for name, one in lines.items() if name not in indicators]
        # sudo: as above
        writer = self.env["vsoko.evaluation.line"].sudo()
        writer.browse(gone).unlink()
        writer.create(new)

    def _prepare_line(self, indicator, measurement, reason, previous):
        filled = bool(measurement and measurement.is_filled)
        excluded = reason or (
            measurement and measurement.is_excluded and measurement.comment
        )
        before = previous.get(indicator) or previous.get(indicator.previous_id)
        value = measurement.value if filled else 0.0
        answer = measurement.answer if filled else ""
        return {
            "measurement_id": measurement.id if measurement else False,
            "is_filled": filled and not excluded,
            "applies": not excluded,
            "reason": excluded or False,
            "value": value,
            "value_text": measurement.value_text if filled else False,
            "light": measurement.light if filled else False,
            "points": indicator._points(value, answer) if filled else 0.0,
            "max_points": indicator._limit(),
            "weight": indicator.weight,
            "criterion_weight": indicator.criterion_id.weight,
            "is_critical": indicator.is_critical,
            "critical_points": indicator.critical_points,
            "previous_text": before.value_text if before else False,
            "previous_points": before.points if before else 0.0,
            "has_previous": bool(before and before.is_filled),
        }
