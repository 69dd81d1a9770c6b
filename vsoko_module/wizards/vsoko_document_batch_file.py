from odoo import fields, models


class VsokoDocumentBatchFile(models.TransientModel):
    """A paper of a pack that is ready."""

    _name = "vsoko.document.batch.file"
    _description = "File of a pack"
    _order = "sequence, id"

    batch_id = fields.Many2one(
        "vsoko.document.batch", required=True, index=True, ondelete="cascade"
    )
    sequence = fields.Integer()
    document_id = fields.Many2one("vsoko.document", ondelete="cascade")
    name = fields.Char(required=True)
    content = fields.Binary(attachment=True)
