import base64
import hashlib

from odoo import fields, models
from odoo.exceptions import UserError


class VsokoPaperFiles(models.AbstractModel):
    """The files of a signed paper: kept as they were, with their digests.

    A model has ``_write_paper`` (its text as a dictionary), ``_paper_filename`` and
    the plain print ``_qweb_report``.
    """

    _name = "vsoko.paper.files.mixin"
    _description = "Files of a signed paper"

    _qweb_report = ""

    snapshot = fields.Json(readonly=True, copy=False, export_string_translation=False)
    pdf_file = fields.Binary(string="PDF", attachment=True, readonly=True, copy=False)
    pdf_filename = fields.Char(compute="_compute_pdf_filename")
    pdf_digest = fields.Char(string="SHA-256 of the PDF", readonly=True, copy=False)
    copy_file = fields.Binary(
        string="Editable copy", attachment=True, readonly=True, copy=False
    )
    copy_filename = fields.Char(readonly=True, copy=False)
    copy_digest = fields.Char(string="SHA-256 of the copy", readonly=True, copy=False)

    def _compute_pdf_filename(self):
        for document in self:
            document.pdf_filename = document._paper_filename("pdf")

    # ---- making ----

    def _render_files(self, extension):
        """Files of the papers, in their order: ``[bytes, …]``.

        Without the printing add-on and LibreOffice a PDF is made by the browser engine
        of Odoo; other formats are not to be had then: ``[]``.
        """
        if extension != "pdf":
            return []
        reports = self.env["ir.actions.report"].with_context(
            force_report_rendering=True
        )
        return [reports._render_qweb_pdf(self._qweb_report, one.ids)[0] for one in self]

    def _copy_extension(self):
        """The format of the editable copy, or nothing when there is no engine."""
        return ""

    def _freeze(self):
        """Keep the text and the files; from now on nothing else is printed."""
        # sudo: snapshot, files and digests are written here and nowhere else
        keeper = self.sudo()
        keeper.snapshot = self._write_paper()
        pdf = self._render_files("pdf")[0]
        values = {"pdf_file": base64.b64encode(pdf), "pdf_digest": digest(pdf)}
        if extension := self._copy_extension():
            copy = self._render_files(extension)[0]
            values |= {
                "copy_file": base64.b64encode(copy),
                "copy_filename": self._paper_filename(extension),
                "copy_digest": digest(copy),
            }
        keeper.write(values)

    # ---- showing ----

    def _files(self, extension):
        """``[(name, bytes), …]``: registered papers as they were kept, drafts made."""
        self.check_access("read")
        stored = {one: one._stored_file(extension) for one in self}
        fresh = self.filtered(lambda one: not stored[one])
        made = dict(zip(fresh, fresh._render_files(extension), strict=True))
        return [
            (one._paper_filename(extension), stored[one] or made[one]) for one in self
        ]

    def _stored_file(self, extension):
        """The registered file of this format, or nothing."""
        self.ensure_one()
        if not self.pdf_digest:
            return b""
        names = {"pdf": "pdf_file", self._stored_copy_extension(): "copy_file"}
        name = names.get(extension)
        return name and base64.b64decode(self.with_context(bin_size=False)[name] or b"")

    def _stored_copy_extension(self):
        return (self.copy_filename or "").rpartition(".")[2]

    def action_print(self):
        """The registered PDF itself; of a draft a print marked as one."""
        self.ensure_one()
        if self.pdf_file:
            return self._download("pdf_file", self.pdf_filename)
        return self._print_report().report_action(self, config=False)

    def _print_report(self):
        # sudo: only the administrator reads report actions
        return self.env.ref(self._qweb_report).sudo()

    def action_download_copy(self):
        self.ensure_one()
        if not self.copy_file:
            raise UserError(
                self.env._("There is no editable copy: only the PDF was kept.")
            )
        return self._download("copy_file", self.copy_filename)

    def _download(self, name, filename):
        url = f"/web/content/{self._name}/{self.id}/{name}/{filename}?download=true"
        return {"type": "ir.actions.act_url", "target": "new", "url": url}

    # ---- verifying ----

    def _changed_files(self):
        """Labels of the files that are not what was registered."""
        self.ensure_one()
        record = self.with_context(bin_size=False)
        pairs = (("pdf_file", "pdf_digest"), ("copy_file", "copy_digest"))
        return [
            self._fields[name]._description_string(self.env)
            for name, kept in pairs
            if record[kept]
            and digest(base64.b64decode(record[name] or b"")) != record[kept]
        ]

    def action_verify(self):
        """Count the digests anew and say whether the files are those registered."""
        self.ensure_one()
        changed = self._changed_files()
        message = (
            self.env._("Changed since the registration: %s", ", ".join(changed))
            if changed
            else self.env._("The files are exactly those that were registered.")
        )
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "danger" if changed else "success",
                "message": message,
                "sticky": bool(changed),
            },
        }


def digest(data: bytes) -> str:
    """SHA-256 as programs of any system show it.

    >>> digest(b"")[:16]
    'e3b0c44298fc1c14'
    """
    return hashlib.sha256(data).hexdigest()
