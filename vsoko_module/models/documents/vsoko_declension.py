from odoo import api, fields, models
from odoo.tools import escape_psql

from ...tools.declension import CASES, person
from ...tools.declension_posts import post

KINDS = {"person": person, "post": post}


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
        self._remember_forms(text, {case: result}, company, kind)

    @api.model
    def _keep_as_is(self, text, company, kind="person"):
        """«Не склонять»: the nominative in every case."""
        self._remember_forms(text, dict.fromkeys(CASES, text), company, kind)

    @api.model
    def _remember_forms(self, text, forms, company, kind):
        """The same for ``{case: form}`` of one text, by one query."""
        name = tidy(text)
        known = self._known_forms(name, company)
        new = []
        for case, result in forms.items():
            if not tidy(result) or tidy(result) == KINDS[kind](name, case):
                known.get(case, self).unlink()
            elif case in known:
                known[case].result = result
            else:
                new.append(self._prepare_values(name, case, result, company))
        self.create(new)

    def _prepare_values(self, name, case, result, company):
        return {
            "name": name,
            "case": case,
            "result": result,
            "company_id": company.id,
        }

    def _known_forms(self, name, company):
        """``{case: form}`` of a name whatever the size of its letters."""
        found = self.search(
            [("company_id", "=", company.id), ("name", "=ilike", escape_psql(name))]
        )
        return {form.case: form for form in found}


def tidy(text: str) -> str:
    """
    >>> tidy(" Ким  Ольга ")
    'Ким Ольга'
    """
    return " ".join(text.split())
