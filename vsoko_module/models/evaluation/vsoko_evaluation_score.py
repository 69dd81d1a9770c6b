from odoo import api, fields, models

from ...tools.scoring import (
    Level,
    Score,
    completeness,
    group_mean,
    level_of,
    total_mean,
    total_sum,
    unmet_critical,
)

SCORE = ("total_points", "max_points", "scaled_points", "completeness", "level_id")


class VsokoEvaluation(models.Model):
    """Points, completeness and the level reached; the arithmetic is in tools."""

    _inherit = "vsoko.evaluation"

    total_points = fields.Float(compute="_compute_score", store=True, digits=False)
    max_points = fields.Float(compute="_compute_score", store=True, digits=False)
    scaled_points = fields.Float(
        string="Points for the level",
        compute="_compute_score",
        store=True,
        digits=False,
        help="Where indicators do not apply, points are brought to the whole limit of "
        "the framework: the borders of levels are set for it.",
    )
    completeness = fields.Float(compute="_compute_score", store=True, digits=False)
    level_id = fields.Many2one("vsoko.level", compute="_compute_level", store=True)
    unmet_text = fields.Text(
        string="Critical indicators not met", compute="_compute_unmet_text"
    )

    @api.depends(
        "line_ids.points",
        "line_ids.is_filled",
        "line_ids.applies",
        "line_ids.max_points",
        "line_ids.weight",
        "line_ids.criterion_weight",
    )
    def _compute_score(self):
        for evaluation in self:
            score = evaluation._score()
            evaluation.total_points = score.points
            evaluation.max_points = score.limit
            evaluation.scaled_points = score.scaled
            evaluation.completeness = completeness(evaluation._rows())

    # Borders of levels are read when figures are collected and not when they change:
    # an approved evaluation keeps its level.
    @api.depends("scaled_points", "line_ids.critical_points", "line_ids.is_critical")
    def _compute_level(self):
        for evaluation in self:
            met = not unmet_critical(evaluation._rows())
            evaluation.level_id = (
                level_of(evaluation.scaled_points, evaluation._levels(), met)
                if evaluation.line_ids
                else False
            )

    @api.depends("line_ids.points", "line_ids.is_critical")
    def _compute_unmet_text(self):
        for evaluation in self:
            keys = unmet_critical(evaluation._rows())
            lines = evaluation.line_ids.filtered(
                lambda line, keys=keys: line.id in keys
            )
            evaluation.unmet_text = "\n".join(lines.indicator_id.mapped("display_name"))

    def _count_anew(self):
        """By the levels and the way of judging that the framework has now."""
        for name in SCORE:
            self.env.add_to_compute(self._fields[name], self)
        self.flush_recordset(SCORE)

    def _rows(self):
        return [line._row() for line in self.line_ids if line.weight]

    def _score(self, rows=None):
        """A ``tools.scoring.Score`` by the way the framework is judged."""
        rows = self._rows() if rows is None else rows
        if self.scoring == "sum":
            return total_sum(rows)
        if self.scoring == "mean":
            return total_mean(rows, self._criterion_weights())
        return Score(0.0, 0.0, 0.0)

    def _criterion_weights(self):
        return {line.criterion_id.id: line.criterion_weight for line in self.line_ids}

    def _levels(self):
        """Levels of the variant, else those of the whole framework."""
        own = self.framework_id.level_ids.filtered(
            lambda level: level.variant_id == self.variant_id
        )
        levels = own or self.framework_id.level_ids.filtered(
            lambda one: not one.variant_id
        )
        return [Level(one.id, one.min_points, one.needs_critical) for one in levels]

    def _criterion_scores(self):
        """``[(criterion, points, limit, percent or None)]`` in the order of lines."""
        scores = []
        for criterion, lines in self.line_ids.grouped("criterion_id").items():
            rows = [line._row() for line in lines if line.weight]
            score = total_sum(rows)
            if not score.whole:
                continue
            share = group_mean(rows) if self.scoring == "mean" else None
            if share is None and score.limit:
                share = score.share
            scores.append((criterion, score.points, score.limit, share))
        return scores
