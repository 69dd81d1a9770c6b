from odoo import api, fields, models


class VsokoYearNextStale(models.TransientModel):
    """A text of the new plan that speaks of an older year."""

    _name = "vsoko.year.next.stale"
    _description = "Text that looks old"

    wizard_id = fields.Many2one("vsoko.year.next", required=True, ondelete="cascade")
    procedure_id = fields.Many2one("vsoko.procedure", readonly=True)
    field_name = fields.Char(export_string_translation=False)
    field_label = fields.Char(string="Where", compute="_compute_field_label")
    years = fields.Char(string="What it says")

    @api.depends("field_name")
    def _compute_field_label(self):
        fields_ = self.env["vsoko.procedure"]._fields
        for stale in self:
            field = fields_[stale.field_name]
            stale.field_label = field._description_string(self.env)

    def action_open(self):
        return self.procedure_id._get_records_action()
