from odoo import api, fields, models
from odoo.exceptions import UserError

OFFICER = "vsoko_module.group_vsoko_officer"


class VsokoSetup(models.Model):
    """The plan of the year, and what is left to do."""

    _inherit = "vsoko.setup"

    plan_source = fields.Selection(
        [
            ("template", "A ready plan"),
            ("file", "Our own file, Word or Excel"),
            ("later", "Later"),
        ],
        string="Where the plan comes from",
        default="template",
    )
    template_id = fields.Many2one(
        "vsoko.plan",
        string="Start from",
        domain="['|', ('is_template', '=', True), ('company_id', '=', company_id)]",
    )
    template_count = fields.Integer(
        string="Procedures in it", related="template_id.procedure_count"
    )
    plan_id = fields.Many2one("vsoko.plan", readonly=True, ondelete="set null")
    # what there is in the end
    class_count = fields.Integer(string="Classes", compute="_compute_result")
    holder_count = fields.Integer(string="Roles given", compute="_compute_result")
    plan_count = fields.Integer(string="Plans", compute="_compute_result")
    procedure_count = fields.Integer(string="Procedures", compute="_compute_result")
    undated_count = fields.Integer(string="Without dates", compute="_compute_result")
    vacant_role_ids = fields.Many2many(
        "vsoko.role", string="Nobody holds", compute="_compute_result"
    )

    @api.depends("year_id", "plan_id", "state")
    def _compute_result(self):
        for setup in self:
            year = setup.year_id
            plans = self.env["vsoko.plan"].search([("year_id", "=", year.id or 0)])
            setup.class_count = len(year.class_ids)
            setup.holder_count = self.env["vsoko.role.holder"].search_count(
                [("company_id", "=", setup.company_id.id)]
            )
            setup.plan_count = len(plans)
            setup.procedure_count = sum(plans.mapped("procedure_count"))
            setup.undated_count = sum(plans.mapped("undated_count"))
            setup.vacant_role_ids = setup._vacant_roles(plans)

    def _vacant_roles(self, plans):
        """Roles that the plans name and nobody holds in the year."""
        roles = plans.procedure_ids.role_ids
        people = roles._people_on(self.company_id)
        today = fields.Date.context_today(self)
        day = max(today, self.year_id.date_start) if self.year_id else today
        return roles.filtered(lambda role: not people(role, day))

    def _enter_plan(self):
        if not self.env.user.has_group(OFFICER):
            self.plan_source = "later"
        if not self.template_id:
            self.template_id = self.env["vsoko.plan.create"]._default_template_id()

    def _leave_plan(self):
        if self.plan_source != "later":
            self._check_planner()
        if self.plan_source == "file":
            return self._open_import()
        if self.plan_source == "template":
            self._make_plan()
        return None

    def _make_plan(self):
        if not self.template_id or not self.year_id:
            raise UserError(
                self.env._("Choose the plan to start from, or «Later», to go on.")
            )
        made = self.env["vsoko.plan"].search(
            [
                ("year_id", "=", self.year_id.id),
                ("template_id", "=", self.template_id.id),
            ],
            limit=1,
        )
        self.plan_id = made or self.env["vsoko.plan"].action_apply_template(
            self.template_id.id, self.year_id.id
        )

    def _check_planner(self):
        """The administrator of the system keeps years and people, not plans."""
        if not self.env.user.has_group(OFFICER):
            raise UserError(
                self.env._("Plans are made by a deputy head: choose «Later».")
            )

    def _open_import(self):
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "vsoko_module.vsoko_import_action"
        )
        return {**action, "context": {"default_year_id": self.year_id.id}}

    def _enter_done(self):
        """Nothing to propose: the step shows what there is."""

    # ---- what the user can press in the end ----

    def action_view_plans(self):
        if self.plan_id:
            return self.plan_id._get_records_action()
        return self.year_id.action_view_plans()

    def action_view_undated(self):
        plans = self.env["vsoko.plan"].search([("year_id", "=", self.year_id.id)])
        return plans.action_view_undated()

    def action_view_holders(self):
        return self.env["ir.actions.act_window"]._for_xml_id(
            "vsoko_module.vsoko_role_holder_action"
        )

    def action_view_classes(self):
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "vsoko_module.vsoko_class_action"
        )
        return {**action, "domain": [("year_id", "=", self.year_id.id)]}

    def action_next_year(self):
        """The year that follows, made of the one that was set up here."""
        return self.env["vsoko.year.next"]._open(self.year_id)
