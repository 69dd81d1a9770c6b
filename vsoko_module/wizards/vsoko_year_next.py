from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command

OFFICER = "vsoko_module.group_vsoko_officer"


class VsokoYearNext(models.TransientModel):
    """The next school year made of this one; nothing of this one is changed."""

    _name = "vsoko.year.next"
    _description = "Next school year"

    state = fields.Selection(
        [("choose", "What to take along"), ("done", "Made")],
        required=True,
        default="choose",
    )
    year_id = fields.Many2one(
        "vsoko.academic.year",
        string="This year",
        required=True,
        readonly=True,
        default=lambda self: self._default_year_id(),
    )
    company_id = fields.Many2one(related="year_id.company_id", store=True)
    next_name = fields.Char(string="Next year", compute="_compute_next_name")
    next_year_id = fields.Many2one("vsoko.academic.year", readonly=True)
    # what is taken along
    plan_id = fields.Many2one(
        "vsoko.plan",
        string="Copy the plan",
        domain="[('year_id', '=', year_id), ('is_template', '=', False)]",
        help="Dates move to the next year. Empty: no plan is made.",
    )
    class_ids = fields.One2many("vsoko.year.next.class", "wizard_id", string="Classes")
    graduate_names = fields.Char(string="Graduate", compute="_compute_graduates")
    graduate_count = fields.Integer(compute="_compute_graduates")
    proposal_ids = fields.One2many(
        "vsoko.year.next.proposal", "wizard_id", string="Not finished"
    )
    # what has been made
    new_plan_id = fields.Many2one("vsoko.plan", string="New plan", readonly=True)
    summary = fields.Text(readonly=True)
    stale_ids = fields.One2many(
        "vsoko.year.next.stale", "wizard_id", string="Look old", readonly=True
    )

    @api.model
    def _default_year_id(self):
        return self.env["vsoko.academic.year"]._current(self.env.company)

    @api.depends("next_name")
    def _compute_display_name(self):
        for wizard in self:
            wizard.display_name = self.env._("School year %s", wizard.next_name or "")

    @api.depends("year_id")
    def _compute_next_name(self):
        for wizard in self:
            start = wizard._next_start() if wizard.year_id else 0
            wizard.next_name = f"{start}/{(start + 1) % 100:02d}" if start else False

    @api.depends("year_id", "class_ids.is_taken")
    def _compute_graduates(self):
        for wizard in self:
            moved = wizard.class_ids.filtered("is_taken").from_class_id
            leaving = wizard.year_id.class_ids - moved
            wizard.graduate_names = ", ".join(leaving.mapped("name"))
            wizard.graduate_count = len(leaving)

    # ---- opening ----

    @api.model
    def _open(self, year, plan=None):
        """The wizard for a year, everything proposed."""
        if not year:
            raise UserError(
                self.env._(
                    "There is no school year yet: begin with the setup assistant."
                )
            )
        wizard = self.create(
            {"year_id": year.id, "plan_id": (plan or self._plan_of(year)).id}
        )
        wizard.class_ids = [Command.create(one) for one in wizard._proposed_classes()]
        if self._may_plan():
            wizard._propose_carry_over()
        return wizard._get_records_action(name=wizard.display_name)

    @api.model
    def _plan_of(self, year):
        """The plan that the school lives by: approved, else closed, else any."""
        if not self._may_plan():
            return self.env["vsoko.plan"]
        order = {"approved": 0, "closed": 1}
        plans = self.env["vsoko.plan"].search(
            [("year_id", "=", year.id), ("is_template", "=", False)]
        )
        return plans.sorted(lambda plan: (order.get(plan.state, 2), plan.id))[:1]

    @api.model
    def _may_plan(self):
        """The administrator of the system keeps years and classes, not plans."""
        return self.env.user.has_group(OFFICER)

    def _propose_carry_over(self):
        self.proposal_ids = [
            Command.create(values) for values in self._carry_over_proposals()
        ]

    def _carry_over_proposals(self):
        """Hook: values of ``vsoko.year.next.proposal`` for what the year leaves undone.

        A model that leaves something else extends the ``kind`` of a proposal, adds its
        values here and its ``_carry_over_<kind>(plan)`` there.
        """
        procedures = self.env["vsoko.procedure"]
        return [
            {"kind": "procedure", "procedure_id": procedure.id}
            for procedure in procedures.search(
                procedures._unfinished(self.year_id), order="date_end, id"
            )
        ]

    # ---- making ----

    def action_make(self):
        """Make the year at once; what is there already is left as it is."""
        self.ensure_one()
        self.next_year_id = self._ensure_next_year()
        classes = self.class_ids.filtered("is_taken")._make(self.next_year_id)
        holders = self._prolong_roles() | self._appoint_class_teachers()
        self.new_plan_id = self._copy_plan()
        carried = self._carry_over()
        self._keep_stale()
        self.summary = self._summary(classes, holders, carried)
        self.state = "done"

    def _next_start(self):
        return self.year_id._start_year() + 1

    def _ensure_next_year(self):
        defaults = {
            "default_period_kind": self.year_id.period_kind,
            "default_calendar_id": self.year_id.calendar_id.id,
        }
        years = self.env["vsoko.academic.year"].with_context(**defaults)
        return years._ensure(self._next_start(), self.company_id).with_env(self.env)

    def _copy_plan(self):
        """The plan of the next year, once: a second run finds the first one's."""
        plans = self.env["vsoko.plan"]
        if not self.plan_id:
            return plans.search(
                [("year_id", "=", self.next_year_id.id), ("state", "=", "draft")],
                limit=1,
            )
        made = plans.with_context(active_test=False).search(
            [
                ("year_id", "=", self.next_year_id.id),
                ("template_id", "=", self.plan_id.id),
            ],
            limit=1,
        )
        return made or plans.action_apply_template(
            self.plan_id.id, self.next_year_id.id
        )

    def _carry_over(self):
        chosen = self.proposal_ids.filtered(
            lambda one: one.is_taken and not one.is_copied
        )
        if chosen and not self.new_plan_id:
            raise UserError(
                self.env._(
                    "Choose a plan to copy: what is not finished is added to it."
                )
            )
        return chosen._carry_over(self.new_plan_id)

    def _keep_stale(self):
        self.stale_ids = [
            Command.create(
                {"procedure_id": line.id, "field_name": name, "years": years}
            )
            for line, name, years in self.new_plan_id.procedure_ids._stale_texts()
        ]

    def _summary(self, classes, holders, carried):
        lines = [
            self.env._("School year: %s.", self.next_year_id.name),
            self.env._("Classes made: %s.", len(classes)),
            self.env._("Classes that graduate: %s.", self.graduate_count),
            self.env._("Roles prolonged or given: %s.", len(holders)),
            self.env._("Carried over: %s.", carried),
        ]
        if idle := self._idle_class_teachers():
            lines.append(
                self.env._(
                    "Lead no class in the new year but are still class teachers: "
                    "%(names)s. Give them a class or end the role in «Who holds which "
                    "role».",
                    names=", ".join(idle.mapped("name")),
                )
            )
        return "\n".join(lines)

    # ---- what the user can press in the end ----

    def action_view_plan(self):
        return self.new_plan_id._get_records_action()

    def action_view_year(self):
        return self.next_year_id._get_records_action()

    def action_view_stale(self):
        lines = self.stale_ids.procedure_id
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "vsoko_module.vsoko_procedure_action"
        )
        return {**action, "domain": [("id", "in", lines.ids)], "context": {}}
