import base64

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tools import file_open

from odoo.addons.vsoko_module.tools.file_problem import FileProblem
from odoo.addons.vsoko_module.tools.office import convert, office_path

from ..tools.fill import fill, try_on
from ..tools.paper_sample import sample_paper
from ..tools.template_problem import TemplateProblem
from ..tools.word_marks import mark_names, part_names


class VsokoDocumentTemplate(models.Model):
    """The school's own look of a paper: checked by printing a sample."""

    _name = "vsoko.document.template"
    _description = "Template of papers"
    _order = "layout, sequence, id"

    name = fields.Char(required=True)
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    company_id = fields.Many2one(
        "res.company",
        string="School",
        required=True,
        index=True,
        default=lambda self: self.env.company,
    )
    layout = fields.Selection(
        lambda self: self._layouts(), required=True, default="order"
    )
    kind_ids = fields.Many2many(
        "vsoko.document.kind",
        string="Only for the kinds",
        domain="[('layout', '=', layout)]",
        help="Empty: for all papers of this look.",
    )
    file = fields.Binary(
        attachment=True, help="Empty: the template that is shipped, to begin with."
    )
    filename = fields.Char()
    odt_file = fields.Binary(
        string="As it is used",
        attachment=True,
        readonly=True,
        help="A Word file is turned into ODT once, when it is uploaded.",
    )
    mark_help = fields.Text(string="Marks", compute="_compute_mark_help")
    part_help = fields.Text(string="Marks of parts", compute="_compute_mark_help")

    # to begin with, and how it comes out
    shipped_odt = fields.Binary(string="For LibreOffice", compute="_compute_shipped")
    shipped_odt_name = fields.Char(compute="_compute_shipped_names")
    shipped_docx = fields.Binary(string="For Word", compute="_compute_shipped")
    shipped_docx_name = fields.Char(compute="_compute_shipped_names")
    sample_file = fields.Binary(string="Sample paper", compute="_compute_sample_file")
    sample_name = fields.Char(compute="_compute_shipped_names")

    @api.model
    def _layouts(self):
        kinds = self.env["vsoko.document.kind"]
        return kinds._fields["layout"]._description_selection(self.env)

    @api.depends("layout")
    def _compute_shipped_names(self):
        for template in self:
            template.shipped_odt_name = f"{template.layout}.odt"
            template.shipped_docx_name = f"{template.layout}.docx"
            template.sample_name = "sample.pdf" if office_path() else "sample.odt"

    @api.depends("layout")
    def _compute_shipped(self):
        for template in self:
            odt, docx = template._shipped_file("odt"), template._shipped_file("docx")
            template.shipped_odt = base64.b64encode(odt)
            template.shipped_docx = base64.b64encode(docx)

    @api.depends("layout", "odt_file")
    def _compute_sample_file(self):
        for template in self:
            template.sample_file = base64.b64encode(template._sample_file())

    def _compute_mark_help(self):
        self.mark_help = ", ".join(mark_names())
        self.part_help = ", ".join(part_names())

    # ---- upload ----

    @api.model_create_multi
    def create(self, vals_list):
        templates = super().create(vals_list)
        for template in templates.filtered(lambda one: not one.file):
            template._begin_with_shipped()
        templates._take_file()
        return templates

    def _begin_with_shipped(self):
        self.filename = self.shipped_odt_name
        self.file = base64.b64encode(self._shipped_file("odt"))

    def write(self, vals):
        if "odt_file" in vals and not self.env.su:
            raise AccessError(self.env._("A template is changed by uploading a file."))
        result = super().write(vals)
        if {"file", "layout"} & vals.keys():
            self._take_file()
        return result

    def _take_file(self):
        """Turn the file into ODT and print a sample by it, or refuse it."""
        for template in self:
            source = base64.b64decode(template.with_context(bin_size=False).file)
            try:
                odt = template._as_odt(source)
                try_on(odt, template.layout)
            except TemplateProblem as problem:
                raise ValidationError(self._sentence(problem)) from problem
            # sudo: what is used is written here and nowhere else, once it is tried
            template.sudo().odt_file = base64.b64encode(odt)

    def _as_odt(self, source):
        name = (self.filename or "").lower()
        if name.endswith(".odt"):
            return source
        if not name.endswith(".docx"):
            raise TemplateProblem("not_odt")
        try:
            return convert(source, "docx", "odt")
        except FileProblem as problem:
            raise TemplateProblem("not_docx", problem.code) from problem

    # ---- use ----

    @api.model
    def _template_of(self, document):
        """The ODT of the school's own template for this paper, or nothing."""
        found = self.search(
            [
                ("company_id", "=", document.company_id.id),
                ("layout", "=", document.layout),
            ]
        )
        named = found.filtered(lambda one: document.kind_id in one.kind_ids)
        template = (named or found.filtered(lambda one: not one.kind_ids))[:1]
        data = template.with_context(bin_size=False).odt_file
        return base64.b64decode(data) if data else b""

    def _sample_file(self):
        """The sample paper by this template: PDF, without LibreOffice ODT."""
        template = base64.b64decode(self.with_context(bin_size=False).odt_file or b"")
        if not template:
            return b""
        odt = fill(template, sample_paper(self.layout))
        return self._convert_or_refuse(odt, "pdf") if office_path() else odt

    def _shipped_file(self, extension):
        """The shipped template; for Word one with marks: fields do not survive."""
        name = f"{'document' if extension == 'odt' else 'marks'}_{self.layout}.odt"
        with file_open(f"vsoko_reports/report/odt/{name}", "rb") as file:
            odt = file.read()
        if extension == "odt" or not office_path():
            return odt
        return self._convert_or_refuse(odt, extension)

    def _convert_or_refuse(self, odt, extension):
        try:
            return convert(odt, "odt", extension)
        except FileProblem as problem:
            raise UserError(
                self.env._("LibreOffice has not made the file: try again.")
            ) from problem
