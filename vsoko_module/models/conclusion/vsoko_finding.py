from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...tools.effect import is_backwards

OFFICER = "vsoko_module.group_vsoko_officer"
COMPONENTS = [
    ("managerial", "Managerial"),
    ("methodical", "Methodical"),
    ("content", "Of content"),
]


class VsokoFinding(models.Model):
    """A conclusion: a fact with its figure, why it is so, what to do about it, who
    does it by when, and how it will be seen that it worked.
    """

    _name = "vsoko.finding"
    _inherit = [
        "mail.thread",
        "mail.activity.mixin",
        "vsoko.state.mixin",
        "vsoko.of.year.mixin",
        "vsoko.term.mixin",
        "hr.mixin",
    ]
    _description = "Conclusion"
    _order = "year_id desc, id desc"
    _rec_names_search = ["name"]
    _check_company_auto = True

    _moves = {
        "draft": {"agreed": OFFICER, "dropped": OFFICER},
        "agreed": {"draft": OFFICER, "closed": OFFICER, "dropped": OFFICER},
        "closed": {"agreed": OFFICER},
        "dropped": {"draft": OFFICER},
    }

    # what was found
    name = fields.Char(
        string="What is seen",
        required=True,
        tracking=True,
        help="With its figure: «Качество знаний по математике в 7Б – 38 %».",
    )
    kind = fields.Selection(
        [("deficit", "Deficit"), ("practice", "Good practice")],
        required=True,
        default="deficit",
        tracking=True,
    )
    fact = fields.Text(string="Facts", help="What else the sources say, in figures.")
    state = fields.Selection(
        [
            ("draft", "Draft"),
            ("agreed", "Agreed"),
            ("closed", "Settled"),
            ("dropped", "Dropped"),
        ],
        required=True,
        default="draft",
        copy=False,
        tracking=True,
        index=True,
    )
    # where it comes from
    procedure_id = fields.Many2one(
        "vsoko.procedure",
        index="btree_not_null",
        ondelete="restrict",
        check_company=True,
        domain="[('is_template', '=', False), ('company_id', '=', company_id)]",
    )
    measurement_id = fields.Many2one(
        "vsoko.measurement",
        string="Figure of an indicator",
        index="btree_not_null",
        ondelete="restrict",
        check_company=True,
    )
    document_id = fields.Many2one(
        "vsoko.document",
        string="Paper",
        index="btree_not_null",
        ondelete="set null",
        check_company=True,
        domain="[('layout', '=', 'note'), ('company_id', '=', company_id)]",
    )
    indicator_id = fields.Many2one(
        "vsoko.indicator",
        compute="_compute_of_measurement",
        store=True,
        readonly=False,
        precompute=True,
        index="btree_not_null",
        check_company=True,
    )
    period_id = fields.Many2one(
        "vsoko.period",
        compute="_compute_of_measurement",
        store=True,
        readonly=False,
        precompute=True,
        check_company=True,
    )
    entry = fields.Char(
        string="Figure found", help="As it was found; stays when the indicator changes."
    )
    is_red = fields.Boolean(
        string="Red figure",
        compute="_compute_is_red",
        store=True,
        precompute=True,
        help="Stays so though the figure may be better by now.",
    )
    previous_id = fields.Many2one(
        "vsoko.finding",
        string="Turn before",
        index="btree_not_null",
        readonly=True,
        copy=False,
    )
    # why
    cause_id = fields.Many2one("vsoko.cause", index="btree_not_null", tracking=True)
    cause_note = fields.Text(string="What exactly is the cause")
    # whom it concerns
    class_ids = fields.Many2many(
        "vsoko.class", string="Classes", domain="[('year_id', '=', year_id)]"
    )
    subject_ids = fields.Many2many("vsoko.subject", string="Subjects")
    department_id = fields.Many2one(
        "hr.department", string="Methodical union", check_company=True
    )
    employee_ids = fields.Many2many(
        "hr.employee",
        "vsoko_finding_employee_rel",
        string="Whom it concerns",
        check_company=True,
    )
    programme = fields.Char()
    # what to do
    recommendation = fields.Text()
    addressee_ids = fields.Many2many(
        "hr.employee",
        "vsoko_finding_addressee_rel",
        string="To whom",
        check_company=True,
    )
    expected = fields.Char(
        string="Expected figure", help="What the figure is to become: «60»."
    )
    component = fields.Selection(COMPONENTS, tracking=True)

    @api.depends("measurement_id")
    def _compute_of_measurement(self):
        for finding in self:
            measured = finding.measurement_id
            finding.indicator_id = measured.indicator_id or finding.indicator_id
            finding.period_id = measured.period_id or finding.period_id

    @api.depends("measurement_id")
    def _compute_is_red(self):
        for finding in self:
            finding.is_red = finding.measurement_id.light == "red"

    # ---- figures ----

    @api.constrains("entry", "expected", "indicator_id")
    def _check_figures(self):
        for finding in self.filtered("indicator_id"):
            finding.indicator_id._check_entries(finding.entry, finding.expected)
            finding._check_direction()

    def _check_direction(self):
        better, figure = self.indicator_id.better, self.indicator_id._figure
        before, target = figure(self.entry), figure(self.expected)
        if is_backwards(before, target, better):
            raise ValidationError(
                self.env._(
                    "«%(name)s»: the expected figure %(target)s is worse than the "
                    "present one, %(before)s. For this indicator %(better)s is better.",
                    name=self.name,
                    target=self.expected,
                    before=self.entry,
                    better=self.env._("more")
                    if better == "more"
                    else self.env._("less"),
                )
            )
