from odoo import fields, models
from odoo.tools import SQL

from .vsoko_decision import DIRECTOR, OFFICER, OPEN_STATES
from .vsoko_document_item_follow import NOT_ADOPTED


class VsokoWork(models.Model):
    """Decisions in «My work»: to carry out, to close, to judge their effect."""

    _inherit = "vsoko.work"
    _depends = {
        "vsoko.decision": [
            "company_id",
            "date_deadline",
            "employee_ids",
            "finding_id",
            "item_id",
            "name",
            "state",
            "verdict",
        ],
        "vsoko.effect.check": ["company_id", "decision_id", "procedure_id", "state"],
        "vsoko.finding": ["repeat_on"],
    }

    kind = fields.Selection(
        selection_add=[
            ("decision", "Carry out a decision"),
            ("close", "Close a decision"),
            ("effect", "Judge the effect"),
        ]
    )

    def _sources(self):
        sources = [*super()._sources(), self._decisions_sql()]
        if self.env.user.has_group(OFFICER):
            sources.append(self._effects_sql())
        if self.env.user.has_group(DIRECTOR):
            sources.append(self._judged_sql())
        return sources

    def _decision_sql(self, kind, table, day, rest):
        """The columns of a row that stands for a decision or its check."""
        return SQL(
            """
            SELECT %(id)s, %(kind)s, decision.name, NULL::int, NULL::int, NULL::int,
                decision.company_id, NULL::date, %(day)s, NULL::int, NULL::text
            FROM vsoko_decision decision %(rest)s
            """,
            id=self._row_id(kind, (table, "id")),
            kind=kind,
            day=day,
            rest=rest,
        )

    def _decisions_sql(self):
        return self._decision_sql(
            "decision",
            "decision",
            SQL("decision.date_deadline"),
            SQL(
                """WHERE decision.state IN %s AND EXISTS (
                    SELECT FROM vsoko_decision_employee_rel named
                    WHERE named.vsoko_decision_id = decision.id
                    AND named.hr_employee_id IN %s
                )""",
                OPEN_STATES,
                self._mine(),
            ),
        )

    def _judged_sql(self):
        """What is done and judged waits for the director to close it."""
        return self._decision_sql(
            "close",
            "decision",
            SQL("decision.date_deadline"),
            SQL(
                """WHERE decision.state = 'done' AND decision.verdict IS NOT NULL
                AND decision.company_id IN %s""",
                tuple(self.env.companies.ids),
            ),
        )

    def _effects_sql(self):
        """Checks whose repeat control is over or whose day has come.

        They wait for deputies; the director judges what the director has decided.
        """
        is_director = self.env.user.has_group(DIRECTOR)
        return self._decision_sql(
            "effect",
            "effect",
            SQL("COALESCE(control.date_end, finding.repeat_on)"),
            SQL(
                """JOIN vsoko_effect_check effect ON effect.decision_id = decision.id
                LEFT JOIN vsoko_procedure control ON control.id = effect.procedure_id
                LEFT JOIN vsoko_finding finding ON finding.id = decision.finding_id
                WHERE effect.state = 'draft' AND decision.company_id IN %(schools)s
                AND decision.state NOT IN %(not_adopted)s
                AND (control.state IN ('done', 'reviewed')
                    OR COALESCE(control.date_end, finding.repeat_on) <= %(today)s)
                AND (decision.create_uid = %(user)s OR NOT %(is_director)s)""",
                schools=tuple(self.env.companies.ids),
                not_adopted=NOT_ADOPTED,
                today=fields.Date.context_today(self),
                user=self.env.uid,
                is_director=is_director,
            ),
        )

    def _is_led_sql(self):
        return SQL(
            """EXISTS (
                SELECT FROM vsoko_decision decided
                WHERE decided.item_id = item.id AND decided.state NOT IN %s
            )""",
            NOT_ADOPTED,
        )

    # ---- what the person can press ----

    def _models_of_rows(self):
        return {
            **super()._models_of_rows(),
            "decision": "vsoko.decision",
            "close": "vsoko.decision",
            "effect": "vsoko.effect.check",
        }

    def action_tick(self):
        if self.kind != "decision":
            return super().action_tick()
        return self._row().action_done()
