from odoo import api, models
from odoo.exceptions import UserError

# What the file is and whose it is; names and thumbnails may change.
CONTENT = {
    "datas", "raw", "db_datas", "store_fname", "checksum", "res_model", "res_id",
    "res_field",
}  # fmt: skip
# Models whose signed papers keep their files.
KEPT = ("vsoko.document", "vsoko.self.examination")


class IrAttachment(models.Model):
    """The files of registered papers stay, whoever comes, the system itself too."""

    _inherit = "ir.attachment"

    def write(self, vals):
        if CONTENT & vals.keys():
            self._check_vsoko_registered()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_registered(self):
        self._check_vsoko_registered()

    def _check_vsoko_registered(self):
        files = self.filtered(
            lambda one: (
                one.res_model in KEPT and one.res_field in ("pdf_file", "copy_file")
            )
        )
        for model, kept in files.grouped("res_model").items():
            # sudo: whether a paper is registered decides, not who may read it
            papers = self.env[model].sudo().browse(kept.mapped("res_id"))
            if signed := papers.exists().filtered("pdf_digest"):
                raise UserError(
                    self.env._(
                        "«%s» is registered: its files stay as they are.",
                        signed[0].display_name,
                    )
                )
