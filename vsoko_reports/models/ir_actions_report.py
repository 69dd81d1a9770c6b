from odoo import api, models
from odoo.exceptions import AccessError

from odoo.addons.vsoko_module.tools.archives import archive

ADDON = "vsoko_reports"


class IrActionsReport(models.Model):
    _inherit = "ir.actions.report"

    @api.model
    def _render_py3o(self, report_ref, res_ids, data=None):
        report = self._get_report(report_ref)
        report._check_vsoko_access()
        if report._is_vsoko_paper() and report.model == "vsoko.document":
            return self._render_vsoko_documents(report, res_ids)
        if report._is_vsoko_paper() and report.model == "vsoko.self.examination":
            return self._render_vsoko_files(report, res_ids)
        # sudo: the engine reads the report action, which is the administrator's, as
        # its own controller does; what is printed is read with the user's rights
        engine = self.sudo() if report._is_vsoko_paper() else self
        return super(IrActionsReport, engine)._render_py3o(report_ref, res_ids, data)

    @api.model
    def _render_vsoko_documents(self, report, ids):
        """Papers by one call of LibreOffice; several of them as an archive."""
        extension = report.py3o_filetype
        documents = self.env["vsoko.document"].browse(ids)
        documents.check_access("read")
        if report.report_name == "vsoko_reports.register_pdf":
            return documents._print_register(), extension
        if report.report_name == "vsoko_reports.acknowledgement_pdf":
            return self._one_or_archive(documents._print_sheets(), extension)
        return self._render_vsoko_files(report, ids)

    @api.model
    def _render_vsoko_files(self, report, ids):
        """Papers that keep their files: signed ones as they were, drafts made."""
        extension = report.py3o_filetype
        files = self.env[report.model].browse(ids)._files(extension)
        return self._one_or_archive(files, extension)

    def _one_or_archive(self, files, extension):
        if len(files) == 1:
            return files[0][1], extension
        return archive(files), "zip"

    @api.model
    def _render_xlsx(self, report_ref, docids, data):
        self._get_report(report_ref)._check_vsoko_access()
        return super()._render_xlsx(report_ref, docids, data)

    def _is_vsoko_paper(self):
        return self.module == ADDON

    def _check_vsoko_access(self):
        """The menu hides a paper from other groups; an address typed by hand must too.

        ``self`` comes with sudo: only the administrator may read report actions.
        """
        # superuser mode is the engine's, so it is the user that is asked about
        if self.env.user._is_superuser() or not self._is_vsoko_paper():
            return
        if self.group_ids and not self.group_ids & self.env.user.all_group_ids:
            raise AccessError(self.env._("You may not print «%s».", self.name))
