from odoo import SUPERUSER_ID, api


def migrate(cr, version):
    """Years that were there before get the periods that figures are given for."""
    env = api.Environment(cr, SUPERUSER_ID, {"lang": "ru_RU"})
    for year in env["vsoko.academic.year"].search([], order="date_start"):
        env["vsoko.period"]._school_year(year)
        env["vsoko.period"]._calendar_year(year._start_year(), year.company_id)
