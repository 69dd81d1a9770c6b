from odoo import api, fields, models


class VsokoIndicator(models.Model):
    """What is measured: its unit, which way is better, how often and by whom."""

    _name = "vsoko.indicator"
    _description = "Indicator"
    _order = "criterion_id, sequence, id"
    _rec_names_search = ["name", "code"]

    criterion_id = fields.Many2one(
        "vsoko.criterion", required=True, index=True, ondelete="cascade"
    )
    block_id = fields.Many2one(related="criterion_id.block_id", store=True)
    framework_id = fields.Many2one(related="criterion_id.framework_id", store=True)
    company_id = fields.Many2one(related="criterion_id.company_id", store=True)
    name = fields.Char(required=True)
    code = fields.Char()
    sequence = fields.Integer(default=100)
    active = fields.Boolean(default=True)
    previous_id = fields.Many2one(
        "vsoko.indicator",
        string="In the previous edition",
        index="btree_not_null",
        readonly=True,
        copy=False,
        ondelete="set null",
    )
    # what a value is
    unit = fields.Selection(
        [
            ("number", "Quantity"),
            ("percent", "Percent"),
            ("share", "Number and share"),
            ("points", "Points"),
            ("yes_no", "Yes or no"),
            ("choice", "One of the answers"),
            ("text", "Text"),
        ],
        required=True,
        default="number",
    )
    measure_unit = fields.Char(
        string="Measured in", help="As the norm writes it, for example «человек/%»."
    )
    numerator_label = fields.Char(string="Who is counted")
    denominator_label = fields.Char(
        string="Out of whom", help="The base of the share; rows of a norm differ in it."
    )
    better = fields.Selection(
        [("more", "More is better"), ("less", "Less is better")],
        required=True,
        default="more",
    )
    scope = fields.Selection(
        [
            ("school", "The school"),
            ("class", "Each class"),
            ("subject", "Each subject"),
            ("class_subject", "Each subject in each class"),
        ],
        string="Measured for",
        required=True,
        default="school",
        help="Values of classes and subjects are rolled up into the school's.",
    )
    # how it is counted
    formula = fields.Char(
        help="How the records count it; of a share – who is counted. Empty: the value "
        "is entered by hand, from a form or from a survey.",
    )
    formula_total = fields.Char(
        string="Formula of the base", help="Of a share: out of whom."
    )
    # what it brings
    weight = fields.Float(default=1.0, help="0: an input of other indicators only.")
    max_points = fields.Float(string="Most points")
    option_ids = fields.One2many(
        "vsoko.indicator.option", "indicator_id", string="Answers", copy=True
    )
    band_ids = fields.One2many(
        "vsoko.indicator.band", "indicator_id", string="Points for a value", copy=True
    )
    is_critical = fields.Boolean(string="Critical")
    critical_points = fields.Float(string="Points it needs")
    variant_ids = fields.Many2many(
        "vsoko.framework.variant",
        string="Only in the variants",
        copy=False,
        domain="[('framework_id', '=', framework_id)]",
    )
    # where it applies
    applies_to = fields.Selection(
        [
            ("all", "All schools"),
            ("noo", "Schools with primary education"),
            ("ooo", "Schools with basic education"),
            ("soo", "Schools with secondary education"),
            ("ovz", "Schools with pupils with disabilities"),
            ("small", "Small schools"),
            ("not_small", "All but small schools"),
        ],
        required=True,
        default="all",
    )
    setting_ids = fields.One2many("vsoko.indicator.setting", "indicator_id")
    # where it comes from
    periodicity = fields.Char(string="How often")
    role_id = fields.Many2one("vsoko.role", string="Responsible role")
    source = fields.Text(string="Source of data")
    mechanism = fields.Text(string="Mechanism of realisation")
    place = fields.Text(string="Where the evidence is kept")
    regulation_id = fields.Many2one("vsoko.regulation", string="Norm")
    clause = fields.Char(string="Clause of the norm")

    @api.depends("code", "name")
    def _compute_display_name(self):
        for indicator in self:
            code = indicator.code and f"{indicator.code}. "
            indicator.display_name = f"{code or ''}{indicator.name or ''}"

    def _copy_to(self, criterion):
        """Copies remember which indicator they were: figures over years follow it."""
        same = {one.name: one.id for one in criterion.framework_id.variant_ids}
        for old in self:
            old.copy(
                {
                    "criterion_id": criterion.id,
                    "previous_id": old.id,
                    "formula": False,
                    "formula_total": False,
                    "variant_ids": [
                        same[one.name] for one in old.variant_ids if one.name in same
                    ],
                }
            )
