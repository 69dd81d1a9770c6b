from odoo import fields, models


class VsokoDocumentAgenda(models.Model):
    """A question of minutes: heard, spoke, decided, how they voted."""

    _name = "vsoko.document.agenda"
    _inherit = "vsoko.document.part.mixin"
    _description = "Question of minutes"
    _order = "document_id, sequence, id"
    _check_company_auto = True

    document_id = fields.Many2one(
        "vsoko.document", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="document_id.company_id", store=True)
    sequence = fields.Integer(default=10)
    name = fields.Text(required=True)
    speaker_id = fields.Many2one("hr.employee", check_company=True)
    heard = fields.Text(string="What was said")
    spoke = fields.Text(string="Who spoke and of what")
    item_ids = fields.One2many("vsoko.document.item", "agenda_id", string="Decided")
    decided = fields.Text(
        string="Decided, in words", help="A decision that names no person and no term."
    )
    vote_for = fields.Integer(string="For", aggregator=None)
    vote_against = fields.Integer(string="Against", aggregator=None)
    vote_abstained = fields.Integer(string="Abstained", aggregator=None)

    _votes_positive = models.Constraint(
        "CHECK (vote_for >= 0 AND vote_against >= 0 AND vote_abstained >= 0)",
        "Votes cannot be negative.",
    )
