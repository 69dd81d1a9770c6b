from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError

from ...tools.effect import is_backwards
from ...tools.paragraphs import shortened
from ..conclusion.vsoko_finding import COMPONENTS
from ..plan.state_mixin import TALK_FIELDS

USER = "vsoko_module.group_vsoko_user"
OFFICER = "vsoko_module.group_vsoko_officer"
DIRECTOR = "vsoko_module.group_vsoko_director"

OPEN_STATES = ("open", "in_progress")
# What a responsible person reports; the rest is the deputy's
RESPONSIBLE_FIELDS = {"state", "review_ids"}
# What stands for the body where a decision is an item of an order
BY_ORDER = "Приказ"


class VsokoDecision(models.Model):
    """A decision: what, who, by when, what is to come of it, where it was adopted."""

    _name = "vsoko.decision"
    _inherit = [
        "vsoko.event.mixin",
        "mail.thread",
        "mail.activity.mixin",
        "vsoko.state.mixin",
        "vsoko.term.mixin",
        "vsoko.year.first.mixin",
        "hr.mixin",
    ]
    _description = "Decision"
    _order = "date_deadline, id"
    _rec_names_search = ["name"]
    _check_company_auto = True

    _moves = {
        "draft": {"open": OFFICER, "cancelled": OFFICER},
        "open": {
            "in_progress": USER,
            "done": USER,
            "draft": OFFICER,
            "cancelled": OFFICER,
        },
        "in_progress": {"done": USER, "open": OFFICER, "cancelled": OFFICER},
        "done": {
            "verified": DIRECTOR,
            "ineffective": DIRECTOR,
            "in_progress": OFFICER,
        },
        "verified": {"done": DIRECTOR},
        "ineffective": {"done": DIRECTOR},
        "cancelled": {"draft": OFFICER},
    }

    _own_fields = {"done_on", "cancel_reason", "closed_on"}

    # what
    name = fields.Text(string="Decision", required=True, tracking=True)
    expected = fields.Char(
        string="Expected figure", help="What is to come of it, for example «60»."
    )
    indicator_id = fields.Many2one(
        "vsoko.indicator",
        compute="_compute_indicator_id",
        store=True,
        readonly=False,
        precompute=True,
        index="btree_not_null",
        check_company=True,
    )
    company_id = fields.Many2one(
        "res.company",
        string="School",
        required=True,
        index=True,
        default=lambda self: self.env.company,
    )
    year_id = fields.Many2one(
        "vsoko.academic.year",
        string="School year",
        compute="_compute_year_id",
        store=True,
        readonly=False,
        precompute=True,
        required=True,
        index=True,
        ondelete="restrict",
        check_company=True,
    )
    # where it was adopted
    meeting_id = fields.Many2one(
        "vsoko.meeting",
        index="btree_not_null",
        ondelete="restrict",
        check_company=True,
    )
    question_id = fields.Many2one(
        "vsoko.meeting.question",
        index="btree_not_null",
        ondelete="set null",
        domain="[('meeting_id', '=', meeting_id)]",
    )
    body_id = fields.Many2one(
        "vsoko.body",
        string="Adopted by",
        compute="_compute_of_meeting",
        store=True,
        readonly=False,
        precompute=True,
        index="btree_not_null",
    )
    adopted_on = fields.Date(
        compute="_compute_of_meeting", store=True, readonly=False, precompute=True
    )
    document_id = fields.Many2one(
        related="item_id.document_id",
        string="Order",
        store=True,
        index="btree_not_null",
    )
    adopted_by = fields.Char(
        string="Body or order", compute="_compute_adopted_by", store=True
    )
    item_id = fields.Many2one(
        "vsoko.document.item",
        string="Item of the order",
        copy=False,
        index="btree_not_null",
        ondelete="set null",
        check_company=True,
    )
    # why
    finding_id = fields.Many2one(
        "vsoko.finding",
        string="Conclusion",
        index="btree_not_null",
        ondelete="restrict",
        check_company=True,
    )
    cause_id = fields.Many2one(
        "vsoko.cause",
        compute="_compute_of_finding",
        store=True,
        readonly=False,
        precompute=True,
        index="btree_not_null",
    )
    component = fields.Selection(
        COMPONENTS,
        compute="_compute_of_finding",
        store=True,
        readonly=False,
        precompute=True,
    )
    # who
    employee_ids = fields.Many2many(
        "hr.employee",
        "vsoko_decision_employee_rel",
        string="Responsible people",
        check_company=True,
    )
    role_ids = fields.Many2many("vsoko.role", string="Responsible roles")
    role_text = fields.Char(string="Responsible, as written")
    # how it goes
    state = fields.Selection(
        [
            ("draft", "Project"),
            ("open", "Adopted"),
            ("in_progress", "In progress"),
            ("done", "Carried out"),
            ("verified", "Effect confirmed"),
            ("ineffective", "No effect"),
            ("cancelled", "Cancelled"),
        ],
        required=True,
        default="draft",
        copy=False,
        tracking=True,
        index=True,
        group_expand=True,
    )
    cancel_reason = fields.Text(readonly=True, copy=False)
    done_on = fields.Date(string="Carried out on", readonly=True, copy=False)
    closed_on = fields.Date(string="Judged on", readonly=True, copy=False)
    is_overdue = fields.Boolean(
        compute="_compute_is_overdue", search="_search_is_overdue"
    )
    may_edit = fields.Boolean(compute="_compute_may_edit")
    review_ids = fields.One2many(
        "vsoko.decision.review", "decision_id", string="Progress"
    )
    progress = fields.Integer(compute="_compute_progress", aggregator=None)
    source_key = fields.Char(index="btree_not_null", readonly=True, copy=False)

    _source_uniq = models.UniqueIndex(
        "(company_id, source_key) WHERE source_key IS NOT NULL",
        "This decision has been read from the file before.",
    )

    @api.depends("name")
    def _compute_display_name(self):
        for decision in self:
            decision.display_name = shortened(decision.name or "", 90)

    @api.depends("meeting_id", "finding_id", "company_id")
    def _compute_year_id(self):
        for decision in self:
            source = decision.meeting_id or decision.finding_id
            year = source.year_id or decision.year_id
            decision.year_id = year or year._current(decision.company_id)

    @api.depends("meeting_id.body_id", "meeting_id.date")
    def _compute_of_meeting(self):
        for decision in self:
            meeting = decision.meeting_id
            decision.body_id = meeting.body_id or decision.body_id
            decision.adopted_on = meeting.date or decision.adopted_on

    @api.depends("body_id.name", "document_id")
    def _compute_adopted_by(self):
        """What a table of a year is grouped by: an order has no body."""
        for decision in self:
            by_order = BY_ORDER if decision.document_id else False
            decision.adopted_by = decision.body_id.name or by_order

    @api.depends("finding_id.cause_id", "finding_id.component")
    def _compute_of_finding(self):
        for decision in self:
            finding = decision.finding_id
            decision.cause_id = finding.cause_id or decision.cause_id
            decision.component = finding.component or decision.component

    @api.depends("finding_id")
    def _compute_indicator_id(self):
        for decision in self:
            decision.indicator_id = (
                decision.finding_id.indicator_id or decision.indicator_id
            )

    @api.depends("date_deadline", "state")
    def _compute_is_overdue(self):
        today = fields.Date.context_today(self)
        for decision in self:
            late = decision.date_deadline and decision.date_deadline < today
            decision.is_overdue = bool(late and decision.state in OPEN_STATES)

    def _search_is_overdue(self, operator, value):
        if operator != "in":
            return NotImplemented
        return [("state", "in", OPEN_STATES), ("date_deadline", "<", "today")]

    @api.depends("state")
    @api.depends_context("uid")
    def _compute_may_edit(self):
        keeps = self.env.su or self.env.user.has_group(OFFICER)
        for decision in self:
            closed = decision.state in ("verified", "ineffective", "cancelled")
            decision.may_edit = keeps and not closed

    @api.depends("review_ids.progress", "state")
    def _compute_progress(self):
        for decision in self:
            last = decision.review_ids.sorted(lambda one: (one.date, one.id))[-1:]
            is_over = decision.state in ("done", "verified", "ineffective")
            decision.progress = 100 if is_over else last.progress

    @api.constrains("expected", "indicator_id", "finding_id")
    def _check_expected(self):
        for decision in self.filtered("indicator_id"):
            decision._check_target()

    def _check_target(self):
        """The target is a value of the indicator and not worse than what there is."""
        self.indicator_id._check_entries(self.expected)
        finding = self.finding_id
        if finding.indicator_id != self.indicator_id:
            return
        figure = self.indicator_id._figure
        before, target = figure(finding.entry), figure(self.expected)
        if is_backwards(before, target, self.indicator_id.better):
            raise ValidationError(
                self.env._(
                    "«%(name)s»: the expected figure %(target)s is worse than the "
                    "present one, %(before)s.",
                    name=self.display_name,
                    target=self.expected,
                    before=finding.entry,
                )
            )

    # ---- write, delete ----

    def write(self, vals):
        self._check_may_write(vals)
        return super().write(vals)

    def _check_may_write(self, vals):
        reported = RESPONSIBLE_FIELDS | TALK_FIELDS
        foreign = vals.keys() & self._fields.keys() - reported
        if foreign and not (self.env.su or self.env.user.has_group(OFFICER)):
            raise AccessError(
                self.env._("Only a deputy head changes a decision; you may report.")
            )

    @api.ondelete(at_uninstall=False)
    def _unlink_except_adopted(self):
        for decision in self.filtered(lambda one: one.state != "draft"):
            if not self.env.su:
                raise UserError(
                    self.env._(
                        "«%s» has been adopted: cancel it with a reason instead of "
                        "deleting.",
                        decision.display_name,
                    )
                )
