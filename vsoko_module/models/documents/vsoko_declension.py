from odoo import api, fields, models

from ...tools import declension

KINDS = {"person": declension.person, "post": declension.post}


class VsokoDeclension(models.Model):
    """A name or a post in a case as the school has mended it, once for all papers."""

    _name = "vsoko.declension"
    _description = "Remembered form of a name or post"
    _order = "name, case, id"

    name = fields.Char(string="Name or post", required=True)
    case = fields.Selection(
        [
            ("genitive", "Whom, what (genitive)"),
            ("dative", "To whom, to what (dative)"),
            ("accusative", "Whom, what (accusative)"),
            ("instrumental", "By whom, by what (instrumental)"),
            ("prepositional", "About whom, about what (prepositional)"),
        ],
        required=True,
        default="dative",
    )
    result = fields.Char(string="On papers", required=True)
    company_id = fields.Many2one(
        "res.company",
        string="School",
        required=True,
        index=True,
        default=lambda self: self.env.company,
    )

    _name_uniq = models.UniqueIndex(
        '(company_id, lower(name), "case")', "This form is remembered already."
    )

    @api.model_create_multi
    def create(self, vals_list):
        return super().create([self._tidy(vals) for vals in vals_list])

    def write(self, vals):
        return super().write(self._tidy(vals))

    @api.model
    def _tidy(self, vals):
        """Spaces said once, so that the form is found again."""
        texts = {name: vals[name] for name in ("name", "result") if vals.get(name)}
        return {**vals, **{name: tidy(text) for name, text in texts.items()}}

    @api.model
    def _declined(self, texts, case, company, kind="person"):
        """``{text: form}``: remembered ones first, the rest by the library.

        ``kind`` is person or post; the nominative comes back as it is.
        """
        if case == "nominative":
            return {text: text for text in texts}
        known = {
            form.name.lower(): form.result
            for form in self.search(
                [("company_id", "=", company.id), ("case", "=", case)]
            )
        }
        return {
            text: known.get(tidy(text).lower()) or KINDS[kind](text, case)
            for text in texts
        }

    @api.model
    def _remember(self, text, case, result, company, kind="person"):
        """Keep a mended form; what the library says anyway is forgotten."""
        domain = [
            ("company_id", "=", company.id),
            ("case", "=", case),
            ("name", "=ilike", tidy(text)),
        ]
        known = self.search(domain, limit=1)
        if tidy(result) == KINDS[kind](tidy(text), case):
            known.unlink()
        elif known:
            known.result = result
        else:
            self.create(
                {
                    "name": text,
                    "case": case,
                    "result": result,
                    "company_id": company.id,
                }
            )

    @api.model
    def _keep_as_is(self, text, company):
        """«Не склонять»: the nominative in every case."""
        for case, _label in self._fields["case"]._description_selection(self.env):
            self._remember(text, case, text, company)


def tidy(text: str) -> str:
    """
    >>> tidy(" Ким  Ольга ")
    'Ким Ольга'
    """
    return " ".join(text.split())
