from collections import defaultdict

from odoo import models

from ...tools.measures import Reading, shown

TOP = 10
MEASUREMENT = "vsoko.measurement"
NO_LIGHT = "none"


class VsokoSummary(models.AbstractModel):
    """Lights of the figures of a period, the red ones by name, the last evaluations."""

    _inherit = "vsoko.summary"

    def _figures(self, period):
        return [*self._own(), ("period_id", "=", period.id)]

    def _indicators(self, period):
        domain = self._figures(period)
        counts = defaultdict(dict)
        for framework, light, count in self.env[MEASUREMENT]._read_group(
            domain, ["framework_id", "light"], ["__count"]
        ):
            counts[framework][light or NO_LIGHT] = count
        return {
            "total": sum(sum(lights.values()) for lights in counts.values()),
            "frameworks": [
                self._framework_lights(domain, framework, lights)
                for framework, lights in counts.items()
            ],
            "red": self._red([*domain, ("light", "=", "red")]),
        }

    def _framework_lights(self, domain, framework, lights):
        domain = [*domain, ("framework_id", "=", framework.id)]
        labels = self._light_labels()
        return {
            "id": framework.id,
            "name": framework.display_name,
            "total": sum(lights.values()),
            "lights": [
                {
                    "key": key,
                    **self._figure(
                        labels[key],
                        MEASUREMENT,
                        [*domain, ("light", "=", False if key == NO_LIGHT else key)],
                        lights.get(key, 0),
                    ),
                }
                for key in labels
            ],
        }

    def _light_labels(self):
        field = self.env[MEASUREMENT]._fields["light"]
        labels = dict(field._description_selection(self.env))
        return labels | {NO_LIGHT: self.env._("Without a light")}

    def _red(self, domain):
        """Red figures; whose cause nobody has given come first."""
        figures = self.env[MEASUREMENT].search(domain, order="indicator_id, id")
        figures = figures.sorted(lambda one: bool(one.cause_id))[:TOP]
        settings = figures._settings()
        return [
            {
                "id": one.id,
                "name": one.indicator_id.display_name,
                "where": ", ".join(
                    filter(None, (one.class_id.name, one.subject_id.name))
                ),
                "value": one.value_text,
                "target": self._target(
                    settings.get((one.indicator_id, one.company_id)), one.unit
                ),
                "cause": one.cause_id.name or "",
                "note": one.cause_note or "",
                "open": self._list(
                    one.indicator_id.display_name, MEASUREMENT, [("id", "=", one.id)]
                ),
            }
            for one in figures
        ]

    def _target(self, setting, unit):
        """As the value beside it is shown; a target of a share is a percent."""
        if not setting or not setting.has_target:
            return ""
        unit = "percent" if unit == "share" else unit
        return shown(Reading(is_filled=True, value=setting.target), unit)

    def _evaluations(self):
        """The last evaluation of each framework, whatever its state."""
        found = self.env["vsoko.evaluation"].search(self._own())
        last = {}
        for one in found.sorted(lambda one: one.period_id.date_end, reverse=True):
            last.setdefault(one.framework_id, one)
        states = dict(found._fields["state"]._description_selection(self.env))
        return [self._evaluation(one, states) for one in last.values()]

    def _evaluation(self, one, states):
        return {
            "id": one.id,
            "name": one.name,
            "state": states[one.state],
            "is_scored": one.scoring != "none" and bool(one.max_points),
            "points": one.total_points,
            "max_points": one.max_points,
            "level": one.level_id.name or "",
            "completeness": one.completeness,
            "previous": one.previous_id.period_id.name or "",
            "change": one.change_points,
            "open": self._card(one),
        }
