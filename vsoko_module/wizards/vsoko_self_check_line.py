from odoo import fields, models

from .vsoko_self_check import ERROR, OK, WARNING


class VsokoSelfCheckLine(models.TransientModel):
    """What one check has found and what to do about it."""

    _name = "vsoko.self.check.line"
    _description = "Line of the self-check"
    _order = "check_id, sequence, id"

    check_id = fields.Many2one("vsoko.self.check", required=True, ondelete="cascade")
    sequence = fields.Integer()
    name = fields.Char(string="What is checked", required=True)
    status = fields.Selection(
        [(ERROR, "Error"), (WARNING, "Warning"), (OK, "In order")], required=True
    )
    found = fields.Text()
    advice = fields.Text(string="What to do")
    # xml id of the action that opens the place where it is mended
    action = fields.Char(readonly=True)

    def action_open(self):
        self.ensure_one()
        return self.env["ir.actions.act_window"]._for_xml_id(self.action)
