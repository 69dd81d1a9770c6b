from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain


class VsokoProcedure(models.Model):
    """Who: roles become the people who hold them on the day of the procedure."""

    _inherit = "vsoko.procedure"

    employee_ids = fields.Many2many(
        "hr.employee",
        string="Responsible people",
        compute="_compute_employee_ids",
        store=True,
        readonly=False,
    )
    is_mine = fields.Boolean(compute="_compute_is_mine", search="_search_is_mine")

    @api.depends("role_ids", "date_end", "plan_id.company_id", "plan_id.is_template")
    def _compute_employee_ids(self):
        self._assign_people()

    def _assign_people(self):
        """Resolve roles to the people who hold them on the day of the procedure."""
        today = fields.Date.context_today(self)
        groups = {}
        for company, procedures in self.grouped("company_id").items():
            people = procedures.role_ids._people_on(company)
            for procedure in procedures:
                found = people(procedure.role_ids, procedure.date_end or today)
                groups.setdefault(found, self.browse())
                groups[found] |= procedure
        # One statement for all lines with the same people instead of one for each
        for employees, procedures in groups.items():
            # Who has left and is archived would stay, unseen
            procedures.with_context(active_test=False).employee_ids = employees

    @api.depends("employee_ids.user_id")
    @api.depends_context("uid")
    def _compute_is_mine(self):
        mine = self.filtered_domain(self._mine())
        for procedure in self:
            procedure.is_mine = procedure in mine

    def _search_is_mine(self, operator, value):
        return self._mine() if operator == "in" else NotImplemented

    def _mine(self):
        return Domain("employee_ids", "in", self.env.user.employee_ids.ids)

    @api.constrains("employee_ids", "plan_id")
    def _check_people_company(self):
        for procedure in self.filtered("company_id"):
            # sudo: a deputy reads only the public side of colleagues
            people = procedure.sudo().employee_ids
            own = procedure.company_id
            if foreign := people.filtered(lambda e, own=own: e.company_id != own):
                raise ValidationError(
                    self.env._(
                        "%(person)s does not work in «%(school)s».",
                        person=foreign[0].name,
                        school=procedure.company_id.name,
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        named = [vals.get("employee_ids") for vals in vals_list]
        rest = [self._without_people(vals) for vals in vals_list]
        procedures = super().create(rest)
        for procedure, commands in zip(procedures, named, strict=True):
            if commands is not None:
                procedure._write_people(commands)
        return procedures

    def write(self, vals):
        if self.env.su or "employee_ids" not in vals:
            return super().write(vals)
        self._check_may_write(vals)
        if rest := self._without_people(vals):
            super().write(rest)
        return self._write_people(vals["employee_ids"])

    @api.model
    def _without_people(self, vals):
        return {name: value for name, value in vals.items() if name != "employee_ids"}

    def _write_people(self, commands):
        """Set the people by hand instead of those who hold the roles."""
        self.check_access("write")
        # sudo: Odoo asks for the right to read hr.employee whole, with its private
        # fields, before it links one; the company of the people is checked above.
        everybody = self.sudo().with_context(active_test=False)
        return everybody.write({"employee_ids": commands})
