from odoo import api, fields, models

from ...tools.terms import parse_term
from .vsoko_procedure_term import term_dates


class VsokoTermMixin(models.AbstractModel):
    """A term in people's own words and the day they mean; the day may be mended."""

    _name = "vsoko.term.mixin"
    _description = "Term in words"

    term_text = fields.Char(
        string="Term", help="As people write it: «до 15 февраля», «в течение года»."
    )
    date_deadline = fields.Date(
        string="By when",
        compute="_compute_date_deadline",
        store=True,
        readonly=False,
        index=True,
        tracking=True,
    )
    term_hint = fields.Char(compute="_compute_term_hint")

    @api.depends("term_text", "year_id")
    def _compute_date_deadline(self):
        days = {year: year._school_days() for year in self.year_id}
        for record, term in self._terms():
            rule = record.company_id.vsoko_shift_rule or "before"
            _start, end = term_dates(term, days.get(record.year_id), rule)
            record.date_deadline = end or record.date_deadline

    @api.depends("term_text", "year_id", "date_deadline")
    def _compute_term_hint(self):
        sentence = self.env["vsoko.procedure"]._term_sentence
        said = {record: sentence(term) for record, term in self._terms()}
        for record in self:
            record.term_hint = said.get(record, "")

    def _terms(self):
        """Pairs of a record with words about time and what they are understood as."""
        worded = self.filtered(lambda one: one.term_text and one.year_id)
        spans = {year: year._span() for year in worded.year_id}
        for record in worded:
            yield record, parse_term(record.term_text, spans[record.year_id])
