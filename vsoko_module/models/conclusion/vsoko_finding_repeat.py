from odoo import fields, models


class VsokoFinding(models.Model):
    """How it will be seen that the decision worked: when, how, who, by what sign."""

    _inherit = "vsoko.finding"

    repeat_on = fields.Date(
        string="Repeat control on",
        tracking=True,
        help="Empty: some weeks after the term, see the settings; a school day.",
    )
    repeat_method_id = fields.Many2one("vsoko.method", string="How")
    repeat_employee_ids = fields.Many2many(
        "hr.employee",
        "vsoko_finding_repeat_rel",
        string="Who controls",
        check_company=True,
    )
    repeat_criterion = fields.Char(
        string="Criterion of success", help="By what it will be seen that it worked."
    )
    recheck_ids = fields.One2many(
        "vsoko.procedure",
        "finding_id",
        string="Repeat controls",
        domain=[("is_recheck", "=", True)],
    )
