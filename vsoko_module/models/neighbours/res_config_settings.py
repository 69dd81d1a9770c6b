from odoo import fields, models
from odoo.fields import Command


class ResConfigSettings(models.TransientModel):
    _inherit = "res.config.settings"

    vsoko_full_name = fields.Char(related="company_id.vsoko_full_name", readonly=False)
    vsoko_founder = fields.Char(related="company_id.vsoko_founder", readonly=False)
    vsoko_requisites = fields.Text(
        related="company_id.vsoko_requisites", readonly=False
    )
    vsoko_calendar_id = fields.Many2one(
        related="company_id.vsoko_calendar_id", readonly=False
    )
    vsoko_evidence_limit = fields.Integer(
        related="company_id.vsoko_evidence_limit", readonly=False
    )
    vsoko_shift_rule = fields.Selection(
        related="company_id.vsoko_shift_rule", readonly=False
    )
    vsoko_remind_start = fields.Integer(
        related="company_id.vsoko_remind_start", readonly=False
    )
    vsoko_remind_deadline = fields.Integer(
        related="company_id.vsoko_remind_deadline", readonly=False
    )
    vsoko_remind_deputy = fields.Integer(
        related="company_id.vsoko_remind_deputy", readonly=False
    )
    vsoko_remind_director = fields.Integer(
        related="company_id.vsoko_remind_director", readonly=False
    )
    vsoko_has_noo = fields.Boolean(related="company_id.vsoko_has_noo", readonly=False)
    vsoko_has_ooo = fields.Boolean(related="company_id.vsoko_has_ooo", readonly=False)
    vsoko_has_soo = fields.Boolean(related="company_id.vsoko_has_soo", readonly=False)
    vsoko_has_ovz = fields.Boolean(related="company_id.vsoko_has_ovz", readonly=False)
    vsoko_is_small = fields.Boolean(related="company_id.vsoko_is_small", readonly=False)
    vsoko_anonymity = fields.Integer(
        related="company_id.vsoko_anonymity", readonly=False
    )
    vsoko_digest = fields.Boolean(related="company_id.vsoko_digest", readonly=False)
    vsoko_digest_day = fields.Selection(
        related="company_id.vsoko_digest_day", readonly=False
    )
    vsoko_is_demo = fields.Boolean(related="company_id.vsoko_is_demo")

    def action_load_vsoko_demo(self):
        """Open a demo school beside the real one: a company of its own."""
        company = self.env["res.company"].create({"name": self.env._("Demo school")})
        self.env.user.company_ids = [Command.link(company.id)]
        self.env["vsoko.demo.school"].load(company)
        return self._reload_with(company)

    def action_remove_vsoko_demo(self):
        """Remove the demo school; its company stays when there is no other to go to."""
        company, user = self.company_id, self.env.user
        others = user.company_ids - company
        self.env["vsoko.demo.school"].remove(company)
        if others:
            own = {"company_id": others[:1].id}
            user.write({**own, "company_ids": [Command.unlink(company.id)]})
            company.action_archive()
        return self._reload_with(others[:1] or company)

    def _reload_with(self, company):
        """Reload the client so that the switcher of companies shows ``company``."""
        return {
            "type": "ir.actions.act_url",
            "target": "self",
            "url": f"/odoo/vsoko-plans?cids={company.id}",
        }
