from odoo import fields, models


class VsokoImportPhrase(models.TransientModel):
    """Words in the column of responsible people that no role of the school has."""

    _name = "vsoko.import.phrase"
    _description = "Unknown role of an imported file"
    _order = "id"

    import_id = fields.Many2one("vsoko.import", required=True, ondelete="cascade")
    name = fields.Char(string="In the file", readonly=True, required=True)
    row_count = fields.Integer(string="Rows", readonly=True)
    role_ids = fields.Many2many("vsoko.role", string="It is")
    is_new = fields.Boolean(string="Make a new role")

    def _learn(self):
        """Make the new roles and remember what the user has explained."""
        company = self.import_id.company_id
        new = self.filtered("is_new")
        roles = self.env["vsoko.role"].create(
            [{"name": phrase.name, "company_id": company.id} for phrase in new]
        )
        for phrase, role in zip(new, roles, strict=True):
            phrase.write({"role_ids": [(4, role.id)], "is_new": False})
        explained = self.filtered("role_ids")
        self.env["vsoko.phrase"]._remember(
            {phrase.name: phrase.role_ids for phrase in explained}, company
        )
