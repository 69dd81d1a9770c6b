from odoo import api, fields, models

from ...tools.form_cells import neighbours


class VsokoFormMark(models.Model):
    """A cell of a form and the code of the figure that goes there."""

    _name = "vsoko.form.mark"
    _description = "Mark of a form"
    _order = "form_id, sheet, id"

    form_id = fields.Many2one(
        "vsoko.form", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="form_id.company_id", store=True)
    sheet = fields.Char(required=True)
    cell = fields.Char(required=True, help="For example B5.")
    code = fields.Char(
        required=True, help="Of the list of codes; what it does not know is typed in."
    )
    label = fields.Char(string="Words beside the cell", readonly=True)
    state = fields.Selection(
        [
            ("ok", "Ready"),
            ("unknown", "Code not known: typed in by hand"),
            ("formula", "There is a formula in the cell"),
            ("missing", "There is no such cell"),
        ],
        default="ok",
        readonly=True,
    )

    _cell_uniq = models.Constraint(
        "UNIQUE (form_id, sheet, cell)", "This cell is marked already."
    )

    @api.model_create_multi
    def create(self, vals_list):
        return super().create([self._tidy(vals) for vals in vals_list])

    def write(self, vals):
        result = super().write(self._tidy(vals))
        if {"sheet", "cell", "code"} & vals.keys():
            self.form_id._describe_marks()
        return result

    @api.model
    def _tidy(self, vals):
        """«{код}» and «b5» as they are kept: код, B5."""
        tidy = dict(vals)
        if tidy.get("code"):
            tidy["code"] = tidy["code"].strip(" {}")
        if tidy.get("cell"):
            tidy["cell"] = tidy["cell"].strip().upper().replace("$", "")
        return tidy

    @api.model
    def _place(self, moves):
        """Put each mark of ``{mark: cell}`` into its cell, one after another freed."""
        for mark in moves:
            super(VsokoFormMark, mark).write({"cell": f"#{mark.id}"})
        self.flush_model(["cell"])
        for mark, cell in moves.items():
            super(VsokoFormMark, mark).write({"cell": cell})

    def _describe(self, book, cells):
        """Say of each mark whether it can be filled in, and by what it is known."""
        catalogue = self.env["vsoko.figure"]._catalogue()
        for mark in self:
            cell = book.cell(mark.sheet, mark.cell)
            state = "ok" if mark.code in catalogue else "unknown"
            if cell is None:
                state = "missing"
            elif cell.is_formula:
                state = "formula"
            label = neighbours(cells, mark.sheet, mark.cell) or mark.label
            super(VsokoFormMark, mark).write({"state": state, "label": label})
