from datetime import timedelta

from odoo import api, fields, models
from odoo.tools import SQL, date_utils

# Rows of different tables get numbers of their own: id × ROOM + place of the kind.
# Keys of the columns begin with their place, since groups come in the order of keys.
KINDS = (
    "procedure", "step", "review", "approve", "explain", "request",
    "acquaint", "item", "visa", "sign", "section", "decision", "close", "effect",
)  # fmt: skip
# What has no day of its own: somebody waits for it
WAITING = ("review", "approve", "explain", "visa", "sign", "close", "effect")
ROOM = 16


class VsokoWork(models.Model):
    """«My work»: what the person who looks has to do, wherever it is kept.

    A live query: nothing is stored, and «today» is the day of the reader.
    """

    _name = "vsoko.work"
    _description = "My work"
    _auto = False
    _order = "date_end, id"
    # What the query reads: Odoo writes it down before it asks
    _depends = {
        "vsoko.procedure": [
            "date_end",
            "date_start",
            "employee_ids",
            "block_id",
            "is_each",
            "is_published",
            "is_series",
            "is_template",
            "name",
            "outcome_ids",
            "state",
        ],
        "vsoko.evidence": ["employee_id", "outcome_id", "procedure_id"],
        "vsoko.procedure.step": ["date_deadline", "employee_id", "is_done", "name"],
        "vsoko.procedure.change": ["kind", "reason", "user_id"],
        "vsoko.plan": ["director_id", "employee_id", "name", "state"],
    }

    name = fields.Char()
    kind = fields.Selection(
        [
            ("procedure", "Carry out"),
            ("step", "Do a step"),
            ("review", "Review"),
            ("approve", "Approve"),
            ("explain", "Say why"),
        ],
        string="What to do",
    )
    bucket = fields.Selection(
        [
            ("1_overdue", "Overdue"),
            ("2_today", "Due today"),
            ("3_week", "This week"),
            ("4_waiting", "Waiting for me"),
            ("5_month", "This month"),
            ("6_later", "Later"),
        ],
        string="When",
    )
    procedure_id = fields.Many2one("vsoko.procedure")
    step_id = fields.Many2one("vsoko.procedure.step")
    plan_id = fields.Many2one("vsoko.plan")
    company_id = fields.Many2one("res.company", string="School")
    date_start = fields.Date(string="Start")
    date_end = fields.Date(string="Deadline")
    block_id = fields.Many2one("vsoko.block", string="Direction")
    missing_text = fields.Text(string="Papers I owe")
    color = fields.Integer(compute="_compute_color")

    @api.depends("bucket")
    def _compute_color(self):
        colors = {"1_overdue": 1, "2_today": 2, "4_waiting": 4}
        for row in self:
            row.color = colors.get(row.bucket, 0)

    # ---- where the rows come from ----

    @property
    def _table_query(self):
        rows = SQL(" UNION ALL ").join(self._sources())
        today = fields.Date.context_today(self)
        return SQL(
            """
            SELECT work.*,
                CASE
                    WHEN work.kind IN %(waiting)s THEN '4_waiting'
                    WHEN work.date_end IS NULL THEN '6_later'
                    WHEN work.date_end < %(today)s THEN '1_overdue'
                    WHEN work.date_end = %(today)s THEN '2_today'
                    WHEN work.date_end <= %(week)s THEN '3_week'
                    WHEN work.date_end <= %(month)s THEN '5_month'
                    ELSE '6_later'
                END AS bucket
            FROM (%(rows)s) AS work
            """,
            today=today,
            week=date_utils.end_of(today, "week"),
            month=date_utils.end_of(today, "month"),
            rows=rows,
            waiting=WAITING,
        )

    def _sources(self):
        """SELECTs of id, kind, name, procedure, step, plan, school, start, deadline,
        direction and papers owed.

        Other add-ons and chapters append theirs, numbered by ``_row_id``.
        """
        return [
            self._procedures_sql(),
            self._steps_sql(),
            self._reviews_sql(),
            self._approvals_sql(),
            self._unexplained_sql(),
        ]

    def _row_id(self, kind, column):
        return SQL("%s * %s + %s", SQL.identifier(*column), ROOM, KINDS.index(kind))

    def _mine(self):
        """Cards of the reader in the schools that are chosen."""
        return SQL(
            """(SELECT card.id FROM hr_employee card WHERE card.user_id = %(user)s
                AND card.company_id IN %(schools)s AND card.active)""",
            user=self.env.uid,
            schools=tuple(self.env.companies.ids),
        )

    def _owed_sql(self):
        """Names of the papers that the reader has not handed in."""
        return SQL(
            """(SELECT string_agg(kind.name, ', ' ORDER BY kind.sequence, kind.id)
                FROM vsoko_outcome_vsoko_procedure_rel asked
                JOIN vsoko_outcome kind ON kind.id = asked.vsoko_outcome_id
                WHERE asked.vsoko_procedure_id = p.id AND NOT EXISTS (
                    SELECT FROM vsoko_evidence given
                    WHERE given.procedure_id = p.id AND given.outcome_id = kind.id
                    AND (p.is_each IS NOT TRUE OR given.employee_id IN %(mine)s)
                ))""",
            mine=self._mine(),
        )

    def _awaited_sql(self):
        """Open lines of approved plans that have begun or begin within a month."""
        soon = fields.Date.context_today(self) + timedelta(days=31)
        return SQL(
            """p.is_published AND p.state IN ('planned', 'in_progress')
            AND p.is_series IS NOT TRUE AND p.is_template IS NOT TRUE
            AND p.plan_id NOT IN (SELECT id FROM vsoko_plan WHERE state = 'closed')
            AND (p.date_start IS NULL OR p.date_start <= %(soon)s
                OR p.date_end <= %(soon)s)""",
            soon=soon,
        )

    def _procedures_sql(self):
        return SQL(
            """
            SELECT %(id)s AS id, 'procedure' AS kind, p.name,
                p.id AS procedure_id, NULL::int AS step_id, p.plan_id, p.company_id,
                p.date_start, p.date_end, p.block_id, %(owed)s AS missing_text
            FROM vsoko_procedure p
            WHERE %(awaited)s AND EXISTS (
                SELECT FROM hr_employee_vsoko_procedure_rel named
                WHERE named.vsoko_procedure_id = p.id
                AND named.hr_employee_id IN %(mine)s
            )
            """,
            id=self._row_id("procedure", ("p", "id")),
            owed=self._owed_sql(),
            awaited=self._awaited_sql(),
            mine=self._mine(),
        )

    def _steps_sql(self):
        return SQL(
            """
            SELECT %(id)s, 'step', s.name, p.id, s.id, p.plan_id, p.company_id,
                p.date_start, COALESCE(s.date_deadline, p.date_end), p.block_id,
                NULL::text
            FROM vsoko_procedure_step s
            JOIN vsoko_procedure p ON p.id = s.procedure_id
            WHERE %(awaited)s AND s.is_done IS NOT TRUE AND s.employee_id IN %(mine)s
            """,
            id=self._row_id("step", ("s", "id")),
            awaited=self._awaited_sql(),
            mine=self._mine(),
        )

    def _reviews_sql(self):
        """What is carried out waits for who prepared the plan."""
        return SQL(
            """
            SELECT %(id)s, 'review', p.name, p.id, NULL::int, p.plan_id, p.company_id,
                p.date_start, p.date_end, p.block_id, NULL::text
            FROM vsoko_procedure p
            JOIN vsoko_plan plan ON plan.id = p.plan_id
            WHERE p.state = 'done' AND p.is_published AND p.is_series IS NOT TRUE
            AND plan.state = 'approved' AND plan.employee_id IN %(mine)s
            """,
            id=self._row_id("review", ("p", "id")),
            mine=self._mine(),
        )

    def _approvals_sql(self):
        return SQL(
            """
            SELECT %(id)s, 'approve', plan.name, NULL::int, NULL::int, plan.id,
                plan.company_id, NULL::date, NULL::date, NULL::int, NULL::text
            FROM vsoko_plan plan
            WHERE plan.state = 'to_approve' AND plan.director_id IN %(mine)s
            """,
            id=self._row_id("approve", ("plan", "id")),
            mine=self._mine(),
        )

    def _unexplained_sql(self):
        return SQL(
            """
            SELECT MIN(%(id)s), 'explain', p.name, p.id, NULL::int, p.plan_id,
                p.company_id, p.date_start, p.date_end, p.block_id, NULL::text
            FROM vsoko_procedure_change change
            JOIN vsoko_procedure p ON p.id = change.procedure_id
            WHERE change.user_id = %(user)s AND change.kind IN %(kinds)s
            AND change.reason IS NULL AND p.company_id IN %(schools)s
            GROUP BY p.id
            """,
            id=self._row_id("explain", ("change", "id")),
            user=self.env.uid,
            kinds=tuple(self.env["vsoko.procedure.change"]._explained()),
            schools=tuple(self.env.companies.ids),
        )

    # ---- what the person can press ----

    def action_open(self):
        self.ensure_one()
        return self._opened()._get_records_action()

    def _opened(self):
        """The record that a press on the row opens."""
        return self._row() or self.procedure_id or self.plan_id

    def _row(self):
        """The record that a row of another chapter stands for."""
        name = self._models_of_rows().get(self.kind)
        return self.env[name].browse(self.id // ROOM) if name else None

    def _models_of_rows(self):
        """Models by kind; chapters that append sources name theirs."""
        return {}

    def action_hand_in(self):
        return self.procedure_id.action_hand_in()

    def action_tick(self):
        self.step_id.action_tick()

    def action_explain(self):
        """Ask for the reason of a move that was made without one."""
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "vsoko_module.vsoko_reason_action"
        )
        action["context"] = {
            "default_procedure_id": self.procedure_id.id,
            "default_method": "action_explain",
        }
        return action
