from odoo import fields, models
from odoo.fields import Command, Domain

from ...tools.note_conclusions import Conclusion
from ...tools.paragraphs import clean


class VsokoDocument(models.Model):
    """A справка and the conclusions it is about."""

    _inherit = "vsoko.document"

    finding_ids = fields.One2many("vsoko.finding", "document_id", string="Conclusions")
    finding_count = fields.Integer(compute="_compute_finding_count")

    def _compute_finding_count(self):
        counts = dict(
            self.env["vsoko.finding"]._read_group(
                [("document_id", "in", self.ids)], ["document_id"], ["__count"]
            )
        )
        for document in self:
            document.finding_count = counts.get(document, 0)

    def action_view_findings(self):
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "vsoko_module.vsoko_finding_action"
        )
        return action | {
            "domain": [("document_id", "in", self.ids)],
            "context": self._prepare_conclusion(),
        }

    def action_conclude(self):
        """A new conclusion of what the справка shows."""
        self.ensure_one()
        return self.env["vsoko.finding"]._begin(self._prepare_conclusion())

    def _prepare_conclusion(self):
        procedure = self.procedure_id
        begun = self.env["vsoko.finding"]._prepare_of_procedure(procedure)
        return (begun if procedure else {}) | {
            "default_name": self.name,
            "default_document_id": self.id,
            "default_company_id": self.company_id.id,
            "default_year_id": self.year_id.id,
        }

    # ---- conclusions become recommendations ----

    def action_generate(self):
        result = super().action_generate()
        for document in self.filtered(lambda one: one.layout == "note"):
            document._recommend()
        return result

    def _recommend(self):
        """An item of each agreed deficit, unless people write the section themselves.

        An item that is there stays as it is: it may have been mended.
        """
        fresh = self._concluded()
        fresh -= self.item_ids.finding_id if fresh else fresh
        part = self.paragraph_ids.filtered(lambda one: one.code == "recommendations")
        if not fresh or any(part.mapped("is_edited")):
            return
        last = max(self.item_ids.mapped("sequence"), default=90)
        self.env["vsoko.document.item"].create(
            [
                {**one._prepare_item(), "document_id": self.id, "sequence": place}
                for place, one in enumerate(fresh.sorted("id"), last + 1)
            ]
        )

    def _concluded(self):
        """Agreed deficits with a recommendation, of the paper and its procedure."""
        procedure = self.procedure_id
        of_procedure = Domain("procedure_id", "in", procedure.ids)
        return self.env["vsoko.finding"].search(
            (Domain("document_id", "=", self.id) | of_procedure)
            & Domain("state", "=", "agreed")
            & Domain("kind", "=", "deficit")
            & Domain("recommendation", "!=", False)
        )


class VsokoFinding(models.Model):
    _inherit = "vsoko.finding"

    def _prepare_item(self):
        """The recommendation as an item of a paper: to whom, what, by when."""
        return {
            "finding_id": self.id,
            "name": self.recommendation,
            "employee_ids": [Command.set(self.addressee_ids.ids)],
            "term_text": self.term_text,
            "date_deadline": self.date_deadline,
            "expected": self._with_unit(self.expected),
        }

    def _told_in_note(self):
        return Conclusion(
            name=clean(self.name),
            is_practice=self.kind == "practice",
            cause=clean(self.cause_id.name),
            cause_note=clean(self.cause_note),
            repeat_on=self.repeat_on or None,
            repeat_method=clean(self.repeat_method_id.name),
            repeat_people=tuple(self.repeat_employee_ids._vsoko_short_names()),
            repeat_criterion=clean(self.repeat_criterion),
        )
