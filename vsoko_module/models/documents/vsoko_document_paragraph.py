from odoo import api, fields, models

from ...tools.paper_quality import is_filled


class VsokoDocumentParagraph(models.Model):
    """A section of a paper; what was edited by hand survives a new generation."""

    _name = "vsoko.document.paragraph"
    _inherit = "vsoko.document.part.mixin"
    _description = "Section of a document"
    _order = "document_id, sequence, id"

    document_id = fields.Many2one(
        "vsoko.document", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="document_id.company_id", store=True)
    sequence = fields.Integer(default=100)
    code = fields.Char(help="Which section it is; empty: the author's own.")
    name = fields.Char(string="Section")
    text = fields.Text()
    generated_text = fields.Text(string="As the data say", readonly=True)
    is_edited = fields.Boolean(
        string="Edited by hand", compute="_compute_is_edited", store=True
    )
    is_required = fields.Boolean(
        string="To be filled in", help="The paper is not registered without it."
    )
    tables = fields.Json(export_string_translation=False)
    chart = fields.Json(export_string_translation=False)

    @api.depends("text", "generated_text", "code")
    def _compute_is_edited(self):
        for part in self:
            same = (part.text or "").strip() == (part.generated_text or "").strip()
            part.is_edited = bool(part.code) and not same

    def _says_something(self):
        advice = self.code == "recommendations" and self.document_id.item_ids
        return bool((self.text or "").strip() or self.tables or self.chart or advice)

    def _is_advice(self):
        named = "рекоменд" in (self.name or "").lower()
        return self.code == "recommendations" or named

    def _is_result(self):
        code = (self.code or "").partition(".")[0]
        return code == "results" and self._says_something()

    def _is_gap(self):
        """To be filled in and not filled in."""
        return self.is_required and not is_filled(self.text)

    def action_restore(self):
        """Take the generated text back."""
        for part in self:
            part.text = part.generated_text
