from odoo import api, fields, models

from ..models.documents.vsoko_quality_rule import LEVELS

# Short forms: only what a remark may be about
VIEWS = {
    "vsoko.document": "vsoko_document_view_form_short",
    "vsoko.document.item": "vsoko_document_item_view_form_short",
    "vsoko.document.paragraph": "vsoko_document_paragraph_view_form_short",
}


class VsokoQualityIssue(models.TransientModel):
    """A remark on the text of a paper; it opens the place where it is mended."""

    _name = "vsoko.quality.issue"
    _description = "Remark on a text"
    _order = "sequence, id"

    document_id = fields.Many2one("vsoko.document", required=True, ondelete="cascade")
    sequence = fields.Integer()
    rule_id = fields.Many2one("vsoko.quality.rule", required=True, ondelete="cascade")
    level = fields.Selection(LEVELS, required=True)
    message = fields.Text(required=True)
    excerpt = fields.Char(string="Words")
    explanation = fields.Text(related="rule_id.explanation", related_sudo=False)
    res_model = fields.Char(required=True)
    res_id = fields.Integer(required=True)
    is_mended = fields.Boolean(string="Mended", compute="_compute_is_mended")

    @api.depends("document_id")
    def _compute_is_mended(self):
        """Whether the rule finds nothing in that place any more."""
        for document, issues in self.grouped("document_id").items():
            left = {
                (line.rule, line.record._name, line.record.id)
                for line in document._quality_lines()
            }
            for issue in issues:
                place = (issue.rule_id, issue.res_model, issue.res_id)
                issue.is_mended = place not in left

    @api.model
    def _list(self, document):
        """The remarks of now as records; those of the last time are gone."""
        self.search([("document_id", "=", document.id)]).unlink()
        return self.create(
            [
                {
                    "document_id": document.id,
                    "sequence": number,
                    "rule_id": line.rule.id,
                    "level": line.level,
                    "message": line.message,
                    "excerpt": line.excerpt,
                    "res_model": line.record._name,
                    "res_id": line.record.id,
                }
                for number, line in enumerate(document._quality_lines(), 1)
            ]
        )

    def _action(self, document):
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "vsoko_module.vsoko_quality_issue_action"
        )
        return action | {
            "domain": [("document_id", "=", document.id)],
            "context": {"document_id": document.id},
        }

    def action_again(self):
        """Check the text anew: what is mended is gone from the list, which stays open.

        The button stands above the list, so that nothing need be chosen in it.
        """
        document = self.env["vsoko.document"].browse(self.env.context["document_id"])
        document.check_access("write")
        self._list(document)

    def action_open(self):
        """The item, the section or the paper itself, in a dialog."""
        self.ensure_one()
        record = self.env[self.res_model].browse(self.res_id).exists()
        record = record or self.document_id
        record.check_access("read")
        view = self.env.ref(f"vsoko_module.{VIEWS[record._name]}")
        return record._get_records_action(
            name=self.rule_id.name, target="new", views=[(view.id, "form")]
        )
