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
    framework_id = fields.Many2one(related="criterion_id.framework_id", store=True)
    company_id = fields.Many2one(related="criterion_id.company_id", store=True)
    name = fields.Char(required=True)
    code = fields.Char()
    sequence = fields.Integer(default=100)
    active = fields.Boolean(default=True)
    unit = fields.Selection(
        [
            ("number", "Quantity"),
            ("percent", "Percent"),
            ("share", "Number and share"),
            ("points", "Points"),
            ("yes_no", "Yes or no"),
            ("text", "Text"),
        ],
        required=True,
        default="number",
    )
    better = fields.Selection(
        [("more", "More is better"), ("less", "Less is better")],
        required=True,
        default="more",
    )
    periodicity = fields.Char(string="How often")
    role_id = fields.Many2one("vsoko.role", string="Responsible role")
    source = fields.Text(string="Source of data")
    regulation_id = fields.Many2one("vsoko.regulation", string="Norm")

    @api.depends("code", "name")
    def _compute_display_name(self):
        for indicator in self:
            code = indicator.code and f"{indicator.code}. "
            indicator.display_name = f"{code or ''}{indicator.name or ''}"
