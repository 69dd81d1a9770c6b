from odoo import fields, models
from odoo.fields import Domain

from ...tools.stale_years import stale_years

# Texts of a line that may keep a year of an older plan; steps stand apart
TEXTS = ("name", "object", "term_text", "note")


class VsokoProcedure(models.Model):
    """From one school year to the next: what is not finished, what looks old."""

    _inherit = "vsoko.procedure"

    carried_from_id = fields.Many2one(
        "vsoko.procedure",
        string="Carried over from",
        index="btree_not_null",
        readonly=True,
        copy=False,
        help="Was not finished in the year before.",
    )

    def _stale_texts(self):
        """Rows (line, field, years) where a text speaks of an older year."""
        found = []
        for line in self.filtered("year_id"):
            start = line.year_id._start_year()
            for name in (*TEXTS, *self._stale_word_fields(), "content"):
                if years := stale_years(line[name] or "", start):
                    found.append((line, name, ", ".join(years)))
        return found

    def _stale_word_fields(self):
        return [name for name in self._text_fields() if name not in TEXTS]

    def _unfinished(self, year):
        """What a year leaves undone: what is overdue, or all once it is over."""
        today = fields.Date.context_today(self)
        left = (
            Domain("year_id", "=", year.id)
            & Domain("is_published", "=", True)
            & Domain("is_template", "=", False)
            & Domain("series_id", "=", False)
            & Domain("state", "in", ["planned", "in_progress"])
        )
        is_over = year.date_end < today
        return left if is_over else left & Domain("date_end", "<", today)

    def _prepare_carry_over(self, plan):
        """The same work in the plan of the next year, its dates to be named anew."""
        delta = self.plan_id._years_until(plan.year_id)
        return {
            **self._prepare_copy(delta),
            "plan_id": plan.id,
            "carried_from_id": self.id,
        }
