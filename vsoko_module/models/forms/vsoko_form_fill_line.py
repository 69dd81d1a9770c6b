from odoo import api, fields, models
from odoo.exceptions import ValidationError


class VsokoFormFillLine(models.Model):
    """The value of one cell: counted by the system, or typed in where it cannot."""

    _name = "vsoko.form.fill.line"
    _description = "Value of a form"
    _order = "fill_id, id"

    fill_id = fields.Many2one(
        "vsoko.form.fill", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="fill_id.company_id", store=True)
    mark_id = fields.Many2one("vsoko.form.mark", required=True, ondelete="cascade")
    sheet = fields.Char(related="mark_id.sheet")
    cell = fields.Char(related="mark_id.cell")
    code = fields.Char(related="mark_id.code")
    label = fields.Char(related="mark_id.label")
    counted_text = fields.Char(string="Counted", readonly=True)
    typed_text = fields.Char(
        string="Typed in", help="Goes before what was counted; empty: as counted."
    )
    state = fields.Selection(
        [
            ("counted", "Counted"),
            ("typed", "Typed in"),
            ("missing", "No value"),
            ("unknown", "Code not known"),
            ("formula", "Formula is kept"),
            ("nowhere", "No such cell"),
            ("lost", "Check the cell"),
        ],
        compute="_compute_state",
    )

    @api.depends("counted_text", "typed_text", "mark_id.state")
    def _compute_state(self):
        blocked = {"formula": "formula", "missing": "nowhere", "lost": "lost"}
        for line in self:
            if line.mark_id.state in blocked:
                line.state = blocked[line.mark_id.state]
            elif (line.typed_text or "").strip():
                line.state = "typed"
            elif line.counted_text:
                line.state = "counted"
            else:
                unknown = line.mark_id.state == "unknown"
                line.state = "unknown" if unknown else "missing"

    @api.constrains("mark_id", "fill_id")
    def _check_form(self):
        for line in self:
            if line.mark_id.form_id != line.fill_id.form_id:
                raise ValidationError(
                    self.env._("The cell is of another form: fill in the form anew.")
                )

    def _cell_value(self, book):
        """A number or a text; percents as a share where the cell shows them so."""
        text = (self.typed_text or "").strip() or self.counted_text
        value = self.fill_id._number_or_text(text)
        is_percent = text.endswith("%") or (
            not self.typed_text and self.code in self.env["vsoko.figure"]._percents()
        )
        shown = is_percent and book.shows_percents(self.sheet, self.cell)
        return value / 100 if shown and not isinstance(value, str) else value
