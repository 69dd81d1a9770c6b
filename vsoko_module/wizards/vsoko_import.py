import base64
import hashlib

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..models.forms.file_sentences import file_sentence
from ..tools.file_problem import FileProblem
from ..tools.tables import read_tables


class VsokoImport(models.TransientModel):
    """A school's own file: read, shown as it was understood, then imported at once.

    Each kind of file has its ``_preview_<kind>(tables)`` and ``_import_<kind>()``.
    """

    _name = "vsoko.import"
    _description = "Import of a file"

    # the file
    kind = fields.Selection([("plan", "Plan")], required=True, default="plan")
    file = fields.Binary(attachment=False)
    filename = fields.Char()
    company_id = fields.Many2one(
        "res.company",
        string="School",
        required=True,
        readonly=True,
        default=lambda self: self.env.company,
    )
    year_id = fields.Many2one(
        "vsoko.academic.year",
        string="School year",
        domain="[('company_id', '=', company_id)]",
        help="Empty: the year named in the file, else the current one.",
    )
    plan_id = fields.Many2one(
        "vsoko.plan",
        string="Add to the plan",
        domain="[('company_id', '=', company_id), ('state', '=', 'draft'),"
        " ('is_template', '=', False)]",
        help="Empty: a new plan is made of the file.",
    )
    # how it was understood
    state = fields.Selection(
        [("upload", "File"), ("preview", "Preview")], default="upload", required=True
    )
    column_ids = fields.One2many("vsoko.import.column", "import_id", string="Columns")
    line_ids = fields.One2many("vsoko.import.line", "import_id", string="Rows")
    phrase_ids = fields.One2many(
        "vsoko.import.phrase", "import_id", string="Unknown roles"
    )
    title = fields.Char(readonly=True)
    start_year = fields.Integer(readonly=True, export_string_translation=False)
    framework_id = fields.Many2one(
        "vsoko.framework", domain="[('company_id', 'in', [False, company_id])]"
    )
    summary = fields.Text(readonly=True)
    ok_count = fields.Integer(string="Understood", compute="_compute_counts")
    warning_count = fields.Integer(string="With remarks", compute="_compute_counts")
    error_count = fields.Integer(string="Not imported", compute="_compute_counts")

    @api.depends("line_ids.state")
    def _compute_counts(self):
        for wizard in self:
            states = wizard.line_ids.mapped("state")
            wizard.ok_count = states.count("ok")
            wizard.warning_count = states.count("warning")
            wizard.error_count = states.count("error")

    def action_preview(self):
        """Read the file and show row by row how it was understood; writes nothing."""
        self.ensure_one()
        tables = self._read_tables()
        getattr(self, f"_preview_{self.kind}")(tables)
        self.state = "preview"

    def action_import(self):
        """Import rows without errors at once; return the action that shows them."""
        self.ensure_one()
        if self.state != "preview":
            self.action_preview()
        if not self.ok_count + self.warning_count:
            raise UserError(
                self.env._(
                    "Nothing to import from «%(file)s»: %(summary)s",
                    file=self.filename,
                    summary=self.summary or "",
                )
            )
        return getattr(self, f"_import_{self.kind}")()

    def action_back(self):
        """Choose another file: what was understood of this one is forgotten."""
        self.write({"state": "upload", "file": False, "filename": False})
        self.column_ids = self.line_ids = self.phrase_ids = False

    def _read_tables(self):
        name = self.filename or self.env._("file")
        try:
            return read_tables(self._content(), name)
        except FileProblem as problem:
            raise UserError(self._file_sentence(problem, name)) from problem

    def _file_sentence(self, problem, name):
        """What is wrong with a file, in words of its kind."""
        return file_sentence(self.env, problem, name)

    @api.depends("filename")
    def _compute_display_name(self):
        for wizard in self:
            wizard.display_name = wizard.filename or self.env._("New file")

    def _content(self):
        return base64.b64decode(self.with_context(bin_size=False).file or b"")

    def _digest(self):
        return hashlib.sha256(self._content()).hexdigest()
