"""Who answers, by the words of a file: roles, those who hold them, people by name."""

from typing import NamedTuple

from ..tools.named_people import NameBook


class Responsible(NamedTuple):
    """``vacant``: names of roles that nobody held on the day."""

    role_ids: list
    employee_ids: list
    unknown: list
    vacant: list


class ResponsibleReader:
    """Reads the holders of all roles and the names of all people once."""

    def __init__(self, env, company, catalogues):
        self.roles = env["vsoko.role"]
        self.catalogues = catalogues
        self.names = NameBook(_names(env, company))
        known = self.roles.search([("company_id", "in", [False, company.id])])
        self.holders = known._people_on(company)

    def find(self, text, day):
        """Who the words mean on ``day``; a role beside a name is of that person."""
        named, nameless, others = self.names.take(text)
        role_ids, unknown = self.catalogues.roles(nameless)
        open_ids = role_ids
        if named:
            open_ids, _unknown = self.catalogues.roles(others)
        employees, vacant = list(named), []
        for role in self.roles.browse(open_ids):
            people = self.holders(role, day).ids
            employees += [one for one in people if one not in employees]
            if not people:
                vacant.append(role.name)
        return Responsible(role_ids, employees, unknown, vacant)


def _names(env, company):
    """Pairs of a card and the name on it; the archive is left out."""
    # Whoever is not of the school must not learn who works there
    company.with_env(env).check_access("read")
    for name, people in env["hr.employee"]._vsoko_by_name(company).items():
        # sudo: as in _vsoko_by_name, whether a colleague's card is archived
        for employee in people.sudo().filtered("active"):
            yield employee.id, name
