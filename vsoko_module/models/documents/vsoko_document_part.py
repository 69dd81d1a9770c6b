from odoo import api, models

# What may be written of a registered paper's part: set by its own buttons.
LIVING_FIELDS = {"is_done"}


class VsokoDocumentPart(models.AbstractModel):
    """A part of a paper changes only together with its draft."""

    _name = "vsoko.document.part.mixin"
    _description = "Part of a document"

    @api.model_create_multi
    def create(self, vals_list):
        parts = super().create(vals_list)
        parts.document_id._check_draft()
        parts.document_id._text_changed()
        return parts

    def write(self, vals):
        if vals.keys() - LIVING_FIELDS:
            self.document_id._check_draft()
        result = super().write(vals)
        if vals.keys() - LIVING_FIELDS:
            self.document_id._check_draft()
            self.document_id._text_changed()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_frozen(self):
        self.document_id._check_draft()
        self.document_id._text_changed()
