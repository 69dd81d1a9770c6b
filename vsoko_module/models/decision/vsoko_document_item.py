from odoo import fields, models


class VsokoDocumentItem(models.Model):
    """An item of an order decides something about a conclusion."""

    _inherit = "vsoko.document.item"

    finding_id = fields.Many2one(
        "vsoko.finding",
        string="Conclusion",
        index="btree_not_null",
        ondelete="set null",
        check_company=True,
    )
    decision_ids = fields.One2many("vsoko.decision", "item_id", string="Decisions")
