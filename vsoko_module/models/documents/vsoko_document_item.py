from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ...tools.declension import may_be_form
from ...tools.paper_quality import Advice
from ...tools.people import small_first
from ...tools.terms import parse_term
from .document_tasks import ITEM

OFFICER = "vsoko_module.group_vsoko_officer"


class VsokoDocumentItem(models.Model):
    """A numbered item of an order, a recommendation of a note, a point of minutes:
    who, what, by when.
    """

    _name = "vsoko.document.item"
    _inherit = ["vsoko.document.part.mixin", "hr.mixin"]
    _description = "Item of a document"
    _order = "document_id, sequence, id"
    _check_company_auto = True

    document_id = fields.Many2one(
        "vsoko.document", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(
        related="document_id.company_id", store=True, index=True
    )
    state = fields.Selection(related="document_id.state", string="State of the paper")
    agenda_id = fields.Many2one(
        "vsoko.document.agenda",
        string="Question",
        ondelete="cascade",
        index="btree_not_null",
        domain="[('document_id', '=', document_id)]",
    )
    sequence = fields.Integer(default=100)
    employee_ids = fields.Many2many("hr.employee", string="Who", check_company=True)
    addressee = fields.Char(
        string="To whom",
        compute="_compute_addressee",
        store=True,
        readonly=False,
        help="As it stands on the paper, in the dative; what is mended is remembered.",
    )
    name = fields.Text(string="What", required=True)
    is_task = fields.Boolean(
        string="Task",
        default=True,
        help="Somebody has to do it by a day. Without it the item decides something, "
        "for example «Утвердить план».",
    )
    term_text = fields.Char(string="Term", help="As it is printed: «до 20 мая».")
    date_deadline = fields.Date(
        string="By when",
        compute="_compute_date_deadline",
        store=True,
        readonly=False,
        index=True,
    )
    expected = fields.Char(
        string="Expected figure", help="What the result is to be, for example «60 %»."
    )
    # what became of it
    is_done = fields.Boolean(string="Done", readonly=True, copy=False)
    done_on = fields.Date(readonly=True, copy=False)
    done_by_id = fields.Many2one("res.users", readonly=True, copy=False)
    is_overdue = fields.Boolean(
        compute="_compute_is_overdue", search="_search_is_overdue"
    )

    def _advice(self):
        """The item as the rules of texts read it."""
        day = self.date_deadline
        return Advice(
            text=self.name or "",
            to=self.addressee or "",
            people=bool(self.employee_ids),
            term=self.term_text or (day and f"{day:%d.%m.%Y}") or "",
            expected=self.expected or "",
        )

    def _is_judged(self, code):
        """Of an order: tasks by person and term; «Утвердить план» decides something.

        A note advises with each of its items and says what is expected of it.
        """
        if self.document_id.layout == "note":
            return True
        if code in ("no_responsible", "no_term"):
            return self.is_task
        return code != "no_expected"

    @api.depends("employee_ids")
    def _compute_addressee(self):
        """Names and posts in the dative; a text of hand stays until people change."""
        for document, items in self.grouped("document_id").items():
            words = document._people_words(items.employee_ids, "dative")
            for item in items:
                item.addressee = ", ".join(words[one] for one in item.employee_ids)

    def write(self, vals):
        result = super().write(vals)
        if vals.get("addressee") and "employee_ids" not in vals:
            self._remember_addressee()
        return result

    def _remember_addressee(self):
        """What is mended for one person is right in all papers from now on."""
        for item in self.filtered(lambda item: len(item.employee_ids) == 1):
            # sudo: name and post are on the public profile of a colleague
            name, company = item.employee_ids.sudo().name, item.company_id
            mended, _comma, post = item.addressee.partition(", ")
            forms = self.env["vsoko.declension"]
            own_post = small_first(item.employee_ids._vsoko_post())
            # «Всем учителям» is said of this item and is nobody's name in a case
            if may_be_form(mended, name):
                forms._remember(name, "dative", mended, company)
            if may_be_form(post, own_post):
                forms._remember(own_post, "dative", post, company, kind="post")

    def action_keep_names(self):
        """«Не склонять»: the names of these people stay as they are, everywhere."""
        self.document_id._check_draft()
        for item in self:
            for name in item.employee_ids.sudo().mapped("name"):  # sudo: as above
                self.env["vsoko.declension"]._keep_as_is(name, item.company_id)
        self._compute_addressee()

    @api.depends("term_text", "document_id.year_id")
    def _compute_date_deadline(self):
        for item in self.filtered("term_text"):
            year = item.document_id.year_id
            term = year and parse_term(item.term_text, year._span())
            item.date_deadline = (term and term.end) or item.date_deadline

    @api.depends("date_deadline", "is_done", "document_id.state")
    def _compute_is_overdue(self):
        today = fields.Date.context_today(self)
        for item in self:
            late = item.date_deadline and item.date_deadline < today
            awaited = item.is_task and item.document_id.state == "registered"
            item.is_overdue = bool(late and awaited and not item.is_done)

    def _search_is_overdue(self, operator, value):
        if operator != "in":
            return NotImplemented
        return [*self._open_domain(), ("date_deadline", "<", "today")]

    def _open_domain(self):
        return [
            ("is_task", "=", True),
            ("is_done", "=", False),
            ("document_id.state", "=", "registered"),
        ]

    def action_done(self):
        """Say that the item is carried out: the people named, or a deputy."""
        self._check_may_report()
        self._mark(is_done=True)
        self._close_tasks()

    def action_undo(self):
        self._check_may_report()
        self._mark(is_done=False)
        self._give_tasks()

    def _mark(self, is_done):
        today = fields.Date.context_today(self)
        # sudo: the tick is set here and nowhere else; who may is checked before
        self.sudo().write(
            {
                "is_done": is_done,
                "done_on": is_done and today,
                "done_by_id": is_done and self.env.uid,
            }
        )

    def _check_may_report(self):
        self.check_access("read")
        keeps = self.env.su or self.env.user.has_group(OFFICER)
        own = self.env.user.employee_ids
        for item in self:
            if item.document_id.state != "registered":
                raise UserError(
                    self.env._("«%s» is not registered yet.", item.document_id.name)
                )
            if not keeps and not item.employee_ids & own:
                raise AccessError(
                    self.env._(
                        "Only the people named and a deputy head report on this item."
                    )
                )

    def _give_tasks(self):
        """To each person named, by the day of the item."""
        today = fields.Date.context_today(self)
        for item in self._with_tasks():
            item.document_id._give_tasks_of(
                ITEM, item.employee_ids, item.date_deadline or today, item._summary()
            )

    def _with_tasks(self):
        """Items that wait for their people."""
        return self.filtered(lambda item: item.is_task and not item.is_done)

    def _summary(self):
        return " ".join((self.name or "").split())[:200]

    def _close_tasks(self):
        for item in self:
            item._tasks().action_feedback()

    def _tasks(self):
        self.ensure_one()
        # sudo: tasks of all the people named are over, whoever reports
        return self.document_id.sudo().activity_ids.filtered(
            lambda task: (
                task.activity_type_id == self.env.ref(ITEM)
                and task.summary == self._summary()
            )
        )
