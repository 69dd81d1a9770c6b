from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...tools.measures import Reading, read_value, shown
from ...tools.scoring import points_for


class VsokoIndicator(models.Model):
    """How a value of the indicator is read and what points it brings."""

    _inherit = "vsoko.indicator"

    measurement_ids = fields.One2many("vsoko.measurement", "indicator_id")
    measurement_count = fields.Integer(compute="_compute_measurement_count")
    setting_id = fields.Many2one(
        "vsoko.indicator.setting",
        string="In our school",
        compute="_compute_setting_id",
    )

    def _compute_measurement_count(self):
        counts = dict(
            self.env["vsoko.measurement"]._read_group(
                [("indicator_id", "in", self.ids)], ["indicator_id"], ["__count"]
            )
        )
        for indicator in self:
            indicator.measurement_count = counts.get(indicator, 0)

    @api.depends_context("company")
    @api.depends("setting_ids")
    def _compute_setting_id(self):
        settings = self._settings_of(self.env.company)
        for indicator in self:
            indicator.setting_id = settings.get(indicator._origin)

    def _settings_of(self, company):
        """``{indicator: what the school has set for it}``, in one query."""
        found = self.env["vsoko.indicator.setting"].search(
            [("indicator_id", "in", self.ids), ("company_id", "=", company.id)],
            order="id",
        )
        return {one.indicator_id: one for one in found}

    def _read(self, entry):
        """A ``tools.measures.Reading`` of the text, or ``ValueProblem``."""
        answers = self.option_ids.mapped("name") if self.unit == "choice" else ()
        return read_value(entry, self.unit, answers, self.max_points)

    def _read_shown(self, value):
        """A bare number as the indicator's values are shown."""
        unit = "percent" if self.unit == "share" else self.unit
        return shown(Reading(is_filled=True, value=value), unit)

    def _limit(self):
        """The most points that the indicator may bring."""
        scored = [*self.band_ids.mapped("points"), *self.option_ids.mapped("points")]
        return self.max_points or max(scored, default=0.0)

    def _points(self, value, answer=""):
        """Points that a value brings; 0 where the indicator is not scored."""
        if self.unit == "choice":
            chosen = self.option_ids.filtered(lambda one: one.name == answer)
            return chosen.points
        if self.unit == "text" or not (self.max_points or self.band_ids):
            return 0.0
        bands = [(band.min_value, band.points) for band in self.band_ids]
        return points_for(self.unit, value, self.max_points, bands, self.better)

    @api.constrains("option_ids", "band_ids", "max_points", "critical_points")
    def _check_points(self):
        for indicator in self:
            most = indicator.max_points
            brings = indicator.option_ids.mapped("points")
            brings += indicator.band_ids.mapped("points")
            brings.append(indicator.critical_points)
            if most and max(brings) > most:
                raise ValidationError(
                    self.env._(
                        "%s: an answer or a value brings more than the most points "
                        "of the indicator.",
                        indicator.display_name,
                    )
                )

    @api.constrains("unit", "option_ids")
    def _check_values_still_read(self):
        """A change of the unit may not turn figures already given into nothing."""
        self.measurement_ids._check_entry()

    def _own_setting(self, company):
        """What the school has set for the indicator, made when it is missing."""
        return self._settings_of(company).get(self) or self.setting_ids.create(
            {"indicator_id": self.id, "company_id": company.id}
        )

    def _set_effort(self, company, effort):
        self._own_setting(company).effort = effort

    def _open_measurement(self, period, measurement):
        """The value to look at, or a form to enter it."""
        return {
            "type": "ir.actions.act_window",
            "res_model": "vsoko.measurement",
            "res_id": measurement.id,
            "views": [(False, "form")],
            "target": "new",
            "context": {
                "default_indicator_id": self.id,
                "default_period_id": period.id,
            },
        }
