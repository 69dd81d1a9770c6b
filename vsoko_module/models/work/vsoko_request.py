from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Domain

from ..school.vsoko_academic_year import start_year_of

USER = "vsoko_module.group_vsoko_user"
OFFICER = "vsoko_module.group_vsoko_officer"

# What the person who is asked may write; the rest is the deputy's.
ANSWER_FIELDS = {"answer", "answer_file", "answer_filename", "state"}


class VsokoRequest(models.Model):
    """A figure or a paper asked of a person outside the plan, once."""

    _name = "vsoko.request"
    _inherit = [
        "mail.thread",
        "mail.activity.mixin",
        "vsoko.state.mixin",
        "vsoko.upload.mixin",
    ]
    _description = "Request for information"
    _order = "date_deadline desc, id desc"
    _check_company_auto = True

    _moves = {
        "asked": {"answered": USER, "cancelled": OFFICER},
        "answered": {"asked": OFFICER},
        "cancelled": {"asked": OFFICER},
    }

    _own_fields = {"author_id", "answered_on", "answered_by_id"}

    # what is asked
    name = fields.Char(
        string="What is asked",
        required=True,
        compute="_compute_name",
        store=True,
        readonly=False,
        precompute=True,
    )
    indicator_id = fields.Many2one(
        "vsoko.indicator", index="btree_not_null", check_company=True
    )
    class_id = fields.Many2one(
        "vsoko.class", index="btree_not_null", ondelete="restrict", check_company=True
    )
    period_id = fields.Many2one("vsoko.period", ondelete="restrict", check_company=True)
    year_id = fields.Many2one(
        "vsoko.academic.year",
        string="School year",
        compute="_compute_year_id",
        store=True,
        precompute=True,
        ondelete="restrict",
    )
    note = fields.Text(string="What it is for")
    author_id = fields.Many2one(
        "hr.employee",
        string="Asked by",
        readonly=True,
        copy=False,
        default=lambda self: self._default_author_id(),
    )
    company_id = fields.Many2one(
        "res.company",
        string="School",
        required=True,
        index=True,
        default=lambda self: self.env.company,
    )
    # of whom and by when
    employee_id = fields.Many2one(
        "hr.employee",
        string="Of whom",
        required=True,
        index=True,
        check_company=True,
        tracking=True,
    )
    is_personal = fields.Boolean(
        string="About the person",
        help="The same is asked of each person about himself or herself, for example "
        "courses taken; otherwise a figure is asked once in the school.",
    )
    date_deadline = fields.Date(string="Deadline", required=True, tracking=True)
    has_login = fields.Boolean(compute="_compute_has_login")
    may_edit = fields.Boolean(compute="_compute_may_edit")
    # what has come of it
    state = fields.Selection(
        [("asked", "Asked"), ("answered", "Answered"), ("cancelled", "Called off")],
        required=True,
        default="asked",
        copy=False,
        tracking=True,
        index=True,
    )
    answer = fields.Text(copy=False, tracking=True)
    answer_file = fields.Binary(string="File", attachment=True, copy=False)
    answer_filename = fields.Char(copy=False)
    answered_on = fields.Date(readonly=True, copy=False)
    answered_by_id = fields.Many2one(
        "hr.employee", string="Answered by", readonly=True, copy=False
    )
    is_overdue = fields.Boolean(
        compute="_compute_is_overdue", search="_search_is_overdue"
    )

    def _default_author_id(self):
        return self.env.user.employee_id

    @api.depends("indicator_id")
    def _compute_name(self):
        for request in self.filtered(lambda one: not one.name):
            request.name = request.indicator_id.display_name

    @api.depends("period_id", "class_id", "date_deadline", "company_id")
    def _compute_year_id(self):
        years = self.env["vsoko.academic.year"].search(
            [("company_id", "in", self.company_id.ids)]
        )
        starts = {(one.company_id, one._start_year()): one for one in years}
        for request in self:
            named = request.period_id.year_id or request.class_id.year_id
            day = request.date_deadline or fields.Date.context_today(self)
            by_day = starts.get((request.company_id, start_year_of(day)), False)
            request.year_id = named or by_day

    @api.depends("employee_id")
    def _compute_has_login(self):
        reachable = self.employee_id._vsoko_reachable()
        for request in self:
            request.has_login = request.employee_id in reachable

    @api.depends_context("uid")
    def _compute_may_edit(self):
        self.may_edit = self._may_keep()

    @api.depends("state", "date_deadline")
    def _compute_is_overdue(self):
        today = fields.Date.context_today(self)
        for request in self:
            late = request.date_deadline and request.date_deadline < today
            request.is_overdue = bool(late and request.state == "asked")

    def _search_is_overdue(self, operator, value):
        if operator != "in":
            return NotImplemented
        return Domain("state", "=", "asked") & Domain("date_deadline", "<", "today")

    @api.constrains("class_id", "period_id")
    def _check_one_year(self):
        for request in self.filtered(lambda one: one.class_id and one.period_id):
            if request.class_id.year_id != request.period_id.year_id:
                raise ValidationError(
                    self.env._(
                        "%(school_class)s and %(period)s are of different school "
                        "years: choose both of one year.",
                        school_class=request.class_id.display_name,
                        period=request.period_id.display_name,
                    )
                )

    # ---- write, delete ----

    def write(self, vals):
        self._check_may_write(vals)
        return super().write(vals)

    def _check_may_write(self, vals):
        """The person who is asked answers; what is asked is the deputy's."""
        if self._may_keep():
            return
        if foreign := vals.keys() & self._fields.keys() - ANSWER_FIELDS:
            labels = [self._fields[name].string for name in sorted(foreign)]
            raise AccessError(
                self.env._(
                    "Only a deputy head may change %s of a request.", ", ".join(labels)
                )
            )
        for request in self.filtered(lambda one: one.state != "asked"):
            raise UserError(
                self.env._(
                    "«%s» is closed: to mend the answer, let the deputy head press "
                    "«Ask anew».",
                    request.name,
                )
            )

    @api.ondelete(at_uninstall=False)
    def _unlink_except_answered(self):
        for request in self.filtered(lambda one: one.state == "answered"):
            if not request.company_id.vsoko_is_demo:
                raise UserError(
                    self.env._(
                        "«%s» has been answered: the answer stays, so that nobody "
                        "asks for it again.",
                        request.name,
                    )
                )

    @api.model
    def _may_keep(self):
        return self.env.su or self.env.user.has_group(OFFICER)
