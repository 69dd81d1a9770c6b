from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain

USER = "vsoko_module.group_vsoko_user"
OFFICER = "vsoko_module.group_vsoko_officer"
MANAGER = "vsoko_module.group_vsoko_manager"

OPEN_STATES = ("planned", "in_progress")

# What the director approves: once sent for approval it changes by a new edition.
APPROVED_FIELDS = {
    "plan_id",
    "name",
    "object",
    "block_id",
    "term_text",
    "month",
    "repetition",
    "step_ids",
    "method_ids",
    "method_text",
    "role_ids",
    "role_text",
    "outcome_ids",
    "outcome_text",
    "body_ids",
    "body_text",
}
# What a responsible person may change; the rest is the deputy's.
RESPONSIBLE_FIELDS = {"state", "step_ids"}


class VsokoProcedure(models.Model):
    """A line of a plan: what is assessed, how, by whom, by when and what comes of it.

    ``*_text`` keep the author's words and are printed; ``*_ids`` are what the words
    were understood as.
    """

    _name = "vsoko.procedure"
    _inherit = ["mail.thread", "mail.activity.mixin", "vsoko.state.mixin"]
    _description = "Procedure"
    _order = "plan_id, sequence, id"
    _rec_names_search = ["name", "object"]

    _moves = {
        "planned": {"in_progress": USER, "done": USER, "cancelled": OFFICER},
        "in_progress": {"done": USER, "planned": OFFICER, "cancelled": OFFICER},
        "done": {"reviewed": OFFICER, "in_progress": OFFICER},
        "reviewed": {"in_progress": OFFICER},
        "cancelled": {"planned": OFFICER},
    }

    _own_fields = {"is_published", "series_id", "series_key", "is_series"}

    # where it stands
    plan_id = fields.Many2one(
        "vsoko.plan", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="plan_id.company_id", store=True, index=True)
    year_id = fields.Many2one(related="plan_id.year_id", store=True, index=True)
    framework_id = fields.Many2one(related="plan_id.framework_id")
    is_template = fields.Boolean(related="plan_id.is_template", store=True)
    is_published = fields.Boolean(
        string="Shown to people",
        compute="_compute_is_published",
        store=True,
        help="A line appears to the people when its plan is approved.",
    )
    may_edit = fields.Boolean(compute="_compute_may_edit")
    is_locked = fields.Boolean(compute="_compute_may_edit")
    sequence = fields.Integer(default=100)
    number = fields.Char(string="No.")
    # what is assessed
    name = fields.Char(
        required=True,
        compute="_compute_name",
        store=True,
        readonly=False,
        precompute=True,
    )
    object = fields.Text()
    block_id = fields.Many2one(
        "vsoko.block",
        string="Direction",
        index=True,
        ondelete="restrict",
        domain="[('framework_id', '=?', framework_id), ('child_ids', '=', False)]",
    )
    parent_block_id = fields.Many2one(
        related="block_id.parent_id", string="Block", store=True
    )
    step_ids = fields.One2many("vsoko.procedure.step", "procedure_id", string="Content")
    content = fields.Text(string="All content", compute="_compute_content")
    # how, by whom, with what result
    method_ids = fields.Many2many("vsoko.method", string="Methods")
    method_text = fields.Text(
        string="Methods, as written",
        compute="_compute_method_text",
        store=True,
        readonly=False,
    )
    role_ids = fields.Many2many("vsoko.role", string="Responsible roles")
    role_text = fields.Text(
        string="Responsible, as written",
        compute="_compute_role_text",
        store=True,
        readonly=False,
    )
    outcome_ids = fields.Many2many("vsoko.outcome", string="Forms of result")
    outcome_text = fields.Text(
        string="Result, as written",
        compute="_compute_outcome_text",
        store=True,
        readonly=False,
    )
    body_ids = fields.Many2many("vsoko.body", string="Considered by")
    body_text = fields.Text(
        string="Considered by, as written",
        compute="_compute_body_text",
        store=True,
        readonly=False,
    )
    note = fields.Text()
    # how it goes
    state = fields.Selection(
        [
            ("planned", "Planned"),
            ("in_progress", "In progress"),
            ("done", "Carried out"),
            ("reviewed", "Reviewed"),
            ("cancelled", "Cancelled"),
        ],
        required=True,
        default="planned",
        copy=False,
        tracking=True,
        index=True,
        group_expand=True,
    )
    is_overdue = fields.Boolean(
        compute="_compute_is_overdue", search="_search_is_overdue"
    )
    color = fields.Integer(compute="_compute_color")
    # the line of the file it was read from
    source_key = fields.Char(index="btree_not_null", readonly=True, copy=False)

    _source_uniq = models.UniqueIndex(
        "(plan_id, source_key) WHERE source_key IS NOT NULL",
        "This line of the file is already in the plan.",
    )

    @api.depends("plan_id.is_published", "plan_id.state")
    def _compute_is_published(self):
        for procedure in self:
            procedure.is_published = (
                procedure.is_published or procedure.plan_id.state == "approved"
            )

    @api.depends("plan_id.state")
    @api.depends_context("uid")
    def _compute_may_edit(self):
        """Dates and people are the deputy's always, the rest while the plan is open."""
        for procedure in self:
            is_open = procedure.plan_id.state in ("draft", False)
            procedure.may_edit = procedure._may_keep()
            procedure.is_locked = not (procedure.may_edit and is_open)

    @api.depends("object", "step_ids.name")
    def _compute_name(self):
        for procedure in self.filtered(lambda p: not p.name):
            lines = (procedure.object or procedure.step_ids[:1].name or "").splitlines()
            procedure.name = lines[0] if lines else self.env._("New procedure")

    @api.depends("step_ids.name")
    def _compute_content(self):
        for procedure in self:
            procedure.content = "\n".join(procedure.step_ids.mapped("name"))

    @api.depends("method_ids")
    def _compute_method_text(self):
        self._propose_text("method_text", "method_ids")

    @api.depends("role_ids")
    def _compute_role_text(self):
        self._propose_text("role_text", "role_ids")

    @api.depends("outcome_ids")
    def _compute_outcome_text(self):
        self._propose_text("outcome_text", "outcome_ids")

    @api.depends("body_ids")
    def _compute_body_text(self):
        self._propose_text("body_text", "body_ids")

    def _propose_text(self, text, links):
        """Names instead of the author's words, while there are none."""
        for procedure in self.filtered(lambda p: not p[text]):
            procedure[text] = "\n".join(procedure[links].mapped("name"))

    @api.onchange("method_ids", "role_ids", "outcome_ids", "body_ids")
    def _onchange_links(self):
        """On the form the links are what the author says: the words follow them."""
        for name in ("method", "role", "outcome", "body"):
            names = self[f"{name}_ids"].mapped("name")
            if set(names) != set(self._origin[f"{name}_ids"].mapped("name")):
                self[f"{name}_text"] = "\n".join(names)

    @api.depends("state", "date_end", "is_published", "is_series", "plan_id.state")
    def _compute_is_overdue(self):
        today = fields.Date.context_today(self)
        for procedure in self:
            late = procedure.date_end and procedure.date_end < today
            awaited = procedure.is_published and procedure.state in OPEN_STATES
            is_over = procedure.is_series or procedure.plan_id.state == "closed"
            procedure.is_overdue = bool(late and awaited and not is_over)

    def _search_is_overdue(self, operator, value):
        if operator != "in":
            return NotImplemented
        return self._awaited() & Domain("date_end", "<", "today")

    @api.model
    def _awaited(self):
        """Lines that people are to carry out; a repeated line is by its occurrences."""
        return (
            Domain("is_published", "=", True)
            & Domain("state", "in", OPEN_STATES)
            & Domain("is_series", "=", False)
            & Domain("is_template", "=", False)
            & Domain("plan_id.state", "!=", "closed")
        )

    @api.depends("parent_block_id", "block_id")
    def _compute_color(self):
        for procedure in self:
            block = procedure.parent_block_id or procedure.block_id
            procedure.color = block.id % 11 + 1 if block else 0

    # ---- create, write, delete ----

    @api.model_create_multi
    def create(self, vals_list):
        procedures = super().create(vals_list)
        procedures._check_plan_open()
        procedures._sync_events()
        return procedures

    def write(self, vals):
        self._check_may_write(vals)
        result = super().write(vals)
        if "plan_id" in vals:
            self._check_plan_open()
        if self._event_fields() & vals.keys():
            self._sync_events()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_locked(self):
        self._check_plan_open()

    @api.ondelete(at_uninstall=False)
    def _unlink_except_carried_out(self):
        """A line that has been worked on is what the school has done."""
        for procedure in self | self.occurrence_ids:
            if procedure.state in ("done", "reviewed") or procedure.evidence_count:
                raise UserError(
                    self.env._(
                        "«%s» has been worked on: cancel it instead of deleting.",
                        procedure.name,
                    )
                )

    def unlink(self):
        # Occurrences go by cascade in the database, which knows nothing of events
        events = (self | self.occurrence_ids).event_ids
        result = super().unlink()
        events._vsoko_quiet().unlink()
        return result

    def _check_may_write(self, vals):
        """The deputy edits lines of an open plan; others report on their own."""
        if APPROVED_FIELDS & vals.keys() - RESPONSIBLE_FIELDS:
            self._check_plan_open()
        if foreign := vals.keys() - RESPONSIBLE_FIELDS:
            self._check_keeper(foreign & self._fields.keys(), self)

    def _check_plan_open(self):
        """Only the system adds to an approved plan, see ``_is_by_system``."""
        lines = self.filtered(lambda one: not (self.env.su and one._is_by_system()))
        lines.plan_id._check_open()

    def _is_by_system(self):
        """Occurrences follow their approved line; other chapters add theirs."""
        return bool(self.series_id)

    def _check_keeper(self, names, records):
        """Lines are kept by a deputy, those of templates by the administrator too."""
        if not names or self._may_keep():
            return
        raise AccessError(
            self.env._(
                "Only a deputy head may change %(fields)s of «%(name)s».",
                fields=", ".join(
                    records._fields[name]._description_string(self.env)
                    for name in sorted(names)
                ),
                name=records[:1].display_name,
            )
        )

    def _may_keep(self):
        user = self.env.user
        is_template = all(procedure.is_template for procedure in self)
        return (
            self.env.su
            or user.has_group(OFFICER)
            or (is_template and user.has_group(MANAGER))
        )

    # ---- what the user can press ----

    def action_start(self):
        self._move_to("in_progress")

    def action_done(self):
        self._move_to("done")

    def action_review(self):
        self._move_to("reviewed")

    def action_reopen(self):
        for state, procedures in self.grouped("state").items():
            procedures._move_to("planned" if state == "cancelled" else "in_progress")

    def action_view_plan(self):
        return self.plan_id._get_records_action()

    def action_open_plan(self):
        """From the list of a plan's lines back to the plan, to send it for approval."""
        plan = self.env["vsoko.plan"].browse(self.env.context.get("default_plan_id"))
        return plan.exists()._get_records_action()

    def action_view_event(self):
        return self.event_id._get_records_action()

    # ---- what others call ----

    @api.model
    def _snapshot_labels(self):
        """Fields an edition remembers, with their names on the screen."""
        names = ["name", "content", "block_id", "term_text", "date_start", "date_end"]
        names += ["role_text", "outcome_text", "method_text", "body_text", "state"]
        return {
            name: self._fields[name]._description_string(self.env) for name in names
        }

    def _snapshot(self):
        """What the director approves, as plain values for an edition to keep."""
        names = list(self._snapshot_labels())
        return [
            {
                "id": procedure.id,
                **{name: procedure._snapshot_value(name) for name in names},
            }
            for procedure in self
        ]

    def _snapshot_value(self, name):
        value = self[name]
        if name == "block_id":
            return value.name or ""
        if name == "state":
            return self._label("cancelled") if value == "cancelled" else ""
        return value.strftime("%d.%m.%Y") if hasattr(value, "strftime") else value or ""
