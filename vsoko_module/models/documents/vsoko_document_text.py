from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...tools import plan_words
from ...tools.dates import long_date
from ...tools.document_words import quoted
from ...tools.paragraphs import clean
from ...tools.placeholders import filled, unknown

# What may stand in braces, and for what kind of source it is known.
PLACES = {
    "плана": "plan",
    "план": "plan",
    "название плана": "plan",
    "процедура": "procedure",
    "объект": "procedure",
    "срок": "procedure",
    "ответственных": "procedure",
    "состав": "procedure",
    "учебный год": "",
    "прошлый год": "",
    "школа": "",
}


class VsokoDocumentText(models.Model):
    """A ready text of a paper, with places that are filled in from the records."""

    _name = "vsoko.document.text"
    _description = "Ready text"
    _order = "sequence, id"

    name = fields.Char(required=True)
    kind_id = fields.Many2one(
        "vsoko.document.kind", required=True, ondelete="cascade", index=True
    )
    sequence = fields.Integer(default=100)
    active = fields.Boolean(default=True)
    company_id = fields.Many2one(
        "res.company",
        string="School",
        index="btree_not_null",
        default=lambda self: self.env.company,
        help="Empty: the text is shared by all schools of the database.",
    )
    source = fields.Selection(
        [
            ("none", "Nothing"),
            ("plan", "A plan"),
            ("procedure", "A procedure"),
            ("document", "Another paper"),
        ],
        string="Made from",
        required=True,
        default="none",
    )
    heading = fields.Char(required=True, help="«О …» or «Об …».")
    aim = fields.Char(help="What follows «в целях».")
    regulation_ids = fields.Many2many("vsoko.regulation", string="Norms")
    has_plan_annex = fields.Boolean(
        string="The plan is annexed", help="The plan is printed as annex 1."
    )
    line_ids = fields.One2many(
        "vsoko.document.text.line", "text_id", string="Items", copy=True
    )
    place_help = fields.Text(string="Places", compute="_compute_place_help")

    @api.depends("source")
    def _compute_place_help(self):
        for text in self:
            known = [f"{{{name}}}" for name in self._places(text.source)]
            text.place_help = ", ".join(known)

    @api.model
    def _places(self, source):
        return [name for name, of in PLACES.items() if of in ("", source)]

    @api.constrains("heading", "aim", "source", "line_ids")
    def _check_places(self):
        for text in self:
            said = [text.heading, text.aim, *text.line_ids.mapped("name")]
            said += text.line_ids.mapped("term_text")
            names = self._places(text.source)
            if wrong := [name for one in said for name in unknown(one, names)]:
                raise ValidationError(
                    self.env._(
                        "«%(text)s»: nothing is known for {%(place)s}. One may write: "
                        "%(known)s.",
                        text=text.name,
                        place=wrong[0],
                        known=text.place_help,
                    )
                )

    # ---- filling in ----

    def _values(self, company, plan, procedure):
        """What stands in the places: ``{name: words}``."""
        year = (plan or procedure.plan_id).year_id or plan.year_id._current(company)
        start = year.date_start
        words = {
            "школа": clean(company.vsoko_full_name or company.name),
            "учебный год": year.name or "",
            "прошлый год": str(start.year if start else ""),
        }
        if plan:
            words |= self._plan_words(plan)
        if procedure:
            words |= self._procedure_words(procedure)
        return words

    def _plan_words(self, plan):
        said = plan_words.Plan(
            kind=plan.kind, name=clean(plan.name), year=plan.year_id.name or ""
        )
        return {
            "плана": plan_words.genitive(said),
            "план": plan_words.accusative(said),
            "название плана": quoted(clean(plan.name)),
        }

    def _procedure_words(self, procedure):
        day, people = procedure.date_end, procedure.employee_ids
        papers = self.env["vsoko.document"].with_company(procedure.company_id)
        named = papers._people_words(people, "nominative").values()
        whom = papers._people_words(people, "accusative").values()
        return {
            "ответственных": "; ".join(whom),
            "состав": "; ".join(named),
            "процедура": quoted(clean(procedure.name)),
            "объект": clean(procedure.object or procedure.name),
            "срок": clean(procedure.term_text) or (day and long_date(day)) or "",
        }

    def _prepare_document(self, company, plan, procedure):
        """Values of a document; the lines come with ``_prepare_items``."""
        values = self._values(company, plan, procedure)
        return {
            "name": filled(self.heading, values),
            "aim": filled(self.aim, values),
            "regulation_ids": [(6, 0, self._own_regulations(company).ids)],
        }

    def _own_regulations(self, company):
        """Norms of the text, and the school's own act on the system, if it has one."""
        acts = self.regulation_ids.search(
            [("kind", "=", "local"), ("company_id", "=", company.id)]
        )
        words = ("всоко", "оценки качества образования")
        about = acts.filtered(lambda act: any(w in act.name.lower() for w in words))
        return self.regulation_ids | about

    def _prepare_items(self, document):
        values = self._values(
            document.company_id, document.plan_id, document.procedure_id
        )
        return [line._prepare_item(document, values) for line in self.line_ids]
