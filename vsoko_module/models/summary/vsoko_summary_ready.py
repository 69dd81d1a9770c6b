from odoo import models
from odoo.fields import Domain

from ...tools.readiness import Step, blockers, readiness

EXPLAINED = Domain("cause_id", "!=", False) & Domain("cause_note", "!=", False)


class VsokoSummary(models.AbstractModel):
    """What is still between the school and its report, and where to do it (row 55)."""

    _inherit = "vsoko.summary"

    def _readiness(self, period):
        steps = self._steps(period)
        says = self._says(period)
        waiting = blockers(steps)
        return {
            "percent": readiness(steps),
            "steps": [
                {
                    "key": step.key,
                    "done": step.done,
                    "whole": step.whole,
                    "is_done": step.is_done,
                    "is_next": step == waiting[0] if waiting else False,
                    **says[step.key],
                }
                for step in steps
            ],
        }

    def _steps(self, period):
        year = self._year()
        plans = [*self._own(), ("year_id", "=", year.id), ("is_template", "=", False)]
        counted = [*self._own(), ("period_id", "=", period.id)]
        evaluation = self.env["vsoko.evaluation"].search_count
        return [
            Step("school", self._head_count(), 1),
            Step("plan", self._approved_count(plans), 1),
            Step("figures", *self._filled(period)),
            Step("causes", *self._explained(period)),
            Step(
                "evaluation",
                evaluation([*counted, ("state", "=", "approved")]),
                max(evaluation(counted), 1),
            ),
        ]

    def _head_count(self):
        """A school is set up when it has said who its director is."""
        director = self.env.ref("vsoko_module.role_director")
        return self.env["vsoko.role.holder"].search_count(
            [*self._own(), ("role_id", "=", director.id)], limit=1
        )

    def _approved_count(self, plans):
        return self.env["vsoko.plan"].search_count(
            [*plans, ("state", "in", ["approved", "closed"])], limit=1
        )

    def _filled(self, period):
        """Indicators that have a value, of all that the frameworks in use ask for."""
        figures = self._figures(period)
        groups = self.env["vsoko.measurement"]._read_group(figures, ["framework_id"])
        frameworks = [framework.id for [framework] in groups]
        excluded = self.env["vsoko.indicator.setting"].search(
            [*self._own(), ("is_excluded", "=", True)]
        )
        asked = [
            ("framework_id", "in", frameworks),
            ("id", "not in", excluded.indicator_id.ids),
        ]
        whole = self.env["vsoko.indicator"].search(asked)
        [[done]] = self.env["vsoko.measurement"]._read_group(
            [
                *figures,
                ("indicator_id", "in", whole.ids),
                "|",
                ("is_filled", "=", True),
                ("is_excluded", "=", True),
            ],
            [],
            ["indicator_id:count_distinct"],
        )
        return done, len(whole)

    def _explained(self, period):
        """Red figures with a cause; figures that are all fine need none."""
        count = self.env["vsoko.measurement"].search_count
        figures = Domain(self._figures(period))
        red = figures & Domain("light", "=", "red")
        whole = count(red)
        if not whole:
            return count(figures, limit=1), 1
        return count(red & EXPLAINED), whole

    def _says(self, period):
        """``{key: {"label", "todo", "open"}}``: what to do and where."""
        figures = self._figures(period)
        silent = [*figures, ("light", "=", "red"), "|", ("cause_id", "=", False)]
        silent.append(("cause_note", "=", False))
        says = {
            "school": (
                self.env._("School set up"),
                self.env._("Say who the director and the deputy heads are."),
                {"action": "vsoko_module.vsoko_role_holder_action"},
            ),
            "plan": (
                self.env._("Plan of the year approved"),
                self.env._("Make the plan of the year and send it for approval."),
                {"action": "vsoko_module.vsoko_plan_action"},
            ),
            "figures": (
                self.env._("Figures of the period filled in"),
                self.env._("Enter the values of the indicators that are missing."),
                self._list(self.env._("Figures"), "vsoko.measurement", figures),
            ),
            "causes": (
                self.env._("Red figures explained"),
                self.env._("Give each red figure its cause."),
                self._list(self.env._("Without a cause"), "vsoko.measurement", silent),
            ),
            "evaluation": (
                self.env._("Evaluation approved"),
                self.env._("Collect the evaluation and send it for approval."),
                self._list(self.env._("Evaluations"), "vsoko.evaluation", self._own()),
            ),
        }
        return {
            key: {"label": label, "todo": todo, "open": target}
            for key, (label, todo, target) in says.items()
        }
