import base64

from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Command

from ...tools.file_problem import FileProblem
from ...tools.form_cells import Workbook, mark_of, neighbours
from ...wizards.file_sentences import file_sentence


class VsokoForm(models.Model):
    """A form of the municipality: its own workbook, marked once, filled each term."""

    _name = "vsoko.form"
    _inherit = ["vsoko.upload.mixin"]
    _description = "Form of the municipality"
    _order = "name, id"

    name = fields.Char(required=True)
    active = fields.Boolean(default=True)
    company_id = fields.Many2one(
        "res.company",
        string="School",
        required=True,
        index=True,
        default=lambda self: self.env.company,
    )
    file = fields.Binary(required=True, attachment=True)
    filename = fields.Char()
    note = fields.Text(string="Who asks for it, when it is due")
    mark_ids = fields.One2many("vsoko.form.mark", "form_id", string="Marks")
    fill_ids = fields.One2many("vsoko.form.fill", "form_id", string="Filled copies")
    fill_count = fields.Integer(compute="_compute_counts")
    problem_count = fields.Integer(compute="_compute_counts")
    code_help = fields.Text(string="Codes", compute="_compute_code_help")

    @api.depends("mark_ids.state", "fill_ids")
    def _compute_counts(self):
        for form in self:
            form.fill_count = len(form.fill_ids)
            form.problem_count = len(
                form.mark_ids.filtered(lambda mark: mark.state != "ok")
            )

    def _compute_code_help(self):
        catalogue = self.env["vsoko.figure"]._catalogue()
        said = [f"{{{code}}} – {name}" for code, name in catalogue.items()]
        self.code_help = "\n".join(said)

    @api.model_create_multi
    def create(self, vals_list):
        forms = super().create(vals_list)
        forms._read_file()
        return forms

    def write(self, vals):
        result = super().write(vals)
        if "file" in vals:
            self._read_file()
        return result

    # ---- the file ----

    def _workbook(self):
        """The workbook of the form, or a sentence why it cannot be taken."""
        self.ensure_one()
        name = self.filename or self.name
        if not name.lower().endswith(".xlsx") and self.filename:
            raise ValidationError(
                self.env._(
                    "«%s» is not taken: save the form as an Excel workbook "
                    "(.xlsx) without macros.",
                    name,
                )
            )
        data = base64.b64decode(self.with_context(bin_size=False).file)
        try:
            return Workbook(data)
        except FileProblem as problem:
            raise ValidationError(file_sentence(self.env, problem, name)) from problem

    def _read_file(self):
        """Marks written into the cells, and those of the list that still fit."""
        self._check_upload("file", "filename")
        for form in self:
            book = form._workbook()
            cells = book.cells()
            form._move_along(cells)
            known = {(mark.sheet, mark.cell) for mark in form.mark_ids}
            form.mark_ids = [
                Command.create(
                    {
                        "sheet": cell.sheet,
                        "cell": cell.address,
                        "code": mark_of(cell.text),
                        "label": neighbours(cells, cell.sheet, cell.address),
                    }
                )
                for cell in cells
                if mark_of(cell.text) and (cell.sheet, cell.address) not in known
            ]
            form.mark_ids._describe(book, cells)

    def _move_along(self, cells):
        """In a new edition of the file a mark goes with the words beside its cell."""
        places = {}
        for cell in cells:
            label = neighbours(cells, cell.sheet, cell.address)
            places.setdefault((cell.sheet, label), cell.address)
        moves = {
            mark: places[mark.sheet, mark.label]
            for mark in self.mark_ids.filtered("label")
            if neighbours(cells, mark.sheet, mark.cell) != mark.label
            and (mark.sheet, mark.label) in places
        }
        self.env["vsoko.form.mark"]._place(moves)

    def _describe_marks(self):
        for form in self:
            book = form._workbook()
            form.mark_ids._describe(book, book.cells())

    def action_fill(self):
        """A copy for the last finished month, to be changed on the screen."""
        self.ensure_one()
        today = fields.Date.context_today(self)
        first = fields.Date.subtract(fields.Date.start_of(today, "month"), months=1)
        copy = self.env["vsoko.form.fill"].create(
            {
                "form_id": self.id,
                "date_from": first,
                "date_to": fields.Date.end_of(first, "month"),
            }
        )
        copy.action_fill()
        return copy._get_records_action()

    def action_view_fills(self):
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "vsoko_module.vsoko_form_fill_action"
        )
        return action | {
            "domain": [("form_id", "=", self.id)],
            "context": {"default_form_id": self.id},
        }
