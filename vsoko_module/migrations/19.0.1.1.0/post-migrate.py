from odoo import SUPERUSER_ID, api

EACH = ("class_teacher", "subject_teacher", "primary_teacher", "head_mo")


def migrate(cr, version):
    # New databases get this from data/vsoko_role_each.xml, which an upgrade skips
    env = api.Environment(cr, SUPERUSER_ID, {})
    roles = [env.ref(f"vsoko_module.role_{code}", False) for code in EACH]
    env["vsoko.role"].union(*filter(None, roles)).is_each = True
    # Plans approved before get the times of their repeated lines
    plans = env["vsoko.plan"].search([("state", "=", "approved")])
    plans.procedure_ids._sync_series()
