from datetime import date

from odoo import api, fields, models
from odoo.fields import Command

OFFICER = "vsoko_module.group_vsoko_officer"
DIRECTOR = "vsoko_module.group_vsoko_director"
# The order № 462 of 14.06.2013, item 8: the report is published by this day.
DUE_DAY, DUE_MONTH = 20, 4


class VsokoSelfExamination(models.Model):
    """The yearly self-examination: texts of ten directions and the table of figures.

    Stages and directions are those of the order № 462; the period is the calendar year
    before the report.
    """

    _name = "vsoko.self.examination"
    _inherit = [
        "mail.thread",
        "mail.activity.mixin",
        "vsoko.state.mixin",
        "vsoko.paper.files.mixin",
        "hr.mixin",
    ]
    _description = "Self-examination"
    _order = "date_deadline desc, id desc"
    _check_company_auto = True

    _moves = {
        "planning": {"conduct": OFFICER},
        "conduct": {"planning": OFFICER, "summary": OFFICER},
        "summary": {"conduct": OFFICER, "review": OFFICER},
        "review": {"summary": OFFICER, "signed": DIRECTOR},
        "signed": {"published": OFFICER},
        "published": {},
    }
    _own_fields = {"date_signed", "signed_by_id", "told"}
    _qweb_report = "vsoko_module.self_examination_qweb"

    # what it is
    name = fields.Char(
        compute="_compute_name",
        store=True,
        readonly=False,
        precompute=True,
        required=True,
    )
    company_id = fields.Many2one(
        "res.company",
        string="School",
        required=True,
        index=True,
        default=lambda self: self.env.company,
    )
    year = fields.Integer(
        string="Calendar year",
        required=True,
        default=lambda self: fields.Date.context_today(self).year - 1,
        aggregator=None,
    )
    period_id = fields.Many2one(
        "vsoko.period", compute="_compute_period_id", store=True, precompute=True
    )
    date_deadline = fields.Date(
        string="To be published by",
        compute="_compute_date_deadline",
        store=True,
        readonly=False,
        precompute=True,
        required=True,
        help="The order № 462, item 8: by 20 April, on the site and to the founder.",
    )
    employee_id = fields.Many2one(
        "hr.employee",
        string="Who puts it together",
        check_company=True,
        default=lambda self: self.env.user.employee_id,
    )
    state = fields.Selection(
        [
            ("planning", "Planning and preparation"),
            ("conduct", "Organisation and conduct"),
            ("summary", "Summary and report"),
            ("review", "Review by the body"),
            ("signed", "Signed"),
            ("published", "Published"),
        ],
        required=True,
        default="planning",
        copy=False,
        tracking=True,
        index=True,
    )
    # its two parts
    section_ids = fields.One2many(
        "vsoko.self.examination.section", "examination_id", string="Sections"
    )
    framework_id = fields.Many2one(
        "vsoko.framework",
        string="Indicators by",
        check_company=True,
        default=lambda self: self._default_framework_id(),
    )
    evaluation_id = fields.Many2one(
        "vsoko.evaluation", string="Figures", readonly=True, copy=False
    )
    line_ids = fields.One2many(related="evaluation_id.line_ids", string="Table")
    previous_id = fields.Many2one(
        "vsoko.self.examination", string="Last year", compute="_compute_previous_id"
    )
    annexes = fields.Text(help="A line an annex.")
    # who has considered it
    body_id = fields.Many2one(
        "vsoko.body", string="Considered by", check_company=True, tracking=True
    )
    date_reviewed = fields.Date(string="Considered on", tracking=True)
    minutes_number = fields.Char(string="Minutes №")
    minutes_id = fields.Many2one("vsoko.document", check_company=True)
    gaps_reason = fields.Text(
        string="Why figures are missing",
        help="Without it a report with missing figures is not signed.",
    )
    date_signed = fields.Date(string="Signed on", readonly=True, copy=False)
    signed_by_id = fields.Many2one(
        "res.users", string="Signed by", readonly=True, copy=False
    )
    date_published = fields.Date(string="On the site since", tracking=True, copy=False)
    site_url = fields.Char(string="Address on the site", copy=False)
    date_sent = fields.Date(string="Sent to the founder on", tracking=True, copy=False)
    told = fields.Char(readonly=True, copy=False, export_string_translation=False)

    _once = models.Constraint(
        "UNIQUE (company_id, year)",
        "The school already has a self-examination for this year.",
    )
    _year_range = models.Constraint(
        "CHECK (year BETWEEN 2000 AND 2100)", "Write the year with four digits."
    )

    @api.model
    def _default_framework_id(self):
        return self.env.ref("vsoko_module.framework_1324", raise_if_not_found=False)

    @api.depends("year")
    def _compute_name(self):
        for one in self:
            one.name = self.env._("Self-examination for %s", one.year)

    @api.depends("year", "company_id")
    def _compute_period_id(self):
        for one in self:
            one.period_id = self.env["vsoko.period"]._calendar_year(
                one.year, one.company_id
            )

    @api.depends("year")
    def _compute_date_deadline(self):
        for one in self:
            one.date_deadline = date(one.year + 1, DUE_MONTH, DUE_DAY)

    @api.depends("year", "company_id")
    def _compute_previous_id(self):
        found = self.search([("company_id", "in", self.company_id.ids)])
        by_year = {(one.company_id, one.year): one for one in found}
        for one in self:
            one.previous_id = by_year.get((one.company_id, one.year - 1), False)

    @api.model_create_multi
    def create(self, vals_list):
        created = super().create(vals_list)
        for one in created:
            one.section_ids = one._prepare_sections()
        return created

    def _prepare_sections(self):
        """One section a direction; people of last year's section come along."""
        framework = self.env.ref("vsoko_module.framework_self")
        before = {one.code: one for one in self.previous_id.section_ids}
        return [
            Command.create(
                {
                    "name": block.name,
                    "code": block.code,
                    "sequence": block.sequence,
                    "employee_ids": before[block.code].employee_ids.ids
                    if block.code in before
                    else [],
                }
            )
            for block in framework.block_ids
        ]
