from odoo import fields, models


class VsokoSubject(models.Model):
    _name = "vsoko.subject"
    _description = "Subject"
    _order = "sequence, name"

    name = fields.Char(required=True)
    short_name = fields.Char()
    code = fields.Char()
    sequence = fields.Integer(default=100)
    active = fields.Boolean(default=True)
    company_id = fields.Many2one(
        "res.company", string="School", default=lambda self: self.env.company
    )
