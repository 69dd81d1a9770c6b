from odoo import api, fields, models
from odoo.exceptions import UserError

from ...tools.roles import PhraseBook, spellings


class VsokoCatalogueMixin(models.AbstractModel):
    """A list the school may extend: shared by all schools or kept by one of them."""

    _name = "vsoko.catalogue.mixin"
    _description = "Catalogue entry"
    _order = "sequence, id"

    name = fields.Char(required=True)
    code = fields.Char(index="btree_not_null")
    sequence = fields.Integer(default=100)
    active = fields.Boolean(default=True)
    aliases = fields.Text(
        string="Other spellings",
        help="How the same is written in plans and orders, one spelling a line.",
    )
    company_id = fields.Many2one(
        "res.company",
        string="School",
        index="btree_not_null",
        default=lambda self: self._default_company_id(),
        help="Empty: the entry is shared by all schools of the database.",
    )

    def _default_company_id(self):
        return self.env.company

    def copy_data(self, default=None):
        """A copy of a shared entry is the school's own."""
        own = {"company_id": self.env.company.id} | dict(default or {})
        return super().copy_data(own)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_used(self):
        if used := self._used():
            raise UserError(
                self.env._(
                    "«%s» is used in plans. Archive it instead.", used[0].display_name
                )
            )

    def _used(self):
        """Entries that records refer to; lines of plans by a field named after them."""
        links = f"{self._name.rpartition('.')[2]}_ids"
        # sudo: a shared entry may be used by a school this user does not see
        procedures = self.env["vsoko.procedure"].sudo()
        return procedures.search([(links, "in", self.ids)], limit=1)[links] & self

    def _spellings(self):
        """All ways to write the entry: its name first, then the aliases."""
        self.ensure_one()
        return spellings(self.name, self.aliases)

    @api.model
    def _phrase_book(self, company):
        """Phrases of this catalogue that ``company`` may use, by record id."""
        entries = self.search([("company_id", "in", [False, company.id])])
        return PhraseBook({entry.id: entry._spellings() for entry in entries})
