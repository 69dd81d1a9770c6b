from odoo import fields, models
from odoo.tools import SQL

from ...tools.folder import Chain, Row, problem_rows, share_row
from .folder_sql import CHAINS, COUNTS

# Forms of result that are a note
NOTES = ("note", "analytic_note")


class VsokoFolder(models.Model):
    """Reading of the records: a fixed number of statements, of this year alone.

    Plain SQL, since the rows are counted, not shown; every statement names the school.
    """

    _inherit = "vsoko.folder"

    def _rows(self, codes):
        """All rows of the check, those of the school first."""
        self.ensure_one()
        self.env.flush_all()
        today = fields.Date.context_today(self)
        [(measure, *found)] = self.env.execute_query(SQL(COUNTS, **self._known()))
        rows = [*self._school_rows(found), *self._act_rows(measure, codes)]
        for chain in self.env.execute_query(SQL(CHAINS, **self._known())):
            rows += problem_rows(Chain(*chain), today)
        return rows

    def _known(self):
        return {"school": self.company_id.id, "year": self.year_id.id, "notes": NOTES}

    def _school_rows(self, found):
        """Of what ``COUNTS`` has counted, in its order."""
        lines, dated, figures, submitted, asked, noted, red, concluded, *rest = found
        finished, has_findings = rest
        rows = [
            share_row("schedule", dated, lines),
            share_row("data", submitted, figures),
            share_row("note", noted, asked, may_wait=True),
        ]
        if red:
            return [*rows, share_row("cause", concluded, red)]
        if has_findings:
            return [*rows, Row("cause", "met", "met", 1)]
        is_begun = bool(figures or finished)
        return [*rows, share_row("cause", 0, 0, may_wait=not is_begun)]
