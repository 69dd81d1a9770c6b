from dataclasses import replace

from odoo import api, fields, models

from ...tools.russian import number
from ...tools.scoring import Gain, nearest


class VsokoEvaluation(models.Model):
    """«Ближайшие баллы»: what brings the next level soonest (N7)."""

    _inherit = "vsoko.evaluation"

    next_level_id = fields.Many2one("vsoko.level", compute="_compute_nearest")
    missing_points = fields.Float(compute="_compute_nearest", digits=False)
    nearest_line_ids = fields.One2many(
        "vsoko.evaluation.line", string="Nearest points", compute="_compute_nearest"
    )
    nearest_text = fields.Char(compute="_compute_nearest")

    @api.depends("scaled_points", "line_ids.points")
    def _compute_nearest(self):
        for evaluation in self:
            level = evaluation._next_level()
            missing = level.min_points - evaluation.scaled_points if level else 0.0
            gains, enough = nearest(evaluation._gains(), max(missing, 0.0))
            evaluation.next_level_id = level
            evaluation.missing_points = missing
            evaluation.nearest_line_ids = evaluation.line_ids.browse(
                gain.key for gain in gains
            )
            evaluation.nearest_text = evaluation._nearest_text(level, missing, enough)

    def _next_level(self):
        higher = [
            one for one in self._levels() if one.start > round(self.scaled_points, 6)
        ]
        if not higher or not self.line_ids:
            return self.env["vsoko.level"]
        first = min(higher, key=lambda one: one.start)
        return self.env["vsoko.level"].browse(first.key)

    def _gains(self):
        """How many points of the level each line can still bring, counted exactly."""
        rows = self._rows()
        now = self._score(rows).scaled
        efforts = self._efforts()
        gains = []
        for place, row in enumerate(rows):
            if row.applies and (row.points or 0) < row.limit:
                best = [
                    *rows[:place],
                    replace(row, points=row.limit),
                    *rows[place + 1 :],
                ]
                points = round(self._score(best).scaled - now, 6)
                gains.append(Gain(row.key, points, efforts.get(row.key, 1)))
        return gains

    def _efforts(self):
        settings = self.line_ids.indicator_id._settings_of(self.company_id)
        efforts = {one: setting.effort for one, setting in settings.items()}
        return {line.id: efforts.get(line.indicator_id, 1) for line in self.line_ids}

    def _nearest_text(self, level, missing, enough):
        if not level:
            return self.env._("There is no higher level to reach.")
        values = {"level": level.name, "points": number(missing, 2), "count": enough}
        if not enough:
            return self.env._(
                "«%(level)s» is %(points)s points away: the indicators that apply "
                "cannot bring that much.",
                **values,
            )
        return self.env._(
            "«%(level)s» is %(points)s points away: the first %(count)s of these "
            "indicators bring them.",
            **values,
        )
