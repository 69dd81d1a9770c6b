from odoo import api, fields, models


class VsokoProcedureStep(models.Model):
    """One «содержание» of a line: what exactly is done, by whom, ticked when done."""

    _name = "vsoko.procedure.step"
    _description = "Step of a procedure"
    _order = "procedure_id, sequence, id"

    procedure_id = fields.Many2one(
        "vsoko.procedure", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="procedure_id.company_id", store=True)
    sequence = fields.Integer(default=10)
    name = fields.Text(string="Content", required=True)
    employee_id = fields.Many2one("hr.employee", string="Person")
    date_deadline = fields.Date(string="Deadline")
    is_done = fields.Boolean(string="Done")
    date_done = fields.Date(string="Done on", compute="_compute_date_done", store=True)

    @api.depends("is_done")
    def _compute_date_done(self):
        today = fields.Date.context_today(self)
        for step in self:
            step.date_done = step.is_done and (step.date_done or today)

    @api.model_create_multi
    def create(self, vals_list):
        steps = super().create(vals_list)
        steps.procedure_id.plan_id._check_open()
        return steps

    def write(self, vals):
        if vals.keys() & {"name", "procedure_id"}:
            self.procedure_id.plan_id._check_open()
        if foreign := vals.keys() - {"is_done"}:
            self.procedure_id._check_keeper(foreign & self._fields.keys(), self)
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_locked(self):
        self.procedure_id.plan_id._check_open()
