from odoo import fields, models
from odoo.fields import Command


class ResConfigSettings(models.TransientModel):
    _inherit = "res.config.settings"

    vsoko_full_name = fields.Char(related="company_id.vsoko_full_name", readonly=False)
    vsoko_founder = fields.Char(related="company_id.vsoko_founder", readonly=False)
    vsoko_calendar_id = fields.Many2one(
        related="company_id.vsoko_calendar_id", readonly=False
    )
    vsoko_is_demo = fields.Boolean(related="company_id.vsoko_is_demo")

    def action_load_vsoko_demo(self):
        """Open a demo school beside the real one: a company of its own."""
        company = self.env["res.company"].create({"name": self.env._("Demo school")})
        self.env.user.company_ids = [Command.link(company.id)]
        self.env["vsoko.demo.school"].load(company)
        return self._reload_with(company)

    def action_remove_vsoko_demo(self):
        company = self.company_id
        own = self.env.user.company_ids - company
        self.env.user.write(
            {"company_id": own[:1].id, "company_ids": [Command.unlink(company.id)]}
        )
        self.env["vsoko.demo.school"].remove(company)
        return self._reload_with(own[:1])

    def _reload_with(self, company):
        """Reload the client so that the switcher of companies shows ``company``."""
        return {
            "type": "ir.actions.act_url",
            "target": "self",
            "url": f"/odoo/vsoko-plans?cids={company.id}",
        }
