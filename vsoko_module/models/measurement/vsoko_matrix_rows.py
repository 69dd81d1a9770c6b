from odoo import fields, models

PLACEHOLDERS = {
    "share": "25/100",
    "percent": "62,5",
    "yes_no": "да",
}


class VsokoMatrix(models.AbstractModel):
    """What may be chosen for the sheet, its rows, columns and cells."""

    _inherit = "vsoko.matrix"

    def _choices(self, layout, framework_id, period_id, indicator_id):
        """Records chosen and ``shown``: what the selects of the screen offer."""
        frameworks = self.env["vsoko.framework"].search(
            [("block_ids.criterion_ids.indicator_ids", "!=", False)]
        )
        framework = frameworks.filtered(lambda one: one.id == framework_id)
        framework = framework or frameworks[:1]
        periods = self._periods()
        period = periods.filtered(lambda one: one.id == period_id)
        period = period or self._proposed_period(periods, framework)
        indicators = self._indicators(framework, layout)
        indicator = indicators.filtered(lambda one: one.id == indicator_id)
        indicator = indicator or indicators[:1]
        return {
            "framework": framework,
            "period": period,
            "periods": periods,
            "indicators": indicators,
            "indicator": indicator,
            "shown": {
                "framework_id": framework.id,
                "period_id": period.id,
                "indicator_id": indicator.id,
                "frameworks": self._named(frameworks),
                "periods": self._named(periods),
                "indicators": self._named(indicators if layout == "subjects" else []),
                "is_closed": period.is_closed,
            },
        }

    def _named(self, records):
        return [{"id": one.id, "name": one.display_name} for one in records]

    def _periods(self):
        """Periods of the school, the latest first."""
        return self.env["vsoko.period"].search(
            [("company_id", "=", self.env.company.id)], order="date_end desc, kind"
        )

    def _proposed_period(self, periods, framework):
        """Where figures were entered last, else the school year that goes on."""
        last = self.env["vsoko.measurement"].search(
            [
                ("framework_id", "=", framework.id),
                ("company_id", "=", self.env.company.id),
            ],
            order="id desc",
            limit=1,
        )
        today = fields.Date.context_today(self)
        begun = periods.filtered(lambda one: one.date_start <= today)
        whole = begun.filtered(lambda one: one.kind == "year")
        return last.period_id or whole[:1] or begun[:1] or periods[-1:]

    def _indicators(self, framework, layout):
        scopes = {"classes": ["class"], "subjects": ["class_subject"]}
        domain = [("framework_id", "=", framework.id)]
        if layout in scopes:
            domain.append(("scope", "in", scopes[layout]))
        return self.env["vsoko.indicator"].search(domain)

    def _sheet(self, layout, choices):
        rows = {
            "periods": self._indicator_rows,
            "classes": self._indicator_rows,
            "subjects": self._class_rows,
        }[layout](choices)
        columns = {
            "periods": self._period_columns,
            "classes": self._class_columns,
            "subjects": self._subject_columns,
        }[layout](choices)
        return {"rows": rows, "columns": columns, "cells": self._cells(layout, choices)}

    def _indicator_rows(self, choices):
        indicators = choices["indicators"]
        reasons = indicators._reasons_not(self.env.company)
        rows = []
        for criterion, members in indicators.grouped("criterion_id").items():
            rows.append({"group": criterion.display_name, "id": f"c{criterion.id}"})
            rows += [self._indicator_row(one, reasons.get(one)) for one in members]
        return rows

    def _indicator_row(self, indicator, reason):
        return {
            "id": indicator.id,
            "code": indicator.code or "",
            "name": indicator.name,
            "unit": indicator.measure_unit
            or dict(indicator._fields["unit"]._description_selection(self.env))[
                indicator.unit
            ],
            "kind": indicator.unit,
            "answers": indicator.option_ids.mapped("name"),
            "placeholder": PLACEHOLDERS.get(indicator.unit, ""),
            "base": indicator.denominator_label or "",
            "reason": reason or "",
            "is_counted": bool(indicator.formula),
        }

    def _class_rows(self, choices):
        kind = choices["indicator"].unit
        return [
            {"id": one.id, "code": "", "name": one.name, "kind": kind, "unit": ""}
            | {"placeholder": PLACEHOLDERS.get(kind, ""), "answers": []}
            for one in self._classes(choices)
        ]

    def _classes(self, choices):
        return choices["period"].year_id.class_ids

    def _period_columns(self, choices):
        """Periods of the chosen one's kind, four at most, the chosen one last."""
        period = choices["period"]
        same = choices["periods"].filtered(
            lambda one: one.kind == period.kind and one.date_end <= period.date_end
        )
        return [
            {"id": one.id, "name": one.display_name, "is_closed": one.is_closed}
            for one in same[:4].sorted("date_end")
        ]

    def _class_columns(self, choices):
        closed = choices["period"].is_closed
        return [
            {"id": one.id, "name": one.name, "is_closed": closed}
            for one in self._classes(choices)
        ]

    def _subject_columns(self, choices):
        closed = choices["period"].is_closed
        subjects = self.env["vsoko.subject"].search(
            [("company_id", "in", [False, self.env.company.id])]
        )
        return [
            {"id": one.id, "name": one.name, "is_closed": closed} for one in subjects
        ]

    def _cells(self, layout, choices):
        keys = {
            "periods": lambda one: (one.indicator_id.id, one.period_id.id),
            "classes": lambda one: (one.indicator_id.id, one.class_id.id),
            "subjects": lambda one: (one.class_id.id, one.subject_id.id),
        }
        values = self.env["vsoko.measurement"].search(self._domain(layout, choices))
        cells = {}
        for value in values:
            row, column = keys[layout](value)
            cells[f"{row}:{column}"] = self._cell(value)
        return cells

    def _domain(self, layout, choices):
        period = choices["period"]
        columns = self._period_columns(choices) if layout == "periods" else []
        periods = [one["id"] for one in columns] or period.ids
        has_class = "=" if layout == "periods" else "!="
        has_subject = "!=" if layout == "subjects" else "="
        indicators = (
            choices["indicator"] if layout == "subjects" else choices["indicators"]
        )
        return [
            ("company_id", "=", self.env.company.id),
            ("indicator_id", "in", indicators.ids),
            ("period_id", "in", periods),
            ("class_id", has_class, False),
            ("subject_id", has_subject, False),
        ]
