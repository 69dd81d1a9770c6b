from odoo import fields, models


class VsokoImportColumn(models.TransientModel):
    """How a column of the file was understood; the user may say otherwise."""

    _name = "vsoko.import.column"
    _description = "Column of an imported file"
    _order = "table_index, column_index"

    import_id = fields.Many2one("vsoko.import", required=True, ondelete="cascade")
    table_index = fields.Integer()
    column_index = fields.Integer()
    table_name = fields.Char(string="Table", readonly=True)
    header = fields.Char(readonly=True)
    sample = fields.Char(string="Example", readonly=True)
    meaning = fields.Selection(
        [
            ("number", "Number"),
            ("month", "Month"),
            ("term", "Term"),
            ("block", "Block"),
            ("direction", "Direction"),
            ("object", "Object"),
            ("content", "Content"),
            ("method", "Method"),
            ("role", "Responsible"),
            ("outcome", "Form of result"),
            ("body", "Where it is considered"),
            ("class", "Classes"),
            ("note", "Note"),
            ("ignore", "Do not read"),
        ],
        required=True,
        default="ignore",
    )
