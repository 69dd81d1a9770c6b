from odoo import fields, models
from odoo.tools import SQL

from ..catalogue.vsoko_role import DIRECTOR_ROLE
from .vsoko_document import DIRECTOR


class VsokoWork(models.Model):
    """Papers in «My work»: to read, to carry out, to agree, to sign."""

    _inherit = "vsoko.work"
    _depends = {
        "vsoko.document": [
            "kind_id",
            "name",
            "number",
            "sent_on",
            "signatory_id",
            "state",
        ],
        "vsoko.document.kind": ["signatory_role_id"],
        "vsoko.document.acknowledgement": ["date", "date_deadline", "employee_id"],
        "vsoko.document.item": [
            "date_deadline",
            "employee_ids",
            "is_done",
            "is_task",
            "name",
        ],
        "vsoko.document.visa": ["employee_id", "state"],
    }

    kind = fields.Selection(
        selection_add=[
            ("acquaint", "Get acquainted"),
            ("item", "Carry out an item"),
            ("visa", "Agree"),
            ("sign", "Sign"),
        ]
    )

    def _sources(self):
        return [
            *super()._sources(),
            self._unread_sql(),
            self._items_sql(),
            self._visas_sql(),
            self._unsigned_sql(),
        ]

    def _paper_sql(self, kind, column, name, day, tables):
        """The columns of a row that stands for a paper."""
        return SQL(
            """
            SELECT %(id)s, %(kind)s, %(name)s, NULL::int, NULL::int, NULL::int,
                paper.company_id, NULL::date, %(day)s, NULL::int, NULL::text
            FROM vsoko_document paper %(tables)s
            """,
            id=self._row_id(kind, column),
            kind=kind,
            name=name,
            day=day,
            tables=tables,
        )

    def _unread_sql(self):
        return self._paper_sql(
            "acquaint",
            ("row", "id"),
            SQL("CONCAT_WS(' ', '№', paper.number, paper.name)"),
            SQL("row.date_deadline"),
            SQL(
                """JOIN vsoko_document_acknowledgement row
                    ON row.document_id = paper.id
                WHERE paper.state = 'registered' AND row.date IS NULL
                    AND row.employee_id IN %s""",
                self._mine(),
            ),
        )

    def _items_sql(self):
        return self._paper_sql(
            "item",
            ("item", "id"),
            SQL("item.name"),
            SQL("item.date_deadline"),
            SQL(
                """JOIN vsoko_document_item item ON item.document_id = paper.id
                WHERE paper.state = 'registered' AND item.is_task
                    AND item.is_done IS NOT TRUE AND NOT %s AND EXISTS (
                        SELECT FROM hr_employee_vsoko_document_item_rel named
                        WHERE named.vsoko_document_item_id = item.id
                        AND named.hr_employee_id IN %s
                    )""",
                self._is_led_sql(),
                self._mine(),
            ),
        )

    def _is_led_sql(self):
        """Whether another row of the reader's work stands for ``item``."""
        return SQL("FALSE")

    def _visas_sql(self):
        return self._paper_sql(
            "visa",
            ("visa", "id"),
            SQL("paper.name"),
            SQL("NULL::date"),
            SQL(
                """JOIN vsoko_document_visa visa ON visa.document_id = paper.id
                WHERE paper.state = 'draft' AND paper.sent_on IS NOT NULL
                    AND visa.state = 'waiting' AND visa.employee_id IN %s""",
                self._mine(),
            ),
        )

    def _unsigned_sql(self):
        """Agreed by all and sent, or approved and not registered yet."""
        return self._paper_sql(
            "sign",
            ("paper", "id"),
            SQL("paper.name"),
            SQL("NULL::date"),
            SQL(
                """JOIN vsoko_document_kind kind ON kind.id = paper.kind_id
                WHERE %s AND (
                    paper.state = 'approved'
                    OR paper.state = 'draft' AND paper.sent_on IS NOT NULL
                    AND NOT EXISTS (
                        SELECT FROM vsoko_document_visa visa
                        WHERE visa.document_id = paper.id AND visa.state != 'agreed'
                    ))""",
                self._is_confirmed_by_me_sql(),
            ),
        )

    def _is_confirmed_by_me_sql(self):
        """``vsoko.document._who_confirms`` seen from the reader.

        Who is replaced sees what the acting director does: both may approve it.
        """
        return SQL(
            """CASE WHEN kind.signatory_role_id IS NULL
                THEN paper.company_id IN %s ELSE paper.signatory_id IN %s END""",
            tuple(self._schools_i_head().ids) or (0,),
            self._mine(),
        )

    def _schools_i_head(self):
        """Schools whose director the reader is today."""
        user = self.env.user
        role = self.env.ref(DIRECTOR_ROLE, raise_if_not_found=False)
        if not (role and user.has_group(DIRECTOR)):
            return self.env["res.company"]
        holders = self.env["vsoko.role.holder"].search(
            [
                ("role_id", "=", role.id),
                ("employee_id", "in", user.employee_ids.ids),
                ("company_id", "in", self.env.companies.ids),
            ]
        )
        today = fields.Date.context_today(self)
        return holders.filtered(lambda holder: holder._is_on(today)).company_id

    # ---- what the person can press ----

    def _models_of_rows(self):
        return {
            **super()._models_of_rows(),
            "acquaint": "vsoko.document.acknowledgement",
            "item": "vsoko.document.item",
            "visa": "vsoko.document.visa",
            "sign": "vsoko.document",
        }

    def _opened(self):
        row = super()._opened()
        is_of_paper = self.kind in ("acquaint", "item", "visa")
        return row.document_id if is_of_paper else row

    def action_tick(self):
        if self.kind != "item":
            return super().action_tick()
        return self._row().action_done()
