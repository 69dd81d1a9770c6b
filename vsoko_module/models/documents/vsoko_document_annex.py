from odoo import api, fields, models


class VsokoDocumentAnnex(models.Model):
    """An annex: a text, the school's plan or a file."""

    _name = "vsoko.document.annex"
    _inherit = ["vsoko.document.part.mixin", "vsoko.upload.mixin"]
    _description = "Annex of a document"
    _order = "document_id, sequence, id"
    _check_company_auto = True

    document_id = fields.Many2one(
        "vsoko.document", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="document_id.company_id", store=True)
    sequence = fields.Integer(default=10)
    name = fields.Char(string="Title", required=True)
    text = fields.Html()
    plan_id = fields.Many2one(
        "vsoko.plan", check_company=True, help="The plan is printed as the annex."
    )
    file = fields.Binary(
        attachment=True, help="A PDF is printed with the paper, other files go along."
    )
    filename = fields.Char()

    @api.constrains("file", "filename")
    def _check_file(self):
        self._check_upload("file", "filename")
