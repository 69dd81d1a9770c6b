from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from odoo import models
from odoo.exceptions import UserError

from odoo.addons.vsoko_module.tools.file_problem import FileProblem
from odoo.addons.vsoko_module.tools.office import convert

from ..tools.odt_columns import drop_empty_columns
from ..tools.odt_rows import merge_same_cells, open_same_cells

# Seconds for one paper: a plan of 88 rows takes two, a slow machine ten times more.
TIMEOUT = 120


class Py3oReport(models.TransientModel):
    """Papers of this add-on: the user's own rights, and a LibreOffice that may hang.

    Papers of other add-ons are made the way report_py3o makes them.
    """

    _inherit = "py3o.report"

    def _is_vsoko_paper(self):
        return self.ir_actions_report_id._is_vsoko_paper()

    def create_report(self, res_ids, data):
        if self._is_vsoko_paper():
            records = self.env[self.ir_actions_report_id.model].browse(res_ids)
            records.sudo(False).check_access("read")
        return super().create_report(res_ids, data)

    def _get_parser_context(self, model_instance, data):
        """The engine runs as the superuser; what is printed the user must see."""
        if not self._is_vsoko_paper():
            return super()._get_parser_context(model_instance, data)
        seen = model_instance.sudo(False)
        context = super()._get_parser_context(seen, data)
        context["docs"] = seen
        return context

    def _convert_single_report(self, result_path, model_instance, data):
        if not self._is_vsoko_paper():
            return super()._convert_single_report(result_path, model_instance, data)
        path = Path(result_path)
        try:
            path.write_bytes(self._finished(path.read_bytes()))
        except UserError:
            path.unlink()
            raise
        return result_path

    def _finished(self, odt):
        """What a template cannot say is done to the filled one, then it is printed."""
        filetype = self.ir_actions_report_id.py3o_filetype
        join = open_same_cells if filetype == "pdf" else merge_same_cells
        odt = join(drop_empty_columns(odt))
        if self.ir_actions_report_id.is_py3o_native_format:
            return odt
        return self._convert_odt(odt, filetype)

    def _convert_odt(self, odt, filetype):
        """LibreOffice with a profile of its own, killed when it hangs."""
        try:
            return convert(odt, "odt", filetype, TIMEOUT, self._office_program())
        except FileProblem as problem:
            raise UserError(self._office_sentence(problem)) from problem

    def _office_program(self):
        """Which LibreOffice the administrator has named to report_py3o, if any."""
        # sudo: only the administrator reads parameters, whoever prints
        parameters = self.env["ir.config_parameter"].sudo()
        return parameters.get_param("py3o.conversion_command", "")

    def _office_sentence(self, problem):
        report = self.ir_actions_report_id.name
        sentences = {
            "old_format_no_office": self.env._(
                "«%s» is printed by LibreOffice, which is not on the server: install "
                "the package libreoffice-writer-nogui, or take plans and lists as "
                "Excel.",
                report,
            ),
            "convert_timeout": self.env._(
                "LibreOffice has not printed «%(report)s» in %(seconds)s seconds: try "
                "again or take plans and lists as Excel.",
                report=report,
                seconds=TIMEOUT,
            ),
        }
        return sentences.get(problem.code) or self.env._(
            "LibreOffice could not print «%s»: its template may be damaged.", report
        )

    def _zip_results(self, reports_path):
        """Two plans of one name must not become one file of the archive."""
        if not self._is_vsoko_paper():
            return super()._zip_results(reports_path)
        first = Path(next(iter(reports_path.values())))
        target = first.with_suffix(".zip")
        with ZipFile(target, "w", ZIP_DEFLATED) as archive:
            for record, path in reports_path.items():
                archive.write(path, self._name_in(archive, record))
        return str(target)

    def _name_in(self, archive, record):
        report = self.ir_actions_report_id
        name = Path(report.gen_report_download_filename(record.ids, {}))
        count = sum(one.startswith(name.stem) for one in archive.namelist())
        return f"{name.stem} ({count + 1}){name.suffix}" if count else str(name)
