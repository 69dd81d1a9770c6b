from odoo import fields, models
from odoo.tools import SQL

from .asked_rows import DEPENDS, ROW_ID, asked_rows


class VsokoLoad(models.Model):
    """How many papers a person is asked for in a month: by plans and by requests.

    A row is one paper asked of one person, handed in or not: what is counted is the
    asking. Procedures without a form of result ask for no paper.
    """

    _name = "vsoko.load"
    _description = "Paper asked of a person"
    _auto = False
    _order = "date, id"
    _depends = {
        **DEPENDS,
        "vsoko.request": [
            "company_id",
            "date_deadline",
            "employee_id",
            "name",
            "state",
            "year_id",
        ],
    }

    # what is asked
    name = fields.Char()
    kind = fields.Selection(
        [("plan", "By a plan"), ("request", "By a request")], string="How"
    )
    procedure_id = fields.Many2one("vsoko.procedure")
    request_id = fields.Many2one("vsoko.request")
    plan_id = fields.Many2one("vsoko.plan")
    outcome_id = fields.Many2one("vsoko.outcome", string="Form of result")
    # of whom
    employee_id = fields.Many2one("hr.employee", string="Person")
    department_id = fields.Many2one("hr.department")
    # when
    date = fields.Date(string="Deadline")
    month = fields.Date(help="The first day of the month.")
    year_id = fields.Many2one("vsoko.academic.year", string="School year")
    company_id = fields.Many2one("res.company", string="School")

    @property
    def _table_query(self):
        return SQL(
            """
            SELECT paper.*, DATE_TRUNC('month', paper.date)::date AS month
            FROM (%s UNION ALL %s) AS paper
            """,
            self._plans_sql(),
            self._requests_sql(),
        )

    def _plans_sql(self):
        return SQL(
            """
            SELECT %(id)s AS id, p.name, 'plan' AS kind, p.id AS procedure_id,
                NULL::int AS request_id, p.plan_id,
                asked.vsoko_outcome_id AS outcome_id, e.id AS employee_id,
                v.department_id, COALESCE(p.date_end, p.date_start) AS date,
                p.year_id, p.company_id
            %(rows)s
            AND p.state != 'cancelled' AND plan.active
            AND asked.vsoko_outcome_id IS NOT NULL
            """,
            id=ROW_ID,
            rows=asked_rows(self.env.companies),
        )

    def _requests_sql(self):
        # Rows of plans are numbered from 2³¹ on, so the number of a request is free
        return SQL(
            """
            SELECT request.id::bigint, request.name, 'request', NULL::int, request.id,
                NULL::int, NULL::int, e.id, v.department_id, request.date_deadline,
                request.year_id, request.company_id
            FROM vsoko_request request
            JOIN hr_employee e ON e.id = request.employee_id
            LEFT JOIN hr_version v ON v.id = e.current_version_id
            WHERE request.state != 'cancelled' AND request.company_id IN %s
            """,
            tuple(self.env.companies.ids),
        )

    def action_open(self):
        self.ensure_one()
        return (self.request_id or self.procedure_id)._get_records_action()
