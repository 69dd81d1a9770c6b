from odoo import api, fields, models

from odoo.addons.vsoko_module.tools.file_names import file_name

from ..report.changes_month_paper import heading_of


class VsokoChangesPrint(models.TransientModel):
    """Which changes are printed, and to which order they are an annex."""

    _name = "vsoko.changes.print"
    _description = "Changes as an annex to an order"

    # what is printed
    plan_id = fields.Many2one(
        "vsoko.plan",
        required=True,
        default=lambda self: self._default_plan_id(),
        ondelete="cascade",
        domain="[('is_published', '=', True)]",
    )
    period = fields.Selection(
        [
            ("last", "Last month"),
            ("this", "Current month"),
            ("other", "Other dates"),
        ],
        required=True,
        default="last",
    )
    date_from = fields.Date(
        string="From",
        required=True,
        compute="_compute_dates",
        store=True,
        readonly=False,
        precompute=True,
    )
    date_to = fields.Date(
        string="To",
        required=True,
        compute="_compute_dates",
        store=True,
        readonly=False,
        precompute=True,
    )
    # what it is an annex to
    annex_number = fields.Char(string="Annex No.", default="1")
    order_number = fields.Char(string="Order No.")
    order_date = fields.Date(string="Date of order")
    # what will be there
    change_count = fields.Integer(string="Number of changes", compute="_compute_counts")
    silent_count = fields.Integer(string="Without a reason", compute="_compute_counts")

    _dates_order = models.Constraint(
        "CHECK (date_to >= date_from)",
        "The period ends before it starts: change one of its dates.",
    )

    @api.model
    def _default_plan_id(self):
        """The plan of the list one comes from, else the one changed last."""
        plan = self.env["vsoko.plan"].browse(self.env.context.get("vsoko_plan_id"))
        return plan or self.env["vsoko.procedure.change"].search([], limit=1).plan_id

    @api.depends("period")
    def _compute_dates(self):
        this = fields.Date.start_of(fields.Date.context_today(self), "month")
        firsts = {"this": this, "last": fields.Date.subtract(this, months=1)}
        for request in self:
            first = firsts.get(request.period)
            last = first and fields.Date.end_of(first, "month")
            request.date_from = first or request.date_from
            request.date_to = last or request.date_to

    @api.depends("plan_id", "date_from", "date_to")
    def _compute_counts(self):
        for request in self:
            changes = request._changes()
            request.change_count = len(changes)
            request.silent_count = len(changes.filtered("needs_reason"))

    def _changes(self):
        """As they were made; what the user may not see is not among them."""
        return self.env["vsoko.procedure.change"].search(
            self._changes_domain(), order="date, id"
        )

    def _changes_domain(self):
        return [
            ("plan_id", "=", self.plan_id.id),
            ("date", ">=", self.date_from),
            ("date", "<=", self.date_to),
        ]

    def _paper_filename(self, paper, extension=""):
        return file_name(paper, heading_of(self), extension)

    def action_view_silent(self):
        """Where the reasons that are missing are written."""
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "vsoko_module.vsoko_procedure_change_action"
        )
        action["name"] = self.env._("Changes without a reason")
        action["domain"] = [*self._changes_domain(), ("needs_reason", "=", True)]
        action["context"] = {"vsoko_plan_id": self.plan_id.id}
        return action
