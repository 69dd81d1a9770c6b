from odoo import models

from ...tools.file_names import file_name


class VsokoDocument(models.Model):
    """The files of a registered paper and what they are called."""

    _name = "vsoko.document"
    _inherit = ["vsoko.document", "vsoko.paper.files.mixin"]

    _qweb_report = "vsoko_module.document_qweb"

    def _paper_filename(self, extension=""):
        number = self.number or self.manual_number or ""
        about = " ".join(filter(None, [number and f"№ {number}", self.name]))
        return file_name(self.kind_id.name or "", about, extension)
