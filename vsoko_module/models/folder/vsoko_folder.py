from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.tools import SQL

from ...tools.folder import HOLE, WAITING, percent, weights

# What the check alone writes
CHECKED = {
    "percent",
    "met_weight",
    "due_weight",
    "hole_count",
    "waiting_count",
    "checked_on",
    "checked_by_id",
    "line_ids",
    "hole_ids",
}


class VsokoFolder(models.Model):
    """«Папка ВСОКО» of a year: how much of the chain is there, and what is missing."""

    _name = "vsoko.folder"
    _description = "Folder for an inspector"
    _order = "year_id desc"
    _check_company_auto = True

    year_id = fields.Many2one(
        "vsoko.academic.year",
        string="School year",
        required=True,
        index=True,
        ondelete="cascade",
        default=lambda self: self._default_year_id(),
    )
    company_id = fields.Many2one(
        related="year_id.company_id", store=True, index=True, precompute=True
    )
    # what the check has found
    percent = fields.Integer(string="Ready, %", readonly=True, aggregator=None)
    met_weight = fields.Float(
        string="Weight met", readonly=True, copy=False, aggregator=None
    )
    due_weight = fields.Integer(
        string="Weight due", readonly=True, copy=False, aggregator=None
    )
    hole_count = fields.Integer(string="Missing", readonly=True, aggregator=None)
    waiting_count = fields.Integer(string="Not due yet", readonly=True, aggregator=None)
    checked_on = fields.Datetime(readonly=True, copy=False)
    checked_by_id = fields.Many2one("res.users", readonly=True, copy=False)
    line_ids = fields.One2many("vsoko.folder.line", "folder_id", readonly=True)
    hole_ids = fields.One2many(
        "vsoko.folder.line",
        "folder_id",
        string="What is missing",
        domain=[("state", "=", HOLE)],
        readonly=True,
    )

    _once = models.UniqueIndex("(year_id)", "The year already has its folder.")

    @api.model
    def _default_year_id(self):
        return self.env["vsoko.academic.year"]._current(self.env.company)

    @api.depends("year_id.name")
    def _compute_display_name(self):
        for folder in self:
            folder.display_name = self.env._("VSOKO folder %s", folder.year_id.name)

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            self._check_checked(vals)
        return super().create(vals_list)

    def write(self, vals):
        self._check_checked(vals)
        return super().write(vals)

    def _check_checked(self, vals):
        if CHECKED & vals.keys() and not self.env.su:
            raise AccessError(
                self.env._("What the folder shows is written by the check alone.")
            )

    # ---- what the user can press ----

    @api.model
    def action_open(self):
        """The folder of the current year; the first time it is checked at once."""
        year = self._default_year_id()
        if not year:
            return self.env["ir.actions.act_window"]._for_xml_id(
                "vsoko_module.vsoko_folder_action"
            )
        folder = self.search([("year_id", "=", year.id)]) or self.create(
            {"year_id": year.id}
        )
        if not folder.checked_on:
            folder.action_check()
        return folder._get_records_action()

    def action_check(self):
        """Look through the whole chain anew."""
        self.check_access("write")
        for folder in self:
            folder._check_now()

    def _check_now(self):
        stages = self.env["vsoko.folder.stage"].with_company(self.company_id)
        stages = stages.search_fetch([], ["code", "weight"])
        rows = self._rows({stage.id: stage.code for stage in stages})
        self._write_lines(rows, stages)
        met, due = weights(rows, {stage.code: stage.weight for stage in stages})
        # sudo: what the check has found is written here and nowhere else
        self.sudo().write(
            {
                "percent": percent(met, due),
                "met_weight": met,
                "due_weight": due,
                "hole_count": sum(row.state == HOLE for row in rows),
                "waiting_count": sum(row.state == WAITING for row in rows),
                "checked_on": fields.Datetime.now(),
                "checked_by_id": self.env.uid,
            }
        )

    def _write_lines(self, rows, stages):
        """Old lines away, new ones in: two statements, however many there are.

        Not by ``create``: a line is a print of the check, with nothing computed or
        told to anybody, and hundreds of them would cost more than the check itself.
        """
        self.env.flush_all()
        lines = self.env["vsoko.folder.line"]
        self.env.cr.execute(
            SQL("DELETE FROM vsoko_folder_line WHERE folder_id = %s", self.id)
        )
        columns = lines._columns_of(self, rows, stages)
        self.env.cr.execute(lines._insert_sql(columns))
        lines.invalidate_model(flush=False)
        self.invalidate_recordset(["line_ids", "hole_ids"], flush=False)

    def action_view_lines(self, stage_id=None):
        """All rows by stages, of one stage when it is named."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "vsoko_module.vsoko_folder_line_action"
        )
        domain = [("folder_id", "=", self.id)]
        if stage_id:
            domain.append(("stage_id", "=", stage_id))
        return action | {"domain": domain, "name": self.display_name}
