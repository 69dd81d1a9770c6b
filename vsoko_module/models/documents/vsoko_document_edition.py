from markupsafe import Markup

from odoo import api, fields, models

from ...tools.comparison import compared


class VsokoDocumentEdition(models.Model):
    """The text of a draft as it was at a moment, to be compared with the others."""

    _name = "vsoko.document.edition"
    _description = "Edition of a document"
    _order = "document_id, number desc"

    document_id = fields.Many2one(
        "vsoko.document", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="document_id.company_id", store=True)
    number = fields.Integer(string="Edition", required=True)
    occasion = fields.Char(required=True)
    user_id = fields.Many2one("res.users", string="By", required=True)
    text = fields.Text(readonly=True)
    changes = fields.Html(
        string="Changes since the edition before",
        compute="_compute_changes",
        sanitize=False,
    )

    _number_uniq = models.Constraint(
        "UNIQUE (document_id, number)", "The document already has this edition."
    )

    @api.depends("number", "create_date")
    def _compute_display_name(self):
        for edition in self:
            edition.display_name = self.env._("Edition %s", edition.number)

    @api.depends("text", "document_id.edition_ids.text")
    def _compute_changes(self):
        for edition in self:
            older = edition.document_id.edition_ids.filtered(
                lambda one, number=edition.number: one.number < number
            ).sorted("number")[-1:]
            edition.changes = older._compared_with(edition.text)

    def _compared_with(self, text):
        """HTML of what was taken out and put in; every fragment is escaped."""
        marks = {"insert": Markup("<ins>%s</ins>"), "delete": Markup("<del>%s</del>")}
        paragraphs = compared((self.text or "").splitlines(), (text or "").splitlines())
        return Markup().join(
            Markup("<p>%s</p>")
            % Markup().join(
                marks.get(kind, Markup("%s")) % words for kind, words in fragments
            )
            for fragments in paragraphs
        )
