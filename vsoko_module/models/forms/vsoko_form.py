import base64

from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Command

from ...tools.cell_words import Words, is_words, mark_of, the_same_cell
from ...tools.file_problem import FileProblem
from ...tools.form_cells import Workbook
from .file_sentences import file_sentence


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
            words = Words(cells)
            form._move_along(cells, words)
            form._take_written(cells, words)
            form.mark_ids._describe(book, words)

    def _take_written(self, cells, words):
        """What is written into a cell goes before what the list said of it."""
        known = {(mark.sheet, mark.cell): mark for mark in self.mark_ids}
        commands = []
        for cell in cells:
            code = mark_of(cell.text)
            mark = known.get((cell.sheet, cell.address))
            label = words.beside(cell.sheet, cell.address)
            values = {"sheet": cell.sheet, "cell": cell.address, "code": code}
            if code and not mark:
                commands.append(Command.create(values | {"label": label}))
            elif code and (mark.code, mark.label) != (code, label):
                mark._put({"code": code, "label": label})
        self.mark_ids = commands

    def _move_along(self, cells, words):
        """In a new edition of the file a mark goes with the words beside its cell.

        Where two cells of a column have the same words nobody knows which was meant:
        the mark stays and is reported.
        """
        places = {}
        for cell in cells:
            if not is_words(cell.text):
                label = words.beside(cell.sheet, cell.address)
                places.setdefault((cell.sheet, label), []).append(cell.address)
        lost = self.mark_ids.filtered(
            lambda mark: (
                mark.label and words.beside(mark.sheet, mark.cell) != mark.label
            )
        )
        taken = {(mark.sheet, mark.cell) for mark in self.mark_ids - lost}
        moves = {}
        for mark in lost:
            found = the_same_cell(mark.cell, places.get((mark.sheet, mark.label), []))
            if found and (mark.sheet, found) not in taken:
                taken.add((mark.sheet, found))
                moves[mark] = found
        self.env["vsoko.form.mark"]._place(moves)

    def _describe_marks(self):
        for form in self:
            book = form._workbook()
            form.mark_ids._describe(book, Words(book.cells()))

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
