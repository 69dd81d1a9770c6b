from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command

OFFICER = "vsoko_module.group_vsoko_officer"
DIRECTOR = "vsoko_module.group_vsoko_director"

# States in which a plan and its lines may be edited.
OPEN_STATES = {"draft"}
# What the director approves, besides the lines.
APPROVED_FIELDS = {"name", "kind", "framework_id", "goals", "tasks", "principles"}
# What a plan keeps once it has been approved, in all its editions.
FIXED_FIELDS = {"year_id", "company_id", "is_template"}


class VsokoPlan(models.Model):
    """A plan of a school year: procedures by month, approved by the director.

    A template is a plan without a year and, when all schools share it, without a
    school; ``action_apply_template`` makes a year's plan of it.
    """

    _name = "vsoko.plan"
    _inherit = ["mail.thread", "mail.activity.mixin", "vsoko.state.mixin"]
    _description = "Plan"
    _order = "is_template, year_id desc, id desc"

    _moves = {
        "draft": {"to_approve": OFFICER},
        "to_approve": {"draft": OFFICER, "approved": DIRECTOR},
        "approved": {"draft": OFFICER, "closed": DIRECTOR},
        "closed": {"approved": DIRECTOR},
    }

    _own_fields = {"is_published", "edition", "change_reason"}

    # what it is
    name = fields.Char(required=True, tracking=True)
    kind = fields.Selection(
        [
            ("vsoko", "VSOKO plan"),
            ("vshk", "In-school control plan"),
            ("roadmap", "Road map"),
            ("other", "Other plan"),
        ],
        required=True,
        default="vsoko",
    )
    is_template = fields.Boolean(string="Template")
    active = fields.Boolean(default=True)
    company_id = fields.Many2one(
        "res.company",
        string="School",
        index=True,
        default=lambda self: self.env.company,
        help="Empty: a template shared by all schools of the database.",
    )
    year_id = fields.Many2one(
        "vsoko.academic.year",
        string="School year",
        index="btree_not_null",
        ondelete="restrict",
        default=lambda self: self._default_year_id(),
        domain="[('company_id', '=', company_id)]",
        tracking=True,
    )
    framework_id = fields.Many2one(
        "vsoko.framework",
    )
    template_id = fields.Many2one(
        "vsoko.plan", string="Made of", readonly=True, copy=False
    )
    # what it is for
    goals = fields.Html()
    tasks = fields.Html()
    principles = fields.Html()
    # what it holds
    procedure_ids = fields.One2many(
        "vsoko.procedure",
        "plan_id",
        string="Procedures",
        domain=[("series_id", "=", False)],
    )
    # what is carried out: the lines, and the occurrences of repeated ones
    all_procedure_ids = fields.One2many(
        "vsoko.procedure", "plan_id", string="Lines and occurrences"
    )
    # who considers and approves it
    state = fields.Selection(
        [
            ("draft", "Draft"),
            ("to_approve", "On approval"),
            ("approved", "Approved"),
            ("closed", "Closed"),
        ],
        required=True,
        default="draft",
        copy=False,
        tracking=True,
        index=True,
    )
    is_published = fields.Boolean(
        string="Shown to people",
        compute="_compute_is_published",
        store=True,
        help="Once approved, the plan stays visible while a new edition is prepared.",
    )
    employee_id = fields.Many2one(
        "hr.employee",
        string="Executor",
        default=lambda self: self.env.user.employee_id,
    )
    director_id = fields.Many2one(
        "hr.employee",
        compute="_compute_director_id",
        store=True,
        readonly=False,
    )
    body_id = fields.Many2one("vsoko.body", string="Considered by")
    minutes_number = fields.Char(string="Minutes No.", copy=False)
    minutes_date = fields.Date(string="Date of minutes", copy=False)
    order_number = fields.Char(string="Order No.", copy=False)
    order_date = fields.Date(string="Date of order", copy=False)
    # its editions
    edition = fields.Integer(default=1, readonly=True, copy=False)
    change_reason = fields.Text(readonly=True, copy=False)
    edition_ids = fields.One2many(
        "vsoko.plan.edition", "plan_id", string="Editions", readonly=True
    )
    # the file it was read from
    source_filename = fields.Char(string="File", readonly=True, copy=False)
    source_digest = fields.Char(index="btree_not_null", readonly=True, copy=False)

    _source_uniq = models.UniqueIndex(
        "(company_id, year_id, source_digest) WHERE source_digest IS NOT NULL",
        "This file has just been imported into a plan of the same year.",
    )
    _year_or_template = models.Constraint(
        "CHECK (COALESCE(is_template, FALSE)"
        " OR (year_id IS NOT NULL AND company_id IS NOT NULL))",
        "A plan needs a school and a school year; only a template does without.",
    )

    @api.model
    def _default_year_id(self):
        if self.env.context.get("default_is_template"):
            return self.env["vsoko.academic.year"]
        return self.env["vsoko.academic.year"]._current(self.env.company)

    @api.depends("state")
    def _compute_is_published(self):
        for plan in self:
            plan.is_published = plan.is_published or plan.state == "approved"

    @api.depends("company_id", "year_id")
    def _compute_director_id(self):
        roles = self.env["vsoko.role"]
        for plan in self.filtered(lambda plan: not plan.director_id):
            plan.director_id = roles._director(plan.company_id)

    def write(self, vals):
        self._check_may_write(vals)
        return super().write(vals)

    def copy(self, default=None):
        """Copy the lines too: a plan without them is of no use."""
        copies = super().copy(default)
        self.env["vsoko.procedure"].create(
            [
                {**line._prepare_copy(0), "plan_id": copy.id}
                for plan, copy in zip(self, copies, strict=True)
                for line in plan.procedure_ids
            ]
        )
        return copies

    def _check_may_write(self, vals):
        """What the director has read stays as it is until a new edition."""
        if self.env.su:
            return
        locked = self.filtered(lambda plan: plan.state not in OPEN_STATES)
        if APPROVED_FIELDS & vals.keys():
            locked._check_open()
        for plan in self.filtered("is_published"):
            if FIXED_FIELDS & vals.keys():
                raise UserError(
                    self.env._(
                        "«%s» has been approved: its school and year stay.", plan.name
                    )
                )

    @api.ondelete(at_uninstall=False)
    def _unlink_except_approved(self):
        for plan in self.filtered("is_published"):
            if plan.company_id.vsoko_is_demo:
                continue
            raise UserError(
                self.env._(
                    "«%s» has been approved and is a document of the school: "
                    "archive it instead of deleting.",
                    plan.name,
                )
            )

    def unlink(self):
        # Lines go by cascade in the database, which knows nothing of their events
        events = self.all_procedure_ids.event_ids
        result = super().unlink()
        events._vsoko_quiet().unlink()
        return result

    def copy_data(self, default=None):
        return [
            {**values, "name": self.env._("%s (copy)", plan.name)} | dict(default or {})
            for plan, values in zip(self, super().copy_data(default), strict=True)
        ]

    # what the user can press

    def action_send(self):
        self._move_to("to_approve")

    def action_return(self, reason=None):
        """Send the plan back to its author with a word why."""
        self._move_to("draft")
        if reason:
            self.message_post(body=reason)

    def action_approve(self):
        self._move_to("approved")

    def action_close(self):
        self._move_to("closed")

    def action_reopen(self):
        self._move_to("approved")

    def action_new_edition(self, reason):
        """Open an approved plan for changes; added lines stay hidden until approval."""
        self.ensure_one()
        if not (reason or "").strip():
            raise UserError(self.env._("Say why «%s» is changed.", self.name))
        self.check_access("write")
        self._check_move("draft")
        # sudo: the number and the reason of an edition are written here and nowhere
        # else; whether this user may open one is checked above.
        self.sudo().write(
            {"change_reason": reason, "edition": self.edition + 1, "state": "draft"}
        )

    # what follows from a state

    def _entered_to_approve(self):
        for plan in self:
            if plan.is_template:
                raise UserError(
                    self.env._("Make a plan of the template «%s» first.", plan.name)
                )
            if not plan.procedure_ids:
                raise UserError(
                    self.env._("«%s» has no procedures to approve.", plan.name)
                )
            plan._ask_director()

    def _entered_draft(self):
        self.activity_unlink(["vsoko_module.mail_activity_plan_approve"])
        for plan in self:
            if plan.edition == plan._approved_edition():
                raise UserError(
                    self.env._(
                        "«%s» is approved: open a new edition and say why.", plan.name
                    )
                )

    def _entered_approved(self):
        self.activity_feedback(["vsoko_module.mail_activity_plan_approve"])
        unrecorded = self.filtered(lambda plan: plan.edition > plan._approved_edition())
        unrecorded._record_edition()
        self.procedure_ids._sync_series()
        self.procedure_ids._sync_events()

    def _entered_closed(self):
        """Nothing follows: a closed plan is only locked."""

    def _ask_director(self):
        user = self.director_id.sudo().user_id  # sudo: hr hides logins from a deputy
        if user:
            self.activity_schedule(
                "vsoko_module.mail_activity_plan_approve",
                date_deadline=fields.Date.add(fields.Date.context_today(self), days=3),
                summary=self.env._("Approve the plan"),
                user_id=user.id,
            )

    def _approved_edition(self):
        return max(self.edition_ids.mapped("number"), default=0)

    def _record_edition(self):
        """Keep what the director has approved and how it differs from before."""
        self.env["vsoko.plan.edition"].create(
            [plan._prepare_edition() for plan in self]
        )
        # sudo: the reason is in the edition now; the next one needs its own
        self.sudo().change_reason = False

    def _prepare_edition(self):
        snapshot = self.procedure_ids._snapshot()
        before = self.edition_ids.sorted("number")[-1:].snapshot
        changes = self.env["vsoko.plan.change"]._between(before, snapshot)
        return {
            "plan_id": self.id,
            "number": self.edition,
            "reason": self.change_reason,
            "user_id": self.env.uid,
            "snapshot": snapshot,
            "change_ids": [Command.create(values) for values in changes],
        }

    def _check_open(self):
        """Refuse edits of lines of a plan that waits for approval or is approved."""
        for plan in self:
            if plan.state not in OPEN_STATES:
                raise UserError(
                    self.env._(
                        "«%(plan)s» is in the state «%(state)s»: to change its lines "
                        "return it to draft or open a new edition.",
                        plan=plan.name,
                        state=self._label(plan.state),
                    )
                )
