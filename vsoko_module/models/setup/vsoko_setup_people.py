from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command

from ...tools.people_names import name_key
from ...tools.posts import post_keys


class VsokoSetup(models.Model):
    """Who works at the school and what everybody answers for."""

    _inherit = "vsoko.setup"

    person_ids = fields.One2many("vsoko.setup.person", "setup_id", string="People")
    make_logins = fields.Boolean(
        string="Make logins",
        help="For rows with a login or an e-mail. No invitations are sent: give the "
        "passwords yourself.",
    )
    may_create_users = fields.Boolean(compute="_compute_may_create_users")

    @api.depends_context("uid")
    def _compute_may_create_users(self):
        # A user is a contact too
        models = [self.env["res.users"], self.env["res.partner"]]
        self.may_create_users = all(model.has_access("create") for model in models)

    def _enter_people(self):
        """Propose those who are in HR, with roles guessed by their posts."""
        self._recognise()
        book = self.env["vsoko.role"]._phrase_book(self.company_id)
        by_name = self.env["hr.employee"]._vsoko_by_name(self.company_id)
        # sudo: the cards of colleagues are read as in _vsoko_by_name
        colleagues = self.env["hr.employee"].concat(*by_name.values()).sudo()
        fresh = (colleagues - self.person_ids.employee_id).filtered("active")
        held = self.env["vsoko.role.holder"]._held_by(fresh, self.company_id)
        self.person_ids = [
            Command.create(self._prepare_colleague(employee, book, held))
            for employee in fresh
        ] + self._own_line(by_name)

    def _recognise(self):
        """Rows whose person has a card by now point at it."""
        by_name = self.env["hr.employee"]._vsoko_by_name(self.company_id)
        for line in self.person_ids.filtered(lambda line: not line.employee_id):
            found = by_name.get(name_key(line.name), self.env["hr.employee"])
            if len(found) == 1:
                line.employee_id = found

    def _prepare_colleague(self, employee, book, held):
        guessed = post_keys(book, employee.job_title or "")
        classes = self.year_id.class_ids.filtered(
            lambda one: one.teacher_id.id == employee.id
        )
        return {
            "name": employee.name,
            "post": employee.job_title,
            "employee_id": employee.id,
            "role_ids": [
                Command.link(role)
                for role in guessed
                if (employee.id, role) not in held
            ],
            "class_text": ", ".join(classes.mapped("name")),
        }

    def _own_line(self, by_name):
        """Whoever sets up the school works there too, and sees what to do by a card."""
        user = self.env.user
        if user.with_company(self.company_id).employee_id or self.person_ids.user_id:
            return []
        if name_key(user.name) in by_name:
            return []
        note = self.env._(
            "This is you: write your name in full and choose your roles, or delete "
            "the row."
        )
        return [Command.create({"name": user.name, "user_id": user.id, "note": note})]

    def _leave_people(self):
        self._check_people()
        people = self.person_ids.filtered(lambda line: line.state != "skipped")
        people._hire()
        people._appoint()
        people._lead_classes()
        if self.make_logins:
            people._make_logins()
        self.write({"people_file": False, "people_problems": False})

    def _check_people(self):
        """Nothing is written while a row makes no sense."""
        wrong = self.person_ids.filtered(lambda line: line.state == "error")
        if wrong:
            raise UserError(
                self.env._(
                    "Correct these rows or delete them, nothing is written until then:"
                    "\n%s",
                    "\n".join(f"• {one.name or '–'}: {one.remark}" for one in wrong),
                )
            )
