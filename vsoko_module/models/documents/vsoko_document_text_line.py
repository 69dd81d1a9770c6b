from odoo import fields, models

from ...tools.placeholders import filled


class VsokoDocumentTextLine(models.Model):
    """An item of a ready text: to whom, what, by when."""

    _name = "vsoko.document.text.line"
    _description = "Item of a ready text"
    _order = "text_id, sequence, id"

    text_id = fields.Many2one(
        "vsoko.document.text", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="text_id.company_id", store=True)
    sequence = fields.Integer(default=10)
    people = fields.Selection(
        [
            ("none", "Nobody"),
            ("executor", "Who prepared the plan or the paper"),
            ("procedure", "People of the procedure"),
            ("plan", "People of the plan"),
            ("role", "A post"),
        ],
        string="To whom",
        required=True,
        default="none",
    )
    role_id = fields.Many2one("vsoko.role", string="Post")
    name = fields.Text(string="What", required=True)
    term_text = fields.Char(string="Term")
    is_task = fields.Boolean(string="Task")

    def _prepare_item(self, document, values):
        people = self._people_of(document)
        return {
            "document_id": document.id,
            "sequence": self.sequence,
            "name": filled(self.name, values),
            "term_text": filled(self.term_text, values),
            "employee_ids": [(6, 0, people.ids)],
            "is_task": self.is_task,
        }

    def _people_of(self, document):
        plan = document.plan_id or document.procedure_id.plan_id
        nobody = document.executor_id.browse()
        if self.people == "role":
            return document._holder_of(self.role_id) or nobody
        return {
            "executor": plan.employee_id or document.executor_id,
            "procedure": document.procedure_id.employee_ids,
            "plan": plan.procedure_ids.employee_ids,
        }.get(self.people, nobody)
