from odoo import api, fields, models
from odoo.exceptions import UserError

from ..plan.state_mixin import TALK_FIELDS

OFFICER = "vsoko_module.group_vsoko_officer"
DIRECTOR = "vsoko_module.group_vsoko_director"

# What may change when the text may not: who has read it, what became of it.
LIVING_FIELDS = TALK_FIELDS | {"state", "acknowledgement_ids"}


class VsokoDocument(models.Model):
    """A paper of the school, from the draft to the registered and immutable one."""

    _name = "vsoko.document"
    _inherit = [
        "mail.thread",
        "mail.activity.mixin",
        "vsoko.state.mixin",
        "vsoko.year.first.mixin",
        "hr.mixin",
    ]
    _description = "Document"
    _order = "registered_on desc, id desc"
    _rec_names_search = ["name", "number"]
    _check_company_auto = True

    _moves = {
        "draft": {"approved": DIRECTOR, "cancelled": OFFICER},
        "approved": {"draft": OFFICER, "registered": DIRECTOR, "cancelled": DIRECTOR},
        "registered": {"cancelled": DIRECTOR},
        "cancelled": {},
    }

    _own_fields = {
        "number",
        "number_value",
        "number_series",
        "registered_on",
        "registered_by_id",
        "cancel_reason",
        "snapshot",
        "pdf_file",
        "pdf_digest",
        "copy_file",
        "copy_filename",
        "copy_digest",
        "sent_on",
    }

    # what it is
    kind_id = fields.Many2one(
        "vsoko.document.kind",
        required=True,
        index=True,
        ondelete="restrict",
        tracking=True,
        domain="[('company_id', 'in', [company_id, False])]",
    )
    layout = fields.Selection(related="kind_id.layout", store=True)
    name = fields.Char(
        string="Heading",
        required=True,
        tracking=True,
        help="«О …» or «Об …», without a full stop.",
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
        index=True,
        ondelete="restrict",
        check_company=True,
    )
    date = fields.Date(
        copy=False,
        tracking=True,
        help="Empty: the day of the registration. Minutes have the day of the meeting.",
    )
    place = fields.Char(
        compute="_compute_place", store=True, readonly=False, precompute=True
    )
    state = fields.Selection(
        [
            ("draft", "Draft"),
            ("approved", "Approved"),
            ("registered", "Registered"),
            ("cancelled", "Cancelled"),
        ],
        required=True,
        default="draft",
        copy=False,
        tracking=True,
        index=True,
    )
    cancel_reason = fields.Text(readonly=True, copy=False)
    # what it rests on
    procedure_id = fields.Many2one(
        "vsoko.procedure",
        index="btree_not_null",
        ondelete="restrict",
        check_company=True,
        domain="[('is_template', '=', False), ('company_id', '=', company_id)]",
    )
    plan_id = fields.Many2one(
        "vsoko.plan",
        index="btree_not_null",
        ondelete="restrict",
        check_company=True,
        domain="[('is_template', '=', False), ('company_id', '=', company_id)]",
    )
    regulation_ids = fields.Many2many(
        "vsoko.regulation",
        string="Norms and local acts",
        domain="[('company_id', 'in', [company_id, False])]",
    )
    ground_ids = fields.Many2many(
        "vsoko.document",
        "vsoko_document_ground_rel",
        "document_id",
        "ground_id",
        string="Papers it rests on",
        domain="[('state', '=', 'registered'), ('company_id', '=', company_id)]",
    )
    aim = fields.Char(help="What follows «в целях», for example «оценки качества …».")
    # what it says
    paragraph_ids = fields.One2many(
        "vsoko.document.paragraph", "document_id", string="Text", copy=True
    )
    item_ids = fields.One2many(
        "vsoko.document.item", "document_id", string="Items", copy=True
    )
    annex_ids = fields.One2many(
        "vsoko.document.annex", "document_id", string="Annexes", copy=True
    )
    control = fields.Selection(
        [("self", "By the one who signs"), ("person", "By a person"), ("none", "None")],
        string="Control over the execution",
        required=True,
        default="self",
    )
    control_employee_id = fields.Many2one(
        "hr.employee", string="Who controls", check_company=True
    )
    # who is behind it
    signatory_id = fields.Many2one(
        "hr.employee",
        string="Signed by",
        compute="_compute_signatory_id",
        store=True,
        readonly=False,
        precompute=True,
        check_company=True,
    )
    executor_id = fields.Many2one(
        "hr.employee",
        string="Prepared by",
        default=lambda self: self.env.user.employee_id,
        check_company=True,
    )
    may_edit = fields.Boolean(compute="_compute_may_edit")
    problem_text = fields.Text(
        string="What is missing", compute="_compute_problem_text"
    )

    @api.depends("kind_id.name", "number", "date", "name")
    def _compute_display_name(self):
        for document in self:
            kind = document.kind_id.name or self.env._("Document")
            about = f"«{document.name}»" if document.name else ""
            number = f"№ {document.number}" if document.number else ""
            date = f"от {document.date:%d.%m.%Y}" if number and document.date else ""
            document.display_name = " ".join(filter(None, [kind, number, date, about]))

    @api.depends("plan_id", "procedure_id", "date", "company_id")
    def _compute_year_id(self):
        for document in self:
            source = document.plan_id or document.procedure_id
            year = source.year_id or document.year_id
            document.year_id = year or year._current(document.company_id)

    @api.depends("company_id")
    def _compute_place(self):
        for document in self:
            document.place = document.place or document.company_id.city

    @api.depends("kind_id", "company_id")
    def _compute_signatory_id(self):
        for document in self:
            document.signatory_id = (
                document.signatory_id
                or document._holder_of(document.kind_id.signatory_role_id)
                or document.executor_id
            )

    def _holder_of(self, role):
        """Who holds ``role`` in the school on the day of the paper."""
        day = self.date or fields.Date.context_today(self)
        return role._people_on(self.company_id)(role, day)[:1] if role else None

    @api.depends("state")
    @api.depends_context("uid")
    def _compute_may_edit(self):
        keeps = self.env.user.has_group(OFFICER)
        for document in self:
            document.may_edit = keeps and document.state in ("draft", False)

    def _compute_problem_text(self):
        for document in self:
            document.problem_text = "\n".join(document._problems())

    # ---- write, delete ----

    def write(self, vals):
        self._check_may_write(vals)
        return super().write(vals)

    def _check_may_write(self, vals):
        """What is approved is read-only; notes in the chatter are not its text."""
        if vals.keys() & self._fields.keys() - LIVING_FIELDS:
            self._check_draft()

    def _check_draft(self):
        # The system itself writes numbers, files and what became of the paper
        if self.env.su:
            return
        for document in self.filtered(lambda one: one.state != "draft"):
            raise UserError(document._locked_sentence())

    def _locked_sentence(self):
        if self.state == "approved":
            return self.env._(
                "«%s» is approved: return it to draft to change it.", self.name
            )
        return self.env._(
            "«%(name)s» is in the state «%(state)s» and stays as it is: changes are "
            "made by a new paper that amends or cancels it.",
            name=self.display_name,
            state=self._label(self.state),
        )

    @api.model
    def _action_of(self, source, name):
        """The papers of ``source``; a new one is made by the assistant."""
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "vsoko_module.vsoko_document_action"
        )
        action["domain"] = [(name, "=", source.id)]
        action["context"] = {f"default_{name}": source.id}
        return action

    @api.ondelete(at_uninstall=False)
    def _unlink_except_numbered(self):
        for document in self.filtered("number"):
            if not document.company_id.vsoko_is_demo:
                raise UserError(
                    self.env._(
                        "«%s» has a number of the register: cancel it instead of "
                        "deleting.",
                        document.display_name,
                    )
                )

    def copy_data(self, default=None):
        return [
            {**values, "name": self.env._("%s (copy)", document.name)}
            | dict(default or {})
            for document, values in zip(self, super().copy_data(default), strict=True)
        ]
