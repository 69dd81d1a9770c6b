from odoo import api, fields, models
from odoo.tools import format_date


class VsokoRegulation(models.Model):
    """A norm or a local act with number, date and edition, for papers to refer to."""

    _name = "vsoko.regulation"
    _description = "Regulation or local act"
    _order = "sequence, date desc, id"
    _rec_names_search = ["name", "number"]

    name = fields.Char(required=True)
    kind = fields.Selection(
        [
            ("law", "Law"),
            ("decree", "Decree"),
            ("resolution", "Resolution"),
            ("order", "Order"),
            ("directive", "Directive"),
            ("letter", "Letter"),
            ("concept", "Concept"),
            ("rules", "Sanitary rules"),
            ("local", "Local act"),
        ],
        required=True,
        default="local",
    )
    number = fields.Char()
    date = fields.Date()
    issuer = fields.Char()
    edition = fields.Char(help="The edition in force, or what replaced the act.")
    url = fields.Char(string="Link")
    sequence = fields.Integer(default=100)
    active = fields.Boolean(default=True)
    company_id = fields.Many2one(
        "res.company", string="School", default=lambda self: self.env.company
    )

    @api.depends("name", "number", "date")
    def _compute_display_name(self):
        for act in self:
            date = format_date(self.env, act.date, date_format="dd.MM.yyyy")
            parts = [date and f"от {date}", act.number and f"№ {act.number}"]
            tail = " ".join(filter(None, parts))
            act.display_name = f"{act.name} ({tail})" if tail else act.name
