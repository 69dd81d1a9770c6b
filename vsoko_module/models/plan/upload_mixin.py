import base64

from odoo import api, models
from odoo.exceptions import ValidationError

from ...tools.uploads import upload_problem


class VsokoUploadMixin(models.AbstractModel):
    """Files that people hand in: what cannot be taken is refused in a sentence."""

    _name = "vsoko.upload.mixin"
    _description = "Files that people hand in"

    def _check_upload(self, file, filename):
        """Refuse programs, empty files and what is larger than the school allows.

        ``file`` and ``filename`` are the names of the fields.
        """
        for record in self.filtered(file):
            limit = record.company_id.vsoko_evidence_limit
            data = base64.b64decode(record.with_context(bin_size=False)[file])
            name = record[filename] or ""
            if problem := upload_problem(name, data, limit):
                raise ValidationError(record._upload_sentence(problem, name, limit))

    @api.model
    def _upload_sentence(self, problem, name, limit):
        name = name or self.env._("a file without a name")
        return {
            "empty": self.env._("«%s» is empty: choose the file anew.", name),
            "too_large": self.env._(
                "«%(name)s» is larger than %(limit)s MB: make it smaller or give a "
                "link to it.",
                name=name,
                limit=limit,
            ),
            "program": self.env._(
                "«%s» is a program, not a paper: it is not taken. Save the paper as "
                "PDF, Word, Excel or a picture.",
                name,
            ),
        }[problem]
