from odoo import api, fields, models
from odoo.tools import SQL

COLUMNS = {
    "folder_id": "int4",
    "company_id": "int4",
    "sequence": "int4",
    "stage_id": "int4",
    "weight": "int4",
    "state": "varchar",
    "reason": "varchar",
    "done": "int4",
    "whole": "int4",
    "finding_id": "int4",
    "act_id": "int4",
    "target_model": "varchar",
    "target_id": "int4",
    "date": "date",
}


class VsokoFolderLine(models.Model):
    """A row of the check: a stage of a problem, an act, a share of the whole school.

    What it says is worked out when it is read, in the language of the reader.
    """

    _name = "vsoko.folder.line"
    _description = "Row of the folder"
    _order = "folder_id, sequence, id"

    folder_id = fields.Many2one(
        "vsoko.folder", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one("res.company", string="School", required=True)
    sequence = fields.Integer()
    stage_id = fields.Many2one("vsoko.folder.stage", required=True, ondelete="cascade")
    weight = fields.Integer(aggregator=None)
    state = fields.Selection(
        [("met", "In place"), ("hole", "Missing"), ("waiting", "Not due yet")],
        required=True,
    )
    reason = fields.Char()
    done = fields.Integer(aggregator=None)
    whole = fields.Integer(string="Of", aggregator=None)
    date = fields.Date()
    finding_id = fields.Many2one(
        "vsoko.finding", string="Problem", index="btree_not_null", ondelete="cascade"
    )
    act_id = fields.Many2one("vsoko.local.act", ondelete="cascade")
    # where it is mended, or what has been found
    target_model = fields.Char()
    target_id = fields.Many2oneReference(model_field="target_model")

    def _file_of(self, names):
        """The file of the paper that the row has found, of ``{paper id: file}``."""
        is_paper = self.target_model == "vsoko.document"
        return names.get(self.target_id, "") if is_paper else ""

    # ---- written by the check ----

    @api.model
    def _columns_of(self, folder, rows, stages):
        """Values of all lines, a list for each of ``COLUMNS``."""
        known = {
            stage.code: (place, stage.id, stage.weight)
            for place, stage in enumerate(stages)
        }
        rows = sorted(rows, key=lambda row: (known[row.stage], row.state != "hole"))
        of_folder = folder.id, folder.company_id.id
        values = [
            (
                *of_folder,
                place,
                *known[row.stage][1:],
                row.state,
                row.reason,
                row.done,
                row.whole,
                row.finding,
                row.act,
                row.model,
                row.record,
                row.day,
            )
            for place, row in enumerate(rows)
        ]
        return [list(column) for column in zip(*values, strict=True)]

    @api.model
    def _insert_sql(self, columns):
        arrays = [
            SQL("%s::%s[]", column, SQL(kind))
            for column, kind in zip(columns, COLUMNS.values(), strict=True)
        ]
        return SQL(
            "INSERT INTO vsoko_folder_line (%s) SELECT * FROM unnest(%s)",
            SQL(", ").join(map(SQL.identifier, COLUMNS)),
            SQL(", ").join(arrays),
        )
