from markupsafe import Markup

from odoo import fields, models

from ...tools.chart import as_image, bar_chart, radar_chart

AXES = range(3, 13)


class VsokoEvaluation(models.Model):
    """Criteria as a picture, this evaluation and the one before it."""

    _inherit = "vsoko.evaluation"

    radar = fields.Html(compute="_compute_charts", sanitize=False)
    bars = fields.Html(compute="_compute_charts", sanitize=False)

    def _compute_charts(self):
        for evaluation in self:
            spec = evaluation._chart_spec()
            labels = len(spec["labels"])
            evaluation.radar = labels in AXES and evaluation._picture(radar_chart, spec)
            evaluation.bars = labels > 0 and evaluation._picture(bar_chart, spec)

    def _picture(self, draw, spec):
        return Markup('<img class="w-100" alt="%s" src="%s"/>') % (
            self.name,
            as_image(draw(spec)),
        )

    def _chart_spec(self):
        now = self._criterion_shares()
        before = self.previous_id._criterion_shares() if self.previous_id else {}
        series = [{"name": self.period_id.name, "values": list(now.values())}]
        if before:
            values = [before.get(name) for name in now]
            series.append({"name": self.previous_id.period_id.name, "values": values})
        return {"labels": list(now), "series": series, "unit": "%"}

    def _criterion_shares(self):
        """``{criterion: percent of what it could bring}``, what applies alone."""
        return {
            criterion.display_name: share
            for criterion, _points, _limit, share in self._criterion_scores()
            if share is not None
        }
