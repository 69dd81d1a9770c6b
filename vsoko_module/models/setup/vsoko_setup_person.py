from odoo import api, fields, models

from ...tools.class_list import ClassListError, parse_classes
from ...tools.people_names import is_name, is_short_for, name_key


class VsokoSetupPerson(models.Model):
    """A person of the school in the setup assistant, with roles to be given."""

    _name = "vsoko.setup.person"
    _description = "Person in the setup assistant"
    _order = "id"

    setup_id = fields.Many2one(
        "vsoko.setup", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="setup_id.company_id", store=True)
    name = fields.Char(string="Surname, name, patronymic")
    post = fields.Char()
    employee_id = fields.Many2one(
        "hr.employee",
        string="In HR",
        domain="[('company_id', '=', company_id)]",
        help="Empty: a card is made.",
    )
    user_id = fields.Many2one("res.users", readonly=True)
    role_ids = fields.Many2many("vsoko.role", string="Roles to give")
    held_role_ids = fields.Many2many(
        "vsoko.role", string="Has already", compute="_compute_held_role_ids"
    )
    class_text = fields.Char(
        string="Leads the class", help="For example 5А; the person becomes its teacher."
    )
    email = fields.Char(string="E-mail")
    phone = fields.Char()
    login = fields.Char()
    note = fields.Text(readonly=True)
    state = fields.Selection(
        [
            ("ok", "Understood"),
            ("warning", "Look at it"),
            ("skipped", "Skipped"),
            ("error", "Correct it"),
        ],
        compute="_compute_state",
    )
    remark = fields.Text(compute="_compute_state")

    @api.depends("employee_id")
    def _compute_held_role_ids(self):
        for setup, lines in self.grouped("setup_id").items():
            held = self.env["vsoko.role.holder"]._held_by(
                lines.employee_id, setup.company_id
            )
            for line in lines:
                line.held_role_ids = [
                    role for person, role in held if person == line.employee_id.id
                ]

    @api.depends(
        "name",
        "employee_id",
        "class_text",
        "login",
        "email",
        "note",
        "setup_id.year_id.class_ids.name",
        "setup_id.make_logins",
        "setup_id.person_ids.name",
        "setup_id.person_ids.class_text",
        "setup_id.person_ids.login",
        "setup_id.person_ids.email",
    )
    def _compute_state(self):
        for setup, lines in self.grouped("setup_id").items():
            by_name = self.env["hr.employee"]._vsoko_by_name(setup.company_id)
            taken = setup.person_ids._taken_logins()
            for line in lines:
                line.state, line.remark = line._judge(by_name, taken)

    def _judge(self, by_name, taken):
        """What is wrong with the row, else what is to be looked at."""
        errors = list(filter(None, (*self._wrong_name(by_name), self._wrong_class())))
        errors += filter(None, [self._wrong_login(taken)])
        if errors:
            return "error", "\n".join(errors)
        # sudo: whether a colleague is archived is no secret, the card may be
        if self.employee_id and not self.employee_id.sudo().active:
            return "skipped", self.env._(
                "Is in the archive of HR and gets no roles: restore the card first."
            )
        looks = self._look_alike(by_name)
        notes = "\n".join(filter(None, (looks, self.note)))
        return ("warning" if notes else "ok"), notes

    def _wrong_name(self, by_name):
        if not is_name(self.name or ""):
            yield self.env._("Write the surname, the name and the patronymic.")
            return
        key = name_key(self.name)
        if len(by_name.get(key, ())) > 1 and not self.employee_id:
            yield self.env._(
                "Several people in HR are called so: choose one in the column «In HR»."
            )
        twins = self.setup_id.person_ids.filtered(
            lambda one: (
                name_key(one.name or "") == key and one.employee_id == self.employee_id
            )
        )
        if len(twins) > 1:
            yield self.env._("Stands here twice: delete one of the rows.")

    def _wrong_class(self):
        try:
            classes = self._classes()
        except ClassListError:
            return self.env._(
                "«%s» is not a class, write for example 5А.", self.class_text
            )
        known = set(self.setup_id.year_id.class_ids.mapped("name"))
        names = {f"{number}{letter}" for number, letter in classes}
        if missing := names - known:
            return self.env._(
                "There is no class %s this year: add it in the step «School year».",
                ", ".join(sorted(missing)),
            )
        for other in self.setup_id.person_ids - self:
            if both := names & other._class_names():
                return self.env._(
                    "%(class)s is led by %(name)s in another row.",
                    name=other.name,
                    **{"class": ", ".join(sorted(both))},
                )
        return ""

    def _wrong_login(self, taken):
        login = self._new_login()
        if login and login in taken:
            return self.env._("The login «%s» is taken: think of another.", login)
        return ""

    def _look_alike(self, by_name):
        if self.employee_id:
            return ""
        for people in by_name.values():
            name = people[:1].sudo().name  # sudo: as in _vsoko_by_name
            if is_short_for(self.name or "", name):
                return self.env._("Is it not «%s» from HR? Then choose the card.", name)
        return ""

    # ---- what a row says ----

    def _classes(self):
        return parse_classes(self.class_text or "")

    def _class_names(self):
        try:
            return {f"{number}{letter}" for number, letter in self._classes()}
        except ClassListError:
            return set()

    def _new_login(self):
        """The login to be made for the person, if any."""
        # sudo: whether a colleague has a login is known, the card may be hidden
        has_login = self.user_id or self.employee_id.sudo().user_id
        if not self.setup_id.make_logins or has_login:
            return ""
        return (self.login or self.email or "").strip()

    def _taken_logins(self):
        logins = [login for line in self if (login := line._new_login())]
        if not logins:
            return set()
        # sudo: a login is one for all schools of the database, archived users too
        users = self.env["res.users"].sudo().with_context(active_test=False)
        found = set(users.search([("login", "in", logins)]).mapped("login"))
        return found | {login for login in logins if logins.count(login) > 1}

    def _only_new(self, values):
        """What a file adds to a row: what is written in it stays."""
        self.ensure_one()
        return {
            name: value
            for name, value in values.items()
            if value and (name in ("role_ids", "note") or not self[name])
        }
