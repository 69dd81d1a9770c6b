from odoo import api, fields, models


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
            ("lost", "Other words stand beside the cell: check it"),
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
        if self.env.context.get("vsoko_described"):
            return super().write(vals)
        if {"sheet", "cell"} & vals.keys():  # chosen anew, so known anew
            vals = {**vals, "label": False}
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
            mark._put({"cell": f"#{mark.id}"})
        self.flush_model(["cell"])
        for mark, cell in moves.items():
            mark._put({"cell": cell})

    def _describe(self, book, words):
        """Say of each mark whether it can be filled in, and by what it is known."""
        catalogue = self.env["vsoko.figure"]._catalogue()
        for mark in self:
            label = words.beside(mark.sheet, mark.cell)
            state = mark._state(book, label, catalogue)
            # A lost mark keeps its words, so that the person sees what is sought
            kept = mark.label if state == "lost" else label or mark.label
            mark._put({"state": state, "label": kept})

    def _state(self, book, label, catalogue):
        cell = book.cell(self.sheet, self.cell)
        if cell is None:
            return "missing"
        if cell.is_formula:
            return "formula"
        if self.label and self.label != label:
            return "lost"
        return "ok" if self.code in catalogue else "unknown"

    def _put(self, vals):
        """Write without describing the marks of the form once more."""
        return self.with_context(vsoko_described=True).write(vals)

    def action_keep(self):
        """The person has looked: the cell is right, its words have changed."""
        self._put({"label": False})
        self.form_id._describe_marks()
