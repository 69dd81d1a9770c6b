from odoo import api, fields, models


class VsokoDocument(models.Model):
    """Minutes of a body and excerpts from them."""

    _inherit = "vsoko.document"

    body_id = fields.Many2one("vsoko.body")
    chair_id = fields.Many2one(
        "hr.employee",
        check_company=True,
        default=lambda self: self.env.user.employee_id.browse(),
    )
    secretary_id = fields.Many2one("hr.employee", check_company=True)
    present_ids = fields.Many2many(
        "hr.employee",
        "vsoko_document_present_rel",
        check_company=True,
    )
    present_count = fields.Integer(
        string="Number present",
        compute="_compute_present_count",
        store=True,
        readonly=False,
        aggregator=None,
    )
    absent_ids = fields.Many2many(
        "hr.employee", "vsoko_document_absent_rel", check_company=True
    )
    invited = fields.Text()
    agenda_ids = fields.One2many("vsoko.document.agenda", "document_id", copy=True)
    # an excerpt
    source_id = fields.Many2one(
        "vsoko.document",
        string="Excerpt from",
        ondelete="restrict",
        index="btree_not_null",
        check_company=True,
        domain="[('layout', '=', 'minutes'), ('state', '=', 'registered'),"
        " ('company_id', '=', company_id)]",
    )
    source_agenda_ids = fields.Many2many(
        "vsoko.document.agenda",
        string="Questions of the excerpt",
        domain="[('document_id', '=', source_id)]",
    )

    @api.depends("present_ids")
    def _compute_present_count(self):
        for document in self:
            document.present_count = len(document.present_ids) or document.present_count
