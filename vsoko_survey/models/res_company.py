from odoo import api, fields, models
from odoo.exceptions import ValidationError


class ResCompany(models.Model):
    _inherit = "res.company"

    vsoko_anonymity = fields.Integer(
        string="Fewest answers shown",
        default=5,
        help="Results of a survey with fewer answers are hidden: one could guess who "
        "has answered what.",
    )

    @api.constrains("vsoko_anonymity")
    def _check_vsoko_anonymity(self):
        if any(school.vsoko_anonymity < 1 for school in self):
            raise ValidationError(
                self.env._("The fewest answers shown must be a number from 1 on.")
            )
