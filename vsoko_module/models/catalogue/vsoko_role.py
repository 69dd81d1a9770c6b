from odoo import api, fields, models

DIRECTOR_ROLE = "vsoko_module.role_director"


class VsokoRole(models.Model):
    """A post that plans name («зам. директора по УВР»); people hold it for a time."""

    _name = "vsoko.role"
    _inherit = "vsoko.catalogue.mixin"
    _description = "Role of a responsible person"

    is_each = fields.Boolean(
        string="Everybody hands in",
        help="Each person of the role hands in a paper of his or her own, as class "
        "teachers do; otherwise one paper serves all.",
    )
    holder_ids = fields.One2many("vsoko.role.holder", "role_id", string="Who holds it")
    current_employee_ids = fields.Many2many(
        "hr.employee",
        string="Today",
        compute="_compute_current_employee_ids",
        compute_sudo=True,
    )

    @api.depends_context("company")
    @api.depends("holder_ids.employee_id", "holder_ids.date_from", "holder_ids.date_to")
    def _compute_current_employee_ids(self):
        today = fields.Date.context_today(self)
        people = self._people_on(self.env.company)
        for role in self:
            role.current_employee_ids = people(role, today)

    def _people_on(self, company):
        """Return ``people(role, day)`` → employees, reading the holders once.

        An acting holder (и. о.) stands in for the person replaced on those days.
        """
        holders = self.env["vsoko.role.holder"].search(
            [("role_id", "in", self.ids), ("company_id", "=", company.id)]
        )
        by_role = holders.grouped("role_id")

        def people(roles, day):
            now = self.env["vsoko.role.holder"]
            for role in roles:
                now |= by_role.get(role, now.browse()).filtered(
                    lambda holder: holder._is_on(day)
                )
            # sudo: whether a colleague is archived is no secret, the card may be
            found = (now.employee_id - now.replaces_id).sudo()
            return found.filtered("active").sudo(False)

        return people

    @api.model
    def _director(self, company, day=None):
        """Who heads ``company`` on ``day``, today unless said: an employee or none."""
        role = self.env.ref(DIRECTOR_ROLE, raise_if_not_found=False)
        if not role:
            return self.env["hr.employee"]
        day = day or fields.Date.context_today(self)
        return role._people_on(company)(role, day)[:1]

    def _is_acting(self, person, company, day):
        """Whether ``person`` holds the role on ``day`` in somebody's place."""
        holders = self.holder_ids.search(
            [
                ("role_id", "in", self.ids),
                ("employee_id", "in", person.ids),
                ("company_id", "=", company.id),
                ("is_acting", "=", True),
            ]
        )
        return any(holder._is_on(day) for holder in holders)

    def _reassign(self, companies):
        """New people for the procedures that have not begun yet."""
        # sudo: cards of colleagues are hidden from a deputy without rights in HR, and
        # who may appoint has been checked on the holder.
        self.env["vsoko.procedure"].sudo().search(
            [
                ("role_ids", "in", self.ids),
                ("state", "=", "planned"),
                ("company_id", "in", companies.ids),
            ]
        )._assign_people()
