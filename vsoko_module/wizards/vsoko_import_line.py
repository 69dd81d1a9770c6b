from odoo import fields, models
from odoo.fields import Command


class VsokoImportLine(models.TransientModel):
    """A row of the file: what it says and whether it can be imported."""

    _name = "vsoko.import.line"
    _description = "Row of an imported file"
    _order = "id"

    import_id = fields.Many2one("vsoko.import", required=True, ondelete="cascade")
    table_name = fields.Char(string="Table", readonly=True)
    row = fields.Integer(readonly=True)
    state = fields.Selection(
        [("ok", "Understood"), ("warning", "Remark"), ("error", "Not imported")],
        required=True,
        readonly=True,
    )
    message = fields.Text(string="What to look at", readonly=True)
    values = fields.Json(readonly=True, export_string_translation=False)
    # what the user looks at
    name = fields.Text(string="Content", readonly=True)
    block = fields.Char(string="Direction", readonly=True)
    meeting = fields.Text(readonly=True)
    term = fields.Char(readonly=True)
    date_start = fields.Date(string="From", readonly=True)
    date_end = fields.Date(string="Deadline", readonly=True)
    roles = fields.Text(string="Responsible", readonly=True)
    outcomes = fields.Text(string="Form of result", readonly=True)

    def _prepare_procedure(self, plan, blocks, roles, sequence):
        """Values of the procedure; roles are found anew, the user may have taught."""
        row = self.values
        block = blocks.get((row["block"], row["direction"]))
        texts = ("method_text", "role_text", "outcome_text", "body_text", "note")
        plain = ("number", "name", "object", "month", "term_text", *texts)
        links = ("method_ids", "outcome_ids", "body_ids")
        return {
            **{name: row[name] for name in plain},
            **{name: [Command.set(row[name])] for name in links},
            "plan_id": plan.id,
            "sequence": sequence,
            "block_id": row["block_id"] or (block and block.id),
            "role_ids": [Command.set(roles(row["role_text"])[0])],
            "step_ids": [
                Command.create({"name": name, "sequence": number})
                for number, name in enumerate(row["steps"], 1)
            ],
            "source_key": row["key"],
        }
