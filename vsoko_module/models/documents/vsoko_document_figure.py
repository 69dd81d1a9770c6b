from odoo import api, fields, models

from ...tools.passports import row_changes


class VsokoDocumentFigure(models.Model):
    """A figure of a paper with its passport: formula, rows, the moment it was taken.

    What the records say later is compared with it; the figure itself stays.
    """

    _name = "vsoko.document.figure"
    _description = "Figure of a document"
    _order = "document_id, id"

    document_id = fields.Many2one(
        "vsoko.document", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="document_id.company_id", store=True)
    code = fields.Char(required=True)
    name = fields.Char(string="Figure", required=True)
    value = fields.Float(digits=False)
    value_text = fields.Char(string="On the paper")
    unit = fields.Char()
    formula = fields.Text()
    rows = fields.Json(export_string_translation=False)
    row_count = fields.Integer(string="Rows", compute="_compute_row_count")
    rows_text = fields.Text(string="Rows of data", compute="_compute_row_count")
    cutoff = fields.Datetime(string="Data as of", default=fields.Datetime.now)
    # what the records say now
    current_text = fields.Char(string="Now", compute="_compute_current")
    is_different = fields.Boolean(compute="_compute_current")
    change_text = fields.Text(string="What has changed", compute="_compute_current")

    @api.depends("rows")
    def _compute_row_count(self):
        for figure in self:
            rows = figure.rows or []
            figure.row_count = len(rows)
            figure.rows_text = "\n".join(
                f"{row.get('label', '')}: {row.get('value', '')}" for row in rows
            )

    @api.depends_context("uid")
    @api.depends("document_id", "code", "value_text")
    def _compute_current(self):
        for document, figures in self.grouped("document_id").items():
            now = {one["code"]: one for one in document._measured()}
            for figure in figures:
                current = now.get(figure.code, {})
                figure.current_text = current.get("value_text", self.env._("no data"))
                figure.is_different = figure.current_text != figure.value_text
                figure.change_text = "\n".join(
                    document._row_change_text(change)
                    for change in row_changes(figure.rows, current.get("rows"))
                )
