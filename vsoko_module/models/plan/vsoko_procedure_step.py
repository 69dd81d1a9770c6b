from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

# What is the tick itself; everything else of a step is the deputy's.
TICK = {"is_done", "done_by_id", "date_done"}


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
    employee_id = fields.Many2one("hr.employee", string="Person", index=True)
    date_deadline = fields.Date(string="Deadline")
    after_ids = fields.Many2many(
        "vsoko.procedure.step",
        "vsoko_procedure_step_after_rel",
        "step_id",
        "after_id",
        domain="[('procedure_id', '=', procedure_id), ('id', '!=', id)]",
        help="These steps have to be done first.",
    )
    is_done = fields.Boolean(string="Done")
    date_done = fields.Date(string="Done on", compute="_compute_date_done", store=True)
    done_by_id = fields.Many2one(
        "res.users", string="Done by", compute="_compute_date_done", store=True
    )

    @api.depends("is_done")
    def _compute_date_done(self):
        today = fields.Date.context_today(self)
        for step in self:
            step.date_done = step.is_done and (step.date_done or today)
            step.done_by_id = step.is_done and (step.done_by_id or self.env.user)

    @api.constrains("after_ids", "procedure_id")
    def _check_after(self):
        if self._has_cycle("after_ids"):
            raise ValidationError(
                self.env._("«%s» would wait for itself.", self[:1].name)
            )
        for step in self:
            if step.after_ids.procedure_id - step.procedure_id:
                raise ValidationError(
                    self.env._(
                        "«%s» may wait only for steps of the same procedure.", step.name
                    )
                )

    @api.constrains("is_done", "after_ids")
    def _check_done_before(self):
        for step in self.filtered("is_done"):
            if waiting := step.after_ids.filtered(lambda one: not one.is_done):
                raise UserError(
                    self.env._(
                        "«%(step)s» comes after «%(first)s»: tick that first.",
                        step=step.name,
                        first=waiting[0].name,
                    )
                )

    @api.constrains("date_deadline", "procedure_id")
    def _check_deadline(self):
        for step in self.filtered("date_deadline"):
            start = step.procedure_id.date_start
            if start and step.date_deadline < start:
                raise ValidationError(
                    self.env._(
                        "«%(step)s»: the deadline %(day)s is before the procedure "
                        "begins on %(start)s.",
                        step=step.name,
                        day=step.date_deadline.strftime("%d.%m.%Y"),
                        start=start.strftime("%d.%m.%Y"),
                    )
                )
            step._check_deadline_in_year()

    def _check_deadline_in_year(self):
        year = self.procedure_id.year_id
        first, last = year._window() if year else (None, None)
        if first and not first <= self.date_deadline <= last:
            raise ValidationError(
                self.env._(
                    "«%(name)s»: %(day)s is outside the school year %(year)s.",
                    name=self.name,
                    day=self.date_deadline.strftime("%d.%m.%Y"),
                    year=year.name,
                )
            )

    @api.model_create_multi
    def create(self, vals_list):
        steps = super().create(vals_list)
        steps.procedure_id._check_plan_open()
        return steps

    def write(self, vals):
        if vals.keys() & {"name", "procedure_id"}:
            self.procedure_id._check_plan_open()
        if foreign := vals.keys() - TICK:
            self.procedure_id._check_keeper(foreign & self._fields.keys(), self)
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_locked(self):
        self.procedure_id._check_plan_open()

    def action_tick(self):
        self.write({"is_done": True})
