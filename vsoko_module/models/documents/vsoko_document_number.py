from odoo import fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL

from ...tools.document_numbers import number_text, number_value, series_of
from ..school.vsoko_academic_year import start_year_of


class VsokoDocument(models.Model):
    """Numbers of the register: in turn, without gaps, without doubles."""

    _inherit = "vsoko.document"

    number = fields.Char(readonly=True, copy=False, index="trigram", tracking=True)
    manual_number = fields.Char(
        string="Number by the book",
        copy=False,
        help="Where the paper book is the master; empty: the next number in turn.",
    )
    number_value = fields.Integer(readonly=True, copy=False, aggregator=None)
    number_series = fields.Char(readonly=True, copy=False)
    registered_on = fields.Datetime(readonly=True, copy=False)
    registered_by_id = fields.Many2one("res.users", readonly=True, copy=False)

    # Whatever happens, the register holds no two papers of one number
    _number_uniq = models.UniqueIndex(
        "(company_id, kind_id, number_series, number) WHERE number IS NOT NULL",
        "A paper of this kind has this number already.",
    )

    def _give_number(self):
        """Date and number of the moment, one paper after another.

        The lock is held until the transaction ends, so the next one in the queue sees
        this number when it is committed, or takes it over when it is not.
        """
        self.ensure_one()
        day = self.date or fields.Date.context_today(self)
        series = self._number_series(day)
        self._lock_series(series)
        # sudo: number and date of the register are written here and nowhere else
        self.sudo().write(
            {
                **self._next_number(series, day),
                "date": day,
                "number_series": series,
                "registered_on": fields.Datetime.now(),
                "registered_by_id": self.env.uid,
            }
        )

    def _number_series(self, day):
        first = start_year_of(day)
        body = self.body_id.id if self.kind_id.is_per_body else 0
        return series_of(self.kind_id.restart, day, f"{first}/{first + 1}", body)

    def _lock_series(self, series):
        key = f"vsoko.document {self.company_id.id} {self.kind_id.id} {series}"
        self.env.cr.execute(SQL("SELECT pg_advisory_xact_lock(hashtext(%s))", key))

    def _next_number(self, series, day):
        manual = (self.manual_number or "").strip().removeprefix("№").strip()
        pattern = self.kind_id.number_format
        if manual:
            self._check_double(series, manual)
            return {"number": manual, "number_value": number_value(pattern, manual)}
        last, last_day = self._last_number(series)
        if last_day and day < last_day:
            raise UserError(
                self.env._(
                    "The number %(number)s of %(last)s is in the register already, so "
                    "the next one cannot be of %(day)s: change the date or write the "
                    "number in by hand, for example with a letter.",
                    number=number_text(pattern, last, last_day.year),
                    last=f"{last_day:%d.%m.%Y}",
                    day=f"{day:%d.%m.%Y}",
                )
            )
        number = last + 1
        return {
            "number": number_text(pattern, number, day.year),
            "number_value": number,
        }

    def _last_number(self, series):
        """Greatest number in turn and the latest day: ours, and what others committed.

        This transaction began before the lock was given and does not see what was
        committed while it waited; a fresh one does.
        """
        found = [self._read_last(self.env.cr, series)]
        with self.env.registry.cursor() as cursor:
            found.append(self._read_last(cursor, series))
        days = [day for _number, day in found if day]
        return max(number for number, _day in found), max(days, default=None)

    def _read_last(self, cursor, series):
        self.env.flush_all()
        cursor.execute(
            SQL(
                """
                SELECT COALESCE(MAX(number_value), 0), MAX(date)
                FROM vsoko_document
                WHERE company_id = %s AND kind_id = %s AND number_series = %s
                    AND number_value > 0
                """,
                self.company_id.id,
                self.kind_id.id,
                series,
            )
        )
        return cursor.fetchone()

    def _check_double(self, series, number):
        """A double that is committed is named; one just being written is refused by
        the unique index."""
        double = self.sudo().search(  # sudo: a double may be a paper one may not read
            [
                ("company_id", "=", self.company_id.id),
                ("kind_id", "=", self.kind_id.id),
                ("number_series", "=", series),
                ("number", "=ilike", number),
            ],
            limit=1,
        )
        if double:
            raise UserError(
                self.env._(
                    "The number %(number)s is taken by «%(name)s» of %(day)s: give "
                    "another one.",
                    number=number,
                    name=double.name,
                    day=f"{double.date:%d.%m.%Y}",
                )
            )
