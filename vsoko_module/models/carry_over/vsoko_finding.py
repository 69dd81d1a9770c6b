from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command

from ...tools.carry_over_words import control_name, control_object, control_steps
from ...tools.paragraphs import clean


class VsokoFinding(models.Model):
    """A problem that was found goes into the plan of in-school control."""

    _inherit = "vsoko.finding"

    found_on = fields.Date(
        compute="_compute_found_on",
        store=True,
        readonly=False,
        precompute=True,
        help="By this day it belongs to a calendar year, see the self-examination.",
    )
    plan_line_count = fields.Integer(compute="_compute_plan_line_count")

    @api.depends("procedure_id", "period_id", "document_id")
    def _compute_found_on(self):
        """Today, unless the source is older: figures of last year are of last year."""
        today = fields.Date.context_today(self)
        for finding in self.filtered(lambda one: not one.found_on):
            ends = (
                finding.procedure_id.date_end,
                finding.period_id.date_end,
                finding.document_id.date,
            )
            finding.found_on = min(filter(None, (*ends, today)))

    @api.depends("plan_line_ids")
    def _compute_plan_line_count(self):
        counts = dict(
            self.env["vsoko.procedure"]._read_group(
                [("finding_id", "in", self.ids), ("is_recheck", "=", False)],
                ["finding_id"],
                ["__count"],
            )
        )
        for finding in self:
            finding.plan_line_count = counts.get(finding, 0)

    def action_view_plan_lines(self):
        return self.plan_line_ids._get_records_action(name=self.env._("Lines of plans"))

    # ---- into a plan ----

    def action_plan(self):
        """Ask into which plan and under which month; a button of lists too."""
        wizard = self.env["vsoko.finding.plan"]._open_for(self._plannable())
        return wizard._get_records_action(
            name=self.env._("Into the plan"), target="new"
        )

    def _plannable(self):
        """Agreed deficits of one school: the rest is not to be controlled yet."""
        self.check_access("read")
        ready = self.filtered(lambda one: one.state == "agreed")
        ready = ready.filtered(lambda one: one.kind == "deficit")
        if not ready:
            raise UserError(
                self.env._(
                    "Only agreed deficits go into a plan: press «Agree» in the "
                    "conclusion first."
                )
            )
        if len(ready.company_id) > 1:
            raise UserError(self.env._("Choose conclusions of one school."))
        return ready

    def _in_plan(self, plan):
        """Those that have their line in the plan."""
        lines = self.env["vsoko.procedure"].search(
            [
                ("plan_id", "=", plan.id),
                ("finding_id", "in", self.ids),
                ("is_recheck", "=", False),
            ]
        )
        return lines.finding_id

    def _carry_into(self, plan, terms=None):
        """New lines of the plan, one a conclusion that has none there.

        ``terms`` are ``{finding: {"month": …, "term_text": …}}``.
        """
        fresh = self - self._in_plan(plan)
        terms = terms or {}
        return self.env["vsoko.procedure"].create(
            [
                finding._prepare_plan_line(plan) | terms.get(finding, {})
                for finding in fresh
            ]
        )

    def _prepare_plan_line(self, plan):
        """Values of the line; the words of a plan are Russian as the plan is."""
        outcome = self.env.ref("vsoko_module.outcome_note", raise_if_not_found=False)
        return {
            "plan_id": plan.id,
            "finding_id": self.id,
            "name": control_name(clean(self.name)),
            "object": control_object(
                clean(self.name), clean(self.cause_id.name), clean(self.cause_note)
            ),
            "step_ids": [
                Command.create({"name": step, "sequence": number * 10})
                for number, step in enumerate(self._control_steps(), 1)
            ],
            "method_ids": [Command.set(self.repeat_method_id.ids)],
            "outcome_ids": [Command.set(outcome.ids if outcome else [])],
            **self._prepare_controllers(),
        }

    def _control_steps(self):
        return control_steps(
            clean(self.recommendation),
            self._with_unit(self.entry),
            self._with_unit(self.expected),
            clean(self.repeat_criterion),
        )

    def _prepare_controllers(self):
        """Who controls: by name, in the words of the plan by their posts."""
        people = self.repeat_employee_ids
        if not people:
            return {}
        posts = dict.fromkeys(filter(None, (one._vsoko_post() for one in people)))
        return {
            "employee_ids": [Command.set(people.ids)],
            "role_text": "\n".join(posts),
        }

    def _with_unit(self, entry):
        """A figure as people say it: «52 %»; a text as it was written."""
        return self.indicator_id._said(entry) if self.indicator_id else clean(entry)
