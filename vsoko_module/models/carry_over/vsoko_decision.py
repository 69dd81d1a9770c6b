from odoo import api, fields, models
from odoo.fields import Command, Domain

from ...tools.carry_over_words import effect_name, effect_steps
from ...tools.paragraphs import clean

UNFINISHED = ("open", "in_progress", "done")


class VsokoDecision(models.Model):
    """What a year has not carried out is decided anew, what it has not judged, judged.

    The decision itself stays in its year: its successor is a project until it is
    adopted, and only then takes its place.
    """

    _inherit = "vsoko.decision"

    carried_from_id = fields.Many2one(
        "vsoko.decision",
        string="Carried over from",
        index="btree_not_null",
        readonly=True,
        copy=False,
        ondelete="set null",
        check_company=True,
        help="Was not carried out in the year before.",
    )
    carried_to_ids = fields.One2many(
        "vsoko.decision", "carried_from_id", string="Carried over to"
    )

    @api.depends("carried_to_ids.state")
    def _compute_counts(self):
        """It was adopted in its year all the same, and not carried out."""
        result = super()._compute_counts()
        for decision in self.filtered(lambda one: one.state == "cancelled"):
            decision.adopted_count = decision._is_replaced()
        return result

    def _is_replaced(self):
        return any(one.adopted_count for one in self.carried_to_ids)

    @api.model
    def _unfinished(self, year):
        """Adopted in the year and not carried out, or carried out and not judged."""
        return (
            Domain("year_id", "=", year.id)
            & Domain("state", "in", UNFINISHED)
            & Domain("verdict", "=", False)
        )

    # ---- decided anew ----

    def _carry_into_year(self, year):
        """Projects of the next year, one a decision that has none there."""
        known = self.search(
            [("carried_from_id", "in", self.ids), ("year_id", "=", year.id)]
        )
        fresh = self - known.carried_from_id
        return self.create([one._prepare_carried(year) for one in fresh])

    def _prepare_carried(self, year):
        """The same work; its term is to be named anew, it is over."""
        return {
            "name": self.name,
            "carried_from_id": self.id,
            "company_id": self.company_id.id,
            "year_id": year.id,
            "finding_id": self.finding_id.id,
            "indicator_id": self.indicator_id.id,
            "cause_id": self.cause_id.id,
            "component": self.component,
            "body_id": self.body_id.id,
            "expected": self.expected,
            "employee_ids": [Command.set(self.employee_ids.ids)],
            "role_ids": [Command.set(self.role_ids.ids)],
            "role_text": self.role_text,
        }

    def _entered_open(self):
        result = super()._entered_open()
        self._replace_carried()
        return result

    def _replace_carried(self):
        """Two decisions about one thing are not asked of people."""
        for decision in self:
            before = decision.carried_from_id.filtered(
                lambda one: one.state in ("open", "in_progress")
            )
            if before:
                before.action_cancel(
                    self.env._(
                        "Decided anew in the school year %s.", decision.year_id.name
                    )
                )

    def action_view_carried_from(self):
        return self.carried_from_id._get_records_action()

    # ---- judged in the next year ----

    def _carry_check_into(self, plan):
        """Lines of the plan that judge what was carried out, one a decision."""
        checks = self.env["vsoko.effect.check"].search(
            [("decision_id", "in", self.ids), ("procedure_id.plan_id", "=", plan.id)]
        )
        fresh = self - checks.decision_id
        lines = self.env["vsoko.procedure"].create(
            [one._prepare_check_line(plan) for one in fresh]
        )
        for decision, line in zip(fresh, lines, strict=True):
            decision._await_check(line)
        return lines

    def _prepare_check_line(self, plan):
        finding = self.finding_id
        said = finding._with_unit if finding else clean
        steps = effect_steps(said(finding.entry), said(self.expected))
        return {
            "plan_id": plan.id,
            "finding_id": finding.id,
            "is_recheck": bool(finding),
            "name": effect_name(clean(self.name)),
            "object": clean(self.name),
            "step_ids": [Command.create({"name": step}) for step in steps],
            "method_ids": [Command.set(finding.repeat_method_id.ids)],
            **finding._prepare_controllers(),
        }

    def _await_check(self, line):
        """The check that is awaited moves to the new line, or begins there."""
        awaited = self.check_ids.filtered(lambda one: one.state == "draft")[:1]
        if awaited:
            awaited.procedure_id = line
        else:
            self._begin_check(line)
