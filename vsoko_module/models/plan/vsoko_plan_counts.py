from odoo import api, fields, models


class VsokoPlan(models.Model):
    """What a plan counts, and the lists behind the figures."""

    _inherit = "vsoko.plan"

    procedure_count = fields.Integer(compute="_compute_counts")
    done_count = fields.Integer(string="Done", compute="_compute_counts")
    overdue_count = fields.Integer(string="Overdue", compute="_compute_counts")
    undated_count = fields.Integer(string="Without dates", compute="_compute_counts")
    unmanned_count = fields.Integer(string="Without people", compute="_compute_counts")
    reassign_count = fields.Integer(
        string="To be reassigned", compute="_compute_counts"
    )

    @api.depends("procedure_ids.state", "procedure_ids.date_end")
    def _compute_counts(self):
        lines = [("series_id", "=", False)]
        counters = {
            "procedure_count": lines,
            "done_count": [("state", "in", ["done", "reviewed"]), *lines],
            "overdue_count": [("is_overdue", "=", True)],
            "undated_count": [
                ("date_end", "=", False),
                ("repetition", "=", "none"),
                *lines,
            ],
            "unmanned_count": [("employee_ids", "=", False), *lines],
            "reassign_count": [("needs_person", "=", True)],
        }
        for name, domain in counters.items():
            counts = dict(
                self.env["vsoko.procedure"]._read_group(
                    [
                        ("plan_id", "in", self.ids),
                        ("state", "!=", "cancelled"),
                        *domain,
                    ],
                    ["plan_id"],
                    ["__count"],
                )
            )
            for plan in self:
                plan[name] = counts.get(plan, 0)

    def action_view_procedures(self):
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "vsoko_module.vsoko_procedure_action"
        )
        action["domain"] = [("plan_id", "in", self.ids)]
        action["context"] = {
            "default_plan_id": self.id,
            **self.env.context.get(
                "vsoko_procedure_context", {"search_default_lines": 1}
            ),
        }
        return action

    def action_view_overdue(self):
        return self._view_filtered("overdue")

    def action_view_undated(self):
        return self._view_filtered("undated")

    def action_view_unmanned(self):
        return self._view_filtered("unmanned")

    def action_view_reassign(self):
        return self._view_filtered("reassign")

    def action_view_changes(self):
        return self.all_procedure_ids.action_view_changes()

    def _view_filtered(self, name):
        return self.with_context(
            vsoko_procedure_context={f"search_default_{name}": 1}
        ).action_view_procedures()
