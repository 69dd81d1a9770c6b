from odoo import fields, models

# More steps than these nobody tells apart in a lesson; a phone shows a button for each.
MOST_POINTS = 5


class VsokoSheetLine(models.Model):
    _name = "vsoko.sheet.line"
    _description = "Line of an observation sheet"
    _order = "sheet_id, sequence, id"

    sheet_id = fields.Many2one(
        "vsoko.sheet", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="sheet_id.company_id", store=True)
    sequence = fields.Integer(default=10)
    section = fields.Char()
    name = fields.Char(string="What is looked at", required=True)
    max_points = fields.Integer(string="Most points", required=True, default=2)

    _points_range = models.Constraint(
        f"CHECK (max_points BETWEEN 1 AND {MOST_POINTS})",
        "A line has from 1 to 5 points.",
    )
