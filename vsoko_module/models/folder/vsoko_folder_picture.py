from collections import defaultdict

from odoo import api, fields, models

# The worst of several rows of a stage is what the picture shows
WORST = ("hole", "waiting", "met")


class VsokoFolder(models.Model):
    """The picture of the folder: the chain of stages, and each problem along it."""

    _inherit = "vsoko.folder"

    picture = fields.Json(
        compute="_compute_picture", exportable=False, export_string_translation=False
    )
    first_hint = fields.Char(string="Begin with", compute="_compute_picture")

    @api.depends("line_ids", "percent")
    def _compute_picture(self):
        for folder in self:
            lines = folder.line_ids.sorted("sequence")
            folder.picture = {
                "percent": folder.percent,
                "stages": folder._stage_boxes(lines),
                **folder._problem_rows(lines.filtered("finding_id")),
            }
            first = lines.filtered(lambda line: line.state == "hole")[:1]
            said = (first.stage_id.name, first.about, first.hint)
            folder.first_hint = " – ".join(filter(None, said)) if first else ""

    def _stage_boxes(self, lines):
        return [
            {
                "id": stage.id,
                "name": stage.name,
                "met": sum(line.state == "met" for line in group),
                "due": sum(line.state != "waiting" for line in group),
                "holes": sum(line.state == "hole" for line in group),
                "state": self._worst(group),
            }
            for stage, group in lines.grouped("stage_id").items()
        ]

    def _problem_rows(self, lines):
        cells = defaultdict(dict)
        for line in lines:
            cells[line.finding_id][line.stage_id.id] = {
                "id": line.id,
                "state": line.state,
                "title": f"{line.stage_id.name}: {line.name}",
            }
        return {
            "columns": [{"id": one.id, "name": one.name} for one in lines.stage_id],
            "problems": [
                {"id": finding.id, "name": finding.name, "cells": of_stage}
                for finding, of_stage in cells.items()
            ],
        }

    @staticmethod
    def _worst(lines):
        states = set(lines.mapped("state"))
        return next(state for state in WORST if state in states)
