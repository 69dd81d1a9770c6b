from odoo import api, fields, models
from odoo.exceptions import UserError

# How Odoo calls a company that nobody has named yet
NAMELESS = {"", "my company", "yourcompany", "your company", "моя компания"}
# What the step writes to the company, and nothing else
COMPANY_FIELDS = {
    "name": "school_name",
    "vsoko_full_name": "full_name",
    "vsoko_founder": "founder",
    "street": "street",
    "city": "city",
}


class VsokoSetup(models.Model):
    """What stands at the head of the papers: the school and its director."""

    _inherit = "vsoko.setup"

    school_name = fields.Char(string="Short name")
    full_name = fields.Char(
        string="Full name", help="As in the charter; goes to the head of the papers."
    )
    founder = fields.Char(help="Printed above the name of the school on orders.")
    street = fields.Char(string="Address")
    city = fields.Char(string="Place")
    logo = fields.Image(max_width=1024, max_height=1024)
    is_nameless = fields.Boolean(compute="_compute_is_nameless")
    director_id = fields.Many2one(
        "hr.employee",
        string="Director from HR",
        domain="[('company_id', '=', company_id)]",
    )
    director_name = fields.Char(
        string="Director",
        help="Surname, name and patronymic: a card is made for the director.",
    )
    has_people = fields.Boolean(compute="_compute_has_people")

    @api.depends("company_id.name")
    def _compute_is_nameless(self):
        for setup in self:
            name = (setup.company_id.name or "").strip().lower()
            setup.is_nameless = name in NAMELESS

    @api.depends("company_id")
    def _compute_has_people(self):
        for setup in self:
            setup.has_people = bool(
                self.env["hr.employee"].search_count(
                    [("company_id", "=", setup.company_id.id)], limit=1
                )
            )

    def _enter_school(self):
        # sudo: a deputy does not read the whole company; these go to every paper
        company = self.company_id.sudo()
        values = {own: company[name] for name, own in COMPANY_FIELDS.items()}
        if self.is_nameless:
            values["school_name"] = False
        if not company.uses_default_logo:
            values["logo"] = company.logo
        self.write({**values, "director_id": self._director().id})
        self.director_name = False

    def _leave_school(self):
        if not (self.school_name or "").strip():
            raise UserError(
                self.env._(
                    "Write how the school is called for short: the name goes to plans "
                    "and orders."
                )
            )
        self._check_name_is_free()
        self._write_company()
        self._appoint_director()

    def _check_name_is_free(self):
        # sudo: names of schools are unique in the database, others' are not shown
        others = self.env["res.company"].sudo().with_context(active_test=False)
        same = others.search([("name", "=", self.school_name)]) - self.company_id.sudo()
        if same:
            raise UserError(
                self.env._(
                    "Another school of this database is called «%s»: write the name "
                    "so that they can be told apart.",
                    self.school_name,
                )
            )

    def _write_company(self):
        values = {name: self[own] for name, own in COMPANY_FIELDS.items()}
        if self.logo:
            values["logo"] = self.with_context(bin_size=False).logo
        self.check_access("write")
        # sudo: a deputy is not an administrator of Odoo; what is written is the head
        # of the papers of the deputy's own school and nothing else.
        self.company_id.sudo().write(values)

    # ---- the director ----

    def _director(self):
        return self.env["vsoko.role"]._director(self.company_id)

    def _appoint_director(self):
        role = self.env.ref("vsoko_module.role_director", raise_if_not_found=False)
        person = self._chosen_director(role)
        if not role or not person or person == self._director():
            return
        since = self._appointed_from()
        if self._dismiss_director(role):
            since = fields.Date.context_today(self)
        self.env["vsoko.role.holder"].create(self._prepare_holder(role, person, since))
        self.write({"director_id": person.id, "director_name": False})

    def _chosen_director(self, role):
        if not (self.director_name or "").strip():
            return self.director_id
        employees = self.env["hr.employee"]
        found = employees._vsoko_named(self.company_id, self.director_name)
        return found or employees._vsoko_hire(
            [
                {
                    "name": self.director_name,
                    "job_title": role.name,
                    "company_id": self.company_id.id,
                }
            ]
        )

    def _dismiss_director(self, role):
        """Who was the director until yesterday stays so in the papers of those days."""
        today = fields.Date.context_today(self)
        now = self.env["vsoko.role.holder"].search(
            [("role_id", "=", role.id), ("company_id", "=", self.company_id.id)]
        )
        now = now.filtered(lambda one: one._is_on(today) and not one.is_acting)
        fresh = now.filtered(lambda one: one.date_from == today)
        fresh.unlink()
        (now - fresh).date_to = fields.Date.subtract(today, days=1)
        return bool(now)

    def _prepare_holder(self, role, person, since):
        return {
            "role_id": role.id,
            "employee_id": person.id,
            "company_id": self.company_id.id,
            "date_from": since,
        }

    def _appointed_from(self):
        """Since always in a new school; else the lines of older years keep theirs."""
        years = self.env["vsoko.academic.year"].search(
            [("company_id", "=", self.company_id.id)]
        )
        year = self.year_id or years[:1]
        is_first = not years.filtered(lambda one: one.date_start < year.date_start)
        return False if is_first else year._window()[0]
