from odoo import fields, models


class ResUsers(models.Model):
    _inherit = "res.users"

    vsoko_digest = fields.Boolean(
        string="Letter of the week about my work", default=True
    )
    vsoko_digest_date = fields.Date(string="Last letter of the week", copy=False)

    @property
    def SELF_READABLE_FIELDS(self):
        return [*super().SELF_READABLE_FIELDS, "vsoko_digest"]

    @property
    def SELF_WRITEABLE_FIELDS(self):
        return [*super().SELF_WRITEABLE_FIELDS, "vsoko_digest"]
