import base64
import math
import re

from odoo import api, fields, models
from odoo.fields import Command

from ...tools.file_names import file_name
from ...tools.russian import read_number

FILLED = ("counted", "typed")
EXACT = re.compile(r"-?\d+(\.\d+)?(e[+-]?\d{1,3})?")


class VsokoFormFill(models.Model):
    """A form filled in for a term: counted, typed in, left out."""

    _name = "vsoko.form.fill"
    _description = "Filled form"
    _order = "date_to desc, id desc"

    form_id = fields.Many2one(
        "vsoko.form", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="form_id.company_id", store=True, index=True)
    date_from = fields.Date(string="From", required=True)
    date_to = fields.Date(string="To", required=True)
    line_ids = fields.One2many("vsoko.form.fill.line", "fill_id", string="Values")
    filled_count = fields.Integer(string="Filled in", compute="_compute_counts")
    missing_count = fields.Integer(string="Missing", compute="_compute_counts")
    filled_on = fields.Datetime(readonly=True)
    file = fields.Binary(attachment=True, readonly=True)
    filename = fields.Char(compute="_compute_filename")

    _dates_order = models.Constraint(
        "CHECK (date_to >= date_from)",
        "The period ends before it starts: change one of its dates.",
    )

    @api.depends("line_ids.state")
    def _compute_counts(self):
        for fill in self:
            done = fill.line_ids.filtered(lambda line: line.state in FILLED)
            fill.filled_count = len(done)
            fill.missing_count = len(fill.line_ids) - len(done)

    @api.depends("form_id.name", "date_from", "date_to")
    def _compute_filename(self):
        for fill in self:
            fill.filename = file_name(
                fill.form_id.name or "", f"{fill._period()}", "xlsx"
            )

    @api.depends("form_id.name", "date_from", "date_to")
    def _compute_display_name(self):
        for fill in self:
            fill.display_name = f"{fill.form_id.name}, {fill._period()}"

    def _period(self):
        if not self.date_from or not self.date_to:
            return ""
        return f"{self.date_from:%d.%m.%Y} – {self.date_to:%d.%m.%Y}"

    def action_fill(self):
        """Count the figures anew and write them into a copy of the form."""
        for fill in self:
            values = self.env["vsoko.figure"]._values(
                fill.company_id, fill.date_from, fill.date_to
            )
            fill._take_values(values)
            fill._write_file()

    def _take_values(self, values):
        """A line a mark; what was typed by hand is kept."""
        marks = self.form_id.mark_ids
        lines = {line.mark_id: line for line in self.line_ids}
        self.line_ids = [
            Command.create({"mark_id": mark.id}) for mark in marks if mark not in lines
        ]
        for line in self.line_ids:
            value = values.get(line.mark_id.code)
            line.counted_text = "" if value is None else str(value)

    def _write_file(self):
        book = self.form_id._workbook()
        content = book.filled(
            {
                (line.mark_id.sheet, line.mark_id.cell): line._cell_value(book)
                for line in self.line_ids
                if line.state in FILLED
            }
            | self._emptied(book)
        )
        self.write(
            {"file": base64.b64encode(content), "filled_on": fields.Datetime.now()}
        )

    def _emptied(self, book):
        """A mark that is not filled in does not go out to the municipality."""
        bare = self.line_ids.filtered(lambda line: line.state in ("missing", "unknown"))
        places = ((line.mark_id.sheet, line.mark_id.cell) for line in bare)
        return {place: "" for place in places if self._is_mark(book, place)}

    def _is_mark(self, book, place):
        cell = book.cell(*place)
        return bool(cell and cell.text.strip().startswith("{"))

    @api.model
    def _number_or_text(self, text):
        number = read_number(text)
        if number is None and EXACT.fullmatch(text):  # 1e-05, as Python writes it
            number = float(text)
        if number is None or not math.isfinite(number):
            return text
        return int(number) if number == int(number) else number
