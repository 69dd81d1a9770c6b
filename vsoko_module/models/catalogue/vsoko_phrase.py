from odoo import api, fields, models

from ...tools.words import normalise


class VsokoPhrase(models.Model):
    """What a school once explained: these words in our files mean these roles."""

    _name = "vsoko.phrase"
    _description = "Remembered wording"
    _order = "name"

    name = fields.Char(string="Words in files", required=True)
    key = fields.Char(compute="_compute_key", store=True, index=True)
    role_ids = fields.Many2many("vsoko.role", string="Means the roles")
    company_id = fields.Many2one(
        "res.company",
        string="School",
        required=True,
        default=lambda self: self.env.company,
    )

    _key_uniq = models.Constraint(
        "UNIQUE (key, company_id)", "These words are already explained."
    )

    @api.depends("name")
    def _compute_key(self):
        for phrase in self:
            phrase.key = normalise(phrase.name or "")

    @api.model
    def _remember(self, meanings, company):
        """Keep ``{words: roles}``; a later explanation replaces an earlier one."""
        known = {
            phrase.key: phrase
            for phrase in self.search([("company_id", "=", company.id)])
        }
        new = []
        for words, roles in meanings.items():
            phrase = known.get(normalise(words))
            if phrase:
                phrase.role_ids = roles
            else:
                new.append(self._prepare_values(words, roles, company))
        return self.create(new)

    def _prepare_values(self, words, roles, company):
        return {"name": words, "role_ids": roles.ids, "company_id": company.id}
