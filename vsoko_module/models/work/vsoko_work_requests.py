from odoo import fields, models
from odoo.tools import SQL


class VsokoWork(models.Model):
    """Requests stand in «My work» beside what the plan asks for."""

    _inherit = "vsoko.work"
    _depends = {
        "vsoko.request": ["company_id", "date_deadline", "employee_id", "name", "state"]
    }

    kind = fields.Selection(selection_add=[("request", "Answer a request")])

    def _sources(self):
        return [*super()._sources(), self._requests_sql()]

    def _requests_sql(self):
        return SQL(
            """
            SELECT %(id)s, 'request', request.name, NULL::int, NULL::int, NULL::int,
                request.company_id, NULL::date, request.date_deadline, NULL::int,
                NULL::text
            FROM vsoko_request request
            WHERE request.state = 'asked' AND request.employee_id IN %(mine)s
            """,
            id=self._row_id("request", ("request", "id")),
            mine=self._mine(),
        )

    def _models_of_rows(self):
        return {**super()._models_of_rows(), "request": "vsoko.request"}
