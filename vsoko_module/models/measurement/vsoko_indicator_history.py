from markupsafe import Markup

from odoo import api, fields, models

from ...tools.chart import as_image, bar_chart
from ..catalogue.editions import with_editions_before
from .vsoko_measurement import LIGHTS


class VsokoIndicator(models.Model):
    """What the indicator has been in our school: last value, its light, the years."""

    _inherit = "vsoko.indicator"

    last_measurement_id = fields.Many2one(
        "vsoko.measurement", string="Last value", compute="_compute_history"
    )
    last_text = fields.Char(string="Now", compute="_compute_history")
    last_period = fields.Char(string="Period", compute="_compute_history")
    light = fields.Selection(
        LIGHTS,
        string="Traffic light",
        compute="_compute_history",
        search="_search_light",
    )
    target_text = fields.Char(string="Target", compute="_compute_target_text")
    trend = fields.Json(string="Over the years", compute="_compute_history")
    chart = fields.Html(compute="_compute_chart", sanitize=False)
    reason_not = fields.Char(
        string="Does not apply because", compute="_compute_reason_not"
    )

    @api.depends_context("company")
    @api.depends("measurement_ids.entry", "measurement_ids.light")
    def _compute_history(self):
        history = self._history(self.env.company)
        for indicator in self:
            values = history.get(indicator._origin, self.env["vsoko.measurement"])
            last = values[-1:]
            indicator.last_measurement_id = last
            indicator.last_text = last.value_text
            indicator.last_period = last.period_id.name
            indicator.light = last.light
            indicator.trend = [
                {"label": one.period_id.name, "value": one.value, "light": one.light}
                for one in values
                if one.unit not in ("text", "choice")
            ]

    def _search_light(self, operator, value):
        if operator != "in":
            return NotImplemented
        measured = self.search([("measurement_ids.light", "!=", False)])
        last = measured._history(self.env.company)
        wanted = set(value)
        found = [one.id for one, values in last.items() if values[-1:].light in wanted]
        return [("id", "in", found)]

    @api.depends_context("company")
    @api.depends("setting_ids.target", "setting_ids.has_target")
    def _compute_target_text(self):
        for indicator in self:
            setting = indicator.setting_id
            indicator.target_text = (
                indicator._read_shown(setting.target) if setting.has_target else False
            )

    @api.depends_context("company")
    def _compute_reason_not(self):
        reasons = self._reasons_not(self.env.company)
        for indicator in self:
            indicator.reason_not = reasons.get(indicator, False)

    @api.depends("trend")
    def _compute_chart(self):
        for indicator in self:
            years = (indicator.trend or [])[-12:]
            if len(years) < 2:
                indicator.chart = False
                continue
            unit = "%" if indicator.unit in ("percent", "share") else ""
            spec = {
                "labels": [one["label"] for one in years],
                "series": [{"name": "", "values": [one["value"] for one in years]}],
                "unit": unit,
            }
            indicator.chart = Markup(
                '<img class="mw-100" width="640" alt="%s" src="%s"/>'
            ) % (
                indicator.name,
                as_image(bar_chart(spec)),
            )

    def _history(self, company):
        """``{indicator: values of the school in order of time}``, editions together."""
        lineage = {one: with_editions_before(one) for one in self._origin}
        ids = [old.id for line in lineage.values() for old in line]
        values = self.env["vsoko.measurement"].search(
            [
                ("indicator_id", "in", ids),
                ("company_id", "=", company.id),
                ("class_id", "=", False),
                ("subject_id", "=", False),
                ("is_filled", "=", True),
            ]
        )
        by_indicator = values.sorted(lambda one: one.period_id.date_end).grouped(
            "indicator_id"
        )
        none = self.env["vsoko.measurement"]
        history = {}
        for indicator, line in lineage.items():
            found = none.concat(*(by_indicator.get(old, none) for old in line))
            history[indicator] = found.sorted(lambda one: one.period_id.date_end)
        return {one: found for one, found in history.items() if found}

    def action_view_measurements(self):
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "vsoko_module.vsoko_measurement_action"
        )
        return action | {
            "domain": [("indicator_id", "in", with_editions_before(self).ids)],
            "context": {"default_indicator_id": self.id},
        }

    def action_open_setting(self):
        """Target, borders and applicability in our school."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("In our school: %s", self.display_name),
            "res_model": "vsoko.indicator.setting",
            "res_id": self._own_setting(self.env.company).id,
            "views": [(False, "form")],
            "target": "new",
        }
