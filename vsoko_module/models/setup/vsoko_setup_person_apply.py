from odoo import models
from odoo.fields import Command

# What a login may do follows from the roles; the most powerful role comes first
GROUPS = {
    "director": "vsoko_module.group_vsoko_director",
    "deputy": "vsoko_module.group_vsoko_officer",
    "methodist": "vsoko_module.group_vsoko_officer",
}
TEACHER = "vsoko_module.group_vsoko_user"


class VsokoSetupPerson(models.Model):
    """Rows become cards, holders of roles, class teachers and logins."""

    _inherit = "vsoko.setup.person"

    def _hire(self):
        newcomers = self.filtered(lambda line: not line.employee_id)
        cards = self.env["hr.employee"]._vsoko_hire(
            [line._prepare_card() for line in newcomers]
        )
        for line, card in zip(newcomers, cards, strict=True):
            line.employee_id = card
        for line in self.filtered("user_id"):
            line._link_own_login()

    def _prepare_card(self):
        return {
            "name": self.name,
            "job_title": self.post,
            "work_email": self.email,
            "work_phone": self.phone,
            "company_id": self.company_id.id,
        }

    def _link_own_login(self):
        """Whoever sets the school up sees his or her own work by the card."""
        # sudo: a deputy keeps no HR; one's own login is linked to a card without one
        card = self.employee_id.sudo()
        if self.user_id == self.env.user and not card.user_id:
            card.user_id = self.user_id

    def _appoint(self):
        """Give the roles that the people do not hold yet."""
        setup = self.setup_id
        held = self.env["vsoko.role.holder"]._held_by(
            self.employee_id, setup.company_id
        )
        class_teacher = self.env.ref(
            "vsoko_module.role_class_teacher", raise_if_not_found=False
        )
        since, values = setup._appointed_from(), {}
        for line in self:
            roles = line.role_ids
            if line.class_text and class_teacher:
                roles |= class_teacher
            for role in roles:
                if (line.employee_id.id, role.id) not in held:
                    values[line.employee_id, role] = setup._prepare_holder(
                        role, line.employee_id, since
                    )
        self.env["vsoko.role.holder"].create(list(values.values()))
        self.role_ids = False

    def _lead_classes(self):
        classes = {one.name: one for one in self.setup_id.year_id.class_ids}
        for line in self.filtered("class_text"):
            for name in line._class_names():
                if classes[name].teacher_id != line.employee_id:
                    classes[name].teacher_id = line.employee_id

    def _make_logins(self):
        """Logins for rows that name one; checked by Odoo's own rights on users."""
        lines = self.filtered(lambda line: line._new_login())
        groups = lines._login_groups()
        users = (
            self.env["res.users"]
            .with_context(no_reset_password=True)
            .create([line._prepare_user(groups[line]) for line in lines])
        )
        for line, user in zip(lines, users, strict=True):
            # sudo: who creates users may link them, without the rest of HR
            line.employee_id.sudo().user_id = user

    def _prepare_user(self, group):
        company = self.company_id
        return {
            "name": self.name,
            "login": self._new_login(),
            "email": self.email,
            "tz": self.env.user.tz,
            "company_id": company.id,
            "company_ids": [Command.set(company.ids)],
            "group_ids": [Command.set(group.ids)],
        }

    def _login_groups(self):
        """Group of each row by the roles that the person holds."""
        holders = self.env["vsoko.role.holder"].search(
            [("employee_id", "in", self.employee_id.ids)]
        )
        codes = {
            person: [code or "" for code in own.role_id.mapped("code")]
            for person, own in holders.grouped("employee_id").items()
        }
        return {
            line: self.env.ref(_group_of(codes.get(line.employee_id, [])))
            for line in self
        }


def _group_of(codes):
    """The most powerful group that these roles give.

    >>> _group_of(["site", "deputy_uvr"]), _group_of([])
    ('vsoko_module.group_vsoko_officer', 'vsoko_module.group_vsoko_user')
    """
    for beginning, group in GROUPS.items():
        if any(code.startswith(beginning) for code in codes):
            return group
    return TEACHER
