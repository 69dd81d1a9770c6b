from odoo import api, fields, models


class VsokoOfYearMixin(models.AbstractModel):
    """What belongs to a school and one of its years, the current one unless said."""

    _name = "vsoko.of.year.mixin"
    _inherit = ["vsoko.year.first.mixin"]
    _description = "Of a school year"

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
        required=True,
        index=True,
        ondelete="restrict",
        check_company=True,
        default=lambda self: self._default_year_id(),
    )

    @api.model
    def _default_year_id(self):
        return self.env["vsoko.academic.year"]._current(self.env.company)
