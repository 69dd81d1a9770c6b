from odoo import fields, models
from odoo.tools import SQL

from .asked_rows import DEPENDS, ROW_ID, asked_rows


class VsokoDebt(models.Model):
    """Who has not handed in: a paper, the person who owes it and for how long.

    A live query: nothing is stored, and «today» is the day of the reader. Where one
    paper serves all, each of the people owes it until one of them hands it in.
    """

    _name = "vsoko.debt"
    _description = "Paper not handed in"
    _auto = False
    _rec_name = "procedure_id"
    _order = "date_end, procedure_id, id"
    _depends = {
        **DEPENDS,
        "vsoko.evidence": ["employee_id", "outcome_id", "procedure_id"],
        "vsoko.role": ["sequence"],
        "vsoko.role.holder": ["company_id", "date_from", "date_to", "employee_id"],
        "vsoko.class": ["letter", "parallel", "teacher_id", "year_id"],
        "vsoko.reminder": ["date", "procedure_id", "user_id"],
    }

    # what is owed
    procedure_id = fields.Many2one("vsoko.procedure")
    outcome_id = fields.Many2one("vsoko.outcome", string="Form of result")
    plan_id = fields.Many2one("vsoko.plan")
    year_id = fields.Many2one("vsoko.academic.year", string="School year")
    company_id = fields.Many2one("res.company", string="School")
    # who owes it
    employee_id = fields.Many2one("hr.employee", string="Person")
    department_id = fields.Many2one("hr.department")
    role_id = fields.Many2one("vsoko.role")
    class_id = fields.Many2one(
        "vsoko.class",
        help="Of which the person is the class teacher; the first of several.",
    )
    # since when
    date_start = fields.Date(string="Start")
    date_end = fields.Date(string="Deadline")
    days_late = fields.Integer(aggregator="max")
    is_overdue = fields.Boolean()
    reminded_on = fields.Date(string="Last reminded")

    @property
    def _table_query(self):
        return SQL(
            """
            SELECT %(id)s AS id, p.id AS procedure_id,
                asked.vsoko_outcome_id AS outcome_id, p.plan_id, p.year_id,
                p.company_id, e.id AS employee_id, v.department_id,
                %(role)s AS role_id, %(school_class)s AS class_id,
                p.date_start, p.date_end,
                GREATEST(%(today)s - p.date_end, 0) AS days_late,
                COALESCE(p.date_end < %(today)s, FALSE) AS is_overdue,
                %(reminded)s AS reminded_on
            %(rows)s AND %(awaited)s AND %(missing)s
            """,
            id=ROW_ID,
            role=self._role_sql(),
            school_class=self._class_sql(),
            today=fields.Date.context_today(self),
            reminded=self._reminded_sql(),
            rows=asked_rows(self.env.companies),
            awaited=self._awaited_sql(),
            missing=self._missing_sql(),
        )

    def _awaited_sql(self):
        """Nothing is awaited of a plan laid aside or of who has left the school."""
        return SQL(
            "p.state IN ('planned', 'in_progress') AND e.active"
            " AND plan.active AND plan.state != 'closed'"
        )

    def _missing_sql(self):
        """The same as ``_missing_papers`` of a procedure, for all at once."""
        return SQL(
            """NOT EXISTS (
                SELECT FROM vsoko_evidence given
                WHERE given.procedure_id = p.id
                AND given.outcome_id = asked.vsoko_outcome_id
                AND (p.is_each IS NOT TRUE OR given.employee_id = e.id)
            )"""
        )

    def _role_sql(self):
        """The first of the asked roles that the person holds on the deadline."""
        return SQL(
            """(
                SELECT role.id
                FROM vsoko_procedure_vsoko_role_rel asks
                JOIN vsoko_role role ON role.id = asks.vsoko_role_id
                JOIN vsoko_role_holder holder ON holder.role_id = role.id
                WHERE asks.vsoko_procedure_id = p.id
                AND holder.employee_id = e.id AND holder.company_id = p.company_id
                AND COALESCE(holder.date_from <= %(day)s, TRUE)
                AND COALESCE(holder.date_to >= %(day)s, TRUE)
                ORDER BY role.sequence, role.id LIMIT 1
            )""",
            day=SQL("COALESCE(p.date_end, %s)", fields.Date.context_today(self)),
        )

    def _class_sql(self):
        return SQL(
            """(
                SELECT own.id FROM vsoko_class own
                WHERE own.year_id = p.year_id AND own.teacher_id = e.id
                ORDER BY own.parallel, own.letter LIMIT 1
            )"""
        )

    def _reminded_sql(self):
        return SQL(
            """(
                SELECT MAX(told.date) FROM vsoko_reminder told
                WHERE told.procedure_id = p.id AND told.user_id = e.user_id
            )"""
        )

    # ---- what the user can press ----

    def action_open(self):
        self.ensure_one()
        return self.procedure_id._get_records_action()
