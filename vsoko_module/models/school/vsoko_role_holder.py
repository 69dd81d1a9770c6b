from odoo import api, fields, models
from odoo.exceptions import ValidationError


class VsokoRoleHolder(models.Model):
    """Who holds a role and when; an acting holder (и. о.) stands in for somebody."""

    _name = "vsoko.role.holder"
    _description = "Holder of a role"
    _order = "role_id, is_acting, date_from desc, id"
    _check_company_auto = True

    role_id = fields.Many2one(
        "vsoko.role", required=True, index=True, ondelete="cascade"
    )
    employee_id = fields.Many2one(
        "hr.employee",
        string="Person",
        required=True,
        index=True,
        ondelete="cascade",
        check_company=True,
    )
    date_from = fields.Date(string="From")
    date_to = fields.Date(string="To")
    is_acting = fields.Boolean(string="Acting")
    replaces_id = fields.Many2one(
        "hr.employee", string="Instead of", help="Who is away on these days."
    )
    company_id = fields.Many2one(
        "res.company",
        string="School",
        required=True,
        index=True,
        default=lambda self: self.env.company,
    )

    _dates_order = models.Constraint(
        "CHECK (date_from IS NULL OR date_to IS NULL OR date_to >= date_from)",
        "The role ends before it begins.",
    )

    @api.constrains("employee_id", "replaces_id", "is_acting")
    def _check_replaces(self):
        for holder in self:
            if holder.replaces_id == holder.employee_id:
                raise ValidationError(self.env._("Nobody can stand in for oneself."))
            if holder.replaces_id and not holder.is_acting:
                raise ValidationError(
                    self.env._(
                        "«Instead of» is for acting holders: tick «Acting» for %s.",
                        holder.employee_id.name,
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        holders = super().create(vals_list)
        holders.role_id._reassign(holders.company_id)
        return holders

    def write(self, vals):
        before = self.role_id
        result = super().write(vals)
        (before | self.role_id)._reassign(self.company_id)
        return result

    def unlink(self):
        roles, companies = self.role_id, self.company_id
        result = super().unlink()
        roles._reassign(companies)
        return result

    @api.depends("role_id.name", "employee_id.name")
    def _compute_display_name(self):
        for holder in self:
            holder.display_name = f"{holder.role_id.name} – {holder.employee_id.name}"

    def _is_on(self, day):
        """Whether the holder is in office on ``day``; open ends are for ever."""
        self.ensure_one()
        started = not self.date_from or self.date_from <= day
        return started and (not self.date_to or day <= self.date_to)

    @api.model
    def _held_by(self, employees, company):
        """Pairs of person and role, by id, that are held today or are to be held."""
        holders = self.search(
            [
                ("employee_id", "in", employees.ids),
                ("company_id", "=", company.id),
                "|",
                ("date_to", "=", False),
                ("date_to", ">=", fields.Date.context_today(self)),
            ]
        )
        return {(holder.employee_id.id, holder.role_id.id) for holder in holders}
