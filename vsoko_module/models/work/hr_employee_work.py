from odoo import models

USER = "vsoko_module.group_vsoko_user"


class HrEmployee(models.Model):
    """Who of the people can be given a task."""

    _inherit = "hr.employee"

    def _vsoko_reachable(self):
        """People whose login opens the work of their school."""
        # sudo: logins of colleagues are hidden from a deputy without rights in HR
        may_open = self.env.ref(USER).sudo().all_user_ids
        return (
            self.sudo()
            .filtered(
                lambda one: (
                    one.user_id in may_open
                    and one.company_id in one.user_id.company_ids
                )
            )
            .with_env(self.env)
        )
