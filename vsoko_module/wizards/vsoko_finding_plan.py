from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command, Domain

from ..models.plan.vsoko_procedure_term import month_key

# Which plan is proposed first: the one that may be written in, of in-school control
ORDER = {("vshk", "draft"): 0, ("vshk", "approved"): 1, ("vsoko", "draft"): 2}
NEW_NAME = "План внутришкольного контроля на %s учебный год"
REASON = "Включены проблемы, выявленные внутренней системой оценки качества образования"


class VsokoFindingPlan(models.TransientModel):
    """Problems that were found become lines of a plan of this or the next year."""

    _name = "vsoko.finding.plan"
    _description = "Conclusions into a plan"

    company_id = fields.Many2one("res.company", required=True, readonly=True)
    year_id = fields.Many2one("vsoko.academic.year", required=True, readonly=True)
    target = fields.Selection(
        [
            ("plan", "Into a plan that there is"),
            ("this", "Into a new in-school control plan of this year"),
            ("next", "Into a new in-school control plan of the next year"),
        ],
        string="Where to",
        required=True,
        default="plan",
    )
    plan_id = fields.Many2one(
        "vsoko.plan",
        domain="[('company_id', '=', company_id), ('is_template', '=', False),"
        " ('state', 'in', ['draft', 'approved']),"
        " ('year_id.date_start', '>=', year_start)]",
    )
    year_start = fields.Date(related="year_id.date_start", related_sudo=False)
    needs_edition = fields.Boolean(compute="_compute_needs_edition")
    reason = fields.Text(
        string="Reason of the new edition",
        default=REASON,
        help="The plan is approved: it is opened for a new edition, and the director "
        "approves it anew.",
    )
    line_ids = fields.One2many("vsoko.finding.plan.line", "wizard_id", "Conclusions")

    @api.depends("target", "plan_id.state")
    def _compute_needs_edition(self):
        for wizard in self:
            state = wizard.plan_id.state
            wizard.needs_edition = wizard.target == "plan" and state == "approved"

    # ---- opening ----

    @api.model
    def _open_for(self, findings):
        """The wizard with its best proposal: plan and months."""
        years = findings.year_id.sorted("date_start")
        plan = self._proposed_plan(years[0])
        return self.create(
            {
                "company_id": findings.company_id.id,
                "year_id": years[0].id,
                "plan_id": plan.id,
                "target": "plan" if plan else "this",
                "line_ids": [
                    Command.create(self._prepare_line(one)) for one in findings
                ],
            }
        )

    @api.model
    def _proposed_plan(self, year):
        plans = self.env["vsoko.plan"].search(
            Domain("company_id", "=", year.company_id.id)
            & Domain("is_template", "=", False)
            & Domain("state", "in", ["draft", "approved"])
            & Domain("year_id.date_start", ">=", year.date_start)
        )
        return plans.sorted(
            lambda plan: (
                plan.year_id.date_start,
                ORDER.get((plan.kind, plan.state), len(ORDER)),
                plan.id,
            )
        )[:1]

    @api.model
    def _prepare_line(self, finding):
        """Under the month of the repeat control, else of the term, when one is set."""
        day = finding.repeat_on or finding.date_deadline
        return {
            "finding_id": finding.id,
            "month": month_key(day.month) if day else False,
        }

    # ---- making ----

    def action_add(self):
        """Add the lines, all of them or none, and show the plan."""
        self.ensure_one()
        findings = self._chosen()
        plan = self._target_plan()
        if findings <= findings._in_plan(plan):
            raise UserError(
                self.env._("All of these are in «%s» already.", plan.display_name)
            )
        self._open_plan(plan)
        findings._carry_into(plan, self._terms())
        return plan._get_records_action()

    def _chosen(self):
        findings = self.line_ids.filtered("is_taken").finding_id
        findings.check_access("read")
        if not findings:
            raise UserError(self.env._("Tick at least one conclusion."))
        return findings._plannable()

    def _target_plan(self):
        if self.target != "plan":
            return self._new_plan()
        self.plan_id.check_access("write")
        if not self.plan_id or self.plan_id.company_id != self.company_id:
            raise UserError(
                self.env._("Choose a plan, or a new plan of in-school control.")
            )
        return self.plan_id

    def _new_plan(self):
        """The plan of in-school control of the year, made when there is none open."""
        year = self.year_id
        if self.target == "next":
            years = self.env["vsoko.academic.year"]
            year = years._ensure(year._start_year() + 1, self.company_id)
        plans = self.env["vsoko.plan"]
        found = plans.search(
            [("year_id", "=", year.id), ("kind", "=", "vshk"), ("state", "=", "draft")],
            limit=1,
        )
        return found or plans.create(
            {
                "name": NEW_NAME % year.name,
                "kind": "vshk",
                "year_id": year.id,
                "company_id": self.company_id.id,
            }
        )

    def _open_plan(self, plan):
        """An approved plan is changed by a new edition with its reason."""
        if plan.state == "approved":
            plan.action_new_edition(self.reason)

    def _terms(self):
        """Words about time say the month themselves."""
        return {
            line.finding_id: {"term_text": line.term_text}
            if (line.term_text or "").strip()
            else {"month": line.month}
            for line in self.line_ids
        }
