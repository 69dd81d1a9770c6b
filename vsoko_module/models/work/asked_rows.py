"""The SQL that «Who has not handed in» and «Load» share: what is asked of whom.

``p`` is the procedure, ``e`` the card of the responsible person, ``asked`` the form of
result.
"""

from odoo.tools import SQL

# One number for (procedure, person, form of result): a row keeps it while the page is
# open, so that a button pressed on it means this row and no other. 22, 17 and 14 bits
# together are what a browser counts exactly.
ROW_ID = SQL(
    "((p.id::bigint << 31) | (e.id::bigint << 14)"
    " | COALESCE(asked.vsoko_outcome_id, 0))"
)

# What the query reads: Odoo writes it down before it asks
DEPENDS = {
    "vsoko.procedure": [
        "company_id",
        "date_end",
        "date_start",
        "employee_ids",
        "is_each",
        "is_published",
        "is_series",
        "is_template",
        "name",
        "outcome_ids",
        "plan_id",
        "role_ids",
        "state",
        "year_id",
    ],
    "vsoko.plan": ["active", "state"],
    "hr.employee": ["active", "current_version_id", "user_id"],
    "hr.version": ["department_id"],
}


def asked_rows(companies) -> SQL:
    """FROM and WHERE of everything that published plans ask of people."""
    return SQL(
        """
        FROM vsoko_procedure p
        JOIN vsoko_plan plan ON plan.id = p.plan_id
        JOIN hr_employee_vsoko_procedure_rel named ON named.vsoko_procedure_id = p.id
        JOIN hr_employee e ON e.id = named.hr_employee_id
        LEFT JOIN hr_version v ON v.id = e.current_version_id
        LEFT JOIN vsoko_outcome_vsoko_procedure_rel asked
            ON asked.vsoko_procedure_id = p.id
        WHERE p.is_published AND p.is_series IS NOT TRUE
        AND p.is_template IS NOT TRUE AND p.company_id IN %s
        """,
        tuple(companies.ids) or (0,),
    )
