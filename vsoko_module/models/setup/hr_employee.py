from odoo import api, models
from odoo.exceptions import UserError

from ...tools.people_names import name_key, whole_name


class HrEmployee(models.Model):
    _inherit = "hr.employee"

    @api.model
    @api.private
    def _vsoko_by_name(self, company):
        """All cards of a school by the name as it is compared, archived ones too."""
        # sudo: names, posts and whether a card is archived are known to colleagues;
        # nothing else is read of it, and of this school alone.
        cards = self.sudo().with_context(active_test=False)
        found = {}
        for employee in cards.search([("company_id", "=", company.id)]):
            key = name_key(employee.name or "")
            found[key] = found.get(key, cards.browse()) | employee
        return {key: people.sudo(False) for key, people in found.items()}

    @api.model
    @api.private
    def _vsoko_named(self, company, name):
        """The only person of this name; nobody when there is none."""
        found = self._vsoko_by_name(company).get(name_key(name), self.browse())
        if len(found) > 1:
            raise UserError(
                self.env._(
                    "Several people in HR are called «%s»: choose the one you mean "
                    "from the list.",
                    whole_name(name),
                )
            )
        if found and not found.sudo().active:  # sudo: as in _vsoko_by_name
            raise UserError(
                self.env._(
                    "«%s» is in the archive of HR: restore the card first.",
                    whole_name(name),
                )
            )
        return found

    @api.model
    @api.private
    def _vsoko_hire(self, vals_list):
        """New cards with a name, a post and contacts, for the people of a plan."""
        names = {"name", "job_title", "company_id", "work_email", "work_phone"}
        values = [
            {key: value for key, value in vals.items() if key in names and value}
            | {"name": whole_name(vals["name"])}
            for vals in vals_list
        ]
        # sudo: a deputy keeps no HR; a card made here holds what the list of people
        # says and nothing private.
        return self.sudo().create(values).sudo(False)
