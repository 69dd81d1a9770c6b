from odoo import api, fields, models


class VsokoCriterion(models.Model):
    """What is judged inside a block, how it is carried out and where it is kept."""

    _name = "vsoko.criterion"
    _description = "Criterion"
    _order = "block_id, sequence, id"
    _rec_names_search = ["name", "code"]

    block_id = fields.Many2one(
        "vsoko.block", required=True, index=True, ondelete="cascade"
    )
    framework_id = fields.Many2one(related="block_id.framework_id", store=True)
    company_id = fields.Many2one(related="block_id.company_id", store=True)
    name = fields.Char(required=True)
    code = fields.Char()
    sequence = fields.Integer(default=100)
    active = fields.Boolean(default=True)
    mechanism = fields.Text(string="Mechanism of realisation")
    place = fields.Text(string="Where the evidence is kept")
    indicator_ids = fields.One2many(
        "vsoko.indicator", "criterion_id", string="Indicators"
    )

    @api.depends("code", "name")
    def _compute_display_name(self):
        for criterion in self:
            code = criterion.code and f"{criterion.code}. "
            criterion.display_name = f"{code or ''}{criterion.name or ''}"
