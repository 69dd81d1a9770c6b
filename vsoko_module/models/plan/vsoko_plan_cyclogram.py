from odoo import models

from .vsoko_procedure_term import MONTHS


class VsokoPlan(models.Model):
    _inherit = "vsoko.plan"

    def get_cyclogram(self):
        """The plan as months × directions for the screen.

        Returns ``{"name", "months": [(key, label)], "groups": [{"name", "blocks":
        [{"id", "name", "cells": {month: [line]}}]}]}``; lines without a month are
        under the key ``"year"``.
        """
        self.ensure_one()
        labels = dict(
            self.env["vsoko.procedure"]
            ._fields["month"]
            ._description_selection(self.env)
        )
        lines = self.procedure_ids.sorted(lambda line: line._cyclogram_order())
        used = set(lines.mapped("month"))
        months = [(key, labels[key]) for key, _name in MONTHS if key in used]
        if False in used:
            months.append(("year", self.env._("All year")))
        return {
            "name": self.display_name,
            "months": months,
            "groups": [
                {"name": parent.name or "", "blocks": group._cyclogram_rows()}
                for parent, group in lines.grouped("parent_block_id").items()
            ],
        }

    def action_view_cyclogram(self):
        return {
            "type": "ir.actions.client",
            "tag": "vsoko_cyclogram",
            "name": self.env._("Cyclogram"),
            "params": {"plan_id": self.id},
        }


class VsokoProcedure(models.Model):
    _inherit = "vsoko.procedure"

    def _cyclogram_order(self):
        """As the framework orders its blocks; lines without a direction come last."""
        block = self.block_id
        parent = self.parent_block_id
        return not block, parent.sequence, block.sequence, block.id, self.sequence

    def _cyclogram_rows(self):
        return [
            {
                "id": block.id,
                "name": block.name or self.env._("Without a direction"),
                "cells": {
                    month or "year": [line._cyclogram_line() for line in lines]
                    for month, lines in group.grouped("month").items()
                },
            }
            for block, group in self.grouped("block_id").items()
        ]

    def _cyclogram_line(self):
        return {
            "id": self.id,
            "name": self.name,
            "state": self.state,
            "overdue": self.is_overdue,
            "mine": self.is_mine,
            "deadline": self.date_end and self.date_end.strftime("%d.%m"),
            "times": self.is_series
            and f"{self.occurrence_done_count}/{self.occurrence_count}",
        }
