from odoo import fields, models

QUORUMS = [
    ("none", "Not checked"),
    ("half", "More than a half"),
    ("two_thirds", "At least two thirds"),
    ("three_quarters", "At least three quarters"),
]


class VsokoBody(models.Model):
    """How many members make a meeting valid: by the charter of each school."""

    _inherit = "vsoko.body"

    quorum = fields.Selection(
        QUORUMS,
        company_dependent=True,
        help="By the charter of the school; empty: not checked.",
    )
    meeting_ids = fields.One2many("vsoko.meeting", "body_id", string="Meetings")
